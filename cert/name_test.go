package cert_test

import (
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

const subjectPath = "tbsCertificate.subject"

// subjectOf reads a certificate with this subject.
func subjectOf(n gen.Name) *cert.Certificate {
	leaf := gen.Leaf("mailbox", "strict")
	leaf.Subject = n
	return cert.Parse(leaf.Encode())
}

func attribute(oid cert.OID, tag byte, value string) gen.Attribute {
	return gen.Attribute{Type: oid, Tag: tag, Value: value}
}

func TestNames(t *testing.T) {
	cn, o := attribute(cert.OIDCommonName, gen.UTF8, "Jo"), attribute(cert.OIDOrganizationName, gen.Printable, "Ex")
	for name, c := range map[string]struct {
		name   gen.Name
		want   string
		faults []named
	}{
		"usual":         {gen.Name{RDNs: []gen.RDN{{o}, {cn}}}, "O=Ex, CN=Jo", nil},
		"multi-valued":  {gen.Name{RDNs: []gen.RDN{{cn, o}}}, "CN=Jo + O=Ex", nil},
		"empty":         {gen.Name{Raw: gen.Sequence()}, "", nil},
		"other type":    {gen.Name{RDNs: []gen.RDN{{attribute("1.2.3", gen.UTF8, "x")}}}, "1.2.3=x", nil},
		"no string":     {gen.Name{Raw: gen.Sequence(gen.Set(gen.Sequence(gen.OID(cert.OIDCommonName), gen.Integer(1))))}, "CN=", nil},
		"empty RDN":     {gen.Name{Raw: gen.Sequence(gen.Set(), gen.Set(cn.Encode()))}, ", CN=Jo", []named{{subjectPath + ".rdn[0]", cert.FaultEmpty}}},
		"RDN no SET":    {gen.Name{Raw: gen.Sequence(gen.Sequence(cn.Encode()), gen.Set(cn.Encode()))}, ", CN=Jo", structureAt(subjectPath + ".rdn[0]")},
		"no value":      {gen.Name{Raw: gen.Sequence(gen.Set(gen.Sequence(gen.OID(cert.OIDCommonName))), gen.Set(o.Encode()))}, "=, O=Ex", structureAt(subjectPath + ".rdn[0]")},
		"no type":       {gen.Name{Raw: gen.Sequence(gen.Set(gen.Sequence(gen.Text(gen.UTF8, "Jo"))), gen.Set(o.Encode()))}, "=, O=Ex", structureAt(subjectPath + ".rdn[0]")},
		"type cut":      {gen.Name{Raw: gen.Sequence(gen.Set(gen.Sequence(gen.TLV(gen.OIDTag, []byte{0x80}), gen.Null())))}, "=", []named{{subjectPath + ".rdn[0]", cert.FaultStructure}, {subjectPath, cert.FaultOID}}},
		"three parts":   {gen.Name{Raw: gen.Sequence(gen.Set(gen.Sequence(gen.OID(cert.OIDCommonName), gen.Text(gen.UTF8, "Jo"), gen.Null())))}, "CN=Jo", []named{{subjectPath + ".rdn[0]", cert.FaultTrailingData}}},
		"unsorted":      {gen.Name{Raw: gen.Sequence(gen.Set(o.Encode(), cn.Encode()))}, "O=Ex + CN=Jo", []named{{subjectPath, cert.FaultSetOrder}}},
		"in pieces":     {gen.Name{Raw: gen.Sequence(gen.Set(gen.Sequence(gen.OID(cert.OIDCommonName), gen.TLV(0x2c, gen.Text(gen.UTF8, "J"), gen.Text(gen.UTF8, "o")))))}, "CN=Jo", []named{{subjectPath, cert.FaultConstructedString}}},
		"a SET of RDNs": {gen.Name{Raw: gen.Set(gen.Set(cn.Encode()))}, "", structureAt(subjectPath)},
	} {
		got := subjectOf(c.name)
		sameFaults(t, name, got.Faults, c.faults...)
		if s := got.Subject.String(); s != c.want {
			t.Errorf("%s: %q, want %q", name, s, c.want)
		}
		if got.PublicKey.Size != 2048 || got.SubjectAltName == nil {
			t.Errorf("%s: other parts are not read", name)
		}
	}
	got := subjectOf(gen.Name{RDNs: []gen.RDN{{cn, o}}})
	r := got.Subject.RDNs[0]
	for i, want := range []gen.Attribute{cn, o} {
		a := r.Attributes[i]
		if string(a.In(got.Raw)) != string(want.Encode()) || string(a.TypeSpan.In(got.Raw)) != string(gen.OID(want.Type)) || a.Value.Tag != int(want.Tag) {
			t.Errorf("attribute %d: %+v", i, a)
		}
	}
}

func TestNameEqual(t *testing.T) {
	cn := func(tag byte, value string) gen.RDN { return gen.RDN{attribute(cert.OIDCommonName, tag, value)} }
	o := gen.RDN{attribute(cert.OIDOrganizationName, gen.UTF8, "Ex")}
	number := func(n int64) gen.Name {
		return gen.Name{Raw: gen.Sequence(gen.Set(gen.Sequence(gen.OID(cert.OIDCommonName), gen.Integer(n))))}
	}
	of := func(rdns ...gen.RDN) gen.Name { return gen.Name{RDNs: rdns} }
	for name, c := range map[string]struct {
		a, b   gen.Name
		equal  bool
		within bool
	}{
		"same":             {of(o, cn(gen.UTF8, "Jo")), of(o, cn(gen.UTF8, "Jo")), true, true},
		"case and space":   {of(cn(gen.UTF8, " JO  Ann ")), of(cn(gen.Printable, "jo ann")), true, true},
		"another text":     {of(cn(gen.UTF8, "Jo")), of(cn(gen.UTF8, "Joe")), false, false},
		"another type":     {of(cn(gen.UTF8, "Ex")), of(o), false, false},
		"longer":           {of(o, cn(gen.UTF8, "Jo")), of(o), false, true},
		"shorter":          {of(o), of(o, cn(gen.UTF8, "Jo")), false, false},
		"empty base":       {of(o), of(), false, true},
		"set, other order": {of(gen.RDN{o[0], cn(gen.UTF8, "Jo")[0]}), of(gen.RDN{cn(gen.UTF8, "Jo")[0], o[0]}), true, true},
		"set, one more":    {of(gen.RDN{o[0], cn(gen.UTF8, "Jo")[0]}), of(o), false, false},
		"set, twice":       {of(gen.RDN{o[0], o[0]}), of(gen.RDN{o[0], cn(gen.UTF8, "Jo")[0]}), false, false},
		"no strings":       {number(1), number(1), true, true},
		"other numbers":    {number(1), number(2), false, false},
		"joined text":      {of(gen.RDN{attribute(cert.OIDCommonName, gen.UTF8, "a2.5.4.3=1:b")}), of(gen.RDN{attribute(cert.OIDCommonName, gen.UTF8, "a"), attribute(cert.OIDCommonName, gen.UTF8, "b")}), false, false},
	} {
		a, b := subjectOf(c.a).Subject, subjectOf(c.b).Subject
		if a.Equal(&b) != c.equal || b.Equal(&a) != c.equal {
			t.Errorf("%s: equal %v", name, a.Equal(&b))
		}
		if a.Within(&b) != c.within {
			t.Errorf("%s: within %v", name, a.Within(&b))
		}
	}
}
