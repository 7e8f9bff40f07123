package gen

import "sealglass/cert"

// The keys of the base certificates of CAs.
func RootKey() *Key          { return P384("root") }
func SubCAKey() *Key         { return P256("issuing CA 1") }
func ConstrainedCAKey() *Key { return P256("constrained CA 1") }
func OldRootKey() *Key       { return P384("old root") }
func OCSPSignerKey() *Key    { return P256("OCSP signer 1") }

// caName is the name of a CA of the base certificates.
func caName(commonName string) Name {
	return NewName(
		string(cert.OIDCountryName), "DE",
		string(cert.OIDOrganizationName), "Sample Trust GmbH",
		string(cert.OIDCommonName), commonName,
	)
}

// Root is a root certificate. It signed SubCA and ConstrainedCA.
func Root() *Cert {
	return rootOf("Sample S/MIME Root 1", "2024-01-10", "2044-01-09 23:59:59", RootKey())
}

// OldRoot is a root certificate that signed CrossCA.
func OldRoot() *Cert {
	return rootOf("Sample S/MIME Root 0", "2014-01-08", "2034-01-07 23:59:59", OldRootKey())
}

func rootOf(name, notBefore, notAfter string, key *Key) *Cert {
	return &Cert{
		Version: V3(), Serial: Serial(name),
		TBSAlgorithm: key.Algorithm, Algorithm: key.Algorithm, Signer: key,
		Issuer: caName(name), Subject: caName(name),
		NotBefore: At(notBefore), NotAfter: At(notAfter),
		SPKI: key.SPKI,
		Extensions: []Extension{
			SubjectKeyID(key.ID()),
			BasicConstraints(true, NoPathLen),
			KeyUsage(cert.KeyCertSign | cert.CRLSign),
		},
	}
}

// SubCA is the certificate of the CA that issued the Leaf certificates.
func SubCA() *Cert {
	c := under(Root(), RootKey(), "Sample S/MIME Issuing CA 1", SubCAKey())
	c.NotBefore, c.NotAfter = At("2024-06-03"), At("2034-06-02 23:59:59")
	return c
}

// under is the certificate of a CA below another, for all S/MIME policies.
func under(issuer *Cert, issuerKey *Key, name string, key *Key) *Cert {
	return &Cert{
		Version: V3(), Serial: Serial(name),
		TBSAlgorithm: issuerKey.Algorithm, Algorithm: issuerKey.Algorithm, Signer: issuerKey,
		Issuer: issuer.Subject.clone(), Subject: caName(name),
		SPKI: key.SPKI,
		Extensions: []Extension{
			AuthorityKeyID(issuerKey.ID()),
			SubjectKeyID(key.ID()),
			BasicConstraints(true, 0),
			KeyUsage(cert.KeyCertSign | cert.CRLSign),
			ExtKeyUsage(cert.OIDEmailProtection),
			Policies(allReserved()...),
			CRLDistributionPoints(Point("http://crl.example.net/root1.crl")),
			infoAccess("http://crt.example.net/root1.crt"),
		},
	}
}

// allReserved are the policies of SBR 7.1.6.1 in their order.
func allReserved() []cert.OID {
	var all []cert.OID
	for _, p := range Profiles {
		for _, g := range Generations {
			all = append(all, Reserved(p, g))
		}
	}
	return all
}

// ConstrainedCA is the certificate of a technically constrained CA (SBR 7.1.5):
// it may issue for example.com and one organization.
func ConstrainedCA() *Cert {
	c := under(Root(), RootKey(), "Sample S/MIME Issuing CA 2", ConstrainedCAKey())
	c.NotBefore, c.NotAfter = At("2024-06-03"), At("2034-06-02 23:59:59")
	c.AddExtension(NameConstraints([][]byte{
		Subtree(RFC822Name("example.com")),
		Subtree(DirectoryName(NewName(
			string(cert.OIDCountryName), "DE",
			string(cert.OIDOrganizationName), Organization,
		))),
	}, nil))
	return c
}

// CrossCA is a cross certificate: OldRoot's for the name and key of Root.
func CrossCA() *Cert {
	c := under(OldRoot(), OldRootKey(), "Sample S/MIME Root 1", RootKey())
	c.Serial = Serial("cross certificate")
	c.NotBefore, c.NotAfter = At("2025-09-01"), At("2033-08-31 23:59:59")
	c.SetExtension(BasicConstraints(true, 1))
	return c
}

// OCSPSigner is the certificate of a delegated OCSP responder, issued by SubCA.
func OCSPSigner() *Cert {
	c := endEntity("OCSP signer 1")
	c.Subject = caName("Sample OCSP Responder 1")
	c.NotBefore, c.NotAfter = At("2026-02-02"), At("2027-02-01 23:59:59")
	c.SPKI = OCSPSignerKey().SPKI
	c.Extensions = []Extension{
		AuthorityKeyID(SubCAKey().ID()),
		SubjectKeyID(OCSPSignerKey().ID()),
		KeyUsage(cert.DigitalSignature),
		ExtKeyUsage(cert.OIDOCSPSigning),
		OCSPNoCheck(),
	}
	return c
}
