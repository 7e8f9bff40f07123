package inspect_test

import (
	"bytes"
	"fmt"
	"os"
	"time"

	"sealglass/cert"
	"sealglass/inspect"
	"sealglass/testdata/gen"
	"sealglass/trust"
)

// today is the day on which the examples look at certificates: the package reads
// no clock.
var today = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

// What a program does with the bytes of a file: every input has a report, also
// one that holds no certificate.
func Example() {
	renewed := gen.Leaf("sponsor", "strict")
	renewed.RemoveExtension(cert.OIDKeyUsage)
	files := []inspect.Input{
		{Name: "erika.pem", Data: gen.PEM("CERTIFICATE", renewed.Encode())}, // os.ReadFile("erika.pem")
		{Name: "erika.key", Data: gen.PEM("PRIVATE KEY", []byte{0x30, 0})},
	}
	report := inspect.Inspect(files, inspect.Options{Now: today})
	for _, in := range report.Inputs {
		if in.Error != nil {
			fmt.Printf("%s: %s\n", in.Name, in.Error.Message)
		}
		for _, c := range in.Certificates {
			fmt.Printf("%s: for %s, %s (%s)\n", in.Name, c.Summary.Mailboxes[0], c.Verdict, c.Summary.Reason)
			for _, f := range c.Findings {
				fmt.Printf("  %s %s: %s (%s)\n", f.Severity, f.Section, f.Title, f.Rule)
			}
		}
	}
	// Output:
	// erika.pem: for erika.mustermann@example.com, remarks (issuer-errors)
	//   error 7.1.2.3(e): The certificate does not say what its key may do (key-usage-missing)
	// erika.key: This is a private key. Keep it secret. It was not displayed and not kept. Choose the certificate (.cer, .crt, .pem) instead.
}

// A certificate is judged by the rules of its day of issue. Another day, or another
// profile, is asked for by the options; Check says what is wrong with them.
func ExampleOptions() {
	leaf := gen.Leaf("mailbox", "multipurpose")
	leaf.SetExtension(gen.ExtKeyUsage(cert.OIDEmailProtection, cert.OIDClientAuth))
	data := leaf.Encode()
	for _, options := range []inspect.Options{
		{},
		{Profile: "mailbox-strict"},
		{AsOf: "2027-08-01"},
		{AsOf: "next week"},
	} {
		options.Now = today
		if err := options.Check(); err != nil {
			fmt.Println(err)
			continue
		}
		c := inspect.Inspect([]inspect.Input{{Data: bytes.Clone(data)}}, options).Inputs[0].Certificates[0]
		fmt.Println(c.Profile, c.Generation, c.ProfileFrom, c.Checks.Failed)
	}
	// Output:
	// mailbox multipurpose policy 0
	// mailbox strict override 1
	// mailbox multipurpose policy 0
	// as-of next week is no day: write issued, today, or a date such as 2025-07-16
}

// Who stands behind a certificate is found among all inputs, and in the list of
// roots that Mozilla trusts for email.
func ExampleChained() {
	options := inspect.Options{Now: today, Chain: trust.Find}
	report := inspect.Inspect([]inspect.Input{
		{Name: "erika.cer", Data: gen.Leaf("sponsor", "strict").Encode()},
		{Name: "issuer.cer", Data: gen.SubCA().Encode()},
	}, options)
	chain := inspect.Chained(report, options).Inputs[0].Certificates[0].Chain
	fmt.Println(chain.State)
	for _, link := range chain.Paths[0].Links {
		fmt.Println(link.Status, link.Name)
	}
	// Output:
	// incomplete
	// holds Erika Mustermann, Beispiel Handels GmbH
	// unchecked Sample S/MIME Issuing CA 1, Sample Trust GmbH
}

// What differs between a certificate and the one that renews it.
func ExampleCompare() {
	older, newer := gen.Leaf("mailbox", "strict"), gen.Leaf("mailbox", "strict")
	newer.NotBefore, newer.NotAfter = gen.At("2026-10-20"), gen.At("2028-01-01")
	in := inspect.Inspect([]inspect.Input{{Data: newer.Encode()}, {Data: older.Encode()}}, inspect.Options{Now: today}).Inputs
	c := inspect.Compare(&in[0].Certificates[0], &in[1].Certificates[0])
	fmt.Println("same key:", c.SameKey)
	for _, topic := range c.Topics {
		if !topic.Equal {
			fmt.Println(topic.Kind, topic.Old, topic.New)
		}
	}
	// Output:
	// same key: true
	// from [2026-02-02T00:00:00Z] [2026-10-20T00:00:00Z]
	// until [2027-02-01T23:59:59Z] [2028-01-01T00:00:00Z]
}

// What an input is, by its content alone, before anything in it is read.
func ExampleSniff() {
	for _, text := range []string{"", "%PDF-1.7\n", "-----BEGIN PGP PUBLIC KEY BLOCK-----\n", string(gen.PEM("CERTIFICATE", gen.Root().Encode()))} {
		found := inspect.Sniff([]byte(text))
		fmt.Println(found.Kind, len(found.Certificates))
	}
	// Output:
	// empty 0
	// pdf 0
	// openpgp 0
	// pem 1
}

// The report as a JSON document, which web/report.schema.json describes.
func ExampleAppendJSON() {
	report := inspect.Inspect([]inspect.Input{{Name: "empty.cer"}}, inspect.Options{Now: today})
	os.Stdout.Write(inspect.AppendJSON(nil, report))
	// Output:
	// {"schema":1,"tool":{"version":"0.1.0","rules":"S/MIME BR 1.0.16","zlint":""},"asOf":"issued","inputs":[{"name":"empty.cer","kind":"empty","error":{"code":"empty","message":"This file is empty. Choose the certificate file again, or ask for it once more."},"message":null,"keys":[],"lists":[],"certificates":[]}]}
}
