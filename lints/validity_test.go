package lints

import (
	"time"

	"sealglass/testdata/gen"
)

var validityCases = []testCase{
	{
		name: "strict, 825 days", cert: leaf("sponsor", "strict", lasting(825*daySeconds)),
		want: []string{"notice validity-maximum", "notice gmail-validity"},
	},
	{
		name: "strict, 825 days less a second", cert: leaf("sponsor", "strict", lasting(825*daySeconds-1)),
		want: []string{"notice gmail-validity"},
	},
	{
		name: "strict, 825 days and a second", cert: leaf("sponsor", "strict", lasting(825*daySeconds+1)),
		want: []string{"error validity-too-long", "notice gmail-validity"},
	},
	{
		name: "multipurpose, 825 days", cert: leaf("mailbox", "multipurpose", lasting(825*daySeconds)),
		want: []string{"notice validity-maximum", "notice gmail-validity"},
	},
	{
		name: "multipurpose, 825 days and a second", cert: leaf("mailbox", "multipurpose", lasting(825*daySeconds+1)),
		want: []string{"error validity-too-long", "notice gmail-validity"},
	},
	{
		name: "legacy, 825 days and a second", cert: leaf("individual", "legacy", lasting(825*daySeconds+1)),
		want: []string{"notice gmail-validity"},
	},
	{
		name: "legacy, 1185 days", cert: leaf("individual", "legacy", lasting(1185*daySeconds)),
		want: []string{"notice validity-maximum", "notice gmail-validity"},
	},
	{
		name: "legacy, 1185 days and a second", cert: leaf("individual", "legacy", lasting(1185*daySeconds+1)),
		want: []string{"error legacy-validity-too-long", "notice gmail-validity"},
	},
	{
		name: "no reserved policy, 825 days and a second", cert: leaf("individual", "strict", with(gen.Policies("1.3.6.1.4.1.99999.1")), lasting(825*daySeconds+1)),
		want: []string{"error reserved-policy-missing", "info scope-not-asserted", "notice gmail-validity"},
	},
	{
		name: "no reserved policy, 1185 days and a second", cert: leaf("individual", "strict", with(gen.Policies("1.3.6.1.4.1.99999.1")), lasting(1185*daySeconds+1)),
		want: []string{"error reserved-policy-missing", "info scope-not-asserted", "error legacy-validity-too-long", "notice gmail-validity"},
	},
	{
		name: "strict by choice, 825 days and a second", cert: leaf("individual", "legacy", lasting(825*daySeconds+1)),
		choice: Override{Generation: Strict},
		want:   []string{"error validity-too-long", "notice gmail-validity"},
	},
	{name: "a root of 20 years", cert: gen.Root},
	{
		name: "ends before it begins", cert: leaf("sponsor", "strict", lasting(0)),
		want: []string{"error validity-reversed"},
	},
	{
		name: "ends a year before it begins, for a website", cert: based(gen.TLS, until("2025-02-02")),
		want: []string{"error validity-reversed"},
	},
	{
		name: "one second", cert: leaf("sponsor", "strict", lasting(1)),
		want: []string{"notice validity-moment"},
	},
	{name: "two seconds", cert: leaf("sponsor", "strict", lasting(2))},
	{
		name: "GeneralizedTime through 2049", cert: based(gen.Root, func(c *gen.Cert) {
			c.NotAfter.Raw = gen.Text(gen.GeneralizedTime, "20491231235959Z")
		}),
		want: []string{"error time-format", "notice draft-root-validity"},
	},
	{
		name: "GeneralizedTime in 2050", cert: based(gen.Root, until("2050-01-01")),
		want: []string{"notice draft-root-validity"},
	},
	{
		name: "UTCTime in 2049", cert: based(gen.Root, until("2049-12-31 23:59:59")),
		want: []string{"notice draft-root-validity"},
	},
	{
		name: "no seconds", cert: leaf("sponsor", "strict", func(c *gen.Cert) {
			c.NotAfter.Raw = gen.Text(gen.UTCTime, "2702012359Z")
		}),
		want: []string{"error time-format"},
	},
	{
		name: "an offset from UTC", cert: leaf("sponsor", "strict", func(c *gen.Cert) {
			c.NotAfter.Raw = gen.Text(gen.UTCTime, "270201235959+0100")
		}),
		want: []string{"error time-format"},
	},
	{
		name: "a fraction of a second", cert: based(gen.Root, func(c *gen.Cert) {
			c.NotAfter.Raw = gen.Text(gen.GeneralizedTime, "20500109235959.5Z")
		}),
		want: []string{"error time-format", "notice draft-root-validity"},
	},
	{
		name: "both times in the wrong form", cert: based(gen.TLS, func(c *gen.Cert) {
			c.NotBefore.Raw = gen.Text(gen.GeneralizedTime, "20260202000000Z")
			c.NotAfter.Raw = gen.Text(gen.GeneralizedTime, "20260502235959Z")
		}),
		want: []string{"error time-format"},
	},
	{
		name: "no date of the calendar", cert: leaf("sponsor", "strict", func(c *gen.Cert) {
			c.NotAfter.Raw = gen.Text(gen.UTCTime, "270231235959Z")
		}),
		unreadable: []Part{PartValidity},
		want:       []string{"error time-format"},
	},
}

// lasting makes the validity last that many seconds, both ends included.
func lasting(seconds int64) edit {
	return func(c *gen.Cert) {
		c.NotAfter = gen.Time{Time: c.NotBefore.Add(time.Duration(seconds-1) * time.Second)}
	}
}
