// Package trust answers for reports who stands behind certificates: by paths
// (chain) to the roots that Mozilla trusts for email (roots).
package trust

import (
	"time"

	"sealglass/cert"
	"sealglass/chain"
	"sealglass/inspect"
	"sealglass/roots"
)

// Find is an [inspect.ChainFinder].
func Find(certificates [][]byte, at time.Time) []inspect.ChainReport {
	return against(roots.Mozilla(), certificates, at)
}

// against finds paths to the roots of a list.
func against(list roots.List, certificates [][]byte, at time.Time) []inspect.ChainReport {
	o := chain.Options{At: at, Display: nameOf}
	for _, r := range list.Roots {
		o.Roots = append(o.Roots, chain.Root(r))
	}
	certs := make([]*cert.Certificate, len(certificates))
	for i, der := range certificates {
		certs[i] = cert.Parse(der)
	}
	results := chain.Find(certs, o)
	w := writer{certs: certs, roots: list.Roots, sums: make([]string, len(certs))}
	for i, der := range certificates {
		w.sums[i] = inspect.Fingerprint(der)
	}
	reports := make([]inspect.ChainReport, len(results))
	for i := range results {
		reports[i] = w.report(i, &results[i])
		reports[i].List = inspect.RootList{Version: list.Version, Date: list.Date, Old: list.OldAt(at)}
	}
	return reports
}

// nameOf names what a certificate is for: a CA, a person or a mailbox.
func nameOf(n cert.Name) string {
	if name := inspect.DisplayName(n); name != "" {
		return name
	}
	return n.String()
}

// writer writes results as reports.
type writer struct {
	certs []*cert.Certificate
	roots []roots.Root
	sums  []string // the SHA-256 of each certificate
}

func (w *writer) sum(i int) string {
	if i < 0 {
		return ""
	}
	return w.sums[i]
}

func (w *writer) report(i int, r *chain.Result) inspect.ChainReport {
	report := inspect.ChainReport{
		Issuer: w.sum(r.Issuer), IssuerListed: r.IssuerListed, Leaf: w.sum(r.Leaf), Cross: r.Cross,
	}
	for j := range r.Paths {
		report.Paths = append(report.Paths, w.path(&r.Paths[j]))
	}
	if r.Stopped {
		report.Stopped = len(r.Paths)
	}
	report.State, report.Reason = conclude(r)
	return report
}

// conclude says what the best path comes to. A certificate beyond
// [chain.MaxTargets] has none.
func conclude(r *chain.Result) (inspect.ChainState, string) {
	if len(r.Paths) == 0 {
		return inspect.ChainUnchecked, inspect.ChainTooMany
	}
	best := &r.Paths[0]
	switch {
	case faultAbove(best, 0):
		return inspect.ChainFaulty, ""
	case best.End == chain.Missing:
		return inspect.ChainIncomplete, ""
	case faultAbove(best, -1):
		return inspect.ChainFaulty, ""
	case best.Has(chain.Algorithm):
		return inspect.ChainUnchecked, inspect.ChainAlgorithm
	case best.Has(chain.Limit):
		return inspect.ChainUnchecked, inspect.ChainLimit
	case best.Has(chain.NameNotCompared):
		return inspect.ChainUnchecked, inspect.ChainNames
	case best.End == chain.Listed:
		return inspect.ChainListed, ""
	}
	return inspect.ChainUnlisted, ""
}

// faultAbove says whether something is wrong with a link above the n-th.
func faultAbove(p *chain.Path, n int) bool {
	for i := n + 1; i < len(p.Links); i++ {
		if p.Links[i].Status() == chain.Fault {
			return true
		}
	}
	return false
}

func (w *writer) path(p *chain.Path) inspect.PathReport {
	report := inspect.PathReport{End: inspect.PathEnd(p.End), Holds: p.Holds()}
	for i := range p.Links {
		l := &p.Links[i]
		link := inspect.LinkReport{Certificate: w.sum(l.Cert), Status: statuses[l.Status()]}
		switch {
		case l.Root >= 0:
			link.Name = w.roots[l.Root].Name
		case l.Cert >= 0:
			link.Name = subjectName(w.certs[l.Cert])
		}
		for _, r := range l.Reasons {
			link.Reasons = append(link.Reasons, inspect.LinkReason{Code: string(r.Code), Args: r.Args})
		}
		report.Links = append(report.Links, link)
	}
	return report
}

// subjectName names a certificate: by its subject, or by its first address.
func subjectName(c *cert.Certificate) string {
	if name := nameOf(c.Subject); name != "" {
		return name
	}
	if addresses := inspect.Mailboxes(c); len(addresses) > 0 {
		return addresses[0]
	}
	return ""
}

var statuses = map[chain.Status]inspect.LinkStatus{
	chain.Holds: inspect.LinkHolds, chain.Remark: inspect.LinkRemark,
	chain.NotChecked: inspect.LinkUnchecked, chain.Fault: inspect.LinkFault,
}
