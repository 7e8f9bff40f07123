package inspect

import (
	"strings"
	"testing"

	"sealglass/testdata/gen"
)

func TestStructure(t *testing.T) {
	c := gen.Leaf("sponsor", "strict")
	r := Inspect([]Input{{Data: c.Encode()}}, Options{})
	report := &r.Inputs[0].Certificates[0]
	elements := report.Structure()
	labels := map[string]Element{}
	for i, e := range elements {
		if e.Offset < 0 || e.Header < 2 || e.Length < e.Header || e.Offset+e.Length > len(report.DER) {
			t.Errorf("element %d: %+v does not lie within %d bytes", i, e, len(report.DER))
		}
		if e.Parent >= i || e.Parent < 0 != (e.Depth == 0) {
			t.Errorf("element %d: parent %d at depth %d", i, e.Parent, e.Depth)
		}
		if e.Parent >= 0 {
			if p := elements[e.Parent]; e.Depth != p.Depth+1 || e.Offset < p.Offset+p.Header || e.Offset+e.Length > p.Offset+p.Length {
				t.Errorf("element %d: %+v lies outside its parent %+v", i, e, p)
			}
		}
		if e.Label != "" {
			labels[e.Label] = e
		}
	}
	if e := labels["Serial number"]; e.Type != "INTEGER" || e.Value == "" {
		t.Errorf("the serial number is %+v", e)
	}
	if e := labels["Key usage"]; e.Type != "SEQUENCE" {
		t.Errorf("the key usage is %+v", e)
	}
}

func TestStructureSaysWhatIsWrong(t *testing.T) {
	// A SEQUENCE whose length has one octet more than it needs.
	r := Inspect([]Input{{Data: []byte("-----BEGIN CERTIFICATE-----\nMIEDAgEB\n-----END CERTIFICATE-----")}}, Options{})
	elements := r.Inputs[0].Certificates[0].Structure()
	if len(elements) != 2 || !strings.Contains(elements[0].Fault, "length") || elements[1].Value != "1" {
		t.Errorf("%+v", elements)
	}
}

func TestShorten(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"abc", "abc"}, {"abcd", "abcd"}, {"abcde", "abcd…"}, {"abcäe", "abc…"}, {"äöü", "äö…"},
	} {
		if got := shorten(test.in, 4); got != test.want {
			t.Errorf("%q: %q, want %q", test.in, got, test.want)
		}
	}
}
