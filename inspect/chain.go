package inspect

import (
	"time"

	"sealglass/cert"
)

// ChainReport says who stands behind a certificate, as far as the certificates
// that were supplied with it and the list of roots tell.
type ChainReport struct {
	State ChainState
	// Reason says by a code why the state is ChainUnchecked; empty otherwise.
	Reason string
	// List is the list of roots that was asked.
	List RootList
	// Paths are the ways from the certificate towards a root, the best first.
	Paths []PathReport
	// Stopped is the number of paths after which the search was given up, 0
	// where it came to its end.
	Stopped int
	// Issuer is the SHA-256 of the supplied certificate whose key signed this one,
	// verified by its signature; empty where none of them did, and for a self-signed one.
	Issuer string

	// Leaf is the SHA-256 of a supplied subscriber certificate that this one
	// issued, IssuerListed says that the key of Issuer is one of the list, and
	// Cross that a root, listed or supplied, has the same subject and key as this
	// certificate, which is no root itself. They are not part of the JSON: rules
	// need them (lints.Subject).
	Leaf                string
	IssuerListed, Cross bool
}

// RootList names a list of roots: those that Mozilla trusts for email.
type RootList struct {
	Version string // of the program that it was read from: "Firefox 153.7"
	Date    string // the day on which it was read
	// Old says that the list was older than half a year when it was asked.
	Old bool
}

// ChainState is what the best path comes to.
type ChainState string

// The states of a chain.
const (
	ChainListed     ChainState = "listed"     // leads to a root of the list, and nothing is wrong on the way
	ChainUnlisted   ChainState = "unlisted"   // leads to a root that is not in the list
	ChainIncomplete ChainState = "incomplete" // the certificate of an issuer was not supplied
	ChainFaulty     ChainState = "faulty"     // something is wrong on the way
	ChainUnchecked  ChainState = "unchecked"  // could not be checked
)

// Why a chain is [ChainUnchecked].
const (
	ChainAlgorithm = "algorithm" // a signature by an algorithm that is not checked
	ChainTooMany   = "too-many"  // more certificates than are checked
	ChainLimit     = "limit"     // the search was given up before it found a path
	ChainNames     = "names"     // a name that could not be compared with a name constraint
	ChainProgram   = "program"   // the program that checks did not answer
)

// PathReport is one way from a certificate to a root, or as far as it leads.
type PathReport struct {
	End   PathEnd
	Holds bool // nothing is wrong with any link
	Links []LinkReport
}

// PathEnd says how a path ends.
type PathEnd string

// The ends of a path.
const (
	EndListed    PathEnd = "listed"    // at a root of the list
	EndUnlisted  PathEnd = "unlisted"  // at a self-signed certificate that is not in the list
	EndMissing   PathEnd = "missing"   // the issuer of the last link was not supplied
	EndWrong     PathEnd = "wrong"     // the issuer was supplied, and its key did not sign the last link
	EndUnchecked PathEnd = "unchecked" // the last link's signature was not checked
)

// LinkReport is one certificate of a path.
type LinkReport struct {
	// Certificate is its SHA-256; empty for a root that was not supplied and is
	// known from the list.
	Certificate string
	Name        string // the subject's name for people
	Status      LinkStatus
	Reasons     []LinkReason
}

// LinkStatus says how it stands with a link.
type LinkStatus string

// The states of a link.
const (
	LinkHolds     LinkStatus = "holds"     // nothing is wrong with it
	LinkRemark    LinkStatus = "remark"    // nothing that breaks the path
	LinkFault     LinkStatus = "fault"     // something that breaks the path
	LinkUnchecked LinkStatus = "unchecked" // something about it was not compared
)

// LinkReason is one thing to say about a link.
type LinkReason struct {
	Code string
	Args []string // what the sentence of the code names, in its order
}

// The codes of reasons. What each takes as Args stands behind it.
const (
	LinkIssuerMissing   = "issuer-missing"    // the issuer's name
	LinkNotByThese      = "not-by-these"      // the issuer's name: those of it that are here have other keys
	LinkLoop            = "loop"              // the issuer's name: it stands on the path already
	LinkSignatureWrong  = "signature-wrong"   // the issuer's name
	LinkAlgorithm       = "algorithm"         // the algorithm's name
	LinkLimit           = "limit"             // –
	LinkAlgorithms      = "algorithms-differ" // the algorithm inside, and the one outside
	LinkExpired         = "expired"           // notAfter as RFC 3339
	LinkNotYetValid     = "not-yet-valid"     // notBefore as RFC 3339
	LinkUnreadable      = "unreadable"        // the path of the part
	LinkNoCA            = "no-ca"             // –
	LinkPathLength      = "path-length"       // –
	LinkNoCertSign      = "no-cert-sign"      // –
	LinkPurpose         = "purpose"           // –
	LinkAnyPurpose      = "any-purpose"       // –; a remark
	LinkNameOutside     = "name-outside"      // the name, and the CA that has the constraint
	LinkNameExcluded    = "name-excluded"     // the name, and the CA that has the constraint
	LinkNameNotCompared = "name-not-compared" // the name, and the CA that has the constraint
	LinkPolicy          = "policy"            // –
	LinkCritical        = "critical"          // the OID of the extension
	LinkBrokenHash      = "broken-hash"       // the hash function
	LinkWeakHash        = "weak-hash"         // the hash function; a remark
	LinkKeyID           = "key-id"            // –; a remark: the key identifiers differ
	LinkRootExpired     = "root-expired"      // notAfter as RFC 3339; a remark, of a root of the list
)

