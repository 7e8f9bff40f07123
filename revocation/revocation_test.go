package revocation_test

import (
	"testing"
	"time"

	"sealglass/cert"
	"sealglass/inspect"
	"sealglass/revocation"
	"sealglass/testdata/gen"
)

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

// leaf is a certificate that the list of [gen.CRL] covers.
func leaf() *gen.Cert { return gen.Leaf("mailbox", "multipurpose") }

// signer is the certificate of one whom the issuing CA lets sign lists.
func signer() *gen.Cert {
	c := gen.SubCA()
	c.Subject.Set(cert.OIDCommonName, "Sample list signer")
	c.SetKey(gen.P256("list signer"))
	c.IssuedBy(gen.SubCA(), gen.SubCAKey())
	return c
}

const list = "http://crl.example.com/1.crl"

func point(names ...[]byte) gen.Extension {
	return gen.CRLDistributionPoints(gen.DistributionPoint(gen.FullName(names...)))
}

func TestLook(t *testing.T) {
	us := leaf().Serial
	for name, test := range map[string]struct {
		list    func(*gen.RevocationList)
		subject func(*gen.Cert)
		alone   bool // without the issuer
		ca      bool // the CA is asked about
		at      string
		state   revocation.State
		reason  revocation.Reason
		cause   int
	}{
		"not listed":       {state: inspect.NotRevoked, cause: -1},
		"listed":           {list: func(l *gen.RevocationList) { l.Revoke(us, gen.At("2026-10-01 10:00:00"), gen.ReasonCode(1)) }, state: inspect.RevokedForGood, cause: 1},
		"without a reason": {list: func(l *gen.RevocationList) { l.Revoke(us, gen.At("2026-10-01 10:00:00")) }, state: inspect.RevokedForGood, cause: -1},
		"on hold":          {list: func(l *gen.RevocationList) { l.Revoke(us, gen.At("2026-10-01 10:00:00"), gen.ReasonCode(6)) }, state: inspect.RevokedOnHold, cause: 6},
		"listed twice": {list: func(l *gen.RevocationList) {
			l.Revoke(us, gen.At("2026-10-01 10:00:00"), gen.ReasonCode(6))
			l.Revoke(us, gen.At("2026-10-02 10:00:00"), gen.ReasonCode(1))
		}, state: inspect.RevokedForGood, cause: 1},
		"removed": {list: func(l *gen.RevocationList) {
			l.SetExtension(gen.DeltaCRLIndicator(1))
			l.Revoke(us, gen.At("2026-10-01 10:00:00"), gen.ReasonCode(8))
		}, state: inspect.RevocationUnknown, reason: revocation.OnlyChanges, cause: -1},
		"in a delta list": {list: func(l *gen.RevocationList) {
			l.SetExtension(gen.DeltaCRLIndicator(1))
			l.Revoke(us, gen.At("2026-10-01 10:00:00"), gen.ReasonCode(4))
		}, state: inspect.RevokedForGood, cause: 4},
		"not in a delta list": {list: func(l *gen.RevocationList) { l.SetExtension(gen.DeltaCRLIndicator(1)) }, state: inspect.RevocationUnknown, reason: revocation.OnlyChanges, cause: -1},

		"outdated":           {at: "2026-11-01", state: inspect.NotRevoked, reason: revocation.Outdated, cause: -1},
		"on the last second": {at: "2026-10-21", state: inspect.NotRevoked, cause: -1},
		"not begun":          {at: "2026-10-01", state: inspect.RevocationUnknown, reason: revocation.NotBegun, cause: -1},

		"issuer missing": {alone: true, state: inspect.RevocationUnknown, reason: revocation.IssuerMissing, cause: -1},
		"another key": {
			list:  func(l *gen.RevocationList) { l.Signer = gen.P256("list signer") },
			state: inspect.RevocationUnknown, reason: revocation.SignatureWrong, cause: -1,
		},
		"revoked by another key": {list: func(l *gen.RevocationList) {
			l.Signer = gen.P256("list signer")
			l.Revoke(us, gen.At("2026-10-01 10:00:00"))
		}, state: inspect.RevocationUnknown, reason: revocation.SignatureWrong, cause: -1},
		"another algorithm": {list: func(l *gen.RevocationList) {
			l.Algorithm, l.Signature = gen.AlgorithmID("1.2.3"), gen.BitString(0, []byte{1})
		}, state: inspect.RevocationUnknown, reason: revocation.AlgorithmUnknown, cause: -1},

		"for CAs":                 {list: idp(gen.OnlyCACerts()), state: inspect.RevocationUnknown, reason: revocation.OtherCertificates, cause: -1},
		"for people":              {list: idp(gen.OnlyUserCerts()), state: inspect.NotRevoked, cause: -1},
		"for attributes":          {list: idp(gen.OnlyAttributes()), state: inspect.RevocationUnknown, reason: revocation.OtherCertificates, cause: -1},
		"of another place":        {list: idp(gen.FullName(gen.URI("http://x.example/"))), state: inspect.RevocationUnknown, reason: revocation.OtherCertificates, cause: -1},
		"of its place":            {list: idp(gen.FullName(gen.URI(list))), subject: set(point(gen.URI(list))), state: inspect.NotRevoked, cause: -1},
		"for some reasons":        {list: idp(gen.OnlySomeReasons(1)), state: inspect.NotRevoked, reason: revocation.SomeReasons, cause: -1},
		"with a place, it has no": {list: idp(gen.FullName(gen.URI(list))), subject: func(c *gen.Cert) { c.RemoveExtension(cert.OIDCRLDistributionPoints) }, state: inspect.RevocationUnknown, reason: revocation.OtherCertificates, cause: -1},

		"critical and unknown": {list: func(l *gen.RevocationList) {
			l.SetExtension(gen.Extension{OID: "1.2.3", Critical: true, Value: gen.Null()})
		}, state: inspect.RevocationUnknown, reason: revocation.CriticalUnknown, cause: -1},
		"another entry's critical and unknown": {list: func(l *gen.RevocationList) {
			l.Revoke(gen.Integer(1), gen.At("2026-10-01 10:00:00"), gen.Extension{OID: "1.2.3", Critical: true, Value: gen.Null()})
		}, state: inspect.RevocationUnknown, reason: revocation.Unreadable, cause: -1},
		"a broken entry": {
			list:  func(l *gen.RevocationList) { l.Entries = append(l.Entries, gen.Entry{Raw: gen.Null()}) },
			state: inspect.RevocationUnknown, reason: revocation.Unreadable, cause: -1,
		},
		"listed beside a broken entry": {list: func(l *gen.RevocationList) {
			l.Entries = append(l.Entries, gen.Entry{Raw: gen.Null()})
			l.Revoke(us, gen.At("2026-10-01 10:00:00"), gen.ReasonCode(1))
		}, state: inspect.RevokedForGood, cause: 1},

		"indirect": {
			list:    func(l *gen.RevocationList) { indirect(l); l.Revoke(us, gen.At("2026-10-01 10:00:00"), ours()) },
			subject: named, state: inspect.RevokedForGood, cause: -1,
		},
		"indirect, of the one before": {list: func(l *gen.RevocationList) {
			indirect(l)
			l.Revoke(gen.Integer(9), gen.At("2026-10-01 10:00:00"), ours())
			l.Revoke(us, gen.At("2026-10-01 10:00:00"))
		}, subject: named, state: inspect.RevokedForGood, cause: -1},
		"indirect, of another issuer": {
			list:    func(l *gen.RevocationList) { indirect(l); l.Revoke(us, gen.At("2026-10-01 10:00:00")) },
			subject: named, state: inspect.NotRevoked, cause: -1,
		},
		"indirect, not named by the certificate": {list: indirect, state: inspect.RevocationUnknown, reason: revocation.OtherCertificates, cause: -1},
		"indirect, but not said so":              {list: func(l *gen.RevocationList) { indirect(l); l.SetExtension(gen.IssuingDistributionPoint()) }, subject: named, state: inspect.RevocationUnknown, reason: revocation.OtherCertificates, cause: -1},
	} {
		t.Run(name, func(t *testing.T) {
			l, c := gen.CRL(), leaf()
			if test.list != nil {
				test.list(l)
			}
			if test.subject != nil {
				test.subject(c)
			}
			q := &revocation.Question{
				Subject: cert.Parse(c.Encode()), Issuer: cert.Parse(gen.SubCA().Encode()),
				Beside: []*cert.Certificate{cert.Parse(leaf().Encode()), cert.Parse(signer().Encode())},
				At:     day("2026-10-15"),
			}
			if test.alone {
				q.Issuer = nil
			}
			if test.at != "" {
				q.At = day(test.at)
			}
			if test.at == "2026-10-21" {
				q.At = q.At.Add(6 * time.Hour)
			}
			got := revocation.Look(cert.ParseCRL(l.Encode()), q)
			if got.State != test.state || got.Reason != test.reason || got.Cause != test.cause {
				t.Errorf("%s %s, cause %d", got.State, got.Reason, got.Cause)
			}
			if (got.State == inspect.RevokedForGood || got.State == inspect.RevokedOnHold) && got.Since.Year() != 2026 {
				t.Errorf("since %v", got.Since)
			}
			if got.ThisUpdate.Day() != 14 || got.NextUpdate.Day() != 21 {
				t.Errorf("of %v to %v", got.ThisUpdate, got.NextUpdate)
			}
		})
	}
}

