package chain

import (
	"bytes"
	"net/url"
	"slices"
	"strings"

	"sealglass/cert"
)

// judgeNames compares the names of the certificates below a CA with its name
// constraints (RFC 5280 6.1.3 b and c, 6.1.4 g). Certificates that an entity issued
// for itself are passed over, but not the last of a path.
func (p *pool) judgeNames(links []Link, below []*node, ca *node) {
	s := ca.subtrees()
	if len(s.permitted)+len(s.excluded) == 0 {
		return
	}
	for i, n := range below {
		if i > 0 && n.selfIssued() {
			continue
		}
		for _, name := range n.constrained() {
			p.left.pairs -= len(s.permitted) + len(s.excluded)
			if p.left.pairs < 0 {
				links[i].add(Limit)
				return
			}
			switch s.judge(&name) {
			case outside:
				links[i].add(NameOutside, name.text, ca.name)
			case excluded:
				links[i].add(NameExcluded, name.text, ca.name)
			case notCompared:
				links[i].add(NameNotCompared, name.text, ca.name)
			}
		}
	}
}

// constrained is a name that constraints of its form hold for.
type constrained struct {
	kind   cert.NameKind
	other  cert.OID // the type of an otherName
	text   string
	folded []string // of a directoryName
	ip     []byte
	broken bool // it did not decode
}

// constrained are the names of a certificate, and subtrees its constraints.
func (n *node) constrained() []constrained {
	if !n.known.names {
		n.names, n.known.names = namesOf(n.cert), true
	}
	return n.names
}

func (n *node) subtrees() *subtrees {
	if !n.known.constraints {
		if c := n.cert.NameConstraints; c != nil {
			n.constraints = subtreesOf(c)
		}
		n.known.constraints = true
	}
	return &n.constraints
}

// namesOf are the names of a certificate that constraints hold for: its subject,
// what stands in subjectAltName and, without that, the addresses in the subject
// (RFC 5280 4.2.1.10).
func namesOf(c *cert.Certificate) []constrained {
	var names []constrained
	if len(c.Subject.RDNs) > 0 {
		names = append(names, constrained{kind: cert.DirectoryName, text: c.Subject.String(), folded: c.Subject.Folded()})
	}
	if c.SubjectAltName == nil {
		for _, rdn := range c.Subject.RDNs {
			for i := range rdn.Attributes {
				if a := &rdn.Attributes[i]; a.Type == cert.OIDEmailAddress {
					names = append(names, constrained{kind: cert.RFC822Name, text: a.Value.Text, broken: a.Value.Fault != ""})
				}
			}
		}
		return names
	}
	for i := range c.SubjectAltName.Names {
		g := &c.SubjectAltName.Names[i]
		n := constrained{kind: g.Kind, other: g.Type, text: g.Text, ip: g.IP, broken: g.Fault != ""}
		switch {
		case g.Kind == cert.OtherName && g.Type == cert.OIDSmtpUTF8Mailbox:
			n.kind = cert.RFC822Name // RFC 9598 6
		case g.Kind == cert.DirectoryName:
			n.folded = g.Directory.Folded()
		}
		names = append(names, n)
	}
	return names
}

// subtrees are name constraints in the form that compares.
type subtrees struct{ permitted, excluded []subtree }

type subtree struct {
	constrained
	base string
}

func subtreesOf(n *cert.NameConstraints) subtrees {
	read := func(list []cert.GeneralSubtree) []subtree {
		trees := make([]subtree, len(list))
		for i := range list {
			t, b := &trees[i], &list[i].Base
			minimum, ok := list[i].Minimum.Int()
			t.constrained = constrained{
				kind: b.Kind, other: b.Type, ip: b.IP,
				broken: b.Fault != "" || list[i].Maximum.Present || list[i].Minimum.Present && (!ok || minimum != 0),
			}
			t.base = b.Text
			if b.Kind == cert.DirectoryName {
				t.folded = b.Directory.Folded()
			}
		}
		return trees
	}
	return subtrees{read(n.Permitted), read(n.Excluded)}
}

// standing says where a name stands to constraints.
type standing int

const (
	inside standing = iota
	outside
	excluded
	notCompared
)

// judge says where a name stands. What can't be compared is only said where the
// answer hangs on it.
func (s *subtrees) judge(n *constrained) standing {
	verdict := inside
	for i := range s.excluded {
		if t := &s.excluded[i]; t.concerns(n) {
			switch t.holds(n) {
			case yes:
				return excluded
			case maybe:
				verdict = notCompared
			}
		}
	}
	some, held, doubt := false, false, false
	for i := range s.permitted {
		if t := &s.permitted[i]; t.concerns(n) {
			some = true
			answer := t.holds(n)
			held, doubt = held || answer == yes, doubt || answer == maybe
		}
	}
	switch {
	case !some || held:
		return verdict
	case doubt:
		return notCompared
	}
	return outside
}

func (t *subtree) concerns(n *constrained) bool {
	return t.kind == n.kind && (t.kind != cert.OtherName || t.other == n.other)
}

type answer int

const (
	no answer = iota
	yes
	maybe
)

func answerOf(b bool) answer {
	if b {
		return yes
	}
	return no
}

// holds says whether the subtree holds a name of its form.
func (t *subtree) holds(n *constrained) answer {
	if t.broken || n.broken {
		return maybe
	}
	switch t.kind {
	case cert.RFC822Name:
		at := strings.LastIndexByte(n.text, '@')
		if at < 0 || !isASCII(n.text[at+1:]) || !isASCII(t.base[strings.LastIndexByte(t.base, '@')+1:]) {
			return maybe
		}
		return answerOf(cert.MailboxWithin(n.text, t.base))
	case cert.DirectoryName:
		return answerOf(len(n.folded) >= len(t.folded) && slices.Equal(n.folded[:len(t.folded)], t.folded))
	case cert.DNSName:
		return answerOf(hostWithin(n.text, t.base))
	case cert.URIName:
		return t.holdsURI(n.text)
	case cert.IPAddress:
		return t.holdsIP(n.ip)
	}
	return maybe
}

// hostWithin says whether a host is the base or lies below it.
func hostWithin(host, base string) bool {
	host, base = strings.ToLower(strings.TrimSuffix(host, ".")), strings.ToLower(strings.TrimSuffix(base, "."))
	if base == "" || host == base {
		return true
	}
	if base[0] != '.' {
		base = "." + base
	}
	return len(host) > len(base) && strings.HasSuffix(host, base)
}

// holdsURI compares the host of a URI: it is the base, or lies below a base that
// begins with a dot. Without a host name there is nothing to compare.
func (t *subtree) holdsURI(text string) answer {
	u, err := url.Parse(text)
	if err != nil || u.Hostname() == "" || strings.ContainsAny(u.Hostname(), ":") {
		return maybe
	}
	host := u.Hostname()
	if strings.HasPrefix(t.base, ".") {
		return answerOf(len(host) > len(t.base) && strings.EqualFold(host[len(host)-len(t.base):], t.base))
	}
	return answerOf(t.base == "" || strings.EqualFold(host, t.base))
}

// holdsIP compares an address with an address and its mask.
func (t *subtree) holdsIP(ip []byte) answer {
	if len(t.ip) != 2*len(ip) {
		return no // IPv4 and IPv6 are no parts of each other
	}
	address, mask := t.ip[:len(ip)], t.ip[len(ip):]
	masked := func(b []byte) []byte {
		m := make([]byte, len(b))
		for i := range b {
			m[i] = b[i] & mask[i]
		}
		return m
	}
	return answerOf(bytes.Equal(masked(ip), masked(address)))
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
