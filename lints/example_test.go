package lints_test

import (
	"fmt"
	"slices"
	"time"

	"sealglass/cert"
	"sealglass/lints"
	"sealglass/testdata/gen"
)

// A certificate is classified and judged by every rule; each has an outcome.
func ExampleRun() {
	short := gen.Leaf("mailbox", "strict")
	short.NotAfter = gen.At("2031-02-01")
	c := cert.Parse(short.Encode())
	class := lints.Classify(c, lints.Override{})
	result := lints.Run(&lints.Subject{
		Cert: c, Role: class.Role, Profile: class.Profile, Generation: class.Generation, ProfileFrom: class.From,
		Now: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC),
	}, lints.Catalogue())
	for _, f := range result.Findings {
		if f.Severity == lints.Error {
			fmt.Printf("%s (%s): %s\n", f.Rule, f.Section, f.At[0].Got)
		}
	}
	outcomes := map[lints.Outcome]int{}
	for _, o := range result.Outcomes {
		outcomes[o.Outcome]++
	}
	fmt.Println(len(result.Outcomes) == len(lints.Catalogue()), outcomes[lints.Failed] > 0, outcomes[lints.CouldNotRun])
	// Output:
	// validity-too-long (6.3.2): 1826 days
	// true true 0
}

// A rule is data: what it demands, of whom, from when, and how it says so.
func ExampleCatalogue() {
	rules := lints.Catalogue()
	i := slices.IndexFunc(rules, func(r lints.Rule) bool { return r.ID == "key-usage-missing" })
	r := rules[i]
	fmt.Println(r.Source, r.Section, r.Severity)
	fmt.Println(r.Title)
	fmt.Println(r.Explanation)
	fmt.Println(r.Remedy)
	// Output:
	// sbr 7.1.2.3(e) error
	// The certificate does not say what its key may do
	// Key usage tells mail programs whether the key is for signing, for encryption or for both. Without it some use it for everything and others refuse it.
	// Only the issuer can change this: ask for a new certificate and send them this report.
}

// As what a certificate is judged, and how that is known.
func ExampleClassify() {
	c := cert.Parse(gen.Leaf("sponsor", "multipurpose").Encode())
	class := lints.Classify(c, lints.Override{})
	fmt.Println(class.Profile == lints.Sponsor, class.Generation == lints.Multipurpose, class.From)
	class = lints.Classify(c, lints.Override{Profile: lints.Mailbox, Generation: lints.Strict})
	fmt.Println(class.Profile == lints.Mailbox, class.Generation == lints.Strict, class.From)
	// Output:
	// true true policy
	// true true override
}