func idp(fields ...[]byte) func(*gen.RevocationList) {
	return func(l *gen.RevocationList) { l.SetExtension(gen.IssuingDistributionPoint(fields...)) }
}

func set(e gen.Extension) func(*gen.Cert) { return func(c *gen.Cert) { c.SetExtension(e) } }

// indirect makes the list one of the list signer.
func indirect(l *gen.RevocationList) {
	l.Issuer, l.Signer = signer().Subject, gen.P256("list signer")
	l.SetExtension(gen.IssuingDistributionPoint(gen.IndirectCRL()))
}

// ours is the certificateIssuer of an entry for a certificate of SubCA.
func ours() gen.Extension { return gen.CertificateIssuer(gen.DirectoryName(gen.SubCA().Subject)) }

// named has the certificate name the list signer as the issuer of its list.
func named(c *gen.Cert) {
	c.SetExtension(gen.CRLDistributionPoints(gen.DistributionPoint(gen.FullName(gen.URI(list)), gen.CRLIssuer(gen.DirectoryName(signer().Subject)))))
}

func TestLookAtCA(t *testing.T) {
	l := gen.CRL()
	l.Issuer, l.Signer, l.Algorithm = gen.Root().Subject, gen.RootKey(), gen.RootKey().Algorithm
	q := &revocation.Question{Subject: cert.Parse(gen.SubCA().Encode()), Issuer: cert.Parse(gen.Root().Encode()), At: day("2026-10-15")}
	for name, test := range map[string]struct {
		field  []byte
		state  revocation.State
		reason revocation.Reason
	}{
		"for CAs":    {gen.OnlyCACerts(), inspect.NotRevoked, ""},
		"for people": {gen.OnlyUserCerts(), inspect.RevocationUnknown, revocation.OtherCertificates},
	} {
		idp(test.field)(l)
		if got := revocation.Look(cert.ParseCRL(l.Encode()), q); got.State != test.state || got.Reason != test.reason {
			t.Errorf("%s: %s %s", name, got.State, got.Reason)
		}
	}
}

