package lints

import (
	"bytes"
	"encoding/hex"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

var ecKeyCases = []testCase{
	{name: "compressed", cert: leaf("sponsor", "strict", ecHolder(compressed())), want: []string{"notice microsoft-ec-key"}},
	{
		name: "compressed, no point with this x", cert: leaf("sponsor", "strict", ecHolder(gen.EC(cert.OIDP256, withoutPoint()))),
		want: []string{"error ec-point-invalid", "notice microsoft-ec-key"},
	},
	{
		name: "hybrid", cert: leaf("sponsor", "strict", ecHolder(hybrid())),
		want: []string{"error ec-point-invalid", "notice microsoft-ec-key"},
	},
	{
		name: "off the curve", cert: leaf("sponsor", "strict", ecHolder(offCurve())),
		want: []string{"error ec-point-invalid", "notice microsoft-ec-key"},
	},
	{
		name: "the point at infinity, of a CA", cert: based(gen.SubCA, withKey(gen.EC(cert.OIDP256, []byte{0}))),
		want: []string{"error ec-point-invalid"},
	},
	{
		name: "empty", cert: based(gen.SubCA, withKey(gen.EC(cert.OIDP384, nil))),
		unreadable: []Part{PartPublicKey},
		want:       []string{"error ec-point-invalid"},
	},
	{
		name: "first octet 05", cert: based(gen.SubCA, withKey(gen.EC(cert.OIDP256, append([]byte{5}, gen.P256("holder").Point()[1:]...)))),
		want: []string{"error ec-point-invalid"},
	},
	{
		name: "a byte too short", cert: based(gen.SubCA, withKey(gen.EC(cert.OIDP521, gen.P521("holder").Point()[:132]))),
		want: []string{"error ec-point-invalid", "notice gmail-key-algorithm"},
	},
	{
		name: "a point of P-256 on P-384", cert: based(gen.SubCA, withKey(gen.EC(cert.OIDP384, gen.P256("holder").Point()))),
		want: []string{"error ec-point-invalid"},
	},
	{name: "off the curve, for a website", cert: based(gen.TLS, withKey(offCurve()))},
	{
		name: "Ed25519, a byte too short", cert: leaf("sponsor", "strict", signing(gen.Ed25519("holder")), keyCut(1)),
		want: append(edNotices(), "error eddsa-point-invalid"),
	},
	{
		name: "Ed448, a byte too long", cert: leaf("sponsor", "strict", signing(gen.Ed448()), keyCut(-1)),
		want: append(edNotices(), "error eddsa-point-invalid"),
	},
	{
		name: "Ed25519, y = 2, which is no point", cert: leaf("sponsor", "strict", signing(edKey(cert.OIDEd25519, 32, 2))),
		want: append(edNotices(), "error eddsa-point-invalid"),
	},
	{name: "Ed25519, y = 3, which is one", cert: leaf("sponsor", "strict", signing(edKey(cert.OIDEd25519, 32, 3))), want: edNotices()},
	{name: "Ed25519, y = 1 and x = 0", cert: leaf("sponsor", "strict", signing(edKey(cert.OIDEd25519, 32, 1))), want: edNotices()},
	{
		name: "Ed25519, y = 1 and an odd x", cert: leaf("sponsor", "strict", signing(edKeyOdd(cert.OIDEd25519, 32, 1))),
		want: append(edNotices(), "error eddsa-point-invalid"),
	},
	{
		name: "Ed25519, y = p", cert: leaf("sponsor", "strict", signing(gen.KeyOf(gen.AlgorithmID(cert.OIDEd25519), edFieldSize()))),
		want: append(edNotices(), "error eddsa-point-invalid"),
	},
	{
		name: "Ed448, y = 2, which is no point", cert: leaf("sponsor", "strict", signing(edKey(cert.OIDEd448, 57, 2))),
		want: append(edNotices(), "error eddsa-point-invalid"),
	},
	{name: "Ed448, y = 1 and x = 0", cert: leaf("sponsor", "strict", signing(edKey(cert.OIDEd448, 57, 1))), want: edNotices()},
	{name: "Ed25519, another point", cert: leaf("sponsor", "strict", signing(gen.Ed25519("another"))), want: edNotices()},
}

// compressed is a key on P-256 in compressed form (SEC 1 2.3.3).
func compressed() *gen.Key {
	point := gen.P256("holder").Point()
	return gen.EC(cert.OIDP256, append([]byte{2 | point[64]&1}, point[1:33]...))
}

// withoutPoint is a compressed point whose x belongs to no point of P-256.
func withoutPoint() []byte {
	point := make([]byte, 33)
	point[0] = 2
	for ; point[32] < 255; point[32]++ {
		c := gen.Leaf("sponsor", "strict")
		c.SetKey(gen.EC(cert.OIDP256, point))
		if !cert.Parse(c.Encode()).PublicKey.OnCurve {
			return point
		}
	}
	panic("every x belongs to a point")
}

// hybrid is a key on P-256 in hybrid form (X9.62 4.3.6).
func hybrid() *gen.Key {
	point := bytes.Clone(gen.P256("holder").Point())
	point[0] = 6 | point[64]&1
	return gen.EC(cert.OIDP256, point)
}

func offCurve() *gen.Key {
	point := bytes.Clone(gen.P256("holder").Point())
	point[64] ^= 1
	return gen.EC(cert.OIDP256, point)
}

// edKey is an Edwards key with this small y and an even x.
func edKey(oid cert.OID, size int, y byte) *gen.Key {
	octets := make([]byte, size)
	octets[0] = y
	return gen.KeyOf(gen.AlgorithmID(oid), octets)
}

// edKeyOdd is edKey with an odd x.
func edKeyOdd(oid cert.OID, size int, y byte) *gen.Key {
	k := edKey(oid, size, y)
	octets := bytes.Clone(k.Point())
	octets[size-1] |= 0x80
	return gen.KeyOf(gen.AlgorithmID(oid), octets)
}

// edFieldSize is 2^255-19 in the order of an Ed25519 key's octets.
func edFieldSize() []byte {
	octets := bytes.Repeat([]byte{0xff}, 32)
	octets[0], octets[31] = 0xed, 0x7f
	return octets
}

// The first two public keys of RFC 8032 7.4 are points; y of the field's size, or
// without an x that goes with it, is none.
func TestEdwardsPoints(t *testing.T) {
	p448 := bytes.Repeat([]byte{0xff}, 57)
	p448[28], p448[56] = 0xfe, 0
	below := func(p []byte) []byte { // −1, whose x is 0
		p = bytes.Clone(p)
		p[0]--
		return p
	}
	for _, c := range []struct {
		curve *edwardsCurve
		point []byte
		want  bool
	}{
		{&ed448Curve, unhex(t, "5fd7449b59b461fd2ce787ec616ad46a1da1342485a70e1f8a0ea75d80e96778edf124769b46c7061bd6783df1e50f6cd1fa1abeafe8256180"), true},
		{&ed448Curve, unhex(t, "43ba28f430cdff456ae531545f7ecd0ac834a55d9358c0372bfa0c6c6798c0866aea01eb00742802b8438ea4cb82169c235160627b4c3a9480"), true},
		{&ed448Curve, p448, false},
		{&ed448Curve, below(p448), true},
		{&ed25519Curve, edFieldSize(), false},
		{&ed25519Curve, below(edFieldSize()), true},
	} {
		if c.curve.hasPoint(c.point) != c.want {
			t.Errorf("%x is a point: %t", c.point, !c.want)
		}
	}
	points := 0
	for y := byte(2); y < 102; y++ {
		if ed448Curve.hasPoint(append([]byte{y}, make([]byte, 56)...)) {
			points++
		}
	}
	if points < 30 || points > 70 { // about half of all numbers
		t.Errorf("%d of 100 numbers are a y of Ed448", points)
	}
}

func unhex(t *testing.T, text string) []byte {
	t.Helper()
	octets, err := hex.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return octets
}

func TestFirstOctetOfPoint(t *testing.T) {
	for first, want := range map[byte]string{0: "first octet 00", 1: "first octet 01", 5: "first octet 05", 0x5f: "first octet 5f"} {
		s := Subject{Cert: &cert.Certificate{PublicKey: cert.PublicKey{Bits: cert.BitString{Bytes: []byte{first}}}}}
		if places := ecPointInvalid(&s); len(places) != 1 || places[0].Got != want {
			t.Errorf("%d: %+v", first, places)
		}
	}
}
