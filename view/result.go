package view

import (
	"slices"
	"time"

	"sealglass/inspect"
	"sealglass/lints"
)

// MaxInFull is how many certificates of one answer are shown in full.
const MaxInFull = 64

// Options are what a view needs besides the report.
type Options struct {
	Words Words
	// Now is today, for "365 days left".
	Now time.Time
	// Second tells where the second opinion on each certificate stands, in the
	// order of the report. A missing entry means that none was asked for.
	Second []SecondOpinion
	// Chaining says that chains are being looked for.
	Chaining bool
	// Detail is how much is shown of each certificate.
	Detail Detail
	// Static leaves out what does nothing without a script: the buttons.
	Static bool
	// Readonly leaves out what a person could do with an answer: the buttons
	// below it, and the question for an address.
	Readonly bool
	// Show limits the findings of a certificate, by its place in the report, to
	// one of the kinds that the counters count. A missing entry means all
	// findings.
	Show map[int]string
	// AskPassword says that a file which waits for a password can be opened again.
	AskPassword bool
	// BySection groups the findings by the section of their rule instead of by
	// what can be done about them.
	BySection bool
	// Compare asks for the two certificates of a report side by side, where there
	// are exactly two.
	Compare bool
	// Stage says how much of an answer is written at once.
	Stage Stage
	// Hidden are the sources whose findings are left out.
	Hidden []lints.Source
	// shownAt are the places of the certificates that are shown in full, by their SHA-256.
	shownAt map[string]int
}

// hides says whether findings of the source are left out.
func (o Options) hides(s lints.Source) bool { return slices.Contains(o.Hidden, s) }

// Detail is how much is shown of a certificate.
type Detail string

// The details. The empty one shows everything as well.
const (
	DetailSummary  Detail = "summary"  // the card alone
	DetailFindings Detail = "findings" // and the findings
	DetailFull     Detail = "full"     // and everything that was read
)

// Stage is how much of an answer is written at once.
type Stage int

// The stages.
const (
	Whole Stage = iota
	// First is what is seen at once of what was given, so that it is seen sooner: of a
	// certificate that stands alone the card, of several what [Titles] is. The rest is
	// written afterwards, by [Findings] and [Fields].
	First
	// Titles is all but the fields and what folded findings say, which are written
	// afterwards as well: nothing moves where a person may be reading.
	Titles
	// Again is the whole for an answer that stands there already: its fields stay.
	Again
)

// everything says whether all is shown that was read.
func (o Options) everything() bool { return o.Detail != DetailSummary && o.Detail != DetailFindings }

// actions are the buttons under an answer.
func (o Options) actions() Fill {
	if o.Static || o.Readonly {
		return remove("actions")
	}
	return children("actions", node("actions", remove("link")))
}

func (o Options) second(i int) SecondOpinion {
	if i < len(o.Second) {
		return o.Second[i]
	}
	return SecondOpinion{}
}

// Result is the whole answer: one certificate as it is, several as a list of
// which the first is open.
func Result(r *inspect.Report, o Options) []Node {
	if c, oldName, newName, ok := comparisonOf(r, o); ok {
		return []Node{comparison(&c, oldName, newName, o)}
	}
	entries := entriesOf(r)
	o.shownAt = shownAt(entries)
	nodes := messages(r, o)
	if len(entries) == 1 {
		return append(nodes, entries[0].node(o, entries[0].actions(o)))
	}
	if o.Stage == First {
		o.Stage = Titles // findings that come later would move the certificates below
	}
	nodes = append([]Node{overview(r, entries, o)}, nodes...)
	for i, e := range entries {
		if e.index >= MaxInFull {
			nodes = append(nodes, e.row(o))
			continue
		}
		nodes = append(nodes, e.folded(o, i == 0))
	}
	return nodes
}

// shownAt tells where the certificates stand that are shown in full.
func shownAt(entries []entry) map[string]int {
	at := map[string]int{}
	for _, e := range entries {
		if e.cert == nil || e.index >= MaxInFull {
			continue
		}
		if _, known := at[e.cert.SHA256]; !known {
			at[e.cert.SHA256] = e.index
		}
	}
	return at
}

