package chain

import (
	"crypto"
	"time"

	"sealglass/cert"
	"sealglass/signature"
)

// judge applies the rules of RFC 5280 6.1 to a path, from its end to the
// certificate asked about, and says with each link what is wrong with it. A root
// of the list counts with its name and key alone (6.1.1 d). A self-signed one that
// is in no list is judged as any other CA, but for its own signature.
func (p *pool) judge(path *Path, nodes []*node) {
	last := len(nodes) - 1
	if path.End == Listed {
		p.judgeListed(&path.Links[last], nodes[last])
		last--
	}
	room := -1 // how many CAs may still follow, -1: any number
	for i := last; i >= 0; i-- {
		l, n := &path.Links[i], nodes[i]
		l.Reasons = append(l.Reasons, p.judgeAlone(n)...)
		if i+1 < len(nodes) {
			judgeSignature(l, n, nodes[i+1])
		}
		if i > 0 {
			room = judgeCA(l, n, room)
			p.judgeNames(path.Links[:i], nodes[:i], n)
		}
	}
	top := last
	if path.End == Unlisted {
		top-- // its policies are not looked at, as those of any root
	}
	p.judgePolicies(path.Links[:top+1], nodes[:top+1])
}

// judgeListed says what is worth knowing about a root of the list.
func (p *pool) judgeListed(l *Link, n *node) {
	if n.cert != nil && n.cert.Validity.NotAfter.OK && p.At.After(n.cert.Validity.NotAfter.Time) {
		l.add(RootExpired, n.cert.Validity.NotAfter.Time.UTC().Format(time.RFC3339))
	}
}

// judgeAlone judges what one certificate says by itself (RFC 5280 6.1.3 a 2, and
// 6.1.4 o, 6.1.5 f).
func (p *pool) judgeAlone(n *node) []Reason {
	if !n.known.alone {
		var l Link
		p.judgeValidity(&l, &n.cert.Validity)
		judgeExtensions(&l, n.cert)
		n.alone, n.known.alone = l.Reasons, true
	}
	return n.alone
}

func (p *pool) judgeValidity(l *Link, v *cert.Validity) {
	switch {
	case !v.NotBefore.OK || !v.NotAfter.OK:
		l.add(Unreadable, "tbsCertificate.validity")
	case p.At.Before(v.NotBefore.Time):
		l.add(NotYetValid, v.NotBefore.Time.UTC().Format(time.RFC3339))
	case p.At.After(v.NotAfter.Time):
		l.add(Expired, v.NotAfter.Time.UTC().Format(time.RFC3339))
	}
}

func judgeExtensions(l *Link, c *cert.Certificate) {
	seen := map[cert.OID]bool{}
	for i := range c.Extensions {
		e := &c.Extensions[i]
		switch processed := handled[e.OID]; {
		case e.OID == "", processed && (seen[e.OID] || c.Unreadable("ext:"+string(e.OID)) != nil):
			l.add(Unreadable, e.Path())
		case e.Critical && !processed && !recognized[e.OID]:
			l.add(Critical, string(e.OID))
		}
		seen[e.OID] = true
	}
	if len(c.Extensions) == 0 && c.Unreadable("tbsCertificate.extensions") != nil {
		l.add(Unreadable, "tbsCertificate.extensions")
	}
	switch purposes := c.ExtKeyUsage; {
	case purposes == nil || purposes.Has(cert.OIDEmailProtection):
	case purposes.Has(cert.OIDAnyExtendedKeyUsage):
		l.add(AnyPurpose)
	default:
		l.add(Purpose)
	}
}

// handled are the extensions that decide about a path, and have to be read for
// that; recognized are others that mail programs know. A critical one that is in
// neither breaks a path.
var (
	handled = map[cert.OID]bool{
		cert.OIDKeyUsage: true, cert.OIDExtKeyUsage: true, cert.OIDSubjectAltName: true, cert.OIDBasicConstraints: true,
		cert.OIDNameConstraints: true, cert.OIDCertificatePolicies: true, cert.OIDPolicyMappings: true,
		cert.OIDPolicyConstraints: true, cert.OIDInhibitAnyPolicy: true,
	}
	recognized = map[cert.OID]bool{
		cert.OIDSubjectKeyIdentifier: true, cert.OIDAuthorityKeyIdentifier: true,
		cert.OIDCRLDistributionPoints: true, cert.OIDNetscapeCertType: true,
	}
)

// judgeSignature says what there is to say about a signature that the issuer's key
// has made.
func judgeSignature(l *Link, n, issuer *node) {
	c := n.cert
	if inside, outside := c.TBSSignature.In(c.Raw), c.SignatureAlgorithm.In(c.Raw); string(inside) != string(outside) {
		l.add(Algorithms, algorithmName(c.TBSSignature.OID), algorithmName(c.SignatureAlgorithm.OID))
	}
	switch signature.HashOf(&c.SignatureAlgorithm) {
	case crypto.MD5:
		l.add(BrokenHash, "MD5")
	case crypto.SHA1:
		l.add(WeakHash, "SHA-1")
	}
	if keyIDs(n, issuer) == different {
		l.add(KeyID)
	}
}

// judgeCA judges a certificate that issued the one below it (RFC 5280 6.1.4 k to
// n). room is how many CAs may follow each other from here on, -1 any number; what
// it returns is that for the next one.
func judgeCA(l *Link, n *node, room int) int {
	c := n.cert
	if bc := c.BasicConstraints; (bc == nil || !bc.CA) && !isOldRoot(n) {
		l.add(NoCA)
	}
	if c.KeyUsage != nil && c.KeyUsage.Usage&cert.KeyCertSign == 0 {
		l.add(NoCertSign)
	}
	if !n.selfIssued() && room >= 0 {
		if room == 0 {
			l.add(PathLength)
		} else {
			room--
		}
	}
	if bc := c.BasicConstraints; bc != nil && bc.PathLen.Present {
		if limit, ok := bc.PathLen.Int(); !ok || limit < 0 {
			l.add(Unreadable, bc.Path()+".pathLenConstraint")
		} else if limit < MaxDepth && (room < 0 || int(limit) < room) {
			room = int(limit)
		}
	}
	return room
}

// isOldRoot says whether it is a self-signed certificate from before there were
// extensions that could say that it is a CA's.
func isOldRoot(n *node) bool {
	version, _ := n.cert.Version.Int()
	return n.selfIssued() && version == 0 && len(n.cert.Extensions) == 0
}

func algorithmName(oid cert.OID) string {
	if name := oid.Name(); name != "" {
		return name
	}
	return string(oid)
}
