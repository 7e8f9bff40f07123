package chain

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

// strange is an extension that no program knows.
func strange(critical bool) gen.Extension {
	return gen.Extension{OID: "1.2.3.4", Critical: critical, Value: gen.Null()}
}

// usages change what keys may be used for, and who may issue.
var usages = []edit{
	{"the CA is none", func(b *bundle) { b.ca().SetExtension(gen.BasicConstraints(false, gen.NoPathLen)) }},
	{"the CA has no basicConstraints", func(b *bundle) { b.ca().RemoveExtension(cert.OIDBasicConstraints) }},
	{"the CA has basicConstraints twice", func(b *bundle) { b.ca().AddExtension(gen.BasicConstraints(true, gen.NoPathLen)) }},
	{"the CA's path length is negative", func(b *bundle) {
		b.ca().SetExtension(gen.Extension{OID: cert.OIDBasicConstraints, Critical: true, Value: gen.Sequence(gen.Bool(true), gen.Integer(-1))})
	}},
	{"a CA too many", func(b *bundle) { b.below(b.name("CA below")) }},
	{"a CA too many, issued for itself", func(b *bundle) { b.below(b.ca().Subject) }},
	{"a CA too many below the root", func(b *bundle) {
		b.root().SetExtension(gen.BasicConstraints(true, 0))
		b.ca().SetExtension(gen.BasicConstraints(true, gen.NoPathLen))
		b.below(b.name("CA below"))
	}},
	{"the CA may not sign certificates", func(b *bundle) { b.ca().SetExtension(gen.KeyUsage(cert.CRLSign)) }},
	{"the CA has no keyUsage", func(b *bundle) { b.ca().RemoveExtension(cert.OIDKeyUsage) }},
	{"the root may not sign certificates", func(b *bundle) { b.root().SetExtension(gen.KeyUsage(cert.CRLSign)) }},
	{"the leaf is for encryption alone", func(b *bundle) { b.leaf.SetExtension(gen.KeyUsage(cert.KeyEncipherment)) }},
	{"the leaf is for nonRepudiation", func(b *bundle) { b.leaf.SetExtension(gen.KeyUsage(cert.NonRepudiation)) }},
	{"the leaf has no keyUsage", func(b *bundle) { b.leaf.RemoveExtension(cert.OIDKeyUsage) }},
	{"the leaf is a CA's", func(b *bundle) { b.leaf.AddExtension(gen.BasicConstraints(true, gen.NoPathLen)) }},
	{"the leaf is for websites", func(b *bundle) { b.leaf.SetExtension(gen.ExtKeyUsage(cert.OIDServerAuth)) }},
	{"the leaf is for any purpose", func(b *bundle) { b.leaf.SetExtension(gen.ExtKeyUsage(cert.OIDAnyExtendedKeyUsage)) }},
	{"the leaf has no extKeyUsage", func(b *bundle) { b.leaf.RemoveExtension(cert.OIDExtKeyUsage) }},
	{"the CA is for websites", func(b *bundle) { b.ca().SetExtension(gen.ExtKeyUsage(cert.OIDServerAuth)) }},
	{"the CA is for mail and websites", func(b *bundle) { b.ca().SetExtension(gen.ExtKeyUsage(cert.OIDServerAuth, cert.OIDEmailProtection)) }},
	{"the CA is for any purpose", func(b *bundle) { b.ca().SetExtension(gen.ExtKeyUsage(cert.OIDAnyExtendedKeyUsage)) }},
	{"the CA has no extKeyUsage", func(b *bundle) { b.ca().RemoveExtension(cert.OIDExtKeyUsage) }},
	{"the leaf has an unknown critical extension", func(b *bundle) { b.leaf.AddExtension(strange(true)) }},
	{"the leaf has an unknown extension", func(b *bundle) { b.leaf.AddExtension(strange(false)) }},
	{"the CA has an unknown critical extension", func(b *bundle) { b.ca().AddExtension(strange(true)) }},
	{"the root has an unknown critical extension", func(b *bundle) { b.root().AddExtension(strange(true)) }},
}

