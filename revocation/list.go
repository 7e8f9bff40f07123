package revocation

import (
	"bytes"
	"errors"
	"slices"

	"sealglass/cert"
	"sealglass/signature"
)

// Concerns says whether the list may be about the certificate: it names the
// certificate's issuer, or the certificate names the list's.
func Concerns(list *cert.CRL, subject *cert.Certificate) bool {
	return list.Issuer.Equal(&subject.Issuer) || namesIssuer(subject, &list.Issuer)
}

// namesIssuer says whether a distribution point of the certificate names another
// issuer of its list (RFC 5280 4.2.1.13, cRLIssuer).
func namesIssuer(c *cert.Certificate, issuer *cert.Name) bool {
	if c.CRLDistributionPoints == nil {
		return false
	}
	for i := range c.CRLDistributionPoints.Points {
		if hasDirectoryName(c.CRLDistributionPoints.Points[i].CRLIssuer, issuer) {
			return true
		}
	}
	return false
}

func hasDirectoryName(names []cert.GeneralName, name *cert.Name) bool {
	return slices.ContainsFunc(names, func(g cert.GeneralName) bool {
		return g.Kind == cert.DirectoryName && g.Directory.Present && g.Directory.Equal(name)
	})
}

// Look says what the list says of the certificate (RFC 5280 6.3.3). The list is
// one that [Concerns] it.
func Look(list *cert.CRL, q *Question) Status {
	if why := uncovered(list, q.Subject); why != "" {
		return unknown(why).dated(&list.ThisUpdate, &list.NextUpdate, q.At)
	}
	if why := q.signedList(list); why != "" {
		return unknown(why).dated(&list.ThisUpdate, &list.NextUpdate, q.At)
	}
	status := entryStatus(list, q.Subject)
	if status.State == notRevoked && list.IDP != nil && list.IDP.OnlySomeReasons.Present {
		status.Reason = SomeReasons
	}
	return status.dated(&list.ThisUpdate, &list.NextUpdate, q.At)
}

// uncovered says why the list does not speak of the certificate, whatever stands in it.
func uncovered(list *cert.CRL, c *cert.Certificate) Reason {
	if hasCriticalUnknown(list.Extensions) {
		return CriticalUnknown
	}
	for _, path := range [...]string{"tbsCertList.issuer", "tbsCertList.crlExtensions"} {
		if list.Unreadable(path) != nil {
			return Unreadable
		}
	}
	idp := list.IDP
	if idp == nil {
		return ""
	}
	ca := c.BasicConstraints != nil && c.BasicConstraints.CA
	switch {
	case idp.OnlyAttributes, idp.OnlyUserCerts && ca, idp.OnlyCACerts && !ca:
		return OtherCertificates
	case !samePoint(idp, c):
		return OtherCertificates
	}
	return ""
}

// knownInList are the extensions of lists and entries that are understood here.
var knownInList = [...]cert.OID{
	cert.OIDAuthorityKeyIdentifier, cert.OIDIssuerAltName, cert.OIDCRLNumber, cert.OIDDeltaCRLIndicator,
	cert.OIDIssuingDistributionPoint, cert.OIDFreshestCRL, cert.OIDAuthorityInfoAccess,
	cert.OIDReasonCode, cert.OIDInvalidityDate, cert.OIDCertificateIssuer,
}

func hasCriticalUnknown(list []cert.Extension) bool {
	return slices.ContainsFunc(list, func(e cert.Extension) bool {
		return e.Critical && !slices.Contains(knownInList[:], e.OID)
	})
}

