package view_test

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"sealglass/cert"
	"sealglass/container"
	"sealglass/inspect"
	"sealglass/testdata/gen"
	"sealglass/testdata/gen/inputs"
	"sealglass/view"
)

// Of a person nothing is left in any form of a masked report.
func TestMaskedTellsOfNobody(t *testing.T) {
	files := []inspect.Input{}
	for _, s := range gen.Samples() {
		files = append(files, inspect.Input{Name: s.Name, Data: s.Data})
	}
	for _, c := range inputs.All() {
		files = append(files, inspect.Input{Name: c.Name, Data: []byte(c.Data)})
	}
	self := gen.Leaf("mailbox", "strict")
	self.Issuer = self.Subject
	short := gen.Leaf("individual", "strict")
	short.Subject = gen.Name{}
	short.Subject.Add(cert.OIDGivenName, gen.UTF8, "Jo")
	short.Subject.Add(cert.OIDSurname, gen.UTF8, "Li")
	files = append(files, inspect.Input{Name: "self-issued", Data: self.Encode()}, inspect.Input{Name: "short", Data: short.Encode()})
	options := inspect.Options{Now: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC), Open: container.Opener(nil), Proposals: true}
	hidden, addresses := 0, 0
	for _, file := range files {
		report := inspect.Inspect([]inspect.Input{file}, options)
		whole, masked := forms(report), forms(view.Masked(report, "[hidden]"))
		masked = strings.ReplaceAll(masked, "ada@example.org", "") // of a rule's explanation
		for _, name := range told(report) {
			if strings.Contains(whole, name) {
				hidden++
			}
			if i := strings.Index(masked, name); i >= 0 {
				t.Errorf("%s: %q is in %q", file.Name, name, masked[max(0, i-60):min(len(masked), i+60)])
			}
		}
		if addressForm.MatchString(whole) {
			addresses++
		}
		if at := addressForm.FindStringIndex(masked); at != nil {
			found := masked[max(0, at[0]-80):min(len(masked), at[1]+60)]
			t.Errorf("%s: %q", file.Name, found)
		}
	}
	if hidden < 100 || addresses < 20 {
		t.Errorf("only %d names and %d reports with addresses", hidden, addresses)
	}
}

var addressForm = regexp.MustCompile(`[^\s@"]+(@|%40)[^\s@"]+`)

// forms are all forms of a report in one text. Without words there is little in
// it but what comes from the input.
func forms(r *inspect.Report) string {
	o := view.Options{Now: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)}
	compared := o
	compared.Compare = true
	return strings.Join([]string{
		string(view.AppendJSON(nil, view.Result(r, o))), string(view.AppendJSON(nil, view.Result(r, compared))),
		view.Markdown(r, o), view.Text(r, o), view.Announcement(r, o), string(inspect.AppendJSON(nil, r)),
	}, "\n")
}

// told are the values of the subjects of a report, as certificates have them.
func told(r *inspect.Report) []string {
	var values []string
	for i := range r.Inputs {
		for j := range r.Inputs[i].Certificates {
			report := &r.Inputs[i].Certificates[j]
			if report.Role == "root" || report.Role == "subCA" {
				continue
			}
			c := cert.Parse(report.DER)
			for _, rdn := range c.Subject.RDNs {
				for _, a := range rdn.Attributes {
					values = append(values, a.Value.Text)
				}
			}
			if c.SubjectAltName != nil {
				for k := range c.SubjectAltName.Names {
					values = append(values, c.SubjectAltName.Names[k].Text)
				}
			}
		}
	}
	var long []string
	for _, value := range values {
		if len([]rune(value)) >= 4 {
			long = append(long, value)
		}
	}
	return long
}
