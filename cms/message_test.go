package cms

import (
	"bytes"
	"slices"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

var (
	leaf  = gen.Leaf("sponsor", "strict")
	subCA = gen.SubCA()
	root  = gen.Root()
)

func chain() [][]byte { return [][]byte{leaf.Encode(), subCA.Encode(), root.Encode()} }

func signer(content []byte) *gen.Signer {
	return &gen.Signer{Key: gen.RSA(2048), ID: gen.IssuerAndSerial(leaf), Content: content}
}

// odd is a SEQUENCE that is no certificate.
func odd() []byte { return gen.Sequence(gen.Integer(5), gen.OctetString([]byte("odd"))) }

func TestCertificates(t *testing.T) {
	content := bytes.Repeat([]byte("content "), 1000)
	signed := func(edit func(d *gen.SignedData)) []byte {
		d := &gen.SignedData{Certificates: chain(), Content: content, Signers: [][]byte{signer(content).Encode()}}
		edit(d)
		return d.Encode()
	}
	whole := signed(func(*gen.SignedData) {})
	longer := slices.Clone(chain()[1]) // announces 40 bytes of what follows as well
	longer[3] += 40
	shorter := slices.Clone(chain()[1])
	shorter[3] -= 40
	for _, test := range []struct {
		name string
		in   []byte
		want [][]byte
		cut  bool
	}{
		{"der", whole, chain(), false},
		{"ber", signed(func(d *gen.SignedData) { d.BER = true }), chain(), false},
		{"detached", signed(func(d *gen.SignedData) { d.Content = nil }), chain(), false},
		{"certificates only", signed(func(d *gen.SignedData) { d.Content, d.Signers = nil, nil }), chain(), false},
		{"no certificates", signed(func(d *gen.SignedData) { d.Certificates = nil }), nil, false},
		{"attribute certificates beside", signed(func(d *gen.SignedData) {
			d.Certificates = slices.Insert(d.Certificates, 1, gen.Context(1, gen.Integer(1)), gen.Context(2, gen.Integer(1)))
		}), chain(), false},
		{
			"an odd one among them", signed(func(d *gen.SignedData) { d.Certificates = slices.Insert(d.Certificates, 1, odd()) }),
			slices.Insert(chain(), 1, odd()), false,
		},
		{
			"one that announces too much", signed(func(d *gen.SignedData) { d.Certificates[1] = longer }),
			[][]byte{chain()[0], longer, chain()[2]},
			false,
		},
		{
			"one that announces too little", signed(func(d *gen.SignedData) { d.Certificates[1] = shorter }),
			[][]byte{chain()[0], shorter, chain()[2]},
			false,
		},
		{
			"the last announces too much", signed(func(d *gen.SignedData) { d.Certificates[2] = longer }),
			[][]byte{chain()[0], chain()[1], longer},
			false,
		},
		{"garbage at the end", signed(func(d *gen.SignedData) { d.Certificates = append(d.Certificates, []byte("\xff\xff\xff")) }), chain(), false},
		{"cut in the last certificate", whole[:bytes.Index(whole, chain()[2])+100], chain()[:2], true},
		{"cut in the content", whole[:1000], nil, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := Read(test.in)
			if m.Type != OIDSignedData || m.Cut != test.cut {
				t.Errorf("type %s, cut %v", m.Type, m.Cut)
			}
			if !slices.EqualFunc(m.Certificates, test.want, bytes.Equal) {
				t.Errorf("%d certificates that are not the %d put in", len(m.Certificates), len(test.want))
			}
		})
	}
}

