package cert

import (
	"strconv"
	"strings"
	"time"
)

// The functions here do for the layouts that Sealglass has what Time.Format and
// time.Parse do for every layout that there can be; these have 10 kB of page.wasm
// (build/adr/0010-small-page-program.md).

// RFC3339 writes a time in UTC as "2006-01-02T15:04:05Z" (RFC 3339 5.6).
func RFC3339(t time.Time) string { return DateOnly(t) + "T" + TimeOnly(t) + "Z" }

// DateOnly writes the day of a time in UTC as "2006-01-02".
func DateOnly(t time.Time) string {
	year, month, day := t.UTC().Date()
	return digits(year, 4) + "-" + digits(int(month), 2) + "-" + digits(day, 2)
}

// TimeOnly writes the time of day in UTC as "15:04:05".
func TimeOnly(t time.Time) string {
	hour, minute, second := t.UTC().Clock()
	return digits(hour, 2) + ":" + digits(minute, 2) + ":" + digits(second, 2)
}

// digits writes a number with at least so many of them.
func digits(n, least int) string {
	if n < 0 { // the year before 0
		return "-" + digits(-n, least)
	}
	text := strconv.Itoa(n)
	return strings.Repeat("0", max(0, least-len(text))) + text
}

// ParseDay reads what DateOnly writes, as its beginning in UTC; false where it is
// none.
func ParseDay(text string) (time.Time, bool) {
	if len(text) != len(time.DateOnly) {
		return time.Time{}, false
	}
	t := time.Date(number(text[:4]), time.Month(number(text[5:7])), number(text[8:]), 0, 0, 0, 0, time.UTC)
	return t, DateOnly(t) == text
}

// ParseRFC3339 reads what RFC3339 writes; false where it is none.
func ParseRFC3339(text string) (time.Time, bool) {
	const zone = "2006-01-02T15:04:05Z"
	if len(text) != len(zone) {
		return time.Time{}, false
	}
	day, ok := ParseDay(text[:10])
	t := day.Add(time.Duration(number(text[11:13]))*time.Hour +
		time.Duration(number(text[14:16]))*time.Minute + time.Duration(number(text[17:19]))*time.Second)
	return t, ok && RFC3339(t) == text
}

// number is that of a text of digits, or one that no text of so many has.
func number(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		return -1
	}
	return n
}
