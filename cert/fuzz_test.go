package cert_test

import (
	"slices"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// seeds are certificates that between them have every part the reader knows.
func seeds() [][]byte {
	sponsor := gen.Leaf("sponsor", "multipurpose")
	for _, e := range everyExtension() {
		sponsor.SetExtension(e)
	}
	indefinite := gen.Leaf("mailbox", "strict")
	indefinite.RawExtensions = gen.IndefiniteTLV(0xa3, gen.IndefiniteTLV(gen.SequenceTag, encoded(indefinite.Extensions)))
	indefinite.IssuerUniqueID = gen.Context(1, gen.BitString(0, []byte{1}))
	pieces := gen.Leaf("mailbox", "strict")
	pieces.SetExtension(gen.Extension{OID: cert.OIDKeyUsage, Raw: gen.Sequence(gen.OID(cert.OIDKeyUsage), gen.TLV(0x24, gen.OctetString([]byte{3, 2}), gen.OctetString([]byte{7, 0x80})))})
	pieces.Algorithm = gen.RSASSAPSS(cert.OIDSHA256, 32)
	all := [][]byte{
		sponsor.Encode(), indefinite.Encode(), pieces.Encode(),
		gen.ConstrainedCA().Encode(), gen.Root().Encode(), gen.OCSPSigner().Encode(),
		withKey(gen.P256Explicit("k")), withKey(gen.BrainpoolP256()), withKey(gen.Ed25519("k")), withKey(gen.Opaque(cert.OIDMLKEM512)),
		gen.CRL().Encode(), gen.OCSP(gen.Leaf("mailbox", "strict")).Encode(), request(gen.NewName(), extensionRequest(encoded(sponsor.Extensions))),
		nested(70, true), nil,
	}
	response := gen.OCSP(gen.Leaf("mailbox", "strict"))
	response.Responses[0].Status = gen.Revoked(gen.At("2026-09-01 12:00:00"), 1)
	response.ResponderID = gen.ByName(gen.NewName(string(cert.OIDCommonName), "R"))
	list := gen.CRL()
	list.SetExtension(gen.IssuingDistributionPoint(gen.FullName(gen.URI("u")), gen.OnlyUserCerts(), gen.OnlySomeReasons(1)))
	list.Revoke(gen.Integer(7), gen.At("2026-09-02"), gen.InvalidityDate(gen.At("2026-09-01")), gen.CertificateIssuer(gen.DirectoryName(gen.NewName())))
	return append(all, response.Encode(), list.Encode())
}

// everyExtension are extensions of every kind that the reader decodes.
func everyExtension() []gen.Extension {
	name := gen.NewName(string(cert.OIDCountryName), "DE")
	return []gen.Extension{
		gen.SubjectAltName(gen.RFC822Name(gen.Mailbox), gen.SmtpUTF8Mailbox("ü@example.com"), gen.UPN("u"), gen.DirectoryName(name), gen.IPAddress(1, 2, 3, 4), gen.RegisteredID("1.2.3"), gen.EDIPartyName("p"), gen.X400Address()),
		gen.IssuerAltName(gen.URI("u")),
		gen.PolicyList(gen.Policy("1.2.3", gen.CPS("u"), gen.UserNotice(gen.NoticeReference("O", 1), gen.Text(gen.UTF8, "n")))),
		gen.CRLDistributionPoints(gen.DistributionPoint(gen.FullName(gen.URI("u")), gen.Reasons(1, 2), gen.CRLIssuer(gen.DirectoryName(name)))),
		gen.FreshestCRL(gen.DistributionPoint(gen.RelativeName(attribute(cert.OIDCommonName, gen.UTF8, "x")))),
		gen.AuthorityInfoAccess(gen.Access(cert.OIDOCSP, gen.URI("u"))), gen.SubjectInfoAccess(gen.Access(cert.OIDCARepository, gen.URI("u"))),
		gen.NameConstraints([][]byte{gen.Subtree(gen.RFC822Name("a"), gen.Minimum(1), gen.Maximum(2))}, [][]byte{gen.Subtree(gen.IPAddress(1, 2, 3, 4, 5, 6, 7, 8))}),
		gen.PolicyConstraints(gen.RequireExplicitPolicy(1), gen.InhibitPolicyMapping(2)), gen.PolicyMappings("1.2.3", "1.2.4"), gen.InhibitAnyPolicy(1),
		gen.BasicConstraints(true, 1),
		gen.QCStatements(gen.QCStatement(cert.OIDQcCompliance), gen.QCStatement(cert.OIDQcLimitValue, gen.Sequence(gen.Text(gen.Printable, "EUR"), gen.Integer(1), gen.Integer(2))),
			gen.QCStatement(cert.OIDQcPDS, gen.Sequence(gen.Sequence(gen.Text(gen.IA5, "u"), gen.Text(gen.Printable, "en")))),
			gen.QCStatement(cert.OIDQCSyntaxV2, gen.Sequence(gen.OID(cert.OIDSemanticsNatural))), gen.QCStatement(cert.OIDQcType, gen.Sequence(gen.OID(cert.OIDQcTypeESign)))),
		gen.SMIMECapabilities(gen.AlgorithmID("1.2.3", gen.Integer(1))), gen.SubjectDirectoryAttributes(gen.DirectoryAttribute(cert.OIDDateOfBirth, gen.Text(gen.GeneralizedTime, "19700101000000Z"))),
		gen.LEI("X"), gen.LEIRole("Y"), gen.OrganizationIdentifier("NTR", "DE", "BY", "1"), gen.OCSPNoCheck(), gen.AdobeTimestamp("u"), gen.AdobeArchiveRevInfo(), gen.MSTemplate("1.2.3", 1, 2),
		raw(cert.OIDMSTemplateName, gen.Text(gen.BMP, "User")), raw(cert.OIDMSApplicationPolicies, gen.Policies("1.2.3").Value),
		raw(cert.OIDMSNTDSSecurity, gen.Sequence(gen.OtherName(cert.OIDMSNTDSObjectSID, gen.OctetString([]byte("S-1"))))),
		raw(cert.OIDNetscapeCertType, gen.NamedBits(2)), raw(cert.OIDNetscapeComment, gen.Text(gen.IA5, "c")),
		raw(cert.OIDSCTList, gen.OctetString(vector(vector(timestamp(1, vector(), []byte{4, 3}, vector([]byte{1})))))), raw("1.2.3.4", gen.Sequence(gen.Integer(1))),
	}
}

// FuzzWalk reads anything as a tree.
func FuzzWalk(f *testing.F) {
	for _, der := range seeds() {
		f.Add(der)
	}
	f.Fuzz(func(t *testing.T, der []byte) {
		tree := walkAll(der)
		treeHolds(t, tree)
		subtreesAgree(t, tree)
	})
}

// subtreesAgree reads the bytes of a node by themselves: the result is the part
// of the tree below that node, each offset less by that of the node.
func subtreesAgree(t *testing.T, tree *cert.Tree) {
	t.Helper()
	const most = 40 // nodes that are read again
	for i := 0; i < len(tree.Nodes) && !tree.Truncated; i += 1 + len(tree.Nodes)/most {
		top := &tree.Nodes[i]
		again := walkAll(slices.Clone(top.In(tree.DER))).Nodes
		k := 0
		for j := i; j < len(tree.Nodes) && (j == i || tree.Nodes[j].Depth > top.Depth); j++ {
			n := tree.Nodes[j]
			if n.Encapsulated && !top.Encapsulated {
				continue // Walk enters no strings
			}
			if p := n.Parent; j > i && !tree.Nodes[p].Constructed || k == len(again) {
				if k == len(again) {
					t.Fatalf("node %d read again has only %d nodes", i, k)
				}
				continue
			}
			m := again[k]
			m.Offset += top.Offset
			if n.Span != m.Span || n.Header != m.Header || n.Tag != m.Tag || n.Class != m.Class || n.Depth-top.Depth != m.Depth ||
				n.Constructed != m.Constructed || n.Indefinite != m.Indefinite || n.Fault != m.Fault {
				t.Fatalf("node %d is %+v, and read again %+v", j, n, m)
			}
			k++
		}
		if k != len(again) {
			t.Fatalf("node %d read again has %d nodes, not %d", i, len(again), k)
		}
	}
}

// FuzzElements reads anything element by element, as messages are read: the
// elements at each level are the nodes that the tree has there.
func FuzzElements(f *testing.F) {
	for _, der := range seeds() {
		f.Add(der)
	}
	f.Fuzz(func(t *testing.T, der []byte) {
		tree := walkAll(der)
		if tree.Truncated {
			return
		}
		first := int32(-1)
		if len(tree.Nodes) > 0 {
			first = 0
		}
		elementsAgree(t, tree, cert.Span{Length: len(der)}, first)
		for i := range tree.Nodes {
			if n := &tree.Nodes[i]; n.Constructed {
				elementsAgree(t, tree, n.Content(), n.First)
			}
		}
	})
}

// elementsAgree compares the elements in a span with a node and its siblings.
func elementsAgree(t *testing.T, tree *cert.Tree, at cert.Span, i int32) {
	t.Helper()
	in := cert.ElementsIn(tree.DER, at)
	for ; i >= 0; i = tree.Nodes[i].Next {
		n := &tree.Nodes[i]
		e, ok := in.Next()
		if !ok {
			if n.Tag != -1 {
				t.Fatalf("no element for node %+v", *n)
			}
			break
		}
		whole := n.Fault != cert.FaultTruncated
		if e.Span != n.Span || e.Header != n.Header || e.Class != n.Class || e.Tag != n.Tag || e.Constructed != n.Constructed ||
			e.Cut == whole || whole && e.Indefinite != n.Indefinite || e.Content() != n.Content() {
			t.Fatalf("node %+v is the element %+v", *n, e)
		}
	}
	if e, ok := in.Next(); ok {
		t.Fatalf("no node for the element %+v", e)
	}
}

// FuzzParse reads anything as a certificate.
func FuzzParse(f *testing.F) {
	for _, der := range seeds() {
		f.Add(der)
	}
	f.Fuzz(func(t *testing.T, der []byte) {
		c := cert.Parse(der)
		treeHolds(t, c.Tree)
		subtreesAgree(t, c.Tree)
		faultsLieWithin(t, der, c.Faults)
		spansLieWithin(t, der, c)
		for i := range c.Extensions {
			e := &c.Extensions[i]
			unreadable := c.Unreadable("ext:" + string(e.OID))
			if e.OID != "" && e.Fault != nil && unreadable == nil && countOID(c.Extensions, e.OID) == 1 {
				t.Fatalf("extension %s has a fault and is readable: %+v", e.OID, e.Fault)
			}
		}
		if !c.Subject.Present && c.Unreadable("tbsCertificate.subject") == nil || !c.SerialNumber.Present && c.Unreadable("tbsCertificate.serialNumber") == nil ||
			c.Signature.Bytes == nil && !c.Signature.Present && c.Unreadable("signatureValue") == nil || c.SignatureAlgorithm.OID == "" && c.Unreadable("signatureAlgorithm") == nil ||
			!c.Validity.NotBefore.OK && c.Unreadable("tbsCertificate.validity.notBefore") == nil || !c.PublicKey.Present && c.Unreadable(keyPath) == nil {
			t.Fatalf("a part is missing without a fault: %+v", c.Faults)
		}
	})
}

func countOID(list []cert.Extension, oid cert.OID) int {
	n := 0
	for i := range list {
		if list[i].OID == oid {
			n++
		}
	}
	return n
}

// FuzzParseCRL reads anything as a revocation list.
func FuzzParseCRL(f *testing.F) {
	for _, der := range seeds() {
		f.Add(der)
	}
	f.Fuzz(func(t *testing.T, der []byte) {
		c := cert.ParseCRL(der)
		treeHolds(t, c.Tree)
		faultsLieWithin(t, der, c.Faults)
		spansLieWithin(t, der, c)
		for i := range c.Entries {
			e := &c.Entries[i]
			if !e.Broken && (!e.SerialNumber.Present || !e.RevocationDate.OK || e.ReasonExt != nil && e.Reason < 0) {
				t.Fatalf("entry %d lacks a part and is not broken: %+v", i, e)
			}
		}
		if c.SignatureAlgorithm.OID == "" && c.Unreadable("signatureAlgorithm") == nil || !c.ThisUpdate.OK && c.Unreadable("tbsCertList.thisUpdate") == nil {
			t.Fatalf("a part is missing without a fault: %+v", c.Faults)
		}
	})
}

// FuzzParseOCSP reads anything as an OCSP response.
func FuzzParseOCSP(f *testing.F) {
	for _, der := range seeds() {
		f.Add(der)
	}
	f.Fuzz(func(t *testing.T, der []byte) {
		o := cert.ParseOCSP(der)
		treeHolds(t, o.Tree)
		faultsLieWithin(t, der, o.Faults)
		spansLieWithin(t, der, o)
		for i := range o.Responses {
			s := &o.Responses[i]
			if !s.Broken && (!s.SerialNumber.Present || !s.ThisUpdate.OK || s.Status < 0 || s.Status == 1 && !s.RevocationTime.OK) {
				t.Fatalf("response %d lacks a part and is not broken: %+v", i, s)
			}
		}
		if o.Status == 0 && o.ResponseType == cert.OIDOCSPBasic && o.SignatureAlgorithm.OID == "" && o.Unreadable("signatureAlgorithm") == nil {
			t.Fatalf("a part is missing without a fault: %+v", o.Faults)
		}
	})
}

// FuzzParseRequest reads anything as a request.
func FuzzParseRequest(f *testing.F) {
	for _, der := range seeds() {
		f.Add(der)
	}
	f.Fuzz(func(t *testing.T, der []byte) {
		q := cert.ParseRequest(der)
		treeHolds(t, q.Tree)
		faultsLieWithin(t, der, q.Faults)
		spansLieWithin(t, der, q)
		if !q.Subject.Present && q.Unreadable("certificationRequestInfo.subject") == nil {
			t.Fatalf("the subject is missing without a fault: %+v", q.Faults)
		}
	})
}

// FuzzAgainstX509 compares with crypto/x509 wherever that reads the certificate.
func FuzzAgainstX509(f *testing.F) {
	for _, der := range seeds() {
		f.Add(der)
	}
	f.Fuzz(func(t *testing.T, der []byte) {
		sameAsStandardLibrary(t, "input", cert.Parse(slices.Clone(der)))
	})
}
