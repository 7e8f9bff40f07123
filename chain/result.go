package chain

import (
	"time"

	"sealglass/cert"
)

// Root is a root of a list: what a path may end at (RFC 5280 6.1.1 d).
type Root struct {
	Subject []byte // the Name, DER
	SPKI    []byte // the SubjectPublicKeyInfo, DER
	Name    string // for people
}

// Options are the inputs of RFC 5280 6.1.1.
type Options struct {
	At    time.Time
	Roots []Root
	// Initial are the policies that are acceptable; none means any.
	Initial []cert.OID
	// The initial values of the three indicators.
	InhibitMapping, RequireExplicit, InhibitAny bool
	// Display writes a name for people; nil writes it as [cert.Name.String] does.
	Display func(cert.Name) string
}

func (o *Options) display(n cert.Name) string {
	if o.Display == nil {
		return n.String()
	}
	return o.Display(n)
}

// Result is what was found about one certificate.
type Result struct {
	// Paths are those found, the best first.
	Paths []Path
	// Stopped says that the search ended before it had tried everything.
	Stopped bool
	// Issuer is the index of the certificate whose key made the signature, -1
	// where none of those supplied did. It is never the certificate itself.
	Issuer int
	// IssuerListed says that Issuer has the name and key of a root of the list.
	IssuerListed bool
	// Cross says that a root, listed or supplied, has the subject and the key of
	// this certificate, which is itself no root.
	Cross bool
	// Leaf is the index of a certificate for email that this one issued, -1 without.
	Leaf int
}

// Path is one way from a certificate towards a root.
type Path struct {
	End   End
	Links []Link // from the certificate upwards
}

// End says how a path ends.
type End string

// The ends of a path.
const (
	Listed    End = "listed"    // at a root of the list
	Unlisted  End = "unlisted"  // at a self-signed certificate that is not in the list
	Missing   End = "missing"   // the issuer of the last link is not here
	Wrong     End = "wrong"     // the issuer is here, and its key did not sign the last link
	Unchecked End = "unchecked" // the last link's signature was not checked
)

// Link is a certificate of a path.
type Link struct {
	Cert    int // its index; -1 for a root that is known from the list alone
	Root    int // its index in the list; -1 for a certificate that is no listed root
	Reasons []Reason
}

// Reason is one thing to say about a link.
type Reason struct {
	Code Code
	Args []string
}

// Code is a stable code of a reason.
type Code string

// The codes, with what each has as Args. inspect has the same.
const (
	IssuerMissing   Code = "issuer-missing"    // the issuer's name
	NotByThese      Code = "not-by-these"      // the issuer's name
	Loop            Code = "loop"              // the issuer's name
	SignatureWrong  Code = "signature-wrong"   // the issuer's name
	Algorithm       Code = "algorithm"         // the algorithm's name
	Limit           Code = "limit"             //
	Algorithms      Code = "algorithms-differ" // the algorithm inside, and the one outside
	Expired         Code = "expired"           // notAfter as RFC 3339
	NotYetValid     Code = "not-yet-valid"     // notBefore as RFC 3339
	Unreadable      Code = "unreadable"        // the path of the part
	NoCA            Code = "no-ca"             //
	PathLength      Code = "path-length"       //
	NoCertSign      Code = "no-cert-sign"      //
	Purpose         Code = "purpose"           //
	AnyPurpose      Code = "any-purpose"       // a remark
	NameOutside     Code = "name-outside"      // the name, and the CA that has the constraint
	NameExcluded    Code = "name-excluded"     // the name, and the CA that has the constraint
	NameNotCompared Code = "name-not-compared" // the name, and the CA that has the constraint
	Policy          Code = "policy"            //
	Critical        Code = "critical"          // the OID of the extension
	BrokenHash      Code = "broken-hash"       // the hash function
	WeakHash        Code = "weak-hash"         // the hash function; a remark
	KeyID           Code = "key-id"            // a remark: the key identifiers differ
	RootExpired     Code = "root-expired"      // notAfter as RFC 3339; a remark, of a listed root
)

// Status says what a code means for a link.
type Status int

// The states of a link, from the best to the worst.
const (
	Holds      Status = iota // nothing is wrong with it
	Remark                   // nothing that breaks the path
	NotChecked               // something was not compared
	Fault                    // something that breaks the path
)

// Status is that of a link with this reason.
func (c Code) Status() Status {
	switch c {
	case WeakHash, KeyID, RootExpired, AnyPurpose:
		return Remark
	case IssuerMissing, NotByThese, Loop, Algorithm, Limit, NameNotCompared:
		return NotChecked
	}
	return Fault
}

// Status is the worst of the link's reasons.
func (l *Link) Status() Status {
	worst := Holds
	for _, r := range l.Reasons {
		worst = max(worst, r.Code.Status())
	}
	return worst
}

// Status is the worst of the path's links.
func (p *Path) Status() Status {
	worst := Holds
	for i := range p.Links {
		worst = max(worst, p.Links[i].Status())
	}
	return worst
}

// Holds says whether the path leads to a root and nothing is wrong on the way.
func (p *Path) Holds() bool {
	return (p.End == Listed || p.End == Unlisted) && p.Status() <= Remark
}

func (l *Link) add(code Code, args ...string) {
	l.Reasons = append(l.Reasons, Reason{code, args})
}

// Has says whether a link of the path has a reason of this code.
func (p *Path) Has(code Code) bool {
	for i := range p.Links {
		for _, r := range p.Links[i].Reasons {
			if r.Code == code {
				return true
			}
		}
	}
	return false
}
