package inspect

import (
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// TestEveryValueHasAField looks for each value of a certificate in the field of
// its path.
func TestEveryValueHasAField(t *testing.T) {
	e := gen.Everything()
	e.Algorithm = gen.RSASSAPSS(cert.OIDSHA384, 48)
	e.SetExtension(gen.QCStatements(
		gen.QCStatement(cert.OIDQcLimitValue, gen.Sequence(gen.Text(gen.Printable, "EUR"), gen.Integer(66), gen.Integer(3))),
		gen.QCStatement(cert.OIDQcPDS, gen.Sequence(gen.Sequence(gen.Text(gen.IA5, "uri:pds"), gen.Text(gen.Printable, "en")))),
		gen.QCStatement("1.2.3.86", gen.Integer(67))))
	der := e.Encode()
	c := cert.Parse(der)
	if f := c.Unreadable("certificate"); f != nil {
		t.Fatalf("%+v", f)
	}
	list := fields(c)
	const tbs, ext = "tbsCertificate.", "tbsCertificate.extensions."
	for _, want := range [][2]string{
		{tbs + "version", "3"},
		{tbs + "serialNumber", ""},
		{tbs + "signature", "ecdsa"},
		{tbs + "issuer.rdn[0].countryName", "DE"},
		{tbs + "validity.notBefore", "250602000000Z"},
		{tbs + "validity.notAfter", "260601235959Z"},
		{tbs + "subject.rdn[6].title", "Head of Tests"},
		{tbs + "subject.rdn[8].1.2.3.4.5", "an attribute nobody knows"},
		{keyPath, "RSA 2048"},
		{keyPath + ".algorithm", "1.2.840.113549.1.1.1"},
		{keyPath + ".modulus", ""},
		{keyPath + ".exponent", "65537"},
		{tbs + "issuerUniqueID", "ca"},
		{tbs + "subjectUniqueID", "e0"},
		{"signatureAlgorithm", "1.2.840.113549.1.1.10"},
		{"signatureAlgorithm.parameters", "sha384"},
		{"signatureAlgorithm.parameters", "salt 48"},
		{"signatureValue", ""},
		{ext + "authorityKeyIdentifier.keyIdentifier", "02a27bc93e236cca"},
		{ext + "authorityKeyIdentifier.authorityCertIssuer[0]", "O=Sample Trus"},
		{ext + "authorityKeyIdentifier.authorityCertSerialNumber", "746e3e7aa05310c5"},
		{ext + "subjectKeyIdentifier.keyIdentifier", "305b004a35caf4d8"},
		{ext + "keyUsage.bits", "digitalSignature"},
		{ext + "extKeyUsage.purposes[0]", "emailProtection"},
		{ext + "basicConstraints.cA", "no"},
		{ext + "subjectAltName.names[0]", gen.Mailbox},
		{ext + "subjectAltName.names[1]", "erika@büro.example"},
		{ext + "subjectAltName.names[2]", "erika@ad.example.com"},
		{ext + "subjectAltName.names[3]", "INTEGER 7"},
		{ext + "subjectAltName.names[4]", "example.com"},
		{ext + "subjectAltName.names[5]", ""},
		{ext + "subjectAltName.names[6]", "CN=a directory"},
		{ext + "subjectAltName.names[7]", "a party"},
		{ext + "subjectAltName.names[8]", "https://example.com/erika"},
		{ext + "subjectAltName.names[9]", "192.0.2.1"},
		{ext + "subjectAltName.names[10]", "2001:db8::1"},
		{ext + "subjectAltName.names[11]", "2.5.4.12"},
		{ext + "issuerAltName.names[0]", "ca@example.net"},
		{ext + "certificatePolicies.policies[0]", "2.23.140.1.5.3.1"},
		{ext + "certificatePolicies.policies[0].qualifiers[0]", "https://example.net/cps"},
		{ext + "certificatePolicies.policies[0].qualifiers[1].explicitText", "Relying parties read"},
		{ext + "certificatePolicies.policies[0].qualifiers[1].noticeRef", "Sample Trust GmbH"},
		{ext + "certificatePolicies.policies[0].qualifiers[1].noticeRef", "INTEGER 2"},
		{ext + "certificatePolicies.policies[0].qualifiers[3]", "INTEGER 1"},
		{ext + "cRLDistributionPoints.points[0].fullName[0]", gen.CRLAddress},
		{ext + "cRLDistributionPoints.points[1].reasons", "keyCompromise"},
		{ext + "cRLDistributionPoints.points[1].cRLIssuer[0]", "CN=a directory"},
		{ext + "cRLDistributionPoints.points[1].nameRelativeToCRLIssuer", "list 2"},
		{ext + "freshestCRL.points[0].fullName[0]", "http://crl.example.net/delta.crl"},
		{ext + "authorityInfoAccess.descriptions[0]", "http://ocsp.example.net"},
		{ext + "authorityInfoAccess.descriptions[1]", "http://crt.example.net/issuing1.crt"},
		{ext + "subjectInfoAccess.descriptions[1]", "http://example.net/other"},
		{ext + "nameConstraints.permittedSubtrees[0].base", "example.com"},
		{ext + "nameConstraints.permittedSubtrees[0].minimum", "1"},
		{ext + "nameConstraints.permittedSubtrees[0].maximum", "2"},
		{ext + "nameConstraints.excludedSubtrees[0].base", "example.org"},
		{ext + "policyConstraints.requireExplicitPolicy", "0"},
		{ext + "policyConstraints.inhibitPolicyMapping", "1"},
		{ext + "policyMappings.mappings[0]", "1.2.3.4.11"},
		{ext + "inhibitAnyPolicy.skipCerts", "2"},
		{ext + "qcStatements.statements[0]", "66000 EUR"},
		{ext + "qcStatements.statements[1]", "uri:pds"},
		{ext + "qcStatements.statements[2]", "67"},
		{ext + "smimeCapabilities.capabilities[0]", "aes256-cbc"},
		{ext + "smimeCapabilities.capabilities[1].parameters", "INTEGER 128"},
		{ext + "subjectDirectoryAttributes.attributes[0].values[0]", "19700131120000Z"},
		{ext + "subjectDirectoryAttributes.attributes[1].values[1]", "DE"},
		{ext + "lei.value", "529900T8BM49AURSDO55"},
		{ext + "leiRole.value", "Head of Tests"},
		{ext + "cabfOrganizationIdentifier.registrationSchemeIdentifier", "NTR"},
		{ext + "cabfOrganizationIdentifier.registrationCountry", "DE"},
		{ext + "cabfOrganizationIdentifier.registrationStateOrProvince", "BY"},
		{ext + "cabfOrganizationIdentifier.registrationReference", "HRB 12345"},
		{ext + "adobeTimestamp.location", "http://tsa.example.net"},
		{ext + "adobeTimestamp.version", "1"},
		{ext + "adobeArchiveRevInfo.version", "1"},
		{ext + "ocspNoCheck", "1.3.6.1.5.5.7.48.1.5"},
		{ext + "msCertificateTemplate.templateID", "1.3.6.1.4.1.311.21.8.1.2.3"},
		{ext + "msCertificateTemplate.majorVersion", "100"},
		{ext + "msCertificateTemplate.minorVersion", "7"},
		{ext + "msCertificateTemplateName.value", "User"},
		{ext + "msApplicationPolicies.policies[0]", "emailProtection"},
		{ext + "msNTDSCASecurity.objectSID", "S-1-5-21-1-2-3-1001"},
		{ext + "nsCertType.bits", "smime"},
		{ext + "nsComment.value", "made for tests"},
		{ext + "signedCertificateTimestampList.scts[0]", "2026-01-01T00:00:00.123Z"},
		{tbs + "extensions[32]", "not critical"},
		{tbs + "extensions[32].extnValue", "hello"},
	} {
		found := false
		for _, f := range list {
			if f.Path == want[0] && strings.Contains(f.Value, want[1]) {
				found = true
				if f.Length == 0 || f.Offset+f.Length > len(der) || f.Error != "" {
					t.Errorf("%s: bytes %d+%d of %d, error %q", f.Path, f.Offset, f.Length, len(der), f.Error)
				}
			}
		}
		if !found {
			t.Errorf("no field %s with %q", want[0], want[1])
		}
	}
	if t.Failed() {
		for _, f := range list {
			t.Logf("%s | %s | %.60s", f.Path, f.Label, f.Value)
		}
	}
}