// A ChainFinder finds who stands behind certificates, given by their encodings: a
// report for each, in their order. It never fails as a whole.
type ChainFinder func(certificates [][]byte, at time.Time) []ChainReport

// Unchained are reports on n certificates whose chains could not be checked for
// this reason.
func Unchained(n int, reason string) []ChainReport {
	reports := make([]ChainReport, n)
	for i := range reports {
		reports[i] = ChainReport{State: ChainUnchecked, Reason: reason}
	}
	return reports
}

// Chained finds out by opts.Chain who stands behind the certificates of all
// inputs together, and judges those anew of which more is known now; then by
// opts.Revocation what the revocation lists among the inputs say of them. What the
// second opinion had added to these is not kept. Without opts.Chain nothing
// changes.
func Chained(old *Report, opts Options) *Report {
	if opts.Chain == nil {
		return old
	}
	sums, ders := certificatesOf(old)
	chains := opts.Chain(ders, opts.Now)
	if len(chains) != len(ders) {
		chains = Unchained(len(ders), ChainProgram)
	}
	b := behind{ders: map[string][]byte{}, chains: map[string]*ChainReport{}}
	for i, sum := range sums {
		b.ders[sum], b.chains[sum] = ders[i], &chains[i]
	}
	r, report := begin(len(old.Inputs), opts)
	report.Tool = old.Tool
	r.behind = b
	for _, in := range old.Inputs {
		certificates := make([]CertificateReport, len(in.Certificates))
		for j, c := range in.Certificates {
			c.Chain = b.chains[c.SHA256]
			certificates[j] = c
		}
		in.Certificates = certificates
		r.rejudge(&in)
		report.Inputs = append(report.Inputs, in)
	}
	r.checkRevocation(report, opts.Revocation)
	return report
}

// rejudge judges the certificates of an input anew about which its chain tells
// the rules more.
func (r *reader) rejudge(in *InputReport) {
	var judged []CertificateReport
	for j := range in.Certificates {
		c := &in.Certificates[j]
		if c.Chain == nil || c.Chain.Issuer == "" && c.Chain.Leaf == "" && !c.Chain.Cross {
			continue
		}
		if judged == nil {
			found := make([][]byte, len(in.Certificates))
			for k := range found {
				found[k] = in.Certificates[k].DER
			}
			judged = r.certificates(found)
		}
		*c = judged[j]
	}
}

// certificatesOf lists the certificates of a report, each once, with their SHA-256.
func certificatesOf(r *Report) (sums []string, ders [][]byte) {
	seen := map[string]bool{}
	for i := range r.Inputs {
		for j := range r.Inputs[i].Certificates {
			c := &r.Inputs[i].Certificates[j]
			if !seen[c.SHA256] {
				seen[c.SHA256] = true
				sums, ders = append(sums, c.SHA256), append(ders, c.DER)
			}
		}
	}
	return sums, ders
}

// behind is what is known of who stands behind certificates, by their SHA-256.
type behind struct {
	ders        map[string][]byte
	chains      map[string]*ChainReport
	revocations map[string][]RevocationReport
}

// behindOf collects what a report knows.
func behindOf(r *Report) behind {
	b := behind{ders: map[string][]byte{}, chains: map[string]*ChainReport{}, revocations: map[string][]RevocationReport{}}
	for i := range r.Inputs {
		for j := range r.Inputs[i].Certificates {
			c := &r.Inputs[i].Certificates[j]
			b.ders[c.SHA256], b.chains[c.SHA256], b.revocations[c.SHA256] = c.DER, c.Chain, c.Revocation
		}
	}
	return b
}

// parsed is the certificate with this SHA-256, nil where it is not here.
func (b *behind) parsed(sum string) *cert.Certificate {
	if der, ok := b.ders[sum]; ok && sum != "" {
		return cert.Parse(der)
	}
	return nil
}