// entry is one thing to show: a certificate, or an input without any.
type entry struct {
	input *inspect.InputReport
	cert  *inspect.CertificateReport // nil for an input without certificates
	asOf  string                     // the day whose rules apply, as in [inspect.Report]
	index int                        // of the certificate in the report
	nth   int                        // of the certificate in its input, from 1
	also  []string                   // the other inputs that hold the same certificate
}

// entriesOf lists what there is to show. A certificate that lies in several
// inputs is shown with the first of them, and names the others. Up to [MaxInFull]
// certificates stand with each leaf before its issuers, whatever files they came in.
func entriesOf(r *inspect.Report) []entry {
	var entries []entry
	shown := map[string]int{} // entries by fingerprint
	index := 0
	for i := range r.Inputs {
		in := &r.Inputs[i]
		if in.Error != nil || len(in.Certificates) == 0 && len(in.Lists) == 0 {
			entries = append(entries, entry{input: in, asOf: r.AsOf, index: -1})
		}
		for j := range in.Certificates {
			c := &in.Certificates[j]
			if first, ok := shown[c.SHA256]; ok && entries[first].input != in {
				entries[first].also = append(entries[first].also, in.Name)
			} else {
				shown[c.SHA256] = len(entries)
				entries = append(entries, entry{in, c, r.AsOf, index, j + 1, nil})
			}
			index++
		}
	}
	if len(r.Inputs) > 1 && index <= MaxInFull {
		leavesFirst(entries)
	}
	return entries
}

// leavesFirst puts the certificates of all inputs in the order of those of one:
// each leaf before its issuers. An entry without a certificate keeps its place.
func leavesFirst(entries []entry) {
	var places []int
	var ders [][]byte
	byDER := map[string]entry{}
	for i, e := range entries {
		if e.cert != nil {
			places, ders = append(places, i), append(ders, e.cert.DER)
			byDER[string(e.cert.DER)] = e
		}
	}
	ordered := inspect.InOrder(ders)
	if len(ordered) < len(places) {
		return // a report whose certificates have no bytes
	}
	for i, der := range ordered {
		entries[places[i]] = byDER[string(der)]
	}
}

func overview(r *inspect.Report, entries []entry, o Options) Node {
	certificates, full := 0, true
	for _, e := range entries {
		if e.cert != nil {
			certificates++
		}
		full = full && e.index < MaxInFull
	}
	w := o.Words
	heading := w.Count("overview.certificates", certificates)
	if len(r.Inputs) > 1 {
		heading = w.Count("overview.files", len(r.Inputs), "certificates", heading)
	}
	fills := []Fill{word("heading", heading), o.actions()}
	if pair, _, ok := pairOf(r); !ok || certificates < 2 || o.Static || isCA(pair[0]) != isCA(pair[1]) {
		fills = append(fills, remove("compare"))
	}
	if full {
		return node("overview", append(fills, remove("note"))...)
	}
	return node("overview", append(fills, word("note", w.Text("overview.more", "n", itoa(MaxInFull))))...)
}

// node is the entry in full. The extra fills are for a certificate that stands alone.
func (e entry) node(o Options, extra ...Fill) Node {
	if e.cert == nil {
		return problem(e, o)
	}
	return certificate(e, o, extra...)
}

// folded is the entry in a line that opens.
func (e entry) folded(o Options, open bool) Node {
	fills := append(e.line(o), children("body", e.node(o, e.ownActions(o))))
	if e.cert != nil {
		fills = append(fills, attr("", "id", EntryID(e.index)))
	}
	if open {
		fills = append(fills, attr("", "open", ""))
	}
	return node("folded", fills...)
}

// row is the entry's line alone.
func (e entry) row(o Options) Node { return node("row", e.line(o)...) }

