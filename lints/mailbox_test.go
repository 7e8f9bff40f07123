package lints

import (
	"strings"
	"testing"
)

func TestParseMailbox(t *testing.T) {
	for _, c := range []struct {
		text, local, domain string
	}{
		{"jo@example.com", "jo", "example.com"},
		{"jo.do+tag@example.com", "jo.do+tag", "example.com"},
		{"!#$%&'*+-/=?^_`{|}~@x", "!#$%&'*+-/=?^_`{|}~", "x"},
		{`"jo do"@example.com`, `"jo do"`, "example.com"},
		{`"a@b"@example.com`, `"a@b"`, "example.com"},
		{`"a\"b"@example.com`, `"a\"b"`, "example.com"},
		{`""@example.com`, `""`, "example.com"},
		{`"a\ b\~"@example.com`, `"a\ b\~"`, "example.com"},
		{"AZaz09@AZ.az09", "AZaz09", "AZ.az09"},
		{"jö@example.com", "jö", "example.com"},
		{"j\u0080@example.com", "j\u0080", "example.com"},
		{"jo@\u0080.example", "jo", "\u0080.example"},
		{"jo@bücher.example", "jo", "bücher.example"},
		{"AAA@123BBB", "AAA", "123BBB"},
		{"jo@a--b.1", "jo", "a--b.1"},
		{"jo@[192.0.2.1]", "jo", "[192.0.2.1]"},
		{"jo@[IPv6:2001:db8::1]", "jo", "[IPv6:2001:db8::1]"},
		{"jo@[x400:c=de]", "jo", "[x400:c=de]"},
		{strings.Repeat("a", 300) + "@example.com", strings.Repeat("a", 300), "example.com"},
	} {
		local, domain, problem := parseMailbox(c.text)
		if local != c.local || domain != c.domain || problem != "" {
			t.Errorf("%q: %q at %q, problem %q", c.text, local, domain, problem)
		}
	}
}

func TestParseMailboxProblems(t *testing.T) {
	for text, want := range map[string]string{
		"":                         "it is empty",
		"\xff@example.com":         "it is not UTF-8",
		"Jo":                       "it has no @",
		"Jo <jo@example.com>":      `the part before the @ has the character " "`,
		"<jo@example.com>":         `the part before the @ has the character "<"`,
		" jo@example.com":          `the part before the @ has the character " "`,
		"mailto:jo@example.com":    `the part before the @ has the character ":"`,
		"jo@example.com ":          `the domain has the character " "`,
		"a@x.org;b@x.org":          `the domain has the character ";"`,
		"a@x.org,b@x.org":          `the domain has the character ","`,
		"a@x.org b@x.org":          `the domain has the character " "`,
		"a@b@x.org":                `the domain has the character "@"`,
		"@example.com":             "the part before the @ is empty",
		"jo@":                      "the part after the @ is empty",
		".jo@example.com":          "the part before the @ has a dot without characters on both sides",
		"jo.@example.com":          "the part before the @ has a dot without characters on both sides",
		"j..o@example.com":         "the part before the @ has a dot without characters on both sides",
		"jo@example..com":          "the domain has an empty label",
		"jo@example.com.":          "the domain has an empty label",
		"jo@.example.com":          "the domain has an empty label",
		"jo@-example.com":          "a label of the domain begins or ends with a hyphen",
		"jo@example-.com":          "a label of the domain begins or ends with a hyphen",
		"jo@exam_ple.com":          `the domain has the character "_"`,
		`"jo@example.com`:          "the quoted local part does not end",
		`"jo"x@example.com`:        "no @ follows the quoted local part",
		`"jo"`:                     "no @ follows the quoted local part",
		`"jo\`:                     "a backslash in the local part quotes no character",
		"\"jo\x07\"@example.com":   "the local part has a control character",
		"\"jo\x7f\"@example.com":   "the local part has a control character",
		"\"jo\\\x7f\"@example.com": "a backslash in the local part quotes no character",
		"jo@[a]b]":                 `the address in brackets has the character "]"`,
		"jo@[a[b]":                 `the address in brackets has the character "["`,
		"jo\x00@example.com":       `the part before the @ has the character "\x00"`,
		"jo@[192.0.2.256]":         "the IPv4 address in brackets is none",
		"jo@[192.0.2]":             "the IPv4 address in brackets is none",
		"jo@[1.2.3.0004]":          "the IPv4 address in brackets is none",
		"jo@[IPv6:]":               "the IPv6 address in brackets is none",
		"jo@[IPv6:g::1]":           "the IPv6 address in brackets is none",
		"jo@[192.0.2.1":            "the address in brackets does not end",
		"jo@[a b]":                 `the address in brackets has the character " "`,
		"jo@[:x]":                  "the address in brackets is of no known form",
		"jo@[x:]":                  "the address in brackets is of no known form",
	} {
		if local, domain, problem := parseMailbox(text); problem != want || local != "" || domain != "" {
			t.Errorf("%q: %q at %q, problem %q, want %q", text, local, domain, problem, want)
		}
	}
}

func TestMailboxKey(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"jo@example.com", "jo@EXAMPLE.com", true},
		{"Jo@example.com", "jo@example.com", false},
		{"jo@bücher.example", "jo@xn--bcher-kva.example", true},
		{"jo@BÜCHER.example", "jo@xn--bcher-kva.EXAMPLE", true},
		{"jo@bucher.example", "jo@xn--bcher-kva.example", false},
		{`"jo"@example.com`, "jo@example.com", false},
		{"jö@example.com", "jö@Example.com", true},
		{"jo@[IPv6:2001:DB8::1]", "jo@[IPv6:2001:db8::1]", true},
	} {
		if got := key(t, c.a) == key(t, c.b); got != c.same {
			t.Errorf("%q and %q: same is %t", c.a, c.b, got)
		}
	}
}

func key(t *testing.T, text string) string {
	t.Helper()
	local, domain, problem := parseMailbox(text)
	if problem != "" {
		t.Fatalf("%q: %s", text, problem)
	}
	return mailboxKey(local, domain)
}

func FuzzParseMailbox(f *testing.F) {
	for _, seed := range []string{"jo@example.com", `"j\"o"@[IPv6:::1]`, "ö@ö.ö", "a@@", "@["} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		local, domain, problem := parseMailbox(text)
		if problem == "" && local+"@"+domain != text {
			t.Errorf("%q was read as %q at %q", text, local, domain)
		}
		if problem == "" && mailboxKey(local, domain) != mailboxKey(local, asciiDomain(domain)) {
			t.Errorf("%q: the key changes with a second folding", text)
		}
	})
}
