package view

import (
	"cmp"
	"slices"
	"strings"

	"sealglass/lints"
)

// sourceOrder is the order of the sources when findings are grouped by section:
// the Requirements first, what only one program or checker says last.
var sourceOrder = [...]lints.Source{
	lints.SBR, lints.RFC5280, lints.RFC, lints.ETSI,
	lints.Mozilla, lints.Apple, lints.Gmail, lints.Microsoft, lints.CCADB,
	lints.Draft, lints.ZLint,
}

// bySection groups the findings by the section of the rule that they are about,
// in the order of the document. Within a section the strongest stands first.
func bySection(e entry, kind string, o Options) []Node {
	type member struct {
		*lints.Finding
		kind, section string
	}
	var members []member
	for i := range e.cert.Findings {
		f := &e.cert.Findings[i]
		of := string(f.Severity)
		if f.Status == lints.Broken {
			of = "broken"
		}
		if (kind == "" || kind == of) && !o.hides(f.Source) {
			section, _, _ := strings.Cut(f.Section, "(")
			members = append(members, member{f, of, section})
		}
	}
	slices.SortStableFunc(members, func(a, b member) int {
		return cmp.Or(
			slices.Index(sourceOrder[:], a.Source)-slices.Index(sourceOrder[:], b.Source),
			compareSections(a.section, b.section),
			slices.Index(kinds[:], a.kind)-slices.Index(kinds[:], b.kind))
	})
	open := kind != "" || len(e.cert.Findings) <= openFindings
	var nodes []Node
	for i := 0; i < len(members); {
		first := members[i]
		var group []Node
		for ; i < len(members) && members[i].Source == first.Source && members[i].section == first.section; i++ {
			group = append(group, finding(members[i].Finding, members[i].kind, e, open, o))
		}
		nodes = append(nodes, node("finding-group",
			value("heading", section(first.section, first.Source, o.Words)), remove("note"), children("findings", group...)))
	}
	return nodes
}

// kinds are the severities as they are counted, strongest first.
var kinds = [...]string{string(lints.Error), string(lints.Warning), string(lints.Notice), string(lints.Info), "broken"}

// compareSections orders "7.1.2.3" before "7.1.10" and numbers before words.
func compareSections(a, b string) int {
	for {
		first, restA, moreA := strings.Cut(a, ".")
		second, restB, moreB := strings.Cut(b, ".")
		if order := cmp.Or(cmp.Compare(len(first), len(second)), cmp.Compare(first, second)); order != 0 || !moreA && !moreB {
			return order
		}
		a, b = restA, restB
	}
}