func (e entry) line(o Options) []Fill {
	verdict := e.verdict()
	return []Fill{
		attr("", "data-verdict", string(verdict)),
		children("icon", node("icon-"+string(verdict))),
		value("name", e.name()),
		word("verdict", o.Words.Text("verdict."+string(verdict))),
	}
}

func (e entry) verdict() inspect.Verdict {
	if e.cert == nil {
		return inspect.Unknown
	}
	return e.cert.Verdict
}

// name is what tells the entry from the others.
func (e entry) name() string {
	if e.cert != nil {
		s := &e.cert.Summary
		mailbox := ""
		if len(s.Mailboxes) > 0 {
			mailbox = s.Mailboxes[0]
		}
		for _, name := range []string{mailbox, s.Name, s.Organization} {
			if name != "" {
				return name
			}
		}
	}
	return e.input.Name
}

// source says where the certificate stands: "chain.pem, certificate 2 of 3".
func (e entry) source(w Words) string {
	source := Escape(e.input.Name)
	if e.cert != nil && len(e.input.Certificates) > 1 {
		source = w.Text("overview.source",
			"name", e.input.Name, "n", itoa(e.nth), "of", itoa(len(e.input.Certificates)))
	}
	if len(e.also) == 0 {
		return source
	}
	return w.Text("overview.also", "source", source, "files", join(e.also))
}

// prefix starts the ids of the certificate's elements, so that two certificates
// with the same finding do not share one.
func (e entry) prefix() string {
	if e.index == 0 {
		return ""
	}
	return "c" + itoa(e.index+1) + "-"
}

// problem is an input, or a part of one, that could not be read.
func problem(e entry, o Options) Node {
	w := o.Words
	heading, sentence := w.Text("verdict."+string(inspect.Unknown)), word("sentence", w.Text("problem.empty"))
	if e.input.Error != nil {
		sentence = w.phraseFill("sentence", e.input.Error.Message)
	}
	if len(e.input.Certificates) > 0 {
		heading = w.Text("problem.part")
	} else if e.input.Error != nil && e.input.Error.Code == inspect.CodePasswordNeeded {
		heading = w.Text("problem.password")
	}
	fills := []Fill{
		word("source", e.source(w)),
		children("icon", node("icon-"+string(inspect.Unknown))),
		word("heading", heading),
		sentence,
	}
	if o.AskPassword && !o.Static && e.input.NeedsPassword() {
		return node("problem", append(fills, children("password", node("password")))...)
	}
	return node("problem", append(fills, remove("password"))...)
}

// Failure is what stands in place of an answer when the program itself failed.
func Failure(o Options) []Node {
	return []Node{node("problem",
		children("icon", node("icon-"+string(inspect.Unknown))),
		word("heading", o.Words.Text("verdict."+string(inspect.Unknown))),
		word("sentence", o.Words.Text("program.failed")),
		remove("source"), remove("password"))}
}

// Announcement is the answer in one sentence, for people who hear the page.
func Announcement(r *inspect.Report, o Options) string {
	if c, _, _, ok := comparisonOf(r, o); ok {
		return CompareSentence(&c, o.Words)
	}
	entries := entriesOf(r)
	if len(entries) != 1 {
		return o.Words.Count("announce.several", len(entries))
	}
	e := entries[0]
	verdict := o.Words.Text("verdict." + string(e.verdict()))
	if e.cert == nil {
		return o.Words.Text("announce.plain", "verdict", verdict)
	}
	if n := countFindings(e.cert, lints.Error); n > 0 {
		return o.Words.Count("announce.one", n, "verdict", verdict)
	}
	return o.Words.Text("announce.plain", "verdict", verdict)
}

// EntryID is the id of the element that opens the n-th certificate of a report,
// counted from 0, where there are several.
func EntryID(n int) string { return entry{index: n}.prefix() + "entry" }

// FindingsID is the id of the element that holds the findings of the n-th
// certificate of a report, counted from 0.
func FindingsID(n int) string {
	return entry{index: n}.prefix() + "findings"
}
