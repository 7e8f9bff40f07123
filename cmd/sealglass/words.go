package main

import (
	"sealglass/view"
	"sealglass/web"
)

// words is the catalogue of a language, by its tag: "en".
func words(lang string) (view.Words, error) {
	catalogue, err := web.Words(web.Files, lang)
	return view.ParseWords(web.Lines(catalogue)), err
}
