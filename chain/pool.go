package chain

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"sealglass/cert"
	"sealglass/signature"
)

// pool is all that paths are made of.
type pool struct {
	Options
	nodes  []node
	byName map[string][]int // indices of nodes by their subject
	// keys numbers the public keys, so that each pair of a certificate and a key
	// is compared once.
	keys     map[string]int
	compared map[[2]int]outcome
	left     struct{ effort, tried, pairs, policies int }
}

// node is a certificate, or a root of the list that is not among them.
type node struct {
	cert            *cert.Certificate // nil for a root of the list alone
	index           int               // of the certificate; -1 for a root alone
	root            int               // of the root in the list; -1 for others
	name            string            // for people
	subject, issuer string            // as [cert.Name.Folded]; empty where there is none
	key             *cert.PublicKey
	keyNumber       int
	message         *signature.Message
	// What judging it takes, computed once: it may stand on many paths.
	alone       []Reason
	names       []constrained
	constraints subtrees
	known       struct{ alone, names, constraints bool }
}

// rootID is what a root is known by.
func rootID(subject string, key int) string { return strconv.Itoa(key) + " " + subject }

func newPool(certs []*cert.Certificate, o Options) *pool {
	p := &pool{Options: o, byName: map[string][]int{}, keys: map[string]int{}, compared: map[[2]int]outcome{}}
	p.left.effort, p.left.tried, p.left.pairs, p.left.policies = MaxEffort, MaxTried, MaxPairs, MaxPolicies
	known := map[string]int{}
	roots := make([]node, len(o.Roots))
	for i := range o.Roots {
		r := &o.Roots[i]
		subject, key := cert.ParseName(r.Subject), cert.ParsePublicKey(r.SPKI)
		roots[i] = node{index: -1, root: i, name: r.Name, subject: folded(&subject), key: &key, keyNumber: p.number(r.SPKI)}
		known[rootID(roots[i].subject, roots[i].keyNumber)] = i
	}
	supplied := map[int]bool{}
	for i, c := range certs {
		n := node{
			cert: c, index: i, root: -1, name: o.display(c.Subject), subject: folded(&c.Subject), issuer: folded(&c.Issuer),
			key: &c.PublicKey, keyNumber: p.number(c.PublicKey.In(c.Raw)), message: &signature.Message{Octets: c.TBS.In(c.Raw)},
		}
		if root, ok := known[rootID(n.subject, n.keyNumber)]; ok && n.subject != "" {
			n.root = root
			if n.selfIssued() {
				supplied[root] = true
			}
		}
		p.add(n)
	}
	for i := range roots {
		if !supplied[i] {
			p.add(roots[i])
		}
	}
	return p
}

func (p *pool) add(n node) {
	if n.subject != "" && n.key.Present {
		p.byName[n.subject] = append(p.byName[n.subject], len(p.nodes))
	}
	p.nodes = append(p.nodes, n)
}

func (p *pool) number(spki []byte) int {
	n, ok := p.keys[string(spki)]
	if !ok {
		n = len(p.keys)
		p.keys[string(spki)] = n
	}
	return n
}

// folded is the same text for names that are equal; empty for an empty name and
// for none.
func folded(n *cert.Name) string {
	if len(n.RDNs) == 0 {
		return ""
	}
	var b strings.Builder
	for _, rdn := range n.Folded() {
		b.WriteString(strconv.Itoa(len(rdn)))
		b.WriteByte(':')
		b.WriteString(rdn)
	}
	return b.String()
}

// selfIssued says whether subject and issuer are the same entity (RFC 5280 3.2).
func (n *node) selfIssued() bool { return n.cert != nil && n.subject != "" && n.subject == n.issuer }

// keyID is the subject key identifier, nil without one.
func (n *node) keyID() []byte {
	if n.cert == nil || n.cert.SubjectKeyID == nil {
		return nil
	}
	return n.cert.SubjectKeyID.KeyID
}

// issuerKeyID is the key identifier of the issuer, nil without one.
func (n *node) issuerKeyID() []byte {
	if n.cert == nil || n.cert.AuthorityKeyID == nil {
		return nil
	}
	return n.cert.AuthorityKeyID.KeyID
}

// fit says how the key identifiers of a certificate and a possible issuer fit.
type fit int

const (
	same fit = iota
	unknown
	different
)

func keyIDs(child, issuer *node) fit {
	wanted, has := child.issuerKeyID(), issuer.keyID()
	switch {
	case wanted == nil || has == nil:
		return unknown
	case bytes.Equal(wanted, has):
		return same
	}
	return different
}

// candidates are the nodes that have the name of the issuer, the likely ones
// first: roots of the list, then by key identifier, then those valid at the time.
// Key identifiers are hints (RFC 5280 4.2.1.1): one that differs excludes nothing.
func (p *pool) candidates(child *node) []int {
	if child.issuer == "" {
		return nil
	}
	list := slices.Clone(p.byName[child.issuer])
	rank := func(i int) int {
		n := &p.nodes[i]
		rank := 2 * int(keyIDs(child, n))
		if n.root < 0 {
			rank += 2 * int(different+1)
		}
		if n.cert != nil && !p.validNow(n.cert) {
			rank++
		}
		return rank
	}
	slices.SortStableFunc(list, func(a, b int) int { return rank(a) - rank(b) })
	return list
}

func (p *pool) validNow(c *cert.Certificate) bool {
	v := &c.Validity
	return v.NotBefore.OK && v.NotAfter.OK && !p.At.Before(v.NotBefore.Time) && !p.At.After(v.NotAfter.Time)
}
