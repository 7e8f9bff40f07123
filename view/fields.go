package view

import (
	"strings"
	"unicode/utf8"

	"sealglass/inspect"
)

// How long a value may be before it is folded, and how much of it is shown
// then, in characters.
const (
	foldFrom = 200
	foldHead = 72
)

// group is one heading of the list of fields.
type group string

// The groups in the order of the page.
const (
	groupSubject      group = "subject"
	groupMailboxes    group = "mailboxes"
	groupIssuer       group = "issuer"
	groupValidity     group = "validity"
	groupKey          group = "key"
	groupUsage        group = "usage"
	groupPolicies     group = "policies"
	groupRevocation   group = "revocation"
	groupFingerprints group = "fingerprints"
	groupOther        group = "other"
)

var groups = [...]group{
	groupSubject, groupMailboxes, groupIssuer, groupValidity, groupKey, groupUsage,
	groupPolicies, groupRevocation, groupFingerprints, groupOther,
}

// groupPaths tells the group of a field by how its path begins. The first that
// fits counts; what fits none is among the others.
var groupPaths = [...]struct {
	path string
	group
}{
	{"tbsCertificate.subjectPublicKeyInfo", groupKey},
	{"tbsCertificate.subjectUniqueID", groupOther},
	{"tbsCertificate.subject", groupSubject},
	{"tbsCertificate.issuerUniqueID", groupOther},
	{"tbsCertificate.issuer", groupIssuer},
	{"tbsCertificate.validity", groupValidity},
	{"tbsCertificate.extensions.subjectAltName", groupMailboxes},
	{"tbsCertificate.extensions.subjectDirectoryAttributes", groupSubject},
	{"tbsCertificate.extensions.cabfOrganizationIdentifier", groupSubject},
	{"tbsCertificate.extensions.lei", groupSubject},
	{"tbsCertificate.extensions.role", groupSubject},
	{"tbsCertificate.extensions.subjectKeyIdentifier", groupKey},
	{"tbsCertificate.extensions.authorityKeyIdentifier", groupIssuer},
	{"tbsCertificate.extensions.issuerAltName", groupIssuer},
	{"tbsCertificate.extensions.keyUsage", groupUsage},
	{"tbsCertificate.extensions.extKeyUsage", groupUsage},
	{"tbsCertificate.extensions.basicConstraints", groupUsage},
	{"tbsCertificate.extensions.nameConstraints", groupUsage},
	{"tbsCertificate.extensions.smimeCapabilities", groupUsage},
	{"tbsCertificate.extensions.netscapeCertType", groupUsage},
	{"tbsCertificate.extensions.certificatePolicies", groupPolicies},
	{"tbsCertificate.extensions.policy", groupPolicies},
	{"tbsCertificate.extensions.inhibitAnyPolicy", groupPolicies},
	{"tbsCertificate.extensions.qcStatements", groupPolicies},
	{"tbsCertificate.extensions.cRLDistributionPoints", groupRevocation},
	{"tbsCertificate.extensions.freshestCRL", groupRevocation},
	{"tbsCertificate.extensions.authorityInfoAccess", groupRevocation},
	{"fingerprint", groupFingerprints},
}

func groupOf(path string) group {
	for _, g := range groupPaths {
		if rest, ok := strings.CutPrefix(path, g.path); ok && endsWord(rest) {
			return g.group
		}
	}
	return groupOther
}

// endsWord says whether a name of a path ends before rest. "policy" stands for
// every name that begins so.
func endsWord(rest string) bool {
	return rest == "" || rest[0] == '.' || rest[0] == '[' || rest[0] >= 'A' && rest[0] <= 'Z'
}

// fieldGroups lists every field under the heading it belongs to.
func fieldGroups(c *inspect.CertificateReport, w Words) []Node {
	members := map[group][]Node{}
	for i := range c.Fields {
		f := &c.Fields[i]
		g := groupOf(f.Path)
		members[g] = append(members[g], field(f, w))
	}
	var nodes []Node
	for _, g := range groups {
		if len(members[g]) > 0 {
			nodes = append(nodes, node("field-group",
				word("heading", w.Text("fields."+string(g))), children("fields", members[g]...)))
		}
	}
	return nodes
}

func field(f *inspect.Field, w Words) Node {
	var shown []Node
	if f.Value != "" {
		shown = append(shown, fieldValue(f, w))
	}
	if f.Error != "" {
		text := w.Text("field.unreadable", "reason", w.said(f.Error), "offset", itoa(f.Offset))
		shown = append(shown, node("unreadable", word("reason", text)))
	}
	if shown == nil {
		shown = []Node{node("note", word("", w.Text("field.empty")))}
	}
	return node("field",
		w.phraseFill("label", f.Label),
		value("path", strings.TrimPrefix(f.Path, "tbsCertificate.")),
		word("bytes", bytesAt(f.Offset, f.Length, w)),
		children("value", shown...))
}

// fieldValue shows a value, a long one folded.
func fieldValue(f *inspect.Field, w Words) Node {
	text := f.Value
	if f.Worded {
		text = w.worded(text)
	}
	text = Escape(text)
	n := utf8.RuneCountInString(text)
	if n <= foldFrom {
		return node("value", word("", text))
	}
	return node("long-value",
		word("start", cut(text, foldHead)+"…"),
		word("more", w.Count("field.long", n)),
		word("all", text))
}

// worded is a value that is made of words: a phrase, or a name and a phrase.
func (w Words) worded(value string) string {
	text, ok := w.Phrase(value)
	if name, rest, found := strings.Cut(value, ": "); found && !ok {
		return name + ": " + w.said(rest)
	}
	return text
}

// cut returns the first n characters of a text.
func cut(text string, n int) string {
	for i := range text {
		if n == 0 {
			return text[:i]
		}
		n--
	}
	return text
}
