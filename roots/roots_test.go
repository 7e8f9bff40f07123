package roots

import (
	"regexp"
	"testing"
	"time"

	"sealglass/cert"
)

func TestEveryRootCanBeRead(t *testing.T) {
	list := Mozilla()
	if len(list.Roots) < 60 || len(list.Roots) > 200 {
		t.Errorf("%d roots", len(list.Roots))
	}
	if !regexp.MustCompile(`^Firefox [0-9.]+$`).MatchString(list.Version) {
		t.Errorf("version %q", list.Version)
	}
	seen := map[string]bool{}
	for _, r := range list.Roots {
		subject, key := cert.ParseName(r.Subject), cert.ParsePublicKey(r.SPKI)
		if len(subject.RDNs) == 0 || !key.Present || key.Fault != "" || key.Type != cert.RSAKey && key.Type != cert.ECKey || r.Name == "" {
			t.Errorf("%q: %s, %s %s", r.Name, subject, key.Name, key.Fault)
		}
		if id := string(r.Subject) + string(r.SPKI); seen[id] {
			t.Errorf("%q is there twice", r.Name)
		} else {
			seen[id] = true
		}
	}
}

func TestOldAt(t *testing.T) {
	list := List{Date: "2026-01-01"}
	day := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for n, want := range map[int]bool{0: false, 182: false, 183: false, 184: true} {
		if got := list.OldAt(day.AddDate(0, 0, n)); got != want {
			t.Errorf("after %d days: %v", n, got)
		}
	}
	if !(&List{}).OldAt(day) {
		t.Error("a list without a date is not old")
	}
}
