package inspect

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// hostile are texts that must come out of JSON as they went in, but for what is
// not UTF-8.
func hostile() []string {
	texts := []string{
		"", `"`, `\`, `\u0041`, "a\x00b", "\xff", "\xc3(", "\xed\xa0\x80", "\u2028\u2029", "</script>", "é\U0001f600",
	}
	var all strings.Builder
	for r := rune(0); r <= 0x2100; r++ {
		all.WriteRune(r)
	}
	return append(texts, all.String())
}

// TestEveryText puts a text into every string of a report and finds it again
// in every string of the JSON.
func TestEveryText(t *testing.T) {
	s := readSchema(t)
	for _, text := range hostile() {
		report := &Report{}
		fill(reflect.ValueOf(report).Elem(), text)
		document := AppendJSON([]byte("before"), report)
		if !bytes.HasPrefix(document, []byte("before")) {
			t.Fatal("AppendJSON does not append")
		}
		document = document[len("before"):]
		checkJSON(t, document)
		for _, r := range string(document) {
			if unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp) && r < 0x80 || r == '\u2028' || r == '\u2029' {
				t.Errorf("%q: %U stands raw in the document", text, r)
			}
		}
		var value any
		if err := json.Unmarshal(document, &value); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		want := string([]rune(text)) // each byte that is not UTF-8 is U+FFFD
		if n := everyString(t, value, want); n < 40 {
			t.Errorf("%q: only %d strings in the document", text, n)
		}
		for _, problem := range s.problems(document) {
			if strings.Contains(problem, "missing") || strings.Contains(problem, "not in the schema") {
				t.Error(problem)
			}
		}
	}
}

// writes are the lengths of what is written, one after the other; the n-th fails.
type writes struct {
	bytes.Buffer
	lengths []int
	failing int
}

var errFull = errors.New("full")

func (w *writes) Write(p []byte) (int, error) {
	if w.lengths = append(w.lengths, len(p)); len(w.lengths) == w.failing {
		return 0, errFull
	}
	return w.Buffer.Write(p)
}

// The document is written as it is appended, and never more of it than one input.
func TestWriteJSON(t *testing.T) {
	der := newSamples(t).cert
	for n := range 4 {
		report := Inspect(slices.Repeat([]Input{{Name: "a.cer", Data: der}}, n), Options{Now: now})
		want := AppendJSON(nil, report)
		one := len(AppendJSON(nil, Inspect([]Input{{Name: "a.cer", Data: der}}, Options{Now: now})))
		var w writes
		if err := WriteJSON(&w, report); err != nil || !bytes.Equal(w.Bytes(), want) {
			t.Errorf("%d inputs: %v, or another document", n, err)
		}
		if most := slices.Max(w.lengths); most > one {
			t.Errorf("%d inputs: %d bytes at once, one input has %d", n, most, one)
		}
		failing := writes{failing: 1}
		if err := WriteJSON(&failing, report); !errors.Is(err, errFull) || len(failing.lengths) != 1 {
			t.Errorf("%d inputs: %v after %d writes to what is full", n, err, len(failing.lengths))
		}
	}
}

// fill puts the text into every string, one element into every list, a value
// behind every pointer, and 7 into every number.
func fill(v reflect.Value, text string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Int:
		v.SetInt(7)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), text)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), text)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), text)
		}
	}
}

// everyString says that every string in a JSON value is the one wanted, and
// counts them.
func everyString(t *testing.T, value any, want string) int {
	n := 0
	switch value := value.(type) {
	case string:
		if n++; value != want {
			t.Errorf("%q became %q", want, value)
		}
	case []any:
		for _, element := range value {
			n += everyString(t, element, want)
		}
	case map[string]any:
		for _, member := range value {
			n += everyString(t, member, want)
		}
	}
	return n
}

// Lists are never null, so that a program can go through them unasked.
func TestEmptyLists(t *testing.T) {
	report := &Report{Inputs: []InputReport{{Certificates: []CertificateReport{{}}}}}
	without := strings.NewReplacer(`"error":null,"message":null`, "", `"chain":null`, "")
	if document := string(AppendJSON(nil, report)); strings.Contains(without.Replace(document), "null") {
		t.Errorf("a list is null: %s", document)
	}
}

func FuzzInspect(f *testing.F) {
	s := newSamples(f)
	for _, seed := range [][]byte{
		s.cert, append(bytes.Clone(s.cert), s.other...), s.crl, s.request, s.pkcs8, indefinite(s.cert),
		[]byte(pemOf("CERTIFICATE", s.cert) + pemOf("EC PRIVATE KEY", s.sec1)), []byte(utf16le(pemOf("CERTIFICATE", s.cert))),
		[]byte("Received: x\nFrom: y\n\n"),
		{},
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		report := Inspect([]Input{{Name: string(data[:min(len(data), 8)]), Data: bytes.Clone(data)}}, Options{Now: now})
		document := AppendJSON(nil, report)
		checkJSON(t, document)
		if again := AppendJSON(nil, Inspect([]Input{{Name: report.Inputs[0].Name, Data: data}}, Options{Now: now})); !bytes.Equal(document, again) {
			t.Error("a second look gives another report")
		}
		in := &report.Inputs[0]
		if in.Error == nil && len(in.Certificates) == 0 || in.Error != nil && in.Error.Message == "" {
			t.Errorf("an empty answer: %s", document)
		}
		for i := range in.Certificates {
			checkBounds(t, &in.Certificates[i])
		}
	})
}

// checkBounds says that what a report shows of any bytes has its place in them
// and its size.
func checkBounds(t *testing.T, c *CertificateReport) {
	t.Helper()
	if len(c.Fields) > MaxFields+3 || len(c.Summary.Mailboxes) > MaxMailboxes {
		t.Errorf("%d fields, %d mailboxes", len(c.Fields), len(c.Summary.Mailboxes))
	}
	for i := range c.Fields {
		f := &c.Fields[i]
		checkSpan(t, f.Path, f.Offset, f.Length, len(c.DER))
		if utf8.RuneCountInString(f.Value) > MaxValue+1 {
			t.Errorf("%s: a value of %d bytes", f.Path, len(f.Value))
		}
	}
	for i := range c.Findings {
		for _, p := range c.Findings[i].At {
			checkSpan(t, c.Findings[i].Rule, p.Offset, p.Length, len(c.DER))
		}
	}
}
