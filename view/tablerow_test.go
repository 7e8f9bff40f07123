package view_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"sealglass/inspect"
	"sealglass/lints"
	"sealglass/view"
)

// rowsOf are the rows of a batch, as web/types/row.d.ts describes them.
func rowsOf(t *testing.T, b *inspect.Batch, o view.Options) []map[string]any {
	t.Helper()
	var rows []map[string]any
	if err := json.Unmarshal(view.AppendRows(nil, b, o), &rows); err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestRows(t *testing.T) {
	o := view.Options{Words: catalogue(t, "en"), Now: time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC)}
	broken := lints.Finding{Rule: "x", Title: "It is broken", Severity: lints.Error, Status: lints.Fail, Source: lints.SBR}
	advice := lints.Finding{Rule: "y", Title: "It could be better", Severity: lints.Warning, Status: lints.Fail, Source: lints.Mozilla}
	fact := lints.Finding{Rule: "z", Title: "It is so", Severity: lints.Info, Status: lints.Fail, Source: lints.SBR}
	idle := lints.Finding{Rule: "w", Title: "Could not run", Severity: lints.Error, Status: lints.Broken, Source: lints.SBR}
	certificate := func(verdict inspect.Verdict, reason string, findings ...lints.Finding) inspect.CertificateReport {
		return inspect.CertificateReport{
			SHA256: "ab", Verdict: verdict, Findings: findings,
			Summary: inspect.Summary{
				Reason: reason, Mailboxes: []string{"erika@example.com"}, NotBefore: "2026-01-01T00:00:00Z", NotAfter: "2027-11-25T00:00:00Z",
				CanSign: inspect.Ability{State: inspect.Yes}, CanEncrypt: inspect.Ability{State: inspect.No},
			},
		}
	}
	several := certificate(inspect.Ready, inspect.NothingFound)
	several.Summary.Mailboxes, several.Summary.MoreMailboxes = []string{"a@example.com", "b@example.com"}, 3
	over := certificate(inspect.Trouble, inspect.Expired)
	over.Summary.NotAfter = "2026-11-24T23:59:59Z"
	for _, test := range []struct {
		name  string
		c     inspect.CertificateReport
		hide  []lints.Source
		wants map[string]any
	}{
		{"worst first", certificate(inspect.Remarks, inspect.IssuerErrors, fact, idle, advice, broken), nil, map[string]any{
			"severity": "error", "worst": "Error: It is broken", "errors": 1.0, "warnings": 1.0, "outcome": "Works, with remarks",
			"sign": "Yes", "encrypt": "No", "mailbox": "erika@example.com", "untilText": "25 November 2027", "over": false, "nth": 3.0, "of": 5.0,
		}},
		{"hidden source", certificate(inspect.Remarks, inspect.IssuerErrors, advice, broken), []lints.Source{lints.SBR}, map[string]any{
			"severity": "warning", "worst": "Warning: It could be better", "errors": 0.0,
		}},
		{"facts are no finding", certificate(inspect.Ready, inspect.NothingFound, fact), nil, map[string]any{"severity": "", "worst": "No finding"}},
		{"expired", over, nil, map[string]any{"over": true, "severity": "", "worst": "It expired on 24 November 2026. Mail programs warn about it or refuse it."}},
		{"several mailboxes", several, nil, map[string]any{"mailbox": "a@example.com and 4 more"}},
	} {
		o.Hidden = test.hide
		b := inspect.Batch{First: 2, Of: 5}
		b.Certificates = []inspect.CertificateReport{test.c}
		rows := rowsOf(t, &b, o)
		if len(rows) != 1 {
			t.Fatalf("%s: %d rows", test.name, len(rows))
		}
		for key, want := range test.wants {
			if rows[0][key] != want {
				t.Errorf("%s: %s is %v, want %v", test.name, key, rows[0][key], want)
			}
		}
	}
}

// A file, or a part of one, that could not be read has a row of its own.
func TestRowsOfWhatIsNotRead(t *testing.T) {
	o := view.Options{Words: catalogue(t, "en")}
	empty := inspect.Batch{InputReport: inspect.UnreadableFile("x")}
	part := inspect.Batch{Of: 1}
	part.Error, part.Certificates = &inspect.InputError{Message: "A part is cut."}, []inspect.CertificateReport{{Verdict: inspect.Unknown}}
	list := inspect.Batch{}
	list.Lists = []inspect.ListReport{{Kind: inspect.CRL}}
	for name, test := range map[string]struct {
		b     *inspect.Batch
		rows  int
		worst string
	}{
		"unreadable": {&empty, 1, empty.Error.Message},
		"part":       {&part, 2, "A part is cut."},
		"list":       {&list, 1, o.Words.Text("list.crl")},
	} {
		rows := rowsOf(t, test.b, o)
		if len(rows) != test.rows || rows[0]["worst"] != test.worst || rows[0]["nth"] != 0.0 || rows[0]["verdict"] != "unknown" {
			t.Errorf("%s: %v", name, rows)
		}
	}
}

// Nothing of a certificate stands raw in a row.
func TestRowsAreEscaped(t *testing.T) {
	const evil = "\u202e\x00\u200b"
	o := view.Options{Words: catalogue(t, "en")}
	b := inspect.Batch{Of: 1}
	b.Error = &inspect.InputError{Message: evil}
	b.Certificates = []inspect.CertificateReport{{Summary: inspect.Summary{
		Name: evil, Organization: evil, Mailboxes: []string{evil, evil}, NotAfter: evil, Reason: inspect.NothingFound,
	}, Findings: []lints.Finding{{Title: evil, Severity: lints.Error, Status: lints.Fail}}}}
	for _, row := range rowsOf(t, &b, o) {
		for key, value := range row {
			if text, ok := value.(string); ok && strings.ContainsAny(text, evil) {
				t.Errorf("%s is %q", key, text)
			}
		}
	}
}
