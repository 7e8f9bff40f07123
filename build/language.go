package main

import (
	"io/fs"

	"sealglass/web"
)

// language is one language of the page, with all that is said in it.
type language struct {
	tag     string            // "en"
	words   map[string]string // of the program
	texts   map[string]string // of the pages, by the English text; none for English
	reasons map[string]string // why a requirement is not checked, by its id; none for English
}

// readLanguages reads the words of every language, English first.
func readLanguages(source fs.FS) ([]language, error) {
	tags, err := web.Languages(source)
	if err != nil {
		return nil, err
	}
	languages := make([]language, len(tags))
	for i, tag := range tags {
		l := language{tag: tag}
		if l.words, err = web.Words(source, tag); err != nil {
			return nil, err
		}
		if l.texts, err = web.PageTexts(source, tag); err != nil {
			return nil, err
		}
		if l.reasons, err = web.RequirementReasons(source, tag); err != nil {
			return nil, err
		}
		languages[i] = l
	}
	return languages, nil
}

// path is where a page lies in dist/: English at the top, every other language
// in its own folder.
func (l *language) path(name string) string {
	if l.tag == web.Source {
		return name
	}
	return l.tag + "/" + name
}

// translate writes a page, or a template of pages, in the language.
func (l *language) translate(markup []byte) ([]byte, error) {
	if l.tag == web.Source {
		return markup, nil
	}
	return web.Translate(markup, l.texts)
}
