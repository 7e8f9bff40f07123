package inspect

import "sealglass/cert"

// weakSignatures are signature algorithms over a hash whose collisions can be
// computed: mail programs refuse certificates signed with them.
var weakSignatures = [...]cert.OID{
	cert.OIDMD2WithRSA, cert.OIDMD4WithRSA, cert.OIDMD5WithRSA,
	cert.OIDSHA1WithRSA, cert.OIDSHA1WithRSAOIW, cert.OIDDSAWithSHA1, cert.OIDECDSAWithSHA1,
}

// hasWeakSignature says whether the certificate is signed over such a hash.
func hasWeakSignature(a *cert.AlgorithmIdentifier) bool {
	if a.PSS != nil {
		return a.PSS.Hash == cert.OIDSHA1 || a.PSS.Hash == cert.OIDMD5
	}
	for _, oid := range weakSignatures {
		if a.OID == oid {
			return true
		}
	}
	return false
}