func TestSignerMayNotSignLists(t *testing.T) {
	ca := gen.SubCA()
	ca.SetExtension(gen.KeyUsage(cert.KeyCertSign))
	q := &revocation.Question{Subject: cert.Parse(leaf().Encode()), Issuer: cert.Parse(ca.Encode()), At: day("2026-10-15")}
	if got := revocation.Look(cert.ParseCRL(gen.CRL().Encode()), q); got.Reason != revocation.SignerNotAllowed {
		t.Errorf("%s %s", got.State, got.Reason)
	}
}

func TestConcerns(t *testing.T) {
	l := cert.ParseCRL(gen.CRL().Encode())
	if !revocation.Concerns(l, cert.Parse(leaf().Encode())) || revocation.Concerns(l, cert.Parse(gen.SubCA().Encode())) {
		t.Error("whom a list concerns is told by its issuer")
	}
	c, other := leaf(), gen.CRL()
	indirect(other)
	named(c)
	if !revocation.Concerns(cert.ParseCRL(other.Encode()), cert.Parse(c.Encode())) {
		t.Error("a list that the certificate names does not concern it")
	}
}

func TestAnswer(t *testing.T) {
	for name, test := range map[string]struct {
		response func(*gen.OCSPResponse)
		signer   func(*gen.Cert)
		alone    bool
		at       string
		other    bool // it is about another certificate
		state    revocation.State
		reason   revocation.Reason
		cause    int
	}{
		"good":           {state: inspect.NotRevoked, cause: -1},
		"revoked":        {response: status(gen.Revoked(gen.At("2026-10-01 10:00:00"), 4)), state: inspect.RevokedForGood, cause: 4},
		"no reason":      {response: status(gen.Revoked(gen.At("2026-10-01 10:00:00"), gen.NoReason)), state: inspect.RevokedForGood, cause: -1},
		"on hold":        {response: status(gen.Revoked(gen.At("2026-10-01 10:00:00"), 6)), state: inspect.RevokedOnHold, cause: 6},
		"unknown there":  {response: status(gen.Unknown()), state: inspect.RevocationUnknown, reason: revocation.UnknownThere, cause: -1},
		"no status":      {response: status(gen.Null()), state: inspect.RevocationUnknown, reason: revocation.Unreadable, cause: -1},
		"by the CA":      {response: func(r *gen.OCSPResponse) { r.SignedByCA(gen.SubCAKey()) }, state: inspect.NotRevoked, cause: -1},
		"by name":        {response: func(r *gen.OCSPResponse) { r.ResponderID = gen.ByName(gen.OCSPSigner().Subject) }, state: inspect.NotRevoked, cause: -1},
		"outdated":       {at: "2026-11-01", state: inspect.NotRevoked, reason: revocation.Outdated, cause: -1},
		"not begun":      {at: "2026-10-01", state: inspect.RevocationUnknown, reason: revocation.NotBegun, cause: -1},
		"without issuer": {alone: true, state: inspect.RevocationUnknown, reason: revocation.IssuerMissing, cause: -1},
		"try later":      {response: func(r *gen.OCSPResponse) { r.Status, r.NoResponse = 3, true }, other: true},
		"another serial number": {response: func(r *gen.OCSPResponse) {
			c := leaf()
			c.Serial = gen.Integer(1)
			r.Responses[0].CertID = gen.CertID(c, gen.SubCAKey())
		}, other: true},
		"another issuer's key": {response: func(r *gen.OCSPResponse) { r.Responses[0].CertID = gen.CertID(leaf(), gen.RootKey()) }, other: true},
		"changed": {
			response: func(r *gen.OCSPResponse) { r.Signer = gen.SubCAKey() },
			state:    inspect.RevocationUnknown, reason: revocation.SignatureWrong, cause: -1,
		},
		"responder not there": {
			response: func(r *gen.OCSPResponse) { r.Certificates = nil },
			state:    inspect.RevocationUnknown, reason: revocation.SignerUnknown, cause: -1,
		},
		"responder without the purpose": {
			signer: func(c *gen.Cert) { c.RemoveExtension(cert.OIDExtKeyUsage) },
			state:  inspect.RevocationUnknown, reason: revocation.SignerNotAllowed, cause: -1,
		},
		"responder of another CA": {
			signer: func(c *gen.Cert) { c.IssuedBy(gen.Root(), gen.RootKey()) },
			state:  inspect.RevocationUnknown, reason: revocation.SignerUnknown, cause: -1,
		},
		"responder signed by a stranger": {
			signer: func(c *gen.Cert) { c.SetSigner(gen.P256("list signer")) },
			state:  inspect.RevocationUnknown, reason: revocation.SignatureWrong, cause: -1,
		},
		"responder expired": {
			signer: func(c *gen.Cert) { c.NotAfter = gen.At("2026-10-14 10:00:00") },
			state:  inspect.RevocationUnknown, reason: revocation.SignerNotAllowed, cause: -1,
		},
		"critical and unknown": {response: func(r *gen.OCSPResponse) {
			r.Responses[0].Extensions = []gen.Extension{{OID: "1.2.3", Critical: true, Value: gen.Null()}}
		}, state: inspect.RevocationUnknown, reason: revocation.CriticalUnknown, cause: -1},
	} {
		t.Run(name, func(t *testing.T) {
			r := gen.OCSP(leaf())
			if test.signer != nil {
				c := gen.OCSPSigner()
				test.signer(c)
				r.Certificates = [][]byte{c.Encode()}
			}
			if test.response != nil {
				test.response(r)
			}
			q := &revocation.Question{Subject: cert.Parse(leaf().Encode()), Issuer: cert.Parse(gen.SubCA().Encode()), At: day("2026-10-15")}
			if test.alone {
				q.Issuer = nil
			}
			if test.at != "" {
				q.At = day(test.at)
			}
			got, about := revocation.Answer(cert.ParseOCSP(r.Encode()), q)
			if about == test.other {
				t.Fatalf("about the certificate: %v", about)
			}
			if about && (got.State != test.state || got.Reason != test.reason || got.Cause != test.cause) {
				t.Errorf("%s %s, cause %d", got.State, got.Reason, got.Cause)
			}
			if about && got.Reason != revocation.Unreadable && got.ThisUpdate.Day() != 14 {
				t.Errorf("of %v", got.ThisUpdate)
			}
		})
	}
}

