package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"

	"sealglass/view"
	"sealglass/web"
)

// words is the catalogue of a language, by its tag: "en".
func words(lang string) (view.Words, error) {
	files, err := fs.Glob(web.Files, "words/*.json")
	if err != nil {
		return view.Words{}, err
	}
	var known []string
	for _, name := range files {
		tag := strings.TrimSuffix(strings.TrimPrefix(name, "words/"), ".json")
		if tag == lang {
			return readWords(name)
		}
		known = append(known, tag)
	}
	return view.Words{}, fmt.Errorf("there are no words in the language %q: write one of %s", lang, strings.Join(known, ", "))
}

func readWords(name string) (view.Words, error) {
	data, err := web.Files.ReadFile(name)
	if err != nil {
		return view.Words{}, err
	}
	var catalogue map[string]string
	if err := json.Unmarshal(data, &catalogue); err != nil {
		return view.Words{}, fmt.Errorf("%s: %w", name, err)
	}
	var lines strings.Builder
	for key, text := range catalogue {
		lines.WriteString(key + "\t" + text + "\n")
	}
	return view.ParseWords(lines.String()), nil
}