// samePoint says whether the list is one that a distribution point of the
// certificate leads to: where the list names its point, one of the names must be
// the certificate's (RFC 5280 6.3.3 b 2 i). A certificate without distribution
// points is covered by a list without a name only.
func samePoint(idp *cert.IssuingDistributionPoint, c *cert.Certificate) bool {
	if idp.FullName == nil && idp.RelativeName.Length == 0 {
		return true
	}
	if c.CRLDistributionPoints == nil || idp.FullName == nil {
		return false // names relative to an issuer's are not put together here
	}
	for i := range c.CRLDistributionPoints.Points {
		p := &c.CRLDistributionPoints.Points[i]
		names := p.FullName
		if names == nil {
			names = p.CRLIssuer
		}
		for j := range names {
			if slices.ContainsFunc(idp.FullName, func(g cert.GeneralName) bool { return sameName(&g, &names[j]) }) {
				return true
			}
		}
	}
	return false
}

func sameName(a, b *cert.GeneralName) bool {
	if a.Kind != b.Kind {
		return false
	}
	if a.Kind == cert.DirectoryName {
		return a.Directory.Equal(&b.Directory)
	}
	return a.Text != "" && a.Text == b.Text
}

// signedList says why the list's signature does not bind it to the certificate's
// issuer; nothing when it does.
func (q *Question) signedList(list *cert.CRL) Reason {
	if q.Issuer == nil {
		return IssuerMissing
	}
	signer := q.Issuer
	if !list.Issuer.Equal(&q.Issuer.Subject) {
		if list.IDP == nil || !list.IDP.IndirectCRL || !namesIssuer(q.Subject, &list.Issuer) {
			return OtherCertificates
		}
		if signer = q.delegated(&list.Issuer); signer == nil {
			return SignerUnknown
		}
	}
	if signer.KeyUsage != nil && signer.KeyUsage.Usage&cert.CRLSign == 0 {
		return SignerNotAllowed
	}
	return holds(list.TBS.In(list.Raw), &list.SignatureAlgorithm, &list.Signature, signer)
}

// delegated finds the certificate of this name that the issuer itself signed.
func (q *Question) delegated(name *cert.Name) *cert.Certificate {
	for _, c := range q.Beside {
		if c.Subject.Equal(name) && c.Issuer.Equal(&q.Issuer.Subject) &&
			holds(c.TBS.In(c.Raw), &c.SignatureAlgorithm, &c.Signature, q.Issuer) == "" {
			return c
		}
	}
	return nil
}

// holds says why the signature is not one of the signer's key; nothing when it is.
func holds(signed []byte, algorithm *cert.AlgorithmIdentifier, bits *cert.BitString, signer *cert.Certificate) Reason {
	if len(signed) == 0 || !bits.Present {
		return Unreadable
	}
	err := signature.Verify(algorithm, 0, &signer.PublicKey, &signature.Message{Octets: signed}, bits.Bytes)
	switch {
	case err == nil:
		return ""
	case errors.Is(err, signature.ErrAlgorithm):
		return AlgorithmUnknown
	}
	return SignatureWrong
}

// entryStatus looks for the certificate in the list. In an indirect list an
// entry's certificateIssuer holds for those behind it too (RFC 5280 5.3.3).
func entryStatus(list *cert.CRL, c *cert.Certificate) Status {
	whole := list.Unreadable("tbsCertList.revokedCertificates") == nil
	ours := list.Issuer.Equal(&c.Issuer)
	found := -1
	for i := range list.Entries {
		e := &list.Entries[i]
		if e.CertificateIssuer != nil {
			ours = hasDirectoryName(e.CertificateIssuer, &c.Issuer)
		}
		if e.Broken || hasCriticalUnknown(e.Extensions) {
			whole = false
		}
		if ours && bytes.Equal(e.SerialNumber.Bytes, c.SerialNumber.Bytes) {
			found = i
		}
	}
	switch {
	case !c.SerialNumber.Present:
		return unknown(Unreadable)
	case found >= 0 && list.Entries[found].Reason != removeFromCRL:
		e := &list.Entries[found]
		return revokedFor(e.Reason, &e.RevocationDate)
	case list.DeltaIndicator != nil:
		return unknown(OnlyChanges)
	case !whole:
		return unknown(Unreadable)
	}
	return Status{State: notRevoked, Cause: noCause}
}
