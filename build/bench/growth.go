package main

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"sealglass/cert"
	"sealglass/lints"
	"sealglass/testdata/gen"
)

// growthSizes are how many of a thing a certificate has, each ten times as many
// as the one before: the cost grows with the size where the time does the same.
var growthSizes = [...]int{10, 100, 1000}

// growth prints how long reading a certificate and judging it by all rules takes
// as its names, policies or extensions grow.
func growth([]sample) error {
	rules, now := lints.Catalogue(), time.Now()
	things := []struct {
		name string
		add  func(c *gen.Cert, n int)
	}{
		{"mailboxes in the subjectAltName", addMailboxes},
		{"policies", addPolicies},
		{"extensions", addExtensions},
		{"organizational units in the subject", addUnits},
	}
	heading := fmt.Sprintf("Read and judged by %d rules, by the number of\t%d\t%d\t%d\tgrowth for each ten times as many",
		len(rules), growthSizes[0], growthSizes[1], growthSizes[2])
	return printTable(heading, func(row func(string, ...any)) error {
		for _, thing := range things {
			var took [len(growthSizes)]time.Duration
			for i, n := range growthSizes {
				c := gen.Leaf("sponsor", "multipurpose")
				thing.add(c, n)
				der := c.Encode()
				took[i] = best(func() { judge(cert.Parse(der), rules, now) })
			}
			row("%s\t%s\t%s\t%s\t%.1f, %.1f", thing.name, took[0], took[1], took[2],
				float64(took[1])/float64(took[0]), float64(took[2])/float64(took[1]))
		}
		return nil
	})
}

// best is the shortest time of some runs: what else a machine does makes a run
// longer only.
func best(do func()) time.Duration {
	var times []time.Duration
	for range 4 * passes {
		start := time.Now()
		do()
		times = append(times, time.Since(start))
	}
	return slices.Min(times).Round(time.Microsecond)
}

func addMailboxes(c *gen.Cert, n int) {
	names := make([][]byte, n)
	for i := range names {
		names[i] = gen.RFC822Name("erika" + strconv.Itoa(i) + "@example.com")
	}
	c.SetExtension(gen.SubjectAltName(names...))
}

func addPolicies(c *gen.Cert, n int) {
	policies := []cert.OID{gen.Reserved("sponsor", "multipurpose")}
	for i := range n {
		policies = append(policies, cert.OID("1.3.6.1.4.1.99999."+strconv.Itoa(i)))
	}
	c.SetExtension(gen.Policies(policies...))
}

func addExtensions(c *gen.Cert, n int) {
	for i := range n {
		c.AddExtension(gen.Extension{OID: cert.OID("1.3.6.1.4.1.99999." + strconv.Itoa(i)), Value: gen.Null()})
	}
}

func addUnits(c *gen.Cert, n int) {
	for i := range n {
		c.Subject.Add(cert.OIDOrganizationalUnitName, gen.UTF8, "Unit "+strconv.Itoa(i))
	}
}
