package gen

import "sealglass/cert"

// RevocationList describes a CRL (RFC 5280 5.1); a part that is nil is left out.
type RevocationList struct {
	Version      []byte // the whole INTEGER; nil means v1
	TBSAlgorithm []byte
	Issuer       Name
	ThisUpdate   Time
	NextUpdate   Time    // left out when it is the zero Time
	Entries      []Entry // none: no revokedCertificates
	RawEntries   []byte  // in place of the SEQUENCE of entries, when not nil
	Extensions   []Extension
	TBSTrailing  []byte // after the extensions, within tbsCertList

	Algorithm []byte
	Signer    *Key
	Signature []byte // the whole BIT STRING, in place of Signer's, when not nil
	Trailing  []byte // after the outer SEQUENCE
}

// Entry is an entry for one revoked certificate.
type Entry struct {
	Serial     []byte // the whole INTEGER
	Date       Time
	Extensions []Extension
	Raw        []byte // in place of the whole entry, when not nil
}

// CRL is a list by SubCA, of 2026-10-14 and for a week, with one entry.
func CRL() *RevocationList {
	return &RevocationList{
		Version:      Integer(1),
		TBSAlgorithm: SubCAKey().Algorithm, Algorithm: SubCAKey().Algorithm, Signer: SubCAKey(),
		Issuer:     caName("Sample S/MIME Issuing CA 1"),
		ThisUpdate: At("2026-10-14 06:00:00"), NextUpdate: At("2026-10-21 06:00:00"),
		Entries: []Entry{{
			Serial: Serial("revoked 1"), Date: At("2026-09-01 12:00:00"),
			Extensions: []Extension{ReasonCode(1)},
		}},
		Extensions: []Extension{AuthorityKeyID(SubCAKey().ID()), CRLNumber(1042)},
	}
}

// Revoke adds an entry for the certificate with this serial number.
func (l *RevocationList) Revoke(serial []byte, date Time, extensions ...Extension) {
	l.Entries = append(l.Entries, Entry{Serial: serial, Date: date, Extensions: extensions})
}

// SetExtension puts an extension in the place of the first one with its OID, or
// at the end.
func (l *RevocationList) SetExtension(e Extension) {
	if old := findExtension(l.Extensions, e.OID); old != nil {
		*old = e
		return
	}
	l.Extensions = append(l.Extensions, e)
}

// Dated moves thisUpdate and leaves the time until nextUpdate as it is.
func (l *RevocationList) Dated(thisUpdate Time) {
	if !l.NextUpdate.IsZero() {
		l.NextUpdate.Time = thisUpdate.Add(l.NextUpdate.Sub(l.ThisUpdate.Time))
	}
	l.ThisUpdate = thisUpdate
}

// Encode is the list, signed where a key for that is there.
func (l *RevocationList) Encode() []byte {
	tbs := l.TBS()
	signature := l.Signature
	if signature == nil {
		signature = BitString(0, l.Signer.sign(l.Algorithm, tbs))
	}
	return append(Sequence(tbs, l.Algorithm, signature), l.Trailing...)
}

// TBS is the part that is signed.
func (l *RevocationList) TBS() []byte {
	var next, extensions []byte
	if l.NextUpdate.Raw != nil || !l.NextUpdate.IsZero() {
		next = l.NextUpdate.Encode()
	}
	entries := l.RawEntries
	if entries == nil && len(l.Entries) > 0 {
		parts := make([][]byte, len(l.Entries))
		for i := range l.Entries {
			parts[i] = l.Entries[i].Encode()
		}
		entries = Sequence(parts...)
	}
	if len(l.Extensions) > 0 {
		extensions = Context(0, encodeExtensions(l.Extensions))
	}
	return Sequence(l.Version, l.TBSAlgorithm, l.Issuer.Encode(), l.ThisUpdate.Encode(), next, entries, extensions, l.TBSTrailing)
}

// Encode is the entry.
func (e *Entry) Encode() []byte {
	if e.Raw != nil {
		return e.Raw
	}
	var extensions []byte
	if len(e.Extensions) > 0 {
		extensions = encodeExtensions(e.Extensions)
	}
	return Sequence(e.Serial, e.Date.Encode(), extensions)
}

// CRLNumber is a cRLNumber.
func CRLNumber(n int64) Extension { return Extension{OID: cert.OIDCRLNumber, Value: Integer(n)} }

// DeltaCRLIndicator is a critical deltaCRLIndicator.
func DeltaCRLIndicator(base int64) Extension {
	return Extension{OID: cert.OIDDeltaCRLIndicator, Critical: true, Value: Integer(base)}
}

// ReasonCode is the reason of an entry (RFC 5280 5.3.1).
func ReasonCode(reason int) Extension {
	return Extension{OID: cert.OIDReasonCode, Value: Enumerated(reason)}
}

// InvalidityDate is the invalidityDate of an entry.
func InvalidityDate(t Time) Extension {
	return Extension{OID: cert.OIDInvalidityDate, Value: t.Generalized()}
}

// CertificateIssuer is the critical certificateIssuer of an entry of an indirect list.
func CertificateIssuer(names ...[]byte) Extension {
	return Extension{OID: cert.OIDCertificateIssuer, Critical: true, Value: Sequence(names...)}
}

// IssuingDistributionPoint is a critical issuingDistributionPoint of these
// fields: [FullName], [OnlyUserCerts], [OnlyCACerts], …
func IssuingDistributionPoint(fields ...[]byte) Extension {
	return Extension{OID: cert.OIDIssuingDistributionPoint, Critical: true, Value: Sequence(fields...)}
}

// The BOOLEAN fields of an issuingDistributionPoint, set (RFC 5280 5.2.5).
func OnlyUserCerts() []byte  { return ContextPrimitive(1, []byte{0xff}) }
func OnlyCACerts() []byte    { return ContextPrimitive(2, []byte{0xff}) }
func IndirectCRL() []byte    { return ContextPrimitive(4, []byte{0xff}) }
func OnlyAttributes() []byte { return ContextPrimitive(5, []byte{0xff}) }

// OnlySomeReasons is the field onlySomeReasons with these bits.
func OnlySomeReasons(bits ...int) []byte { return ContextPrimitive(3, bitContent(bits)) }
