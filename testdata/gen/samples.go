package gen

import (
	"bytes"
	"encoding/pem"

	"sealglass/cert"
)

// Sample is a file as people have it.
type Sample struct {
	Name string
	Data []byte
}

// Samples are the files whose reports are compared with golden files, and from
// which fuzzing begins: certificates of every profile, of other kinds, broken in
// ways that occur, and what is no certificate.
func Samples() []Sample {
	return append(fineSamples(), brokenSamples()...)
}

func fineSamples() []Sample {
	ec := Leaf("individual", "multipurpose")
	ec.SetKey(P256("erika"))
	ec.SetExtension(KeyUsage(cert.DigitalSignature | cert.KeyAgreement))
	quantum := Leaf("mailbox", "multipurpose")
	quantum.SetKey(Opaque(cert.OIDMLDSA65))
	quantum.SetExtension(KeyUsage(cert.DigitalSignature))
	return []Sample{
		{"mailbox-strict.cer", Leaf("mailbox", "strict").Encode()},
		{"organization-multipurpose.cer", Leaf("organization", "multipurpose").Encode()},
		{"sponsor-strict.pem", PEM("CERTIFICATE", Leaf("sponsor", "strict").Encode())},
		{"individual-ec.cer", ec.Encode()},
		{"expired.cer", Leaf("sponsor", "legacy").Encode()},
		{"ml-dsa.cer", quantum.Encode()},
		{"tls.pem", PEM("CERTIFICATE", TLS().Encode())},
		{"code-signing.cer", CodeSigning().Encode()},
		{"ocsp-signer.cer", OCSPSigner().Encode()},
		{"chain.pem", bytes.Join([][]byte{
			PEM("CERTIFICATE", Root().Encode()),
			PEM("CERTIFICATE", SubCA().Encode()),
			PEM("CERTIFICATE", Leaf("sponsor", "multipurpose").Encode()),
		}, nil)},
	}
}

func brokenSamples() []Sample {
	remarks := Leaf("sponsor", "strict")
	remarks.RemoveExtension(cert.OIDKeyUsage)
	remarks.Subject.Attribute(cert.OIDCountryName).Value = "de"
	remarks.NotAfter = At("2031-02-01")
	hostile := Leaf("mailbox", "multipurpose")
	hostile.Subject = Name{}
	hostile.Subject.Add(cert.OIDCommonName, UTF8, "\u202emoc.elpmaxe@akire\u2069\x00<script>alert(1)</script>")
	hostile.SetExtension(SubjectAltName(RFC822Name("erika@example.com\x00.example.org"), RFC822Name("`x` [y](z)@example.com")))
	names := Leaf("sponsor", "multipurpose")
	names.SetExtension(Extension{OID: cert.OIDSubjectAltName, Value: []byte{0x30, 0x1d, 0x81, 0x1b, 'e', 'r', 'i'}})
	explicit := Leaf("mailbox", "multipurpose")
	explicit.SetKey(P256Explicit("erika"))
	brainpool := Leaf("mailbox", "multipurpose")
	brainpool.SetKey(BrainpoolP256())
	short := Leaf("mailbox", "multipurpose")
	short.SetKey(KeyOf(AlgorithmID(cert.OIDEd25519), stream("short", 31)))
	short.Issuer = short.Subject.clone()
	return []Sample{
		{"remarks.cer", remarks.Encode()},
		{"hostile.cer", hostile.Encode()},
		{"broken-names.cer", names.Encode()},
		{"explicit-curve.cer", explicit.Encode()},
		{"brainpool.cer", brainpool.Encode()},
		{"short-ed25519.cer", short.Encode()},
		{"indefinite.cer", indefinite(Leaf("sponsor", "multipurpose"))},
		{"everything.cer", Everything().Encode()},
		{"key-beside.pem", append(PEM("PRIVATE KEY", []byte("no key at all")), PEM("CERTIFICATE", Leaf("mailbox", "strict").Encode())...)},
		{"words.txt", []byte("Dear Erika,\nhere is my certificate.\n")},
	}
}

// PEM is a text block with this label (RFC 7468).
func PEM(label string, der []byte) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: label, Bytes: der})
}

// indefinite encodes a certificate with an indefinite length outside and in the
// list of its extensions.
func indefinite(c *Cert) []byte {
	c.RawExtensions = IndefiniteTLV(0xa3, IndefiniteTLV(SequenceTag, Content(encodeExtensions(c.Extensions))))
	tbs := c.TBS()
	return IndefiniteTLV(SequenceTag, tbs, c.Algorithm, BitString(0, c.Signer.sign(c.Algorithm, tbs)))
}
