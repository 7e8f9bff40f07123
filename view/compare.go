package view

import (
	"slices"
	"time"

	"sealglass/inspect"
	"sealglass/lints"
)

// pairOf are the two certificates of a report that has exactly two, counted as
// they stand in its inputs. They are not compared without their bytes.
func pairOf(r *inspect.Report) (pair [2]*inspect.CertificateReport, names [2]string, ok bool) {
	n := 0
	for i := range r.Inputs {
		for j := range r.Inputs[i].Certificates {
			if n < len(pair) {
				pair[n], names[n] = &r.Inputs[i].Certificates[j], r.Inputs[i].Name
				if len(r.Inputs[i].Certificates) > 1 {
					names[n] = "#" + itoa(j+1) + " · " + names[n]
				}
			}
			n++
		}
	}
	return pair, names, n == len(pair) && len(pair[0].DER) > 0 && len(pair[1].DER) > 0
}

// comparison shows two certificates side by side: what differs in a table, the
// rest folded.
func comparison(c *inspect.Comparison, oldName, newName string, o Options) Node {
	w := o.Words
	rows, equal := topics(c, o)
	fills := []Fill{
		word("heading", CompareSentence(c, w)), word("between", between(c, w)),
		word("old", w.Text("compare.old", "name", oldName)), word("new", w.Text("compare.new", "name", newName)),
		children("rows", rows...), word("equal-title", w.Count("compare.equal", len(equal))), children("equal-facts", equal...),
	}
	if len(rows) == 0 {
		fills = append(fills, remove("table"))
	} else {
		fills = append(fills, attr("table", "id", "differences"))
	}
	if len(equal) == 0 {
		fills = append(fills, remove("equal"))
	} else {
		fills = append(fills, attr("equal", "id", "equal"))
	}
	if o.Static {
		fills = append(fills, remove("apart"))
	}
	return node("comparison", fills...)
}

// topics are a row for each thing that differs, and a fact for each that is the same.
func topics(c *inspect.Comparison, o Options) (rows, equal []Node) {
	w := o.Words
	for i := range c.Topics {
		t := &c.Topics[i]
		name := w.Text("compare.topic." + string(t.Kind))
		if t.Equal {
			if len(t.Old) > 0 {
				equal = append(equal, fact(name, topicValues(t, t.Old, w)...))
			}
			continue
		}
		rows = append(rows, node("pair", word("topic", name),
			children("old", topicValues(t, t.Old, w)...), children("new", topicValues(t, t.New, w)...)))
	}
	if len(c.GoneFindings) > 0 || len(c.NewFindings) > 0 {
		rows = append(rows, node("pair", word("topic", w.Text("compare.topic.findings")),
			children("old", findingLines(c.GoneFindings, o)...), children("new", findingLines(c.NewFindings, o)...)))
	}
	return rows, equal
}

// topicValues are what one of the two has of a topic.
func topicValues(t *inspect.Topic, values []string, w Words) []Node {
	if len(values) == 0 {
		return []Node{node("note", word("", w.Text("compare.nothing")))}
	}
	var nodes []Node
	for _, text := range topicTexts(t, values, w) {
		nodes = append(nodes, node("paragraph", children("", node("value", word("", text)))))
	}
	return nodes
}

// topicTexts says the values of a topic in words, where they are not those of the
// certificate. What comes from it is escaped.
func topicTexts(t *inspect.Topic, values []string, w Words) []string {
	switch t.Kind {
	case inspect.TopicSign, inspect.TopicEncrypt:
		return []string{w.Text("ability." + values[0])}
	case inspect.TopicProfile:
		return []string{w.Text("profile."+values[0]) + ", " + w.Text("generation."+values[1])}
	}
	shown := values[:min(len(values), shownValues)]
	texts := make([]string, len(shown))
	for i, text := range shown {
		switch {
		case t.Kind == inspect.TopicFrom || t.Kind == inspect.TopicUntil:
			text = w.isoDay(text)
		case t.Worded:
			text = w.worded(text)
		}
		texts[i] = Escape(text)
	}
	if more := len(values) - len(shown); more > 0 {
		texts = append(texts, w.Count("fact.more", more))
	}
	return texts
}