// below puts a CA between the leaf and its issuer.
func (b *bundle) below(subject gen.Name) {
	c := b.another("", "CA below")
	c.Subject = subject
	c.IssuedBy(b.ca(), b.key())
	b.leaf.IssuedBy(c, gen.P256("CA below"))
	b.cas = append([]*gen.Cert{c}, b.cas...)
}

// named gives the leaf these names and its CA these constraints.
func named(names [][]byte, permitted, excluded [][]byte) func(b *bundle) {
	return func(b *bundle) {
		b.leaf.SetExtension(gen.SubjectAltName(names...))
		b.ca().SetExtension(gen.NameConstraints(permitted, excluded))
	}
}

func list(names ...[]byte) [][]byte { return names }

func trees(names ...[]byte) [][]byte {
	for i := range names {
		names[i] = gen.Subtree(names[i])
	}
	return names
}

var organization = gen.NewName(string(cert.OIDCountryName), "DE", string(cert.OIDOrganizationName), gen.Organization)

// constraints change the names of the leaf and the constraints of its CA.
var constraints = []edit{
	{"a mailbox of the host", named(list(gen.RFC822Name("a@example.com")), trees(gen.RFC822Name("example.com")), nil)},
	{"a mailbox in other letters", named(list(gen.RFC822Name("A@EXAMPLE.com")), trees(gen.RFC822Name("example.COM")), nil)},
	{"a mailbox below the host", named(list(gen.RFC822Name("a@mail.example.com")), trees(gen.RFC822Name("example.com")), nil)},
	{"a mailbox below the domain", named(list(gen.RFC822Name("a@mail.example.com")), trees(gen.RFC822Name(".example.com")), nil)},
	{"a mailbox of the domain itself", named(list(gen.RFC822Name("a@example.com")), trees(gen.RFC822Name(".example.com")), nil)},
	{"the mailbox", named(list(gen.RFC822Name("a@example.com")), trees(gen.RFC822Name("a@example.com")), nil)},
	{"the mailbox, its local part in other letters", named(list(gen.RFC822Name("A@example.com")), trees(gen.RFC822Name("a@example.com")), nil)},
	{"an empty subtree", named(list(gen.RFC822Name("a@example.com")), trees(gen.RFC822Name("")), nil)},
	{"one of two permitted hosts", named(list(gen.RFC822Name("a@example.com")), trees(gen.RFC822Name("example.org"), gen.RFC822Name("example.com")), nil)},
	{"a second mailbox outside", named(list(gen.RFC822Name("a@example.com"), gen.RFC822Name("a@example.org")), trees(gen.RFC822Name("example.com")), nil)},
	{"a mailbox of an excluded host", named(list(gen.RFC822Name("a@example.com")), nil, trees(gen.RFC822Name("example.com")))},
	{"a mailbox of another host than the excluded", named(list(gen.RFC822Name("a@example.com")), nil, trees(gen.RFC822Name("example.org")))},
	{"a mailbox both permitted and excluded", named(list(gen.RFC822Name("a@example.com")), trees(gen.RFC822Name("example.com")), trees(gen.RFC822Name("a@example.com")))},
	{"constraints of websites", named(list(gen.RFC822Name("a@example.com")), trees(gen.DNSName("example.org")), nil)},
	{"an international mailbox of the host", named(list(gen.SmtpUTF8Mailbox("ä@example.com")), trees(gen.RFC822Name("example.com")), nil)},
	{"an international mailbox of another host", named(list(gen.SmtpUTF8Mailbox("ä@example.org")), trees(gen.RFC822Name("example.com")), nil)},
	{"an international mailbox of an excluded host", named(list(gen.SmtpUTF8Mailbox("ä@example.com")), nil, trees(gen.RFC822Name("example.com")))},
	{"a UPN where another is excluded", named(list(gen.UPN("a@example.com")), nil, trees(gen.UPN("b@example.com")))},
	{"the subject in its directory", named(list(gen.RFC822Name("a@example.com")), trees(gen.DirectoryName(organization)), nil)},
	{"the subject in another directory", named(list(gen.RFC822Name("a@example.com")), trees(gen.DirectoryName(gen.NewName(string(cert.OIDCountryName), "AT"))), nil)},
	{"the subject in an excluded directory", named(list(gen.RFC822Name("a@example.com")), nil, trees(gen.DirectoryName(organization)))},
	{"a subtree with a minimum", named(list(gen.RFC822Name("a@example.com")), list(gen.Subtree(gen.RFC822Name("example.com"), gen.Minimum(1))), nil)},
	{"an address in the subject alone, outside", func(b *bundle) {
		b.leaf.RemoveExtension(cert.OIDSubjectAltName)
		b.leaf.Subject.Set(cert.OIDEmailAddress, "a@example.org")
		b.ca().SetExtension(gen.NameConstraints(trees(gen.RFC822Name("example.com")), nil))
	}},
	{"an address in the subject outside, beside another", func(b *bundle) {
		b.leaf.Subject.Set(cert.OIDEmailAddress, "a@example.org")
		b.ca().SetExtension(gen.NameConstraints(trees(gen.RFC822Name("example.com")), nil))
	}},
	{"constraints of the root", func(b *bundle) {
		b.root().SetExtension(gen.NameConstraints(trees(gen.RFC822Name("example.org")), nil))
	}},
	{"constraints of the CA above", func(b *bundle) {
		b.below(b.name("CA below"))
		b.cas[1].SetExtension(gen.BasicConstraints(true, 1))
		b.cas[1].SetExtension(gen.NameConstraints(nil, trees(gen.RFC822Name("example.com"))))
	}},
}

