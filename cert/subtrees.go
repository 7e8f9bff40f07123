package cert

import "strings"

// Outside is a name of a certificate that its issuer's name constraints do not
// allow (RFC 5280 4.2.1.10).
type Outside struct {
	// Span and Text are those of the name in the certificate judged.
	Span
	Text string
	// Excluded says that an excluded subtree holds the name; otherwise there are
	// permitted subtrees of its form and none of them holds it.
	Excluded bool
}

// Outside returns the names of c that n does not allow: mailbox addresses
// (rfc822Name; SmtpUTF8Mailbox by RFC 9598 6, but for hosts in U-labels, which RFC
// 8398 had; emailAddress in the subject where there is no subjectAltName) and
// directory names (a subject that is not empty, and those in subjectAltName).
// Other forms have no place in an S/MIME certificate and are not judged, nor is a
// name or a subtree that did not decode. complete is false where
// MaxConstraintPairs stopped the comparison.
func (n *NameConstraints) Outside(c *Certificate) (out []Outside, complete bool) {
	if n == nil {
		return nil, true
	}
	pairs := 0
	judge := func(name Outside, kind NameKind, in func(i int, base *GeneralName) bool) {
		pairs += len(n.Permitted) + len(n.Excluded)
		if pairs > MaxConstraintPairs {
			return
		}
		permitted, allowed := subtrees(n.Permitted, 0, kind, in)
		_, name.Excluded = subtrees(n.Excluded, len(n.Permitted), kind, in)
		if name.Excluded || permitted && !allowed {
			out = append(out, name)
		}
	}
	mailbox := func(at Span, address string) {
		if !isASCII(address[strings.LastIndexByte(address, '@')+1:]) {
			return
		}
		judge(Outside{Span: at, Text: address}, RFC822Name, func(_ int, base *GeneralName) bool {
			return MailboxWithin(address, base.Text)
		})
	}
	bases := n.directories()
	directory := func(d *Name, text string) {
		folded := d.Folded()
		judge(Outside{Span: d.Span, Text: text}, DirectoryName, func(i int, _ *GeneralName) bool {
			return startsWith(folded, bases[i])
		})
	}
	if len(c.Subject.RDNs) > 0 {
		directory(&c.Subject, "the subject")
	}
	if c.SubjectAltName == nil {
		for _, rdn := range c.Subject.RDNs {
			for _, a := range rdn.Attributes {
				if a.Type == OIDEmailAddress {
					mailbox(a.Span, a.Value.Text)
				}
			}
		}
		return out, pairs <= MaxConstraintPairs
	}
	for i := range c.SubjectAltName.Names {
		switch g := &c.SubjectAltName.Names[i]; {
		case g.Fault != "":
		case g.Kind == RFC822Name, g.Kind == OtherName && g.Type == OIDSmtpUTF8Mailbox:
			mailbox(g.Span, g.Text)
		case g.Kind == DirectoryName:
			directory(&g.Directory, "the directoryName in subjectAltName")
		}
	}
	return out, pairs <= MaxConstraintPairs
}

// directories are the directory names of all subtrees in the form that compares,
// the permitted ones first.
func (n *NameConstraints) directories() [][]string {
	folded := make([][]string, 0, len(n.Permitted)+len(n.Excluded))
	for i := range n.Permitted {
		folded = append(folded, n.Permitted[i].Base.Directory.Folded())
	}
	for i := range n.Excluded {
		folded = append(folded, n.Excluded[i].Base.Directory.Folded())
	}
	return folded
}

// subtrees says whether there are subtrees of that form, all of which were read,
// and whether one of them holds the name; first is the index of the first among
// all.
func subtrees(list []GeneralSubtree, first int, kind NameKind, in func(int, *GeneralName) bool) (some, holds bool) {
	broken := false
	for i := range list {
		if b := &list[i].Base; b.Kind == kind {
			some = true
			broken = broken || b.Fault != ""
			holds = holds || b.Fault == "" && in(first+i, b)
		}
	}
	return some && !broken, holds
}

// MailboxWithin says whether an address lies in an rfc822Name constraint: the
// address itself, all of a host ("example.com"), or all hosts below a domain
// (".example.com"). The host compares without case, the local part with it.
func MailboxWithin(address, base string) bool {
	at := strings.LastIndexByte(address, '@')
	if at < 0 {
		return false
	}
	host := address[at+1:]
	if i := strings.LastIndexByte(base, '@'); i >= 0 {
		return address[:at] == base[:i] && strings.EqualFold(host, base[i+1:])
	}
	if strings.HasPrefix(base, ".") {
		return len(host) > len(base) && strings.EqualFold(host[len(host)-len(base):], base)
	}
	return base == "" || strings.EqualFold(host, base)
}
