package view

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"sealglass/cert"
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

// fieldsAtOnce is how many fields are written at once, in a part of [Fields].
const fieldsAtOnce = 64

// Fields is what was read of the n-th certificate of the report, counted from 0, in
// parts, each with the id of the element that holds it: first the headings with
// empty lists, then the fields of each list. There is none where too little of the
// certificate is shown.
func Fields(r *inspect.Report, n int, o Options) iter.Seq2[string, []Node] {
	return func(yield func(string, []Node) bool) {
		entries := entriesOf(r)
		i := slices.IndexFunc(entries, func(e entry) bool { return e.index == n })
		if i < 0 || !o.everything() {
			return
		}
		e := entries[i]
		var lists [][]*inspect.Field
		id := func(list int) string { return FieldsID(n) + "-" + itoa(list+1) }
		frame := fieldGroups(e, o, func(members []*inspect.Field) []Node {
			var nodes []Node
			for part := range slices.Chunk(members, fieldsAtOnce) {
				nodes = append(nodes, node("field-list", attr("", "id", id(len(lists)))))
				lists = append(lists, part)
			}
			return nodes
		})
		if !yield(FieldsID(n), frame) {
			return
		}
		for i, list := range lists {
			if !yield(id(i), fieldNodes(list, e, o)) {
				return
			}
		}
	}
}

// FieldsID is the id of the element that holds the fields of the n-th certificate
// of a report, counted from 0.
func FieldsID(n int) string { return entry{index: n}.prefix() + "fields" }

// fields is everything that was read, with a field to search it.
func fields(e entry, o Options) []Fill {
	if o.Static {
		return []Fill{remove("search"), children("fields", wholeGroups(e, o)...)}
	}
	fills := []Fill{attr("everything", "data-key", "fields-"+Escape(e.cert.SHA256))}
	if o.Stage == Again {
		return append(fills, attr("everything", "data-state", "stays"))
	}
	fills = append(fills, attr("search-field", "id", e.prefix()+"search"), attr("fields", "id", FieldsID(e.index)))
	if o.Stage == First || o.Stage == Titles {
		return fills
	}
	return append(fills, children("fields", wholeGroups(e, o)...))
}

// wholeGroups lists every field under the heading it belongs to.
func wholeGroups(e entry, o Options) []Node {
	return fieldGroups(e, o, func(members []*inspect.Field) []Node {
		return []Node{node("field-list", children("", fieldNodes(members, e, o)...))}
	})
}

// fieldGroups are the headings, each with the lists of its members.
func fieldGroups(e entry, o Options, lists func(members []*inspect.Field) []Node) []Node {
	members := map[group][]*inspect.Field{}
	for i := range e.cert.Fields {
		f := &e.cert.Fields[i]
		g := groupOf(f.Path)
		members[g] = append(members[g], f)
	}
	var nodes []Node
	for _, g := range groups {
		if len(members[g]) > 0 {
			nodes = append(nodes, node("field-group",
				word("heading", o.Words.Text("fields."+string(g))), children("", lists(members[g])...)))
		}
	}
	return nodes
}

func fieldNodes(fields []*inspect.Field, e entry, o Options) []Node {
	nodes := make([]Node, len(fields))
	for i, f := range fields {
		nodes[i] = field(f, e, o)
	}
	return nodes
}

func field(f *inspect.Field, e entry, o Options) Node {
	w := o.Words
	var shown []Node
	if f.Value != "" {
		shown = append(append(shown, fieldValue(f, w)), explained(f, w)...)
	}
	if f.Error != "" {
		text := w.Text("field.unreadable", "reason", w.said(f.Error), "offset", itoa(f.Offset))
		shown = append(shown, node("unreadable", word("reason", text)))
	}
	if shown == nil {
		shown = []Node{node("note", word("", w.Text("field.empty")))}
	}
	fills := []Fill{
		w.phraseFill("label", f.Label),
		value("path", strings.TrimPrefix(f.Path, "tbsCertificate.")),
		children("value", shown...),
	}
	if o.Static || f.Value == "" {
		fills = append(fills, remove("copy"))
	}
	return node("field", append(fills, fieldBytes(f, e, o)...)...)
}

// fieldBytes says where the field lies; with a script it is the button that shows
// the bytes.
func fieldBytes(f *inspect.Field, e entry, o Options) []Fill {
	text := word("bytes", bytesAt(f.Offset, f.Length, o.Words))
	if o.Static || f.Length == 0 || len(e.cert.DER) == 0 {
		return []Fill{text, remove("show")}
	}
	show := showBytes(cert.Span{Offset: f.Offset, Length: f.Length}, e, o)
	show.Text = text.Text
	return []Fill{remove("bytes"), show}
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
