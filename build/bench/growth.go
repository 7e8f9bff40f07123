package main

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"sealglass/cert"
	"sealglass/container"
	"sealglass/inspect"
	"sealglass/lints"
	"sealglass/revocation"
	"sealglass/testdata/gen"
	"sealglass/trust"
)

// growthSizes are how many of a thing there are, each ten times as many as the one
// before: the cost grows with the size where the time does the same.
var growthSizes = [...]int{10, 100, 1000}

// mostGrowth is how many times as long ten times as much may take: a tenth of the
// time in larger memory is allowed for, a cost with the square of the size is not.
const mostGrowth = 12

// growth prints how long reading a certificate and judging it by all rules takes
// as its names, policies or extensions grow, and the report on a longer message, or
// on more files.
func growth(_ []sample, f *figures) error {
	rules, now := lints.Catalogue(), time.Now()
	certificate := func(add func(c *gen.Cert, n int)) func(n int) func() {
		return func(n int) func() {
			c := gen.Leaf("sponsor", "multipurpose")
			add(c, n)
			der := c.Encode()
			return func() { judge(cert.Parse(der), rules, now) }
		}
	}
	report := func(inputs func(n int) []inspect.Input) func(n int) func() {
		options := inspect.Options{Now: now, Open: container.Opener(nil), Chain: trust.Find, Revocation: revocation.Check}
		return func(n int) func() {
			in := inputs(n)
			return func() { inspect.Inspect(in, options) }
		}
	}
	things := []struct {
		name string
		of   func(n int) func() // what is done with so many
	}{
		{"mailboxes in the subjectAltName", certificate(addMailboxes)},
		{"policies", certificate(addPolicies)},
		{"extensions", certificate(addExtensions)},
		{"organizational units in the subject", certificate(addUnits)},
		{"kB in a signed message", report(message)},
		{"files with a certificate", report(files)},
	}
	heading := fmt.Sprintf("Read and judged by %d rules, by the number of\t%d\t%d\t%d\tgrowth for each ten times as many",
		len(rules), growthSizes[0], growthSizes[1], growthSizes[2])
	return printTable(heading, func(row func(string, ...any)) error {
		for _, thing := range things {
			var took [len(growthSizes)]time.Duration
			var first, second float64
			for range 3 { // other programs may be running
				for i, n := range growthSizes {
					took[i] = min(cmp.Or(took[i], time.Hour), best(thing.of(n)))
				}
				first, second = float64(took[1])/float64(took[0]), float64(took[2])/float64(took[1])
				if max(first, second) <= mostGrowth {
					break
				}
			}
			f.Growth = max(f.Growth, first, second)
			row("%s\t%s\t%s\t%s\t%.1f, %.1f", thing.name, took[0], took[1], took[2], first, second)
		}
		return nil
	})
}

// growsEvenly is an error where something took more than mostGrowth times as long.
func (f *figures) growsEvenly() error {
	if f.Growth <= mostGrowth {
		return nil
	}
	return fmt.Errorf("bench: ten times as much of something takes %.1f times as long, and at most %d times is wanted; where it does so on a quiet machine too, its cost grows faster than its size", f.Growth, mostGrowth)
}

// message is a signed mail of n kB.
func message(n int) []inspect.Input {
	const line = "The quick brown fox jumps over the lazy dog, and\r\n" // 50 bytes
	leaf := gen.Leaf("sponsor", "multipurpose")
	signer := &gen.Signer{Key: gen.RSA(2048), ID: gen.IssuerAndSerial(leaf), SigningTime: gen.Text(gen.UTCTime, "260304050607Z")}
	entity := gen.Entity("text/plain; charset=us-ascii", strings.Repeat(line, n*1000/len(line)))
	mail := gen.Mail(gen.SignedEntity(entity, signer, leaf.Encode(), gen.SubCA().Encode()), "From: <"+gen.Mailbox+">")
	return []inspect.Input{{Name: "message.eml", Data: []byte(mail)}}
}

// files are n certificates in a file each, and the same but for the signature.
func files(n int) []inspect.Input {
	der := gen.Leaf("sponsor", "multipurpose").Encode()
	inputs := make([]inspect.Input, n)
	for i := range inputs {
		inputs[i] = inspect.Input{Name: strconv.Itoa(i) + ".cer", Data: signedAnew(der, i)}
	}
	return inputs
}

// best is the shortest time of some runs: what else a machine does makes a run
// longer only. Garbage is collected between them: a short run would have none.
func best(do func()) time.Duration {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	var times []time.Duration
	for range 4 * passes {
		runtime.GC()
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