// shownValues is how many values of one topic are shown before "and 3 more".
const shownValues = 20

// findingLines are findings with a line each.
func findingLines(findings []lints.Finding, o Options) []Node {
	var nodes []Node
	for i := range findings {
		f := &findings[i]
		title, _ := o.Words.RuleText(f.Rule, "title", f.Title)
		text := o.Words.Text("table.finding", "severity", o.Words.Text("severity."+string(f.Severity)), "title", title)
		nodes = append(nodes, node("paragraph", word("", text)))
	}
	if nodes == nil {
		return []Node{node("note", word("", o.Words.Text("compare.nothing")))}
	}
	return nodes
}

// CompareSentence says in one sentence how two certificates differ.
func CompareSentence(c *inspect.Comparison, w Words) string {
	if c.Same {
		return w.Text("compare.same")
	}
	who := "neither"
	switch {
	case c.SameKey && c.SameAddresses:
		who = "both"
	case c.SameKey:
		who = "key"
	case c.SameAddresses:
		who = "addresses"
	}
	text := w.Text("compare.who." + who)
	add := func(part string) { text = w.Text("compare.and", "a", text, "b", part) }
	if c.Dated {
		add(longer(c, w))
		if gap := gapDays(c); gap > 0 {
			add(w.Count("compare.gap", gap))
		}
	}
	if n := len(c.GoneFindings); n > 0 {
		add(w.Count("compare.gone", n))
	}
	if n := len(c.NewFindings); n > 0 {
		add(w.Count("compare.added", n))
	}
	return text + "."
}

// longer says how much longer the newer certificate is valid than the older one:
// in years where it is about so many.
func longer(c *inspect.Comparison, w Words) string {
	days := int((c.NewUntil.Unix() - c.OldUntil.Unix()) / secondsPerDay)
	years := (days + slack) / daysPerYear
	switch {
	case days == 0:
		return w.Text("compare.same-end")
	case days < 0:
		return w.Count("compare.less", -days)
	case years > 0 && days-years*daysPerYear <= slack:
		return w.Count("compare.years", years)
	}
	return w.Count("compare.days", days)
}

const (
	secondsPerDay = 24 * 60 * 60
	daysPerYear   = 365
	slack         = 5 // days that a year may be off: leap years, and some overlap
)

// gapDays are the days between the two, 0 where they overlap or meet.
func gapDays(c *inspect.Comparison) int {
	return max(0, int((c.NewFrom.Unix()-c.OldUntil.Unix())/secondsPerDay))
}

// between says when both are valid, or neither.
func between(c *inspect.Comparison, w Words) string {
	if !c.Dated {
		return ""
	}
	if c.NewFrom.After(c.OldUntil) {
		if gapDays(c) == 0 {
			return w.Text("compare.meet")
		}
		return w.Text("compare.neither", "from", w.day(c.OldUntil), "until", w.day(c.NewFrom))
	}
	end := c.OldUntil
	if c.NewUntil.Before(end) {
		end = c.NewUntil
	}
	return w.Text("compare.overlap", "from", w.day(c.NewFrom), "until", w.day(end.Truncate(time.Second)))
}

// comparisonOf compares the two certificates of a report, and names the older one
// first. Findings of hidden sources are left out.
func comparisonOf(r *inspect.Report, o Options) (c inspect.Comparison, oldName, newName string, ok bool) {
	pair, names, ok := pairOf(r)
	if !ok || !o.Compare {
		return c, "", "", false
	}
	c = inspect.Compare(pair[0], pair[1])
	if c.Old == pair[1] {
		names[0], names[1] = names[1], names[0]
	}
	hidden := func(f lints.Finding) bool { return o.hides(f.Source) }
	c.GoneFindings, c.NewFindings = slices.DeleteFunc(c.GoneFindings, hidden), slices.DeleteFunc(c.NewFindings, hidden)
	return c, names[0], names[1], true
}
