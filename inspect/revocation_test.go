package inspect_test

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"
	"time"

	"sealglass/inspect"
	"sealglass/lints"
	"sealglass/revocation"
	"sealglass/testdata/gen"
)

// chained says for every certificate that the certificate of [gen.SubCA], when it
// is here, issued it.
func chained(ders [][]byte, _ time.Time) []inspect.ChainReport {
	ca := gen.SubCA().Encode()
	reports := inspect.Unchained(len(ders), inspect.ChainProgram)
	for i := range ders {
		for _, der := range ders {
			if string(der) == string(ca) && string(ders[i]) != string(ca) {
				reports[i].Issuer = fingerprint(der)
			}
		}
	}
	return reports
}

func fingerprint(der []byte) string {
	sum := sha256.Sum256(der)
	return hex.EncodeToString(sum[:])
}

func day(text string) time.Time { return gen.At(text).Time }

// TestRevocation drops a list with a certificate and its issuer.
func TestRevocation(t *testing.T) {
	leaf := gen.Leaf("mailbox", "multipurpose")
	revoked, hold, long := gen.CRL(), gen.CRL(), gen.CRL()
	revoked.Revoke(leaf.Serial, gen.At("2026-10-01 10:00:00"), gen.ReasonCode(1))
	hold.Revoke(leaf.Serial, gen.At("2026-10-01 10:00:00"), gen.ReasonCode(6))
	long.NextUpdate = gen.At("2026-11-21 06:00:00")
	other := gen.CRL()
	other.Issuer = gen.OldRoot().Subject
	answer := gen.OCSP(leaf)
	answer.Responses[0].Status = gen.Revoked(gen.At("2026-10-01 10:00:00"), 4)
	for _, test := range []struct {
		name    string
		list    []byte
		alone   bool // without the issuer
		verdict inspect.Verdict
		state   inspect.RevocationState
		reason  string
		cause   string
		error   string // of the list's own input
		finding string // in the list
	}{
		{"not revoked", gen.CRL().Encode(), false, inspect.Ready, inspect.NotRevoked, "", "", "", ""},
		{"revoked", revoked.Encode(), false, inspect.Trouble, inspect.RevokedForGood, "", "keyCompromise", "", ""},
		{"on hold", hold.Encode(), false, inspect.Trouble, inspect.RevokedOnHold, "", "certificateHold", "", ""},
		{"for too long", long.Encode(), false, inspect.Ready, inspect.NotRevoked, "", "", "", "crl-over-ten-days"},
		{"issuer missing", revoked.Encode(), true, inspect.Ready, inspect.RevocationUnknown, "issuer-not-supplied", "", "", ""},
		{"another issuer's", other.Encode(), false, inspect.Ready, "", "", "", "crl", ""},
		{"answer", answer.Encode(), false, inspect.Trouble, inspect.RevokedForGood, "", "superseded", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			inputs := []inspect.Input{{Name: "list", Data: test.list}, {Name: "leaf", Data: leaf.Encode()}}
			if !test.alone {
				inputs = append(inputs, inspect.Input{Name: "ca", Data: gen.SubCA().Encode()})
			}
			opts := inspect.Options{Now: day("2026-10-15"), Chain: chained, Revocation: revocation.Check}
			report := inspect.Chained(inspect.Inspect(inputs, opts), opts)
			c := &report.Inputs[1].Certificates[0]
			if c.Verdict != test.verdict {
				t.Errorf("%s, because %s", c.Verdict, c.Summary.Reason)
			}
			switch {
			case test.state == "":
				if len(c.Revocation) > 0 {
					t.Errorf("%+v", c.Revocation)
				}
			case len(c.Revocation) != 1:
				t.Fatalf("%+v", c.Revocation)
			default:
				r := c.Revocation[0]
				if r.State != test.state || r.Reason != test.reason || r.Cause != test.cause || r.Input != "list" || !strings.HasPrefix(r.ThisUpdate, "2026-10-14T") {
					t.Errorf("%+v", r)
				}
			}
			code := ""
			if e := report.Inputs[0].Error; e != nil {
				code = e.Code
			}
			if code != test.error {
				t.Errorf("the list's input has error %q", code)
			}
			found := ""
			for _, f := range report.Inputs[0].Lists[0].Findings {
				if f.Status == lints.Fail && f.Severity == lints.Error {
					found += f.Rule
				}
			}
			if found != test.finding {
				t.Errorf("in the list is found %q", found)
			}
			again := inspect.Again(report, opts)
			if got := again.Inputs[1].Certificates[0]; got.Verdict != test.verdict || len(got.Revocation) != len(c.Revocation) {
				t.Errorf("judged again: %s, %+v", got.Verdict, got.Revocation)
			}
			c.Join(nil, opts.Now)
			if c.Verdict != test.verdict {
				t.Errorf("with the second opinion: %s", c.Verdict)
			}
		})
	}
}

func TestMaxLists(t *testing.T) {
	for _, n := range []int{15, 16, 17} {
		var text strings.Builder
		for range n {
			text.Write(gen.PEM("X509 CRL", gen.CRL().Encode()))
		}
		report := inspect.Inspect([]inspect.Input{{Name: "x", Data: []byte(text.String())}}, inspect.Options{Now: day("2026-10-15")})
		if got := len(report.Inputs[0].Lists); got != min(n, 16) {
			t.Errorf("%d of %d lists", got, n)
		}
	}
}

// A list is read with pauses all along, and once more where there is a certificate
// that it may be about.
func TestListInSteps(t *testing.T) {
	list, leaf := gen.CRL(), inspect.Input{Data: gen.Leaf("mailbox", "multipurpose").Encode()}
	short := inspect.Input{Data: list.Encode()}
	for i := range 20_000 {
		list.Revoke(gen.Integer(int64(i+1)), gen.At("2026-09-01 12:00:00"), gen.ReasonCode(1))
	}
	long := inspect.Input{Data: list.Encode()}
	pauses := func(inputs ...inspect.Input) (n int) {
		opts := inspect.Options{Now: day("2026-10-15"), Chain: chained, Revocation: revocation.Check, Pause: func() { n++ }}
		inspect.Chained(inspect.Inspect(inputs, opts), opts)
		return n
	}
	once, twice := pauses(long)-pauses(short), pauses(long, leaf)-pauses(short, leaf)
	if least := len(long.Data) / inspect.StepSize * 9 / 10; once < least || twice < 2*least {
		t.Errorf("%d and %d more pauses for %d bytes, not %d and %d", once, twice, len(long.Data), least, 2*least)
	}
}
