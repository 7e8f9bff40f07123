package inspect

import (
	"crypto/sha256"

	"sealglass/cert"
)

// InOrder drops repeated certificates and puts each leaf before its issuers:
// a leaf, then who issued it, and so on up, then the next leaf. Leaves keep
// the order they came in.
func InOrder(ders [][]byte) [][]byte {
	ders = distinct(ders)
	if len(ders) < 2 {
		return ders
	}
	links := make([]link, len(ders))
	issuers := make(map[string][]int, len(ders)) // certificates by their subject
	for i, der := range ders {
		links[i] = linkOf(cert.Parse(der))
		issuers[links[i].subject] = append(issuers[links[i].subject], i)
	}
	issued := make([]bool, len(ders)) // the certificate has issued another one here
	for i := range links {
		if p := parent(links, issuers, i); p >= 0 {
			issued[p] = true
		}
	}
	ordered := make([][]byte, 0, len(ders))
	placed := make([]bool, len(ders))
	climb := func(i int) {
		for ; i >= 0 && !placed[i]; i = parent(links, issuers, i) {
			placed[i] = true
			ordered = append(ordered, ders[i])
		}
	}
	for i := range links {
		if !issued[i] && !links[i].ca {
			climb(i)
		}
	}
	for i := range links {
		if !issued[i] {
			climb(i)
		}
	}
	for i := range links { // certificates that issued each other in a circle
		climb(i)
	}
	return ordered
}

// link is what joins a certificate to its issuer.
type link struct {
	subject, issuer string // encoded names
	keyID, issuerID string // subjectKeyIdentifier, authorityKeyIdentifier; empty when absent
	ca              bool
}

func linkOf(c *cert.Certificate) link {
	l := link{
		subject: string(c.Subject.In(c.Raw)),
		issuer:  string(c.Issuer.In(c.Raw)),
		ca:      c.BasicConstraints != nil && c.BasicConstraints.CA,
	}
	if c.SubjectKeyID != nil {
		l.keyID = string(c.SubjectKeyID.KeyID)
	}
	if c.AuthorityKeyID != nil {
		l.issuerID = string(c.AuthorityKeyID.KeyID)
	}
	return l
}

// maxCandidates bounds how many certificates of the same subject are compared.
const maxCandidates = 16

// parent finds the issuer of certificate i among the others: one whose subject
// is the issuer's name, and whose key identifier fits where both have one. -1
// when none is here.
func parent(links []link, bySubject map[string][]int, i int) int {
	l := &links[i]
	if l.issuer == "" || l.issuer == l.subject {
		return -1
	}
	candidates := bySubject[l.issuer]
	for _, p := range candidates[:min(len(candidates), maxCandidates)] {
		if p != i && (l.issuerID == "" || links[p].keyID == "" || l.issuerID == links[p].keyID) {
			return p
		}
	}
	return -1
}

// distinct keeps the first of certificates that are the same byte for byte.
func distinct(ders [][]byte) [][]byte {
	seen := make(map[[sha256.Size]byte]bool, len(ders))
	kept := ders[:0:0]
	for _, der := range ders {
		if sum := sha256.Sum256(der); !seen[sum] {
			seen[sum] = true
			kept = append(kept, der)
		}
	}
	return kept
}
