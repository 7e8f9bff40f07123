package cert_test

import (
	"bytes"
	"crypto/x509"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// request is a PKCS#10 request with these attributes.
func request(subject gen.Name, attributes ...[]byte) []byte {
	key := gen.P256("request")
	info := gen.Sequence(gen.Integer(0), subject.Encode(), key.SPKI, gen.Context(0, attributes...))
	return gen.Sequence(info, key.Algorithm, gen.BitString(0, []byte{1, 2, 3}))
}

func extensionRequest(extensions ...[]byte) []byte {
	return gen.DirectoryAttribute(cert.OIDExtensionRequest, gen.Sequence(extensions...))
}

func TestParseRequest(t *testing.T) {
	mailbox := gen.SubjectAltName(gen.RFC822Name(gen.Mailbox), gen.SmtpUTF8Mailbox("erika@bücher.example"))
	usage := gen.KeyUsage(cert.DigitalSignature)
	der := request(gen.NewName(string(cert.OIDCountryName), "DE", string(cert.OIDCommonName), "Erika"),
		gen.DirectoryAttribute("1.2.840.113549.1.9.7", gen.Text(gen.UTF8, "password")),
		extensionRequest(mailbox.Encode(), usage.Encode()))
	q := cert.ParseRequest(der)
	sameFaults(t, "whole", q.Faults)
	std, err := x509.ParseCertificateRequest(der)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(q.Info.In(der), std.RawTBSCertificateRequest) || !bytes.Equal(q.Subject.In(der), std.RawSubject) ||
		!bytes.Equal(q.PublicKey.In(der), std.RawSubjectPublicKeyInfo) || !bytes.Equal(q.Signature.Bytes, std.Signature) {
		t.Errorf("parts differ from crypto/x509: %+v", q)
	}
	if q.PublicKey.Name != "EC P-256" && q.PublicKey.Name != "EC secp256r1" || !q.PublicKey.OnCurve {
		t.Errorf("key %s", q.PublicKey.Name)
	}
	if n := q.SubjectAltName.Names; len(n) != 2 || n[0].Text != gen.Mailbox || n[1].Text != "erika@bücher.example" {
		t.Errorf("names %+v", q.SubjectAltName)
	}
	if q.KeyUsage.Usage != cert.DigitalSignature || len(q.Extensions) != 2 || len(q.Attributes) != 2 {
		t.Errorf("%+v", q)
	}
	if path := q.KeyUsage.Path(); path != "certificationRequestInfo.extensionRequest.keyUsage" {
		t.Errorf("path %s", path)
	}
}

func TestBrokenRequest(t *testing.T) {
	mailbox := gen.SubjectAltName(gen.RFC822Name(gen.Mailbox))
	subject := gen.NewName(string(cert.OIDCommonName), "Erika")
	for name, c := range map[string]struct {
		der    []byte
		faults []named
	}{
		"attribute": {request(subject, gen.Integer(1), extensionRequest(mailbox.Encode())), []named{
			{"certificationRequestInfo.attributes[0]", cert.FaultStructure},
		}},
		"extension": {request(subject, extensionRequest(gen.Null(), mailbox.Encode())), []named{
			{"certificationRequestInfo.extensionRequest[0]", cert.FaultStructure},
		}},
		"subject": {request(gen.Name{Raw: gen.Null()}, extensionRequest(mailbox.Encode())), []named{
			{"certificationRequestInfo.subject", cert.FaultStructure},
		}},
	} {
		q := cert.ParseRequest(c.der)
		sameFaults(t, name, q.Faults, c.faults...)
		if q.SubjectAltName == nil || q.SubjectAltName.Names[0].Text != gen.Mailbox || q.PublicKey.Type != cert.ECKey {
			t.Errorf("%s: %+v", name, q)
		}
	}
	der := request(subject, extensionRequest(mailbox.Encode()))
	for n := range der {
		q := cert.ParseRequest(der[:n])
		faultsLieWithin(t, der[:n], q.Faults)
		if q.Unreadable("signature") == nil {
			t.Fatalf("the signature of a request cut to %d bytes is readable: %v", n, q.Faults)
		}
	}
}
