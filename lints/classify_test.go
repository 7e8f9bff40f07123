package lints

import (
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

var unlisted1 = gen.Policies(private)

func TestClassify(t *testing.T) {
	none := Override{}
	broken := gen.Null()
	for _, test := range []struct {
		name   string
		cert   func() *gen.Cert
		choice Override
		want   Class
	}{
		{"by policy", leaf("sponsor", "strict"), none, Class{Subscriber, Sponsor, Strict, FromPolicy, ByPolicy}},
		{"legacy individual", leaf("individual", "legacy"), none, Class{Subscriber, Individual, Legacy, FromPolicy, ByPolicy}},
		{"by policy, without mailbox", leaf("sponsor", "strict", without(cert.OIDSubjectAltName)), none, Class{Subscriber, Sponsor, Strict, FromPolicy, ByPolicy}},
		{"by policy, without purpose", leaf("mailbox", "multipurpose", without(cert.OIDExtKeyUsage)), none, Class{Subscriber, Mailbox, Multipurpose, FromPolicy, ByPolicy}},
		{"by two policies", leaf("sponsor", "strict", with(gen.Policies(cert.OIDSponsorValidatedStrict, cert.OIDMailboxValidatedLegacy))), none, Class{Subscriber, NoProfile, NoGeneration, FromGuess, ByPolicy}},
		{"by one policy twice", leaf("sponsor", "strict", with(gen.Policies(cert.OIDSponsorValidatedStrict, cert.OIDSponsorValidatedStrict))), none, Class{Subscriber, Sponsor, Strict, FromPolicy, ByPolicy}},
		{"by purpose and rfc822Name", leaf("mailbox", "strict", with(unlisted1), subjectWithout(cert.OIDCommonName)), none, Class{Subscriber, NoProfile, NoGeneration, FromGuess, ByPurpose}},
		{"by purpose and SmtpUTF8Mailbox", leaf("organization", "strict", with(unlisted1, gen.SubjectAltName(gen.SmtpUTF8Mailbox("jörg@example.com")))), none, Class{Subscriber, NoProfile, NoGeneration, FromGuess, ByPurpose}},
		{"by purpose and emailAddress", leaf("organization", "strict", with(unlisted1), without(cert.OIDSubjectAltName), subjectSet(cert.OIDEmailAddress, gen.Mailbox)), none, Class{Subscriber, NoProfile, NoGeneration, FromGuess, ByPurpose}},
		{"by purpose and a mailbox as commonName", leaf("mailbox", "strict", with(unlisted1), without(cert.OIDSubjectAltName)), none, Class{Subscriber, NoProfile, NoGeneration, FromGuess, ByPurpose}},
		{"a purpose and a commonName that speaks of a mailbox", leaf("mailbox", "strict", with(unlisted1), without(cert.OIDSubjectAltName), subjectSet(cert.OIDCommonName, "Erika <erika@example.com>")), none, Class{OtherRole, NoProfile, NoGeneration, FromGuess, OutOfScope}},
		{"a purpose and no mailbox", leaf("organization", "strict", with(unlisted1), without(cert.OIDSubjectAltName)), none, Class{OtherRole, NoProfile, NoGeneration, FromGuess, OutOfScope}},
		{"a mailbox and no purpose", leaf("organization", "strict", with(unlisted1), without(cert.OIDExtKeyUsage)), none, Class{OtherRole, NoProfile, NoGeneration, FromGuess, OutOfScope}},
		{"a mailbox and purposes that don't decode", leaf("organization", "strict", with(unlisted1), withValue(cert.OIDExtKeyUsage, broken)), none, Class{Subscriber, NoProfile, NoGeneration, FromGuess, ByPurpose}},
		{"a purpose and a subjectAltName that doesn't decode", leaf("organization", "strict", with(unlisted1), withValue(cert.OIDSubjectAltName, broken)), none, Class{Subscriber, NoProfile, NoGeneration, FromGuess, ByPurpose}},
		{"a website", gen.TLS, none, Class{OtherRole, NoProfile, NoGeneration, FromGuess, OutOfScope}},
		{"a responder", gen.OCSPSigner, none, Class{OCSPResponder, NoProfile, NoGeneration, FromGuess, OutOfScope}},
		{"profile by choice", leaf("sponsor", "strict"), Override{Profile: Mailbox}, Class{Subscriber, Mailbox, Strict, FromOverride, ByPolicy}},
		{"generation by choice", leaf("sponsor", "strict"), Override{Generation: Legacy}, Class{Subscriber, Sponsor, Legacy, FromOverride, ByPolicy}},
		{"a website by choice", gen.TLS, Override{Mailbox, Multipurpose}, Class{Subscriber, Mailbox, Multipurpose, FromOverride, ByChoice}},
		{"a responder by choice", gen.OCSPSigner, Override{Profile: Mailbox}, Class{Subscriber, Mailbox, NoGeneration, FromOverride, ByChoice}},
		{"a CA by choice", gen.SubCA, Override{Mailbox, Strict}, Class{SubCA, NoProfile, NoGeneration, FromGuess, ByPurpose}},

		{"a CA by purpose", gen.SubCA, none, Class{SubCA, NoProfile, NoGeneration, FromGuess, ByPurpose}},
		{"a CA by policy", based(gen.SubCA, without(cert.OIDExtKeyUsage)), none, Class{SubCA, NoProfile, NoGeneration, FromGuess, ByPolicy}},
		{"an old CA for anything", based(gen.SubCA, without(cert.OIDExtKeyUsage), with(unlisted1), dated("2023-08-31")), none, Class{SubCA, NoProfile, NoGeneration, FromGuess, ByHierarchy}},
		{"an old CA for any purpose", based(gen.SubCA, purposesOf(cert.OIDAnyExtendedKeyUsage), with(unlisted1), dated("2023-08-31")), none, Class{SubCA, NoProfile, NoGeneration, FromGuess, ByHierarchy}},
		{"a new CA for anything", based(gen.SubCA, without(cert.OIDExtKeyUsage), with(unlisted1), dated("2023-09-01")), none, Class{OtherRole, NoProfile, NoGeneration, FromGuess, OutOfScope}},
		{"a CA for websites", based(gen.SubCA, purposesOf(cert.OIDServerAuth), with(unlisted1)), none, Class{OtherRole, NoProfile, NoGeneration, FromGuess, OutOfScope}},
		{"a cross certificate", gen.CrossCA, none, Class{SubCA, NoProfile, NoGeneration, FromGuess, ByPurpose}},
		{"a root", gen.Root, none, Class{Root, NoProfile, NoGeneration, FromGuess, ByHierarchy}},
		{"a root for any purpose", based(gen.Root, purposesOf(cert.OIDAnyExtendedKeyUsage)), none, Class{Root, NoProfile, NoGeneration, FromGuess, ByHierarchy}},
		{"a root for email", based(gen.Root, purposesOf(cert.OIDEmailProtection)), none, Class{Root, NoProfile, NoGeneration, FromGuess, ByHierarchy}},
		{"a root for websites", based(gen.Root, purposesOf(cert.OIDServerAuth)), none, Class{OtherRole, NoProfile, NoGeneration, FromGuess, OutOfScope}},
		{"a root that names its own key", based(gen.Root, with(gen.AuthorityKeyID(gen.RootKey().ID()))), none, Class{Root, NoProfile, NoGeneration, FromGuess, ByHierarchy}},
		{"a root's certificate for its next key", based(gen.Root, with(gen.AuthorityKeyID(gen.OldRootKey().ID()), gen.ExtKeyUsage(cert.OIDEmailProtection))), none, Class{SubCA, NoProfile, NoGeneration, FromGuess, ByPurpose}},
		{"a leaf that claims to be a CA", leaf("sponsor", "strict", with(gen.BasicConstraints(true, gen.NoPathLen))), none, Class{Subscriber, Sponsor, Strict, FromPolicy, ByPolicy}},
		{"a leaf that claims to be a CA and signs certificates", leaf("sponsor", "strict", with(gen.BasicConstraints(true, gen.NoPathLen), gen.KeyUsage(cert.KeyCertSign))), none, Class{SubCA, NoProfile, NoGeneration, FromGuess, ByPurpose}},
		{"a leaf that signs certificates", leaf("sponsor", "strict", with(gen.KeyUsage(ds|cert.KeyCertSign))), none, Class{Subscriber, Sponsor, Strict, FromPolicy, ByPolicy}},
		{"a leaf that signs certificates, with its mailbox in the subject", leaf("mailbox", "strict", without(cert.OIDSubjectAltName), with(gen.KeyUsage(ds|cert.KeyCertSign))), none, Class{Subscriber, Mailbox, Strict, FromPolicy, ByPolicy}},
		{"a CA without keyUsage", based(gen.SubCA, without(cert.OIDKeyUsage)), none, Class{SubCA, NoProfile, NoGeneration, FromGuess, ByPurpose}},
		{"a CA without basicConstraints", based(gen.SubCA, without(cert.OIDBasicConstraints)), none, Class{SubCA, NoProfile, NoGeneration, FromGuess, ByPurpose}},
		{"a CA whose basicConstraints don't decode", based(gen.SubCA, withValue(cert.OIDBasicConstraints, broken)), none, Class{SubCA, NoProfile, NoGeneration, FromGuess, ByPurpose}},
		{"a leaf whose basicConstraints don't decode", leaf("sponsor", "strict", with(gen.Extension{OID: cert.OIDBasicConstraints, Value: broken})), none, Class{Subscriber, Sponsor, Strict, FromPolicy, ByPolicy}},
	} {
		if got := Classify(parsed(test.cert), test.choice); got != test.want {
			t.Errorf("%s: %+v, not %+v", test.name, got, test.want)
		}
	}
}

func TestClassifyIssuer(t *testing.T) {
	for _, test := range []struct {
		name  string
		cert  func() *gen.Cert
		role  Role
		scope Scope
	}{
		{"issuing CA", gen.SubCA, SubCA, ByPurpose},
		{"root", gen.Root, Root, ByHierarchy},
		{"CA for websites", based(gen.SubCA, purposesOf(cert.OIDServerAuth), with(unlisted1)), SubCA, ByIssuance},
		{"root for websites", based(gen.Root, purposesOf(cert.OIDServerAuth)), Root, ByIssuance},
		{"website", gen.TLS, SubCA, ByIssuance},
		{"leaf", leaf("sponsor", "strict"), Subscriber, ByPolicy},
	} {
		if got := ClassifyIssuer(parsed(test.cert)); got.Role != test.role || got.Scope != test.scope {
			t.Errorf("%s: %+v", test.name, got)
		}
	}
}

func TestReserved(t *testing.T) {
	profiles := map[string]Profile{"mailbox": Mailbox, "organization": Organization, "sponsor": Sponsor, "individual": Individual}
	generations := map[string]Generation{"legacy": Legacy, "multipurpose": Multipurpose, "strict": Strict}
	for p, profile := range profiles {
		for g, generation := range generations {
			if gotP, gotG, ok := Reserved(gen.Reserved(p, g)); !ok || gotP != profile || gotG != generation {
				t.Errorf("%s %s: %d, %d, %v", p, g, gotP, gotG, ok)
			}
		}
	}
	for _, other := range []cert.OID{
		"", "2.23.140.1.5", "2.23.140.1.5.", "2.23.140.1.5.1", "2.23.140.1.5.1.", "2.23.140.1.5.0.1", "2.23.140.1.5.5.1",
		"2.23.140.1.5.1.0", "2.23.140.1.5.1.4", "2.23.140.1.5.11", "2.23.140.1.5.1.1.1", "2.23.140.1.50.1.1", "12.23.140.1.5.1.1",
	} {
		if p, g, ok := Reserved(other); ok || p != NoProfile || g != NoGeneration {
			t.Errorf("%q: %d, %d, %v", other, p, g, ok)
		}
	}
}