func TestContent(t *testing.T) {
	content := bytes.Repeat([]byte("content "), 1000)
	inner := &gen.SignedData{Content: content}
	for _, test := range []struct {
		name string
		in   gen.SignedData
		want []byte
	}{
		{"der", gen.SignedData{Content: content}, content},
		{"ber", gen.SignedData{Content: content, BER: true}, content},
		{"empty", gen.SignedData{Content: []byte{}}, []byte{}},
		{"detached", gen.SignedData{}, nil},
		{"no octet string", gen.SignedData{ContentType: "1.3.6.1.4.1.311.10.1", RawContent: gen.Sequence(gen.Integer(5))}, gen.Integer(5)},
		{"signed again", gen.SignedData{ContentType: OIDSignedData, Content: inner.Body()}, inner.Body()},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := Read(test.in.Encode())
			if got := m.Content(); !bytes.Equal(got, test.want) || m.Attached != (test.want != nil) {
				t.Errorf("%d bytes, attached %v, want %d", len(got), m.Attached, len(test.want))
			}
		})
	}
}

func TestNested(t *testing.T) {
	inner := &gen.SignedData{Certificates: chain(), Content: []byte("x")}
	for name, content := range map[string][]byte{"body": inner.Body(), "content info": inner.Encode()} {
		outer := Read((&gen.SignedData{ContentType: OIDSignedData, Content: content}).Encode())
		if m := outer.Nested(); m == nil || len(m.Certificates) != 3 || string(m.Content()) != "x" {
			t.Errorf("%s: %+v", name, m)
		}
	}
	if Read((&gen.SignedData{Content: inner.Body()}).Encode()).Nested() != nil {
		t.Error("data was taken for a message")
	}
}

func TestSigner(t *testing.T) {
	at := gen.Text(gen.UTCTime, "260304050607Z")
	aes := gen.AlgorithmID("2.16.840.1.101.3.4.1.42")
	full := signer([]byte("x"))
	full.SigningTime, full.Attributes = at, [][]byte{gen.Capabilities(aes, aes)}
	ber := *full
	ber.BERAttributes = true
	byKey := signer([]byte("x"))
	byKey.ID, byKey.Bare = gen.KeyIdentifier(gen.RSA(2048)), true

	for name, s := range map[string]*gen.Signer{"der": full, "ber": &ber} {
		m := Read((&gen.SignedData{Signers: [][]byte{s.Encode(), odd(), byKey.Encode()}}).Encode())
		if len(m.Signers) != 3 {
			t.Fatalf("%s: %d signers", name, len(m.Signers))
		}
		got := &m.Signers[0]
		if got.Digest.OID != cert.OIDSHA256 || got.Signature.OID != cert.OIDSHA256WithRSA || len(got.Value) != 256 ||
			got.ContentType != OIDData || len(got.MessageDigest) != 32 || got.SigningTime.Text != "260304050607Z" || len(got.Capabilities) != 2 {
			t.Errorf("%s: %+v", name, got)
		}
		if want := Read((&gen.SignedData{Signers: [][]byte{full.Encode()}}).Encode()).Signers[0].SignedAttributes; !bytes.Equal(got.SortedAttributes, want) {
			t.Errorf("%s: the signed attributes are not those of DER", name)
		}
		if c := cert.Parse(leaf.Encode()); !got.ID.Fits(c) || !m.Signers[2].ID.Fits(c) || m.Signers[1].ID.Fits(c) {
			t.Errorf("%s: the signer's certificate was not known", name)
		}
		if m.Signers[2].SignedAttributes != nil {
			t.Errorf("%s: attributes where there are none", name)
		}
	}
}

func TestFitsAnotherEncodingOfTheName(t *testing.T) {
	other := leaf.Clone()
	for i := range other.Issuer.RDNs {
		for j := range other.Issuer.RDNs[i] {
			if a := &other.Issuer.RDNs[i][j]; a.Tag == gen.UTF8 {
				a.Tag = gen.Printable
			} else if a.Type != cert.OIDCountryName {
				a.Tag = gen.UTF8
			}
		}
	}
	s := signer(nil)
	s.ID = gen.IssuerAndSerial(other)
	m := Read((&gen.SignedData{Signers: [][]byte{s.Encode()}}).Encode())
	if !m.Signers[0].ID.Fits(cert.Parse(leaf.Encode())) {
		t.Error("the same name in other string types does not fit")
	}
	other.Serial = gen.Serial("another")
	s.ID = gen.IssuerAndSerial(other)
	m = Read((&gen.SignedData{Signers: [][]byte{s.Encode()}}).Encode())
	if m.Signers[0].ID.Fits(cert.Parse(leaf.Encode())) {
		t.Error("another serial number fits")
	}
}

