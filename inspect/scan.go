package inspect

import "bytes"

// scan finds everything in a text that is an encoded ASN.1 value: PEM blocks,
// and runs of base64 or hexadecimal digits in whatever stands around them. The
// encoding tells by its own length where a run ends, so the scanner knows no
// other format: a certificate in LDIF, vCard, JSON, XML, a mail or a letter is
// the same to it. It goes over the text once. The kind is empty where it found
// nothing.
func scan(text []byte, pause func()) Content {
	s := scanner{text: text, pace: pace{pause: pause}}
	for s.at < len(text) {
		s.step()
		s.passed(s.at)
	}
	if len(s.found.Certificates) > 0 && s.found.Error != nil && !s.found.Error.matters() {
		s.found.Error = nil
	}
	return s.found
}

type scanner struct {
	text  []byte
	at    int // the next byte of the text
	found Content
	pace
}

// step passes a block, a run, a word or a single character.
func (s *scanner) step() {
	rest := s.text[s.at:]
	if rest[0] == '-' {
		if !s.block() {
			s.at++
		}
		return
	}
	if digit := sextet(rest[0]); digit < 0 || digit >= 62 {
		_, size := escaped(rest)
		s.at += max(size, 1)
		return
	}
	if !s.base64() && !s.hex() {
		s.word()
	}
}

// word passes letters and digits, so that nothing is taken for a run that
// starts in the middle of them.
func (s *scanner) word() {
	for s.at < len(s.text) && sextet(s.text[s.at]) >= 0 {
		if s.text[s.at] == '-' && s.at+1 < len(s.text) && s.text[s.at+1] == '-' {
			return
		}
		s.at++
		s.passed(s.at)
	}
}

// The head of a run is so many bytes, enough to say whether it can be one, and
// takes at most so much of the text.
const (
	headSize   = 16
	headWindow = 256
)

// digits decodes a run.
type digits interface {
	// fill decodes until there are n bytes, or until the run ends. It returns all
	// that was decoded, and where in the text that ended.
	fill(n int) (der []byte, at int)
}

// base64 reads a run of base64 that starts here.
func (s *scanner) base64() bool {
	if s.text[s.at] != 'M' { // 0x30, SEQUENCE
		return false
	}
	return startsRun(&base64Reader{text: s.window()}) && s.run(&base64Reader{text: s.text[s.at:], pace: pace{pause: s.pause}}, Base64)
}

// hex reads a run of hexadecimal digits that starts here.
func (s *scanner) hex() bool {
	text := s.window()
	return startsHex(text) && startsRun(&hexReader{text: text}) && s.run(&hexReader{text: s.text[s.at:], pace: pace{pause: s.pause}}, Hex)
}

// startsHex says whether the digits of 0x30, SEQUENCE, may come first.
func startsHex(text []byte) bool {
	if len(text) < 2 {
		return false
	}
	switch text[0] {
	case '3':
		return text[1] == '0'
	case '0':
		return lower(text[1]) == 'x'
	}
	return text[0] == 'x'
}

func startsRun(d digits) bool {
	head, _ := d.fill(headSize)
	return startsAsASN1(head)
}

// window is the text that the head of a run may take.
func (s *scanner) window() []byte {
	return s.text[s.at:min(s.at+headWindow, len(s.text))]
}

// run reads a value, and those that follow it without a gap in the digits.
func (s *scanner) run(d digits, as Kind) bool {
	der, at := d.fill(headSize)
	whole := 0
	for more := true; more; {
		size := announced(der[whole:])
		if size == 0 { // an indefinite length
			size = len(s.text)
		}
		der, at = d.fill(whole + size)
		whole = min(whole+size, len(der))
		next, nextAt := d.fill(whole + headSize)
		if more = startsAsASN1(next[whole:]); more {
			der, at = next, nextAt
		}
	}
	part := readRun(der[:whole], as, s.pause)
	if part.Error != nil && part.Error.Code == CodeTruncated && as == Base64 && goesOn(s.text[s.at+at:]) {
		part.Error = s.damaged(s.at + at)
	}
	if part.Kind != "" {
		s.found.add(part)
	}
	s.at += at
	return true
}

// damaged is the error of a byte that does not belong to a run or block. Where
// there is such an error already, it is that one: to find the line takes time.
func (s *scanner) damaged(at int) *InputError {
	if e := s.found.Error; e != nil && e.Code == CodeDamagedBase64 {
		return e
	}
	return foreignByte(s.text, at)
}

// goesOn says whether a run of base64 that was interrupted goes on after the
// byte that does not belong to it.
func goesOn(text []byte) bool {
	const enough = 16 // digits
	if len(text) <= enough || text[0] == '-' || text[0] == '<' {
		return false
	}
	for _, b := range text[1 : enough+1] {
		if sextet(b) < 0 {
			return false
		}
	}
	return true
}

// readRun says what a run holds; the kind is empty where it broke off before
// one could tell.
func readRun(der []byte, as Kind, pause func()) Content {
	c, ok := readASN1(der, as, pause)
	switch {
	case c.Kind == PrivateKey:
		clear(der)
	case c.ToOpen(der) != nil:
		c.Container = der
	case !ok && announced(der) == len(der):
		return wrong(OtherASN1)
	}
	return c
}

// startsAsASN1 says whether these are the first bytes of a SEQUENCE that begins
// as those do that [kindOf] knows: with a SEQUENCE, a small INTEGER or
// ENUMERATED, or an OBJECT IDENTIFIER.
func startsAsASN1(head []byte) bool {
	if len(head) < headSize || head[0] != 0x30 || head[1] > 0x84 {
		return false
	}
	first := head[2:]
	if head[1] > 0x80 {
		first = head[2+head[1]&0x7f:]
	}
	switch first[0] {
	case 0x30:
		return first[1] != 0
	case 0x02:
		return first[1] >= 1 && first[1] < 0x84
	case 0x0a:
		return first[1] == 1
	case 0x06:
		return bytes.HasPrefix(first[2:], []byte("\x2a\x86\x48\x86\xf7\x0d\x01")) // pkcs (RFC 8017 C)
	}
	return false
}
