package lints

import (
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// The bounds of RFC 5280 appendix A.1 (ub-…), written out here a second time: a
// test that reads them from the table it tests would follow a mistake in it.
func TestBoundsOfAttributes(t *testing.T) {
	bounds := map[cert.OID]int{
		cert.OIDCommonName: 64, cert.OIDOrganizationName: 64, cert.OIDOrganizationalUnitName: 64, cert.OIDTitle: 64,
		cert.OIDLocalityName: 128, cert.OIDStateOrProvinceName: 128, cert.OIDPseudonym: 128,
		cert.OIDName: 32768, cert.OIDSurname: 32768, cert.OIDGivenName: 32768, cert.OIDInitials: 32768,
		cert.OIDGenerationQualifier: 32768, cert.OIDCountryName: 2, cert.OIDSerialNumber: 64, cert.OIDEmailAddress: 255,
		cert.OIDDNQualifier: 0, cert.OIDDomainComponent: 0,
	}
	for _, syntax := range attributeSyntaxes {
		if want, known := bounds[syntax.attribute]; !known || syntax.max != want {
			t.Errorf("%s: bound %d, not %d", syntax.attribute, syntax.max, want)
		}
	}
	if len(attributeSyntaxes) != len(bounds) {
		t.Errorf("%d attributes, not %d", len(attributeSyntaxes), len(bounds))
	}
}

// A label of the DNS has 63 octets at most (RFC 1035 2.3.4).
func TestBoundOfLabels(t *testing.T) {
	for n, want := range map[int]bool{1: true, 62: true, 63: true, 64: false} {
		if got := plainLabel(strings.Repeat("a", n)); got != want {
			t.Errorf("a label of %d octets: %v", n, got)
		}
	}
}

func TestStartOfSBR(t *testing.T) {
	if day(startOfSBR) != sbrStart || day(startOfSBR.Add(-1)) >= sbrStart {
		t.Errorf("%v is not when %s begins", startOfSBR, sbrStart)
	}
}

func TestMaxEntryPlaces(t *testing.T) {
	for _, n := range []int{maxEntryPlaces - 1, maxEntryPlaces, maxEntryPlaces + 1} {
		list := gen.CRL()
		list.Entries = nil
		for i := range n {
			list.Revoke(gen.Integer(int64(i+1)), gen.At("2026-09-01 12:00:00"), gen.ReasonCode(0))
		}
		places := entries(&Subject{CRL: cert.ParseCRL(list.Encode())}, func(*cert.RevokedCertificate) string { return "x" })
		if len(places) != min(n, maxEntryPlaces) {
			t.Errorf("%d entries have %d places", n, len(places))
		}
	}
}
