package chain

import (
	"slices"

	"sealglass/cert"
)

// Find looks for the paths of each certificate among all of them and the roots of
// the list. Beyond MaxTargets certificates only the first have paths; the others
// still stand behind these.
func Find(certs []*cert.Certificate, o Options) []Result {
	p := newPool(certs, o)
	results := make([]Result, len(certs))
	for i := range certs {
		r := &results[i]
		r.Issuer, r.Leaf = -1, -1
		if i >= MaxTargets {
			r.Stopped = true
			continue
		}
		r.Paths, r.Stopped = p.paths(i)
		slices.SortStableFunc(r.Paths, better)
		if len(r.Paths) > 0 && len(r.Paths[0].Links) > 1 {
			if issuer := r.Paths[0].Links[1].Cert; issuer >= 0 {
				r.Issuer, r.IssuerListed = issuer, p.nodes[issuer].root >= 0
			}
		}
	}
	p.relate(results)
	return results
}

// better is below 0 where the first path comes before the second: those that hold
// before the others, then those that lead further, and of those to a root the
// shorter.
func better(a, b Path) int {
	if d := order(&a) - order(&b); d != 0 || a.End != Listed && a.End != Unlisted {
		return d
	}
	return len(a.Links) - len(b.Links)
}

func order(p *Path) int {
	ends := map[End]int{Listed: 0, Unlisted: 1, Unchecked: 2, Missing: 3, Wrong: 4}
	rank := ends[p.End]
	if p.Status() == Fault {
		rank += len(ends)
	}
	return rank
}

// relate finds for each certificate what others say about it.
func (p *pool) relate(results []Result) {
	roots := map[string]bool{}
	for i := range p.nodes {
		n := &p.nodes[i]
		if n.cert == nil || n.selfIssued() && (n.root >= 0 || n.index < MaxTargets && p.compared[[2]int{i, n.keyNumber}] == signed) {
			roots[rootID(n.subject, n.keyNumber)] = true
		}
	}
	for i := range results {
		n := &p.nodes[i]
		results[i].Cross = n.subject != "" && !n.selfIssued() && roots[rootID(n.subject, n.keyNumber)]
		if issuer := results[i].Issuer; issuer >= 0 && results[issuer].Leaf < 0 && isForMail(n.cert) {
			results[issuer].Leaf = i
		}
	}
}

// isForMail says whether the certificate is one of a subscriber, for email.
func isForMail(c *cert.Certificate) bool {
	return (c.BasicConstraints == nil || !c.BasicConstraints.CA) && c.ExtKeyUsage.Has(cert.OIDEmailProtection)
}
