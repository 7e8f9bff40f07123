package inspect

import (
	"strings"
	"testing"
	"time"

	"sealglass/testdata/gen"
)

func TestOptionsCheck(t *testing.T) {
	good := []Options{
		{},
		{AsOf: "issued", Profile: "auto"},
		{AsOf: "today"},
		{AsOf: "2025-07-16"},
		{AsOf: "2024-02-29"},
		{Profile: "mailbox"},
		{Profile: "sponsor-legacy"},
		{Profile: "organization-multipurpose"},
		{Profile: "individual-strict"},
	}
	for _, o := range good {
		if err := o.Check(); err != nil {
			t.Errorf("%+v: %v", o, err)
		}
	}
	bad := []struct {
		o    Options
		want string
	}{
		{Options{AsOf: "yesterday"}, "as-of yesterday is no day: write issued, today, or a date such as 2025-07-16"},
		{Options{AsOf: "2025-02-29"}, "as-of 2025-02-29"},
		{Options{AsOf: "2025-07-16T00:00:00Z"}, "as-of 2025-07-16T"},
		{Options{AsOf: "Issued"}, "as-of Issued"},
		{Options{Profile: "tls"}, "profile tls is not known: write auto, or mailbox, organization"},
		{Options{Profile: "strict"}, "profile strict"},
		{Options{Profile: "mailbox-"}, "profile mailbox-"},
		{Options{Profile: "-strict"}, "profile -strict"},
		{Options{Profile: "mailbox-strict-legacy"}, "profile mailbox-strict-legacy"},
		{Options{Profile: "Mailbox"}, "profile Mailbox"},
	}
	for _, test := range bad {
		err := test.o.Check()
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%+v: %v, want %q", test.o, err, test.want)
		}
		// Inspect takes the default for it.
		report := Inspect([]Input{{Name: "x", Data: leaf().Encode()}}, test.o)
		if c := report.Inputs[0].Certificates[0]; report.AsOf != AsOfIssued || c.ProfileFrom != "policy" || c.Profile != "mailbox" {
			t.Errorf("%+v: as of %s, profile %s from %s", test.o, report.AsOf, c.Profile, c.ProfileFrom)
		}
	}
}

func TestRulesAt(t *testing.T) {
	for asOf, want := range map[string]time.Time{
		"": {}, "issued": {}, "today": now, "2025-07-16": time.Date(2025, 7, 16, 0, 0, 0, 0, time.UTC),
	} {
		if got, err := (Options{AsOf: asOf, Now: now}).RulesAt(); err != nil || !got.Equal(want) {
			t.Errorf("%q: %v, %v; want %v", asOf, got, err, want)
		}
	}
}

// Every profile and generation is read from the policy, and each that a person
// chooses takes its place.
func TestProfiles(t *testing.T) {
	for _, profile := range gen.Profiles {
		for _, generation := range gen.Generations {
			der := gen.Leaf(profile, generation).Encode()
			c := look(t, der, Options{Now: now})
			if c.Profile != profile || c.Generation != generation || c.ProfileFrom != "policy" || c.Role != "subscriber" {
				t.Errorf("%s %s: %s %s from %s, %s", profile, generation, c.Profile, c.Generation, c.ProfileFrom, c.Role)
			}
			other := look(t, leaf().Encode(), Options{Now: now, Profile: profile + "-" + generation})
			if other.Profile != profile || other.Generation != generation || other.ProfileFrom != "override" {
				t.Errorf("chosen %s %s: %s %s from %s", profile, generation, other.Profile, other.Generation, other.ProfileFrom)
			}
		}
		c := look(t, leaf().Encode(), Options{Now: now, Profile: profile})
		if c.Profile != profile || c.ProfileFrom != "override" {
			t.Errorf("chosen %s: %s %s from %s", profile, c.Profile, c.Generation, c.ProfileFrom)
		}
	}
	none := look(t, withExtension(gen.Policies("1.2.3.4")).Encode(), Options{Now: now})
	if none.Profile != "none" || none.Generation != "none" || none.ProfileFrom != "guess" {
		t.Errorf("without a reserved policy: %s %s from %s", none.Profile, none.Generation, none.ProfileFrom)
	}
}

func TestRoles(t *testing.T) {
	for role, c := range map[string]*gen.Cert{
		"subscriber": leaf(), "subCA": gen.SubCA(), "root": gen.Root(), "other": gen.TLS(),
	} {
		if got := look(t, c.Encode(), Options{Now: now}).Role; got != role {
			t.Errorf("%s, want %s", got, role)
		}
	}
}

// An override and another day change what is judged, and what finds a fault.
func TestOptionsChangeFindings(t *testing.T) {
	der := gen.Leaf("sponsor", "legacy").Encode()
	has := func(o Options, rule string) bool {
		o.Now = now
		for _, f := range look(t, der, o).Findings {
			if f.Rule == rule {
				return true
			}
		}
		return false
	}
	for _, test := range []struct {
		o    Options
		want bool
	}{{Options{}, false}, {Options{AsOf: "2025-07-14"}, false}, {Options{AsOf: "2025-07-15"}, true}, {Options{AsOf: "today"}, true}} {
		if got := has(test.o, "legacy-policy"); got != test.want {
			t.Errorf("%+v: finds that the generation has ended: %v", test.o, got)
		}
	}
}

func TestUnread(t *testing.T) {
	in := Unread("large.bin")
	if in.Name != "large.bin" || in.Kind != TooLarge || in.Error == nil || in.Error.Code != "too-large" || in.Certificates == nil {
		t.Errorf("%+v", in)
	}
	report := Inspect(nil, Options{})
	report.Inputs = append(report.Inputs, in)
	if problems := readSchema(t).problems(AppendJSON(nil, report)); problems != nil {
		t.Error(problems)
	}
}