func TestRecipients(t *testing.T) {
	key := gen.RSA(2048)
	kekID := gen.Sequence(gen.OctetString([]byte{1, 2}))
	kek := gen.Context(2, gen.Integer(4), kekID, gen.AlgorithmID("2.16.840.1.101.3.4.1.45"), gen.OctetString([]byte{0}))
	password := gen.Context(3, gen.Integer(0), gen.Context(0, gen.Content(gen.AlgorithmID("1.2.840.113549.1.5.12"))),
		gen.AlgorithmID("1.2.840.113549.1.9.16.3.9"), gen.OctetString([]byte{0}))
	kem := gen.Context(4, gen.OID(oidKEMRecipient), gen.Sequence(gen.Integer(0), gen.KeyIdentifier(key), gen.AlgorithmID(cert.OIDMLKEM768)))
	m := Read(gen.EnvelopedData(
		gen.KeyTransport(gen.IssuerAndSerial(leaf)), gen.KeyTransport(gen.KeyIdentifier(key)),
		gen.KeyAgreement(gen.IssuerAndSerial(leaf), gen.RecipientKeyIdentifier(key)),
		kek, password, kem, gen.Context(4, gen.OID("1.2.3"), gen.Null()),
	))
	want := []struct {
		kind      RecipientKind
		fits      bool
		algorithm cert.OID
	}{
		{KeyTransport, true, cert.OIDRSAEncryption},
		{KeyTransport, true, cert.OIDRSAEncryption},
		{KeyAgreement, true, "1.3.132.1.11.1"},
		{KeyAgreement, true, "1.3.132.1.11.1"},
		{SharedKey, false, "2.16.840.1.101.3.4.1.45"},
		{Password, false, "1.2.840.113549.1.9.16.3.9"},
		{KEM, true, cert.OIDMLKEM768},
		{OtherKind, false, ""},
	}
	if len(m.Recipients) != len(want) || m.Algorithm.OID != "2.16.840.1.101.3.4.1.42" || m.ContentType != OIDData || m.Attached {
		t.Fatalf("%d recipients, algorithm %s, content %s", len(m.Recipients), m.Algorithm.OID, m.ContentType)
	}
	c := cert.Parse(leaf.Encode())
	for i, w := range want {
		if r := &m.Recipients[i]; r.Kind != w.kind || r.ID.Fits(c) != w.fits || r.KeyEncryption.OID != w.algorithm {
			t.Errorf("recipient %d: %+v", i, r)
		}
	}
}

func TestSenderOfAnEncryptedMessage(t *testing.T) {
	body := gen.Sequence(gen.Integer(2), gen.Context(0, gen.Context(0, chain()...)), gen.Set(gen.KeyTransport(gen.IssuerAndSerial(leaf))),
		gen.EncryptedContent("2.16.840.1.101.3.4.1.46", []byte{0}))
	m := Read(gen.ContentInfo(OIDAuthEnvelopedData, body))
	if len(m.Certificates) != 3 || len(m.Recipients) != 1 || m.Algorithm.OID != "2.16.840.1.101.3.4.1.46" {
		t.Errorf("%d certificates, %d recipients, %s", len(m.Certificates), len(m.Recipients), m.Algorithm.OID)
	}
}

