package cert_test

import (
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// outside are the names of the leaf that the constraints do not allow.
func outside(constraints gen.Extension, leaf *gen.Cert) ([]cert.Outside, bool) {
	ca := gen.SubCA()
	ca.SetExtension(constraints)
	return cert.Parse(ca.Encode()).NameConstraints.Outside(cert.Parse(leaf.Encode()))
}

func TestOutside(t *testing.T) {
	mail := func(bases ...string) [][]byte {
		var list [][]byte
		for _, b := range bases {
			list = append(list, gen.Subtree(gen.RFC822Name(b)))
		}
		return list
	}
	address := func(names ...[]byte) func(*gen.Cert) {
		return func(c *gen.Cert) { c.SetExtension(gen.SubjectAltName(names...)) }
	}
	jo := address(gen.RFC822Name("jo@mail.example.com"))
	directory := func(pairs ...string) []byte { return gen.Subtree(gen.DirectoryName(gen.NewName(pairs...))) }
	german := []string{string(cert.OIDCountryName), "DE"}
	for name, c := range map[string]struct {
		permitted, excluded [][]byte
		edit                func(*gen.Cert)
		want                string // texts of the names outside; those that are excluded with a "-"
	}{
		"host":                {mail("mail.example.com"), nil, jo, ""},
		"host, case":          {mail("MAIL.example.COM"), nil, jo, ""},
		"host above":          {mail("example.com"), nil, jo, "jo@mail.example.com;"},
		"domain":              {mail(".example.com"), nil, jo, ""},
		"domain itself":       {mail(".mail.example.com"), nil, jo, "jo@mail.example.com;"},
		"address":             {mail("jo@mail.example.com"), nil, jo, ""},
		"address, other case": {mail("Jo@mail.example.com"), nil, jo, "jo@mail.example.com;"},
		"another address":     {mail("ann@mail.example.com"), nil, jo, "jo@mail.example.com;"},
		"one of two":          {mail("example.org", ".example.com"), nil, jo, ""},
		"every host":          {mail(""), nil, jo, ""},
		"excluded":            {nil, mail(".example.com"), jo, "-jo@mail.example.com;"},
		"both":                {mail(".example.com"), mail("mail.example.com"), jo, "-jo@mail.example.com;"},
		"no subtrees of it":   {[][]byte{gen.Subtree(gen.DNSName("example.org"))}, nil, jo, ""},
		"SmtpUTF8Mailbox":     {mail("example.org"), nil, address(gen.SmtpUTF8Mailbox("jö@example.com")), "jö@example.com;"},
		"host in U-labels":    {mail("xn--bcher-kva.example"), nil, address(gen.SmtpUTF8Mailbox("jo@bücher.example")), ""},
		"no address":          {mail("example.org"), nil, address(gen.RFC822Name("jo")), "jo;"},
		"a broken name":       {mail("example.org"), nil, address(gen.RFC822Name("j\xff@example.com")), ""},
		"a broken subtree":    {mail("example.org", "\xff"), nil, jo, ""},
		"names not judged":    {mail("example.org"), nil, address(gen.DNSName("example.com"), gen.UPN("a@example.com")), ""},
		"in the subject": {mail("example.org"), nil, func(c *gen.Cert) {
			c.RemoveExtension(cert.OIDSubjectAltName)
			c.Subject.Add(cert.OIDEmailAddress, gen.IA5, "jo@example.com")
		}, "jo@example.com;"},
		"subject beside a SAN": {mail(".example.com"), nil, func(c *gen.Cert) { jo(c); c.Subject.Add(cert.OIDEmailAddress, gen.IA5, "jo@example.org") }, ""},
		"directory": {[][]byte{directory(german...)}, nil, func(c *gen.Cert) {
			c.Subject = gen.NewName(string(cert.OIDCountryName), "de", string(cert.OIDCommonName), "Jo")
		}, ""},
		"directory, other":    {[][]byte{directory(german...)}, nil, func(*gen.Cert) {}, "the subject;"},
		"empty subject":       {[][]byte{directory(german...)}, nil, func(c *gen.Cert) { c.Subject = gen.Name{Raw: gen.Sequence()} }, ""},
		"directory, excluded": {nil, [][]byte{gen.Subtree(gen.DNSName("x")), directory(german...)}, func(c *gen.Cert) { c.Subject = gen.NewName(german...) }, "-the subject;"},
		"directory in the SAN": {[][]byte{directory(german...)}, nil, func(c *gen.Cert) {
			c.Subject = gen.NewName(german...)
			c.SetExtension(gen.SubjectAltName(gen.DirectoryName(gen.NewName(string(cert.OIDCountryName), "FR"))))
		}, "the directoryName in subjectAltName;"},
	} {
		leaf := gen.Leaf("mailbox", "strict")
		c.edit(leaf)
		got := ""
		names, complete := outside(gen.NameConstraints(c.permitted, c.excluded), leaf)
		for _, o := range names {
			if o.Excluded {
				got += "-"
			}
			got += o.Text + ";"
			if o.Length == 0 {
				t.Errorf("%s: a name without bytes", name)
			}
		}
		if got != c.want || !complete {
			t.Errorf("%s: outside are %q, want %q", name, got, c.want)
		}
	}
	var absent *cert.NameConstraints
	if names, complete := absent.Outside(cert.Parse(gen.Leaf("mailbox", "strict").Encode())); names != nil || !complete {
		t.Error("no constraints, and yet names are outside")
	}
}

// TestMaxConstraintPairs compares as many pairs as is allowed, one fewer and one
// more; each name counts once for each subtree.
func TestMaxConstraintPairs(t *testing.T) {
	const subtrees = 512
	list := func(n int, one func() []byte) [][]byte {
		all := make([][]byte, n)
		for i := range all {
			all[i] = one()
		}
		return all
	}
	permitted := list(subtrees, func() []byte { return gen.Subtree(gen.RFC822Name("a")) })
	for _, names := range []int{cert.MaxConstraintPairs/subtrees - 1, cert.MaxConstraintPairs / subtrees, cert.MaxConstraintPairs/subtrees + 1} {
		leaf := gen.Leaf("mailbox", "strict")
		leaf.Subject = gen.Name{Raw: gen.Sequence()}
		leaf.SetExtension(gen.SubjectAltName(list(names, func() []byte { return gen.RFC822Name("x@b") })...))
		got, complete := outside(gen.NameConstraints(permitted, nil), leaf)
		if over := names*subtrees > cert.MaxConstraintPairs; complete == over || len(got) != min(names, cert.MaxConstraintPairs/subtrees) {
			t.Errorf("%d names: %d outside, complete %v", names, len(got), complete)
		}
	}
}