func status(s []byte) func(*gen.OCSPResponse) {
	return func(r *gen.OCSPResponse) { r.Responses[0].Status = s }
}

// TestMaxSigners: a response may bring many certificates; the responder's is
// looked for among the first only.
func TestMaxSigners(t *testing.T) {
	for _, before := range []int{7, 8} {
		r := gen.OCSP(leaf())
		r.Certificates = nil
		for range before {
			r.Certificates = append(r.Certificates, gen.Root().Encode())
		}
		r.Certificates = append(r.Certificates, gen.OCSPSigner().Encode())
		q := &revocation.Question{Subject: cert.Parse(leaf().Encode()), Issuer: cert.Parse(gen.SubCA().Encode()), At: day("2026-10-15")}
		got, _ := revocation.Answer(cert.ParseOCSP(r.Encode()), q)
		if (got.State == inspect.NotRevoked) != (before == 7) {
			t.Errorf("behind %d others: %s %s", before, got.State, got.Reason)
		}
	}
}

func TestResponder(t *testing.T) {
	q := &revocation.Question{Subject: cert.Parse(leaf().Encode()), Issuer: cert.Parse(gen.SubCA().Encode()), At: day("2026-10-15")}
	if c := q.Responder(cert.ParseOCSP(gen.OCSP(leaf()).Encode())); c == nil || !c.ExtKeyUsage.Has(cert.OIDOCSPSigning) {
		t.Error("the delegated responder is not found")
	}
	own := gen.OCSP(leaf())
	own.SignedByCA(gen.SubCAKey())
	if q.Responder(cert.ParseOCSP(own.Encode())) != nil {
		t.Error("the issuer is no delegated responder")
	}
}