// policyEdits change policies.
var policyEdits = []edit{
	{"a policy is demanded and there", func(b *bundle) { b.ca().AddExtension(gen.PolicyConstraints(gen.RequireExplicitPolicy(0))) }},
	{"a policy is demanded and another there", func(b *bundle) {
		b.ca().AddExtension(gen.PolicyConstraints(gen.RequireExplicitPolicy(0)))
		b.leaf.SetExtension(gen.Policies("1.2.3"))
	}},
	{"a policy is demanded and none there", func(b *bundle) {
		b.ca().AddExtension(gen.PolicyConstraints(gen.RequireExplicitPolicy(0)))
		b.leaf.RemoveExtension(cert.OIDCertificatePolicies)
	}},
	{"another policy, and none is demanded", func(b *bundle) { b.leaf.SetExtension(gen.Policies("1.2.3")) }},
	{"any policy of the CA covers the demanded", func(b *bundle) {
		b.ca().SetExtension(gen.Policies(cert.OIDAnyPolicy))
		b.ca().AddExtension(gen.PolicyConstraints(gen.RequireExplicitPolicy(0)))
	}},
	{"any policy of the leaf covers the demanded", func(b *bundle) {
		b.ca().AddExtension(gen.PolicyConstraints(gen.RequireExplicitPolicy(0)))
		b.leaf.SetExtension(gen.Policies(cert.OIDAnyPolicy))
	}},
	{"any policy is inhibited", func(b *bundle) {
		b.ca().AddExtension(gen.PolicyConstraints(gen.RequireExplicitPolicy(0)))
		b.ca().AddExtension(gen.InhibitAnyPolicy(0))
		b.leaf.SetExtension(gen.Policies(cert.OIDAnyPolicy))
	}},
	{"a mapped policy is demanded", func(b *bundle) {
		b.ca().AddExtension(gen.PolicyConstraints(gen.RequireExplicitPolicy(0)))
		b.ca().AddExtension(gen.PolicyMappings(gen.Reserved("sponsor", "multipurpose"), "1.2.3"))
		b.leaf.SetExtension(gen.Policies("1.2.3"))
	}},
	{"any policy is mapped", func(b *bundle) { b.ca().AddExtension(gen.PolicyMappings(cert.OIDAnyPolicy, "1.2.3")) }},
	{"a policy twice", func(b *bundle) { b.leaf.SetExtension(gen.Policies("1.2.3", "1.2.3")) }},
}
