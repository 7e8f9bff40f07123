package cert

import "time"

// time reads a Time: a UTCTime for dates through 2049, and a GeneralizedTime for
// later ones (RFC 5280 4.1.2.5). Forms that BER allows and RFC 5280 does not (no
// seconds, a fraction, an offset, no zone) are read and flagged.
func (r *reader) time(i int32, suffix string) (Time, *Fault) {
	if !r.node(i).isTime() {
		return Time{Span: r.span(i)}, r.fault(i, FaultStructure, "a UTCTime or GeneralizedTime must stand here")
	}
	t := r.readTime(i)
	if t.OK && t.Fault == "" && t.Tag == tagGeneralizedTime && t.Time.Year() < 2050 {
		t.Fault = "a GeneralizedTime for a date through 2049, which must be a UTCTime"
	}
	r.noteTime(i, &t, suffix)
	return t, nil
}

// generalizedTime reads a GeneralizedTime. A UTCTime in its place is read and flagged.
func (r *reader) generalizedTime(i int32, suffix string) (Time, *Fault) {
	if !r.node(i).isTime() {
		return Time{Span: r.span(i)}, r.fault(i, FaultStructure, "a GeneralizedTime must stand here")
	}
	t := r.readTime(i)
	if t.OK && t.Fault == "" && t.Tag == tagUTCTime {
		t.Fault = "a UTCTime where a GeneralizedTime must stand"
	}
	r.noteTime(i, &t, suffix)
	return t, nil
}

func (r *reader) readTime(i int32) Time {
	t := Time{Span: r.span(i), Tag: r.node(i).Tag, Text: readASCII(r.octets(i))}
	t.Time, t.OK, t.Fault = readTime(t.Tag, t.Text)
	return t
}

// noteTime notes what is wrong with a time; one that has no reading is fatal.
func (r *reader) noteTime(i int32, t *Time, suffix string) {
	if t.Fault != "" {
		r.note(i, FaultTime, suffix, t.Fault)
		(*r.notes)[len(*r.notes)-1].Fatal = !t.OK
	}
}

// clock reads digits from the front of a time's text.
type clock struct {
	text string
	bad  bool
}

// number reads n digits.
func (c *clock) number(n int) int {
	if len(c.text) < n {
		c.bad = true
		return 0
	}
	v := 0
	for _, d := range []byte(c.text[:n]) {
		if d < '0' || d > '9' {
			c.bad = true
			return 0
		}
		v = v*10 + int(d-'0')
	}
	c.text = c.text[n:]
	return v
}

// digits says whether the text goes on with a digit.
func (c *clock) digits() bool { return c.text != "" && c.text[0] >= '0' && c.text[0] <= '9' }

// readTime reads the text of a time. fault is set too where ok is true and the
// text is none that RFC 5280 4.1.2.5.1 or 4.1.2.5.2 allows.
func readTime(tag int, text string) (at time.Time, ok bool, fault string) {
	c := clock{text: text}
	var year int
	if tag == tagUTCTime {
		if year = 1900 + c.number(2); year < 1950 {
			year += 100
		}
	} else {
		year = c.number(4)
	}
	month, day, hour := c.number(2), c.number(2), c.number(2)
	minute, second := 0, 0
	switch {
	case tag == tagUTCTime || c.digits():
		minute = c.number(2)
	default:
		fault = "a time without minutes and seconds"
	}
	if c.digits() {
		second = c.number(2)
	} else if fault == "" {
		fault = "a time without seconds"
	}
	nanoseconds := 0
	if tag == tagGeneralizedTime && c.text != "" && (c.text[0] == '.' || c.text[0] == ',') {
		fault = "a time with a fraction of a second"
		nanoseconds = c.fraction()
	}
	offset, zone := c.zone()
	if fault == "" {
		fault = zone
	}
	if c.bad || c.text != "" {
		return time.Time{}, false, "a time that does not have the form " + timeForm(tag)
	}
	at = time.Date(year, time.Month(month), day, hour, minute, second, nanoseconds, time.UTC)
	if at.Month() != time.Month(month) || at.Day() != day || hour > 23 || minute > 59 || second > 59 {
		return time.Time{}, false, "a time that is no date of the calendar"
	}
	return at.Add(-offset), true, fault
}

func timeForm(tag int) string {
	if tag == tagUTCTime {
		return "YYMMDDHHMMSSZ"
	}
	return "YYYYMMDDHHMMSSZ"
}

// fraction reads the decimals of a second, to nanoseconds.
func (c *clock) fraction() int {
	c.text = c.text[1:]
	if !c.digits() {
		c.bad = true
	}
	value, scale := 0, 100_000_000
	for c.digits() {
		value += int(c.text[0]-'0') * scale
		scale /= 10
		c.text = c.text[1:]
	}
	return value
}

// zone reads Z or a difference to UTC, and says what is wrong with it.
func (c *clock) zone() (offset time.Duration, fault string) {
	if c.text == "" {
		return 0, "a time without the Z of UTC; it is read as UTC"
	}
	sign := c.text[0]
	c.text = c.text[1:]
	switch sign {
	case 'Z':
		return 0, ""
	case '+', '-':
		hours, minutes := c.number(2), c.number(2)
		c.bad = c.bad || hours > 23 || minutes > 59
		offset = time.Duration(hours)*time.Hour + time.Duration(minutes)*time.Minute
		if sign == '-' {
			offset = -offset
		}
		return offset, "a time with a difference to UTC instead of Z"
	}
	c.bad = true
	return 0, ""
}
