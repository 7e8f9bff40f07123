package main

import (
	"encoding/pem"
	"slices"

	"sealglass/lints/examples"
)

// shownExample is an example on a rule's page.
type shownExample struct {
	*examples.Example
	Says  string // what the rule does with it
	Found []examples.Place
	Files []exampleFile
}

// exampleFile is a certificate, list or response to copy.
type exampleFile struct{ Name, PEM string }

// shown is an example with what the rule says of it.
func (p rulePage) shown(e *examples.Example, says string) *shownExample {
	w := p.words
	s := &shownExample{Example: e, Says: says, Found: slices.Clone(e.Found)}
	for i := range s.Found {
		s.Found[i].Got, _ = w.Phrase(s.Found[i].Got)
	}
	if e.AsOf != "" {
		s.Says += " " + w.Text("book.judged-as-of", "day", w.Day(e.AsOf))
	}
	if e.Known {
		s.Says += " " + w.Text("book.known")
	}
	for _, f := range []struct{ key, input string }{
		{p.Judges, e.Input}, {"issuer", e.Issuer}, {"leaf", e.Leaf}, {"covered", e.Covered}, {"responder", e.Responder},
	} {
		if in, ok := p.examples.Inputs[f.input]; ok {
			s.Files = append(s.Files, exampleFile{
				w.Text("book.file." + f.key), string(pem.EncodeToMemory(&pem.Block{Type: in.Label, Bytes: in.DER})),
			})
		}
	}
	return s
}
