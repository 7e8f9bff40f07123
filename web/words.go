package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// Source is the language that everything is written in first. Its folder is the
// top of dist/.
const Source = "en"

// Languages are the tags of the languages that the page speaks: [Source], then
// the others in alphabetical order. Each has its words in words/TAG.json.
func Languages(files fs.FS) ([]string, error) {
	names, err := fs.Glob(files, "words/*.json")
	if err != nil {
		return nil, err
	}
	tags := []string{Source}
	for _, name := range names {
		tag := strings.TrimSuffix(path.Base(name), ".json")
		if tag != Source && !strings.Contains(tag, ".") {
			tags = append(tags, tag)
		}
	}
	slices.Sort(tags[1:])
	return tags, nil
}

// Words are the words of a language as the program reads them, by key. Besides
// those of words/TAG.json a translation has
//
//   - "=" and an English text of the Go sources: what words/phrases.TAG.json says for it,
//   - "rule.", the id of a rule and ".title", ".explanation" or ".remedy": what
//     words/rules.TAG.json says for it.
func Words(files fs.FS, tag string) (map[string]string, error) {
	known, err := Languages(files)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(known, tag) {
		return nil, fmt.Errorf("there are no words in the language %q: write one of %s", tag, strings.Join(known, ", "))
	}
	words := make(map[string]string)
	if err := read(files, "words/"+tag+".json", &words); err != nil || tag == Source {
		return words, err
	}
	phrases, rules := make(map[string]string), make(map[string]map[string]string)
	if err := readIfThere(files, "words/phrases."+tag+".json", &phrases); err != nil {
		return nil, err
	}
	if err := readIfThere(files, "words/rules."+tag+".json", &rules); err != nil {
		return nil, err
	}
	for english, text := range phrases {
		words["="+english] = text
	}
	for id, texts := range rules {
		for part, text := range texts {
			words["rule."+id+"."+part] = text
		}
	}
	return words, nil
}

// Page is a page of web/ in a language.
func Page(files fs.FS, name, tag string) ([]byte, error) {
	markup, err := fs.ReadFile(files, name)
	if err != nil || tag == Source {
		return markup, err
	}
	texts, err := PageTexts(files, tag)
	if err != nil {
		return nil, err
	}
	return Translate(markup, texts)
}

// PageTexts are the translations of the texts of the pages, by the English text;
// see [Translate].
func PageTexts(files fs.FS, tag string) (map[string]string, error) {
	texts := make(map[string]string)
	return texts, readIfThere(files, "words/page."+tag+".json", &texts)
}

// RequirementReasons are the translations of why a requirement is not checked,
// by its id.
func RequirementReasons(files fs.FS, tag string) (map[string]string, error) {
	reasons := make(map[string]string)
	return reasons, readIfThere(files, "words/requirements."+tag+".json", &reasons)
}

// Lines writes words for view.ParseWords, sorted by key: a key, a tab and a text
// in each line.
func Lines(words map[string]string) string {
	var lines strings.Builder
	for _, key := range slices.Sorted(maps.Keys(words)) {
		lines.WriteString(key + "\t" + words[key] + "\n")
	}
	return lines.String()
}

func read(files fs.FS, name string, into any) error {
	content, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(content, into); err != nil {
		return fmt.Errorf("web/%s: %w", name, err)
	}
	return nil
}

func readIfThere(files fs.FS, name string, into any) error {
	err := read(files, name, into)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
