package gen

import (
	"math/big"

	"sealglass/cert"
)

// The addresses, names and numbers of the base certificates.
const (
	Mailbox          = "erika.mustermann@example.com"
	Organization     = "Beispiel Handels GmbH"
	Registration     = "NTRDE-DER3306.HRB12345"
	CRLAddress       = "http://crl.example.net/issuing1.crl"
	OCSPAddress      = "http://ocsp.example.net"
	CAIssuersAddress = "http://crt.example.net/issuing1.crt"
)

// reservedPolicies are the policies of SBR 7.1.6.1.
var reservedPolicies = map[string]map[string]cert.OID{
	"mailbox": {
		"legacy":       cert.OIDMailboxValidatedLegacy,
		"multipurpose": cert.OIDMailboxValidatedMultipurpose,
		"strict":       cert.OIDMailboxValidatedStrict,
	},
	"organization": {
		"legacy":       cert.OIDOrganizationValidatedLegacy,
		"multipurpose": cert.OIDOrganizationValidatedMultipurpose,
		"strict":       cert.OIDOrganizationValidatedStrict,
	},
	"sponsor": {
		"legacy":       cert.OIDSponsorValidatedLegacy,
		"multipurpose": cert.OIDSponsorValidatedMultipurpose,
		"strict":       cert.OIDSponsorValidatedStrict,
	},
	"individual": {
		"legacy":       cert.OIDIndividualValidatedLegacy,
		"multipurpose": cert.OIDIndividualValidatedMultipurpose,
		"strict":       cert.OIDIndividualValidatedStrict,
	},
}

// Profiles and Generations are what [Leaf] takes, in the order of SBR 7.1.6.1.
var (
	Profiles    = []string{"mailbox", "organization", "sponsor", "individual"}
	Generations = []string{"legacy", "multipurpose", "strict"}
)

// Reserved is the policy of SBR 7.1.6.1 for a profile and a generation.
func Reserved(profile, generation string) cert.OID {
	oid, known := reservedPolicies[profile][generation]
	if !known {
		panic("gen: no profile " + profile + " of generation " + generation)
	}
	return oid
}

// Leaf is a subscriber certificate of a profile ("mailbox", "organization",
// "sponsor", "individual") and generation ("legacy", "multipurpose", "strict"),
// issued by [SubCA] for an RSA key of 2048 bits. Legacy ones are from before
// 2025-07-15, the others from 2026; all are valid for a year.
func Leaf(profile, generation string) *Cert {
	c := endEntity("leaf " + profile + " " + generation)
	c.Subject = leafSubject(profile)
	c.NotBefore, c.NotAfter = At("2026-02-02"), At("2027-02-01 23:59:59")
	if generation == "legacy" {
		c.NotBefore, c.NotAfter = At("2025-06-02"), At("2026-06-01 23:59:59")
	}
	c.SPKI = RSA(2048).SPKI
	c.Extensions = []Extension{
		AuthorityKeyID(SubCAKey().ID()),
		SubjectKeyID(RSA(2048).ID()),
		KeyUsage(cert.DigitalSignature | cert.KeyEncipherment),
		ExtKeyUsage(cert.OIDEmailProtection),
		SubjectAltName(RFC822Name(Mailbox)),
		Policies(Reserved(profile, generation)),
		CRLDistributionPoints(Point(CRLAddress)),
		infoAccess(CAIssuersAddress),
	}
	return c
}

// leafSubject is a subject that all generations of the profile permit.
func leafSubject(profile string) Name {
	switch profile {
	case "mailbox":
		return NewName(string(cert.OIDCommonName), Mailbox)
	case "organization":
		return NewName(
			string(cert.OIDCountryName), "DE",
			string(cert.OIDOrganizationName), Organization,
			string(cert.OIDOrganizationIdentifier), Registration,
			string(cert.OIDCommonName), Organization,
		)
	case "sponsor":
		return NewName(
			string(cert.OIDCountryName), "DE",
			string(cert.OIDOrganizationName), Organization,
			string(cert.OIDOrganizationIdentifier), Registration,
			string(cert.OIDGivenName), "Erika",
			string(cert.OIDSurname), "Mustermann",
			string(cert.OIDCommonName), "Erika Mustermann",
		)
	}
	return NewName(
		string(cert.OIDCountryName), "DE",
		string(cert.OIDGivenName), "Erika",
		string(cert.OIDSurname), "Mustermann",
		string(cert.OIDCommonName), "Erika Mustermann",
	)
}

// endEntity is what the certificates under SubCA have in common.
func endEntity(label string) *Cert {
	return &Cert{
		Version: V3(), Serial: Serial(label),
		TBSAlgorithm: SubCAKey().Algorithm, Algorithm: SubCAKey().Algorithm, Signer: SubCAKey(),
		Issuer: caName("Sample S/MIME Issuing CA 1"),
	}
}

// infoAccess are the addresses of OCSP and of the issuer's certificate.
func infoAccess(caIssuers string) Extension {
	return AuthorityInfoAccess(
		Access(cert.OIDOCSP, URI(OCSPAddress)),
		Access(cert.OIDCAIssuers, URI(caIssuers)),
	)
}

// Serial is a serial number of 127 bits; each label gives another one.
func Serial(label string) []byte {
	octets := stream("serial number "+label, 16)
	octets[0] = 0x40 | octets[0]&0x3f
	return BigInteger(new(big.Int).SetBytes(octets))
}

// TLS is a certificate for a website, outside the scope of the SBR.
func TLS() *Cert {
	c := otherLeaf("Sample TLS CA 1", "tls")
	c.Subject = NewName(string(cert.OIDCommonName), "www.example.com")
	c.Extensions = append(
		c.Extensions,
		KeyUsage(cert.DigitalSignature),
		ExtKeyUsage(cert.OIDServerAuth),
		SubjectAltName(DNSName("www.example.com")),
		Policies(cert.OIDDomainValidated),
	)
	return c
}

// CodeSigning is a certificate for signing software, outside the scope of the SBR.
func CodeSigning() *Cert {
	c := otherLeaf("Sample Code Signing CA 1", "code")
	c.Subject = NewName(
		string(cert.OIDCountryName), "DE",
		string(cert.OIDOrganizationName), Organization,
		string(cert.OIDCommonName), Organization,
	)
	c.Extensions = append(
		c.Extensions,
		KeyUsage(cert.DigitalSignature),
		ExtKeyUsage(cert.OIDCodeSigning),
		Policies(cert.OIDCABFCodeSigning),
	)
	return c
}

// otherLeaf is the beginning of a certificate by a CA for something else than mail.
func otherLeaf(ca, label string) *Cert {
	issuer, key := P256(ca), P256("holder "+label)
	return &Cert{
		Version: V3(), Serial: Serial(label),
		TBSAlgorithm: issuer.Algorithm, Algorithm: issuer.Algorithm, Signer: issuer,
		Issuer:    caName(ca),
		NotBefore: At("2026-02-02"), NotAfter: At("2026-05-02 23:59:59"),
		SPKI: key.SPKI,
		Extensions: []Extension{
			AuthorityKeyID(issuer.ID()),
			SubjectKeyID(key.ID()),
			CRLDistributionPoints(Point("http://crl.example.net/" + label + ".crl")),
			infoAccess("http://crt.example.net/" + label + ".crt"),
		},
	}
}