func TestOtherTypes(t *testing.T) {
	compressed := gen.ContentInfo(OIDCompressedData, gen.Sequence(gen.Integer(0), gen.AlgorithmID(OIDZlib),
		gen.Sequence(gen.OID(OIDData), gen.Context(0, gen.OctetString([]byte("packed"))))))
	if m := Read(compressed); m.Algorithm.OID != OIDZlib || string(m.Content()) != "packed" || m.ContentType != OIDData {
		t.Errorf("compressed: %+v", m)
	}
	if m := Read(gen.ContentInfo(OIDEncryptedData, gen.Sequence(gen.Integer(0), gen.EncryptedContent("1.2.3", nil)))); m.Algorithm.OID != "1.2.3" {
		t.Errorf("encrypted: %+v", m)
	}
	both := gen.Sequence(gen.Integer(1), gen.Set(gen.KeyTransport(gen.IssuerAndSerial(leaf))), gen.Set(),
		gen.EncryptedContent("1.2.3", nil), gen.Context(0, chain()...), gen.Set(signer(nil).Encode()))
	if m := Read(gen.ContentInfo(OIDSignedAndEnveloped, both)); len(m.Certificates) != 3 || len(m.Recipients) != 1 || len(m.Signers) != 1 {
		t.Errorf("signed and enveloped: %+v", m)
	}
	if m := Read(gen.ContentInfo(OIDData, gen.OctetString([]byte("data")))); string(m.Content()) != "data" {
		t.Errorf("data: %+v", m)
	}
	for _, none := range [][]byte{nil, {0x30}, {0x30, 0}, gen.Integer(5), gen.Sequence(gen.Integer(5)), gen.ContentInfo("1.2.3", gen.Null())} {
		if m := Read(none); len(m.Certificates) != 0 || m.Attached || m.Content() != nil {
			t.Errorf("%x: %+v", none, m)
		}
	}
}

func TestBounds(t *testing.T) {
	repeat := func(der []byte, n int) [][]byte { return slices.Repeat([][]byte{der}, n) }
	tiny, ktri, info := odd(), gen.KeyTransport(gen.KeyIdentifier(gen.RSA(2048))), gen.Sequence(gen.Integer(1))
	for _, test := range []struct {
		name  string
		bound int
		read  func(n int) *Message
		count func(m *Message) int
	}{
		{
			"certificates", MaxCertificates, func(n int) *Message { return Read((&gen.SignedData{Certificates: repeat(tiny, n)}).Encode()) },
			func(m *Message) int { return len(m.Certificates) },
		},
		{
			"signers", MaxSigners, func(n int) *Message { return Read((&gen.SignedData{Signers: repeat(info, n)}).Encode()) },
			func(m *Message) int { return len(m.Signers) },
		},
		{
			"recipients", MaxRecipients, func(n int) *Message { return Read(gen.EnvelopedData(repeat(ktri, n)...)) },
			func(m *Message) int { return len(m.Recipients) },
		},
		{"recipients of one kind", MaxRecipients, func(n int) *Message {
			return Read(gen.EnvelopedData(gen.KeyAgreement(repeat(gen.RecipientKeyIdentifier(gen.RSA(2048)), n)...)))
		}, func(m *Message) int { return len(m.Recipients) }},
	} {
		for _, n := range []int{test.bound - 1, test.bound, test.bound + 1} {
			m := test.read(n)
			if got := test.count(m); got != min(n, test.bound) || m.More != (n > test.bound) {
				t.Errorf("%s: %d of %d, more %v", test.name, got, n, m.More)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	content := []byte("content")
	for _, d := range []gen.SignedData{
		{Certificates: chain(), Content: content, Signers: [][]byte{signer(content).Encode()}},
		{Certificates: chain(), Content: content, BER: true},
		{ContentType: OIDSignedData, Content: (&gen.SignedData{Certificates: chain()}).Body()},
	} {
		f.Add(d.Encode())
	}
	f.Add(gen.EnvelopedData(gen.KeyTransport(gen.IssuerAndSerial(leaf)), gen.KeyAgreement(gen.RecipientKeyIdentifier(gen.RSA(2048)))))
	c := cert.Parse(leaf.Encode())
	f.Fuzz(func(t *testing.T, data []byte) {
		for m, layers := Read(data), 0; m != nil && layers < 8; m, layers = m.Nested(), layers+1 {
			total := 0
			for _, der := range m.Certificates {
				total += len(der)
			}
			if total > len(data) || len(m.Content()) > len(data) {
				t.Fatalf("%d bytes of certificates and %d of content out of %d", total, len(m.Content()), len(data))
			}
			for i := range m.Signers {
				m.Signers[i].ID.Fits(c)
			}
		}
	})
}
