package cert_test

import (
	"bytes"
	"crypto/x509"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

func TestParseCRL(t *testing.T) {
	list := gen.CRL()
	list.Revoke(gen.Integer(77), gen.At("2026-09-02 12:00:00"), gen.InvalidityDate(gen.At("2026-09-01 00:00:00")),
		gen.CertificateIssuer(gen.DirectoryName(gen.NewName(string(cert.OIDCountryName), "DE"))))
	list.SetExtension(gen.IssuingDistributionPoint(gen.FullName(gen.URI("http://crl.example.net/x")), gen.OnlyUserCerts(), gen.OnlySomeReasons(1, 2)))
	list.SetExtension(gen.DeltaCRLIndicator(1041))
	der := list.Encode()
	c := cert.ParseCRL(der)
	sameFaults(t, "whole", c.Faults)
	std, err := x509.ParseRevocationList(der)
	if err != nil {
		t.Fatal(err)
	}
	for what, pair := range map[string][2][]byte{
		"tbs":       {c.TBS.In(der), std.RawTBSRevocationList},
		"issuer":    {c.Issuer.In(der), std.RawIssuer},
		"signature": {c.Signature.Bytes, std.Signature},
		"key id":    {c.AuthorityKeyID.KeyID, std.AuthorityKeyId},
	} {
		if !bytes.Equal(pair[0], pair[1]) {
			t.Errorf("%s is %x, crypto/x509 has %x", what, pair[0], pair[1])
		}
	}
	if v, _ := c.Version.Int(); v != 1 || c.Number.Number.Big().Cmp(std.Number) != 0 || c.DeltaIndicator == nil {
		t.Errorf("version %d, number %v, delta %v", v, c.Number, c.DeltaIndicator)
	}
	if !c.ThisUpdate.Time.Equal(std.ThisUpdate) || !c.NextUpdate.Time.Equal(std.NextUpdate) {
		t.Errorf("from %v until %v", c.ThisUpdate, c.NextUpdate)
	}
	if p := c.IDP; !p.OnlyUserCerts || p.OnlyCACerts || p.IndirectCRL || p.OnlyAttributes ||
		len(p.FullName) != 1 || p.FullName[0].Text != "http://crl.example.net/x" || !p.OnlySomeReasons.Bit(2) {
		t.Errorf("issuing distribution point %+v", p)
	}
	if len(c.Entries) != 2 {
		t.Fatalf("%d entries", len(c.Entries))
	}
	for i, e := range std.RevokedCertificateEntries {
		got := &c.Entries[i]
		if got.SerialNumber.Big().Cmp(e.SerialNumber) != 0 || !got.RevocationDate.Time.Equal(e.RevocationTime) ||
			!bytes.Equal(got.In(der), e.Raw) || len(got.Extensions) != len(e.Extensions) || got.Broken {
			t.Errorf("entry %d: %+v", i, got)
		}
	}
	one, two := &c.Entries[0], &c.Entries[1]
	if one.Reason != 1 || one.ReasonExt == nil || one.InvalidityDate != nil || one.CertificateIssuer != nil {
		t.Errorf("entry 0: %+v", one)
	}
	if two.Reason != -1 || two.ReasonExt != nil || two.InvalidityDate.Time.Day() != 1 || two.CertificateIssuer[0].Directory.String() != "C=DE" {
		t.Errorf("entry 1: %+v", two)
	}
	if path := two.Extensions[0].Path(); path != "tbsCertList.revokedCertificates[1].crlEntryExtensions.invalidityDate" {
		t.Errorf("path %s", path)
	}
}

func TestBrokenCRL(t *testing.T) {
	serial, date := gen.Integer(5), gen.At("2026-09-01 12:00:00").Encode()
	good := gen.Sequence(serial, date)
	const entry = "tbsCertList.revokedCertificates[1]"
	for name, c := range map[string]struct {
		entry  []byte
		broken bool
		faults []named
	}{
		"no SEQUENCE":        {gen.Integer(1), true, []named{{entry, cert.FaultStructure}}},
		"no date":            {gen.Sequence(serial), true, []named{{entry, cert.FaultStructure}}},
		"no serial number":   {gen.Sequence(date), true, []named{{entry, cert.FaultStructure}}},
		"date of no day":     {gen.Sequence(serial, gen.Text(gen.UTCTime, "260231120000Z")), true, []named{{entry + ".revocationDate", cert.FaultTime}}},
		"indefinite length":  {gen.IndefiniteTLV(gen.SequenceTag, serial, date), false, []named{{entry, cert.FaultIndefiniteLength}}},
		"long length":        {gen.LongTLV(gen.SequenceTag, serial, date), false, []named{{entry, cert.FaultNonMinimalLength}}},
		"trailing":           {gen.Sequence(serial, date, gen.Null()), false, []named{{entry, cert.FaultTrailingData}}},
		"reason 7":           {gen.Sequence(serial, date, gen.Sequence(extension(cert.OIDReasonCode, gen.Enumerated(7)))), false, []named{{entry + ".crlEntryExtensions.reasonCode", cert.FaultStructure}}},
		"reason -1":          {gen.Sequence(serial, date, gen.Sequence(extension(cert.OIDReasonCode, gen.Enumerated(-1)))), true, []named{{entry + ".crlEntryExtensions.reasonCode", cert.FaultStructure}}},
		"reason an INTEGER":  {gen.Sequence(serial, date, gen.Sequence(extension(cert.OIDReasonCode, gen.Integer(1)))), true, []named{{entry + ".crlEntryExtensions.reasonCode", cert.FaultStructure}}},
		"reason is no value": {gen.Sequence(serial, date, gen.Sequence(extension(cert.OIDReasonCode, []byte{9}))), true, []named{{entry + ".crlEntryExtensions.reasonCode", cert.FaultTruncated}, {entry + ".crlEntryExtensions.reasonCode", cert.FaultStructure}}},
	} {
		list := gen.CRL()
		list.RawEntries = gen.Sequence(good, c.entry, good)
		got := cert.ParseCRL(list.Encode())
		sameFaults(t, name, got.Faults, c.faults...)
		if len(got.Entries) != 3 || got.Entries[0].Broken || got.Entries[1].Broken != c.broken || got.Entries[2].Broken {
			t.Errorf("%s: %+v", name, got.Entries)
		}
		if got.Number == nil || got.Signature.Bytes == nil || got.Unreadable("signatureAlgorithm") != nil {
			t.Errorf("%s: what follows the entry is not read", name)
		}
	}
}

// extension is an Extension that is not critical.
func extension(oid cert.OID, value []byte) []byte {
	e := gen.Extension{OID: oid, Value: value}
	return e.Encode()
}

func TestCRLWithoutParts(t *testing.T) {
	for name, c := range map[string]struct {
		edit   func(*gen.RevocationList)
		faults []named
	}{
		"no entries":        {func(l *gen.RevocationList) { l.Entries = nil }, nil},
		"empty list":        {func(l *gen.RevocationList) { l.RawEntries = gen.Sequence() }, []named{{"tbsCertList.revokedCertificates", cert.FaultEmpty}}},
		"version 1":         {func(l *gen.RevocationList) { l.Version, l.Extensions = nil, nil }, nil},
		"no nextUpdate":     {func(l *gen.RevocationList) { l.NextUpdate = gen.Time{} }, nil},
		"version 1, no end": {func(l *gen.RevocationList) { l.Version, l.NextUpdate = nil, gen.Time{} }, nil},
		"indefinite list": {func(l *gen.RevocationList) {
			l.RawEntries = gen.IndefiniteTLV(gen.SequenceTag, l.Entries[0].Encode())
		}, []named{{"tbsCertList.revokedCertificates", cert.FaultIndefiniteLength}}},
		"no algorithm": {func(l *gen.RevocationList) { l.TBSAlgorithm = nil }, []named{{"tbsCertList.signature", cert.FaultStructure}}},
		"no thisUpdate": {func(l *gen.RevocationList) {
			l.ThisUpdate.Raw, l.NextUpdate = []byte{}, gen.Time{}
		}, []named{{"tbsCertList.thisUpdate", cert.FaultStructure}}},
		"no issuer":    {func(l *gen.RevocationList) { l.Issuer.Raw = gen.Null() }, []named{{"tbsCertList.issuer", cert.FaultStructure}}},
		"bad IDP":      {func(l *gen.RevocationList) { l.SetExtension(gen.IssuingDistributionPoint(gen.Integer(1))) }, []named{{"tbsCertList.crlExtensions.issuingDistributionPoint", cert.FaultStructure}}},
		"bytes behind": {func(l *gen.RevocationList) { l.Trailing = []byte{1, 2} }, []named{{"certificateList", cert.FaultTrailingData}}},
	} {
		list := gen.CRL()
		list.NextUpdate = gen.At("2026-10-20 06:00:00")
		c.edit(list)
		der := list.Encode()
		got := cert.ParseCRL(der)
		sameFaults(t, name, got.Faults, c.faults...)
		faultsLieWithin(t, der, got.Faults)
		entries := len(list.Entries)
		if list.RawEntries != nil && len(gen.Content(list.RawEntries)) == 0 {
			entries = 0
		}
		if len(got.Entries) != entries || len(got.Extensions) != len(list.Extensions) || got.Signature.Bytes == nil {
			t.Errorf("%s: %d entries, %d extensions", name, len(got.Entries), len(got.Extensions))
		}
	}
}

func TestUnreadableCRL(t *testing.T) {
	for name, der := range map[string][]byte{
		"nothing": nil, "text": []byte("-----BEGIN X509 CRL-----"), "number": gen.Integer(1), "cut": {0x30},
	} {
		c := cert.ParseCRL(der)
		if f := c.Unreadable("signatureAlgorithm"); f == nil || f.Path != "certificateList" {
			t.Errorf("%s: %+v", name, c.Faults)
		}
	}
	der := gen.CRL().Encode()
	for n := range der {
		c := cert.ParseCRL(der[:n])
		faultsLieWithin(t, der[:n], c.Faults)
		if c.Unreadable("signatureValue") == nil {
			t.Fatalf("the signature of a list cut to %d bytes is readable: %v", n, c.Faults)
		}
	}
}

// listOf is a list with n entries, which are all this one.
func listOf(n int) (der, entry []byte) {
	entry = gen.Sequence(gen.Integer(5), gen.At("2026-09-01 12:00:00").Encode(), gen.Sequence(extension(cert.OIDReasonCode, gen.Enumerated(1))))
	list := gen.CRL()
	list.RawEntries = gen.Sequence(bytes.Repeat(entry, n))
	return list.Encode(), entry
}

// Between two pauses lie no more bytes of a list than StepSize and those of an entry:
// there could not be so many pauses otherwise, each StepSize behind the one before.
func TestParseCRLInSteps(t *testing.T) {
	for _, n := range []int{1, 1000, 100_000} {
		der, entry := listOf(n)
		pauses := 0
		c := cert.ParseCRLInSteps(der, func() { pauses++ })
		if least, most := n*len(entry)/(cert.StepSize+len(entry)), len(der)/cert.StepSize; pauses < least || pauses > most {
			t.Errorf("%d entries: %d pauses, not %d to %d", n, pauses, least, most)
		}
		if whole := cert.ParseCRL(der); !reflect.DeepEqual(c.Entries, whole.Entries) || len(c.Entries) != n {
			t.Errorf("%d entries: with pauses others are read", n)
		}
	}
}

// What is kept from one entry for the next is not mistaken for its own.
func TestEntriesThatDiffer(t *testing.T) {
	const n = 3000
	list := gen.CRL()
	list.Entries = nil
	for i := range n {
		var extensions []gen.Extension
		for j := range i % 4 {
			extensions = append(extensions, gen.Extension{OID: cert.OID("1.2.3." + strconv.Itoa((i+j)%5)), Value: gen.Null()})
		}
		if i%3 == 0 {
			extensions = append(extensions, gen.ReasonCode(i%7))
		}
		list.Revoke(gen.Integer(int64(i)), gen.At("2026-09-01 12:00:00"), extensions...)
	}
	c := cert.ParseCRL(list.Encode())
	if len(c.Entries) != n {
		t.Fatalf("%d entries, not %d", len(c.Entries), n)
	}
	for i := range c.Entries {
		e := &c.Entries[i]
		reason := -1
		for j := range e.Extensions {
			got, path := &e.Extensions[j], "tbsCertList.revokedCertificates["+strconv.Itoa(i)+"].crlEntryExtensions"
			if want := cert.OID("1.2.3." + strconv.Itoa((i+j)%5)); j < i%4 && (got.OID != want || got.Path() != path+"["+strconv.Itoa(j)+"]") {
				t.Errorf("entry %d: %s at %s, not %s", i, got.OID, got.Path(), want)
			}
			if got.OID == cert.OIDReasonCode {
				reason = i % 7
				if e.ReasonExt != got || got.Path() != path+".reasonCode" {
					t.Errorf("entry %d: its reason is at %s", i, got.Path())
				}
			}
		}
		if serial, _ := e.SerialNumber.Int(); serial != int64(i) || e.Reason != reason || len(e.Extensions) != i%4+(3-i%3)/3 {
			t.Errorf("entry %d: %+v", i, e)
		}
	}
}

// TestMaxRevoked reads lists of MaxRevoked entries, one less and one more.
func TestMaxRevoked(t *testing.T) {
	entry := gen.Sequence(gen.Integer(5), gen.At("2026-09-01 12:00:00").Encode())
	for _, n := range []int{cert.MaxRevoked - 1, cert.MaxRevoked, cert.MaxRevoked + 1} {
		list := gen.CRL()
		list.RawEntries = gen.Sequence(bytes.Repeat(entry, n))
		c := cert.ParseCRL(list.Encode())
		if len(c.Entries) != min(n, cert.MaxRevoked) || c.Number == nil || len(c.Tree.Nodes) > 100 {
			t.Errorf("%d entries: %d read, %d nodes", n, len(c.Entries), len(c.Tree.Nodes))
		}
		f := c.Unreadable("tbsCertList.revokedCertificates")
		if over := n > cert.MaxRevoked; over != (f != nil) {
			t.Errorf("%d entries: fault %v", n, f)
		} else if over && (f.Code != cert.FaultLimit || !strings.Contains(f.Reason, strconv.Itoa(n))) {
			t.Errorf("%d entries: fault %v", n, f)
		}
	}
}
