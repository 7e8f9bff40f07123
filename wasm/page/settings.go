//go:build js && wasm

package main

import (
	"time"

	"honnef.co/go/js/dom/v2"

	"sealglass/inspect"
	"sealglass/lints"
	"sealglass/view"
)

// settings are the controls that say how certificates are judged, and whose
// findings are shown.
type settings struct {
	form         *dom.BasicHTMLElement
	profile      *dom.HTMLSelectElement
	asOf         *dom.HTMLSelectElement
	day          *dom.HTMLInputElement
	order        *dom.HTMLSelectElement
	sources      []*dom.HTMLInputElement
	lastJudgedBy inspect.Options
}

func newSettings(in scope) settings {
	s := settings{
		form:    in.byID("settings"),
		profile: &dom.HTMLSelectElement{BasicHTMLElement: in.byID("profile")},
		asOf:    &dom.HTMLSelectElement{BasicHTMLElement: in.byID("as-of")},
		day:     &dom.HTMLInputElement{BasicHTMLElement: in.byID("day")},
		order:   &dom.HTMLSelectElement{BasicHTMLElement: in.byID("order")},
	}
	boxes := s.form.Underlying().Call("querySelectorAll", "[name=source]")
	for i := range boxes.Length() {
		s.sources = append(s.sources, &dom.HTMLInputElement{BasicHTMLElement: element(boxes.Index(i))})
	}
	return s
}

// judging are the options that the controls ask for. A day that is not there
// yet counts as the day of issue.
func (s *settings) judging() inspect.Options {
	o := inspect.Options{AsOf: s.asOf.Value(), Profile: s.profile.Value(), Now: time.Now()}
	if o.AsOf == "day" {
		o.AsOf = s.day.Value()
	}
	for _, box := range s.sources {
		o.Proposals = o.Proposals || box.Value() == string(lints.Draft) && box.Checked()
	}
	return o
}

// groups are the sources behind a box that stands for more than one.
var groups = map[string][]lints.Source{
	"standards": {lints.RFC5280, lints.RFC, lints.ETSI},
	"programs":  {lints.Mozilla, lints.Apple, lints.Gmail, lints.Microsoft, lints.CCADB},
}

// hidden are the sources whose box is not checked.
func (s *settings) hidden() []lints.Source {
	var hidden []lints.Source
	for _, box := range s.sources {
		switch group, ok := groups[box.Value()]; {
		case box.Checked():
		case ok:
			hidden = append(hidden, group...)
		default:
			hidden = append(hidden, lints.Source(box.Value()))
		}
	}
	return hidden
}

// changed judges the certificates anew when that was asked for, and shows the
// result; otherwise only the findings change.
func (p *page) changed(*dom.BasicEvent) {
	s := &p.settings
	day := s.asOf.Value() == "day"
	s.day.Underlying().Set("hidden", !day)
	if day && s.day.Value() == "" {
		s.day.Focus()
		return
	}
	p.batchAgain()
	if p.report == nil {
		return
	}
	options := s.judging()
	last := s.lastJudgedBy
	if options.AsOf == last.AsOf && options.Profile == last.Profile && options.Proposals == last.Proposals {
		p.mount(p.result, view.Result(p.visible(), p.options()))
		return
	}
	s.lastJudgedBy = options
	p.request++
	p.show(inspect.Again(p.report, options), view.Titles)
	p.status.SetTextContent(view.Announcement(p.visible(), p.options()))
}
