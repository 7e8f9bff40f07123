package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

var (
	capabilities = gen.SMIMECapabilities(gen.AlgorithmID("2.16.840.1.101.3.4.1.42"))
	birthDate    = gen.SubjectDirectoryAttributes(gen.DirectoryAttribute(cert.OIDDateOfBirth, gen.Text(gen.GeneralizedTime, "19700101000000Z")))
	qualified    = gen.QCStatements(
		gen.QCStatement(cert.OIDQcCompliance),
		gen.QCStatement(cert.OIDQcType, gen.Sequence(gen.OID(cert.OIDQcTypeESign))),
	)
	timeStamps = gen.AdobeTimestamp("http://tsa.example.net/")
	privateOne = gen.Extension{OID: "1.3.6.1.4.1.99999.1", Value: gen.Null()}
)

var optionalCases = []testCase{
	{name: "capabilities", cert: leaf("sponsor", "strict", with(capabilities))},
	{
		name: "critical capabilities", cert: leaf("sponsor", "strict", with(capabilities), marked(cert.OIDSMIMECapabilities, true)),
		want: []string{"error smime-capabilities-critical"},
	},
	{
		name: "a date of birth, strict", cert: leaf("sponsor", "strict", with(birthDate)),
		want: []string{"error directory-attributes-prohibited"},
	},
	{
		name: "a critical date of birth, multipurpose", cert: leaf("individual", "multipurpose", with(birthDate), marked(cert.OIDSubjectDirectoryAttributes, true)),
		want: []string{"error directory-attributes-prohibited"},
	},
	{name: "a date of birth, legacy", cert: leaf("individual", "legacy", with(birthDate))},
	{
		name: "a critical date of birth, legacy", cert: leaf("individual", "legacy", with(birthDate), marked(cert.OIDSubjectDirectoryAttributes, true)),
		want: []string{"error directory-attributes-critical"},
	},
	{name: "qualified", cert: leaf("individual", "strict", with(qualified))},
	{
		name: "critically qualified", cert: leaf("individual", "strict", with(qualified), marked(cert.OIDQCStatements, true)),
		want: []string{"error qc-statements-critical"},
	},
	{
		name: "Adobe's time stamps, strict", cert: leaf("sponsor", "strict", with(timeStamps, gen.AdobeArchiveRevInfo())),
		want: []string{"error adobe-extension-prohibited"},
	},
	{name: "Adobe's time stamps, multipurpose", cert: leaf("sponsor", "multipurpose", with(timeStamps, gen.AdobeArchiveRevInfo()))},
	{
		name: "critical time stamps, multipurpose", cert: leaf("sponsor", "multipurpose", with(timeStamps), marked(cert.OIDAdobeTimestamp, true)),
		want: []string{"error adobe-extension-critical"},
	},
	{
		name: "an extension of one's own", cert: leaf("sponsor", "strict", with(privateOne)),
		want: []string{"notice extension-private"},
	},
	{
		name: "a critical extension of one's own", cert: leaf("sponsor", "strict", with(privateOne), marked(privateOne.OID, true)),
		want: []string{"notice critical-extension-unknown"},
	},
}
