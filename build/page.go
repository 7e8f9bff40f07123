package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"sealglass/web"
)

// pageWriter copies a page's markup and adds what only the build knows.
type pageWriter struct {
	bytes.Buffer
	name      string // of the page, without the folder of its language
	lang      language
	languages []language
	prefix    string // from the page to the top of dist/: "" or "../"
	files     map[string][]byte
	inWords   bool // between the tags of the words' data block
	preloaded bool
	single    *inlined // what the page has in itself, or nil
	left      leftOut
}

// writePage is a page in one language: the policy first in <head>, the language
// on <html>, links to the page in the others, the words in the element #words,
// and an integrity attribute wherever the page names a script or a style sheet.
// Its markup is in that language already.
func writePage(markup []byte, name string, lang language, languages []language, files map[string][]byte) ([]byte, error) {
	w := &pageWriter{name: name, lang: lang, languages: languages, files: files}
	w.prefix = strings.Repeat("../", strings.Count(lang.path(name), "/"))
	return w.page(markup)
}

func (w *pageWriter) page(markup []byte) ([]byte, error) {
	var modules []string
	if w.single == nil {
		var err error
		if modules, err = importedModules(markup, w.files); err != nil {
			return nil, err
		}
	}
	tokens := html.NewTokenizer(bytes.NewReader(markup))
	for {
		kind := tokens.Next()
		raw := bytes.Clone(tokens.Raw())
		if kind == html.ErrorToken {
			return w.Bytes(), nil
		}
		if err := w.token(tokens.Token(), raw, modules); err != nil {
			return nil, err
		}
	}
}

func (w *pageWriter) token(token html.Token, raw []byte, modules []string) error {
	starts := token.Type == html.StartTagToken || token.Type == html.SelfClosingTagToken
	switch {
	case w.left.out(token, w.single != nil):
	case starts && token.DataAtom == atom.Html:
		setAttr(&token, "lang", w.lang.tag)
		w.WriteString(token.String())
	case starts && token.DataAtom == atom.Head:
		w.Write(raw)
		w.WriteString("\n" + html.Token{Type: html.StartTagToken, Data: "meta", Attr: []html.Attribute{
			{Key: "http-equiv", Val: "Content-Security-Policy"}, {Key: "content", Val: w.policy()},
		}}.String())
	case w.single != nil && starts && w.single.inline(&w.Buffer, token):
	case w.single != nil && token.Type == html.EndTagToken && token.DataAtom == atom.Body:
		fmt.Fprintf(w, "<script type=\"module\">%s</script>\n%s", w.single.script, raw)
	case token.Type == html.EndTagToken && token.DataAtom == atom.Head:
		w.alternates()
		w.Write(raw)
	case starts && hasAttr(token, "data-languages"):
		w.Write(raw)
		w.languageLinks()
	case starts && attr(token, "id") == "words":
		w.inWords = true
		w.Write(raw)
	case token.Type == html.EndTagToken && w.inWords:
		w.inWords = false
		return w.fillWords(raw)
	case w.inWords: // what stands there in web/
	case starts && token.DataAtom == atom.Script:
		w.preload(modules)
		return w.asset(token, raw, "src")
	case starts && attr(token, "rel") == "manifest": // lies beside the page
		w.Write(raw)
	case starts && token.DataAtom == atom.Link:
		return w.asset(token, raw, "href")
	default:
		w.Write(raw)
	}
	return nil
}

// fillWords writes the words, and the end tag of the data block that holds them.
func (w *pageWriter) fillWords(end []byte) error {
	words, err := json.Marshal(w.lang.words) // escapes < and >
	if err != nil {
		return err
	}
	w.Write(words)
	w.Write(end)
	return nil
}

func (w *pageWriter) policy() string {
	if w.single != nil {
		return w.single.policy()
	}
	return web.CSP
}

// alternates name the page in each language, for search engines and readers. The
// single file may lie anywhere.
func (w *pageWriter) alternates() {
	if w.single != nil {
		return
	}
	for _, l := range w.languages {
		fmt.Fprintf(w, "<link rel=\"alternate\" hreflang=\"%s\" href=\"%s\">\n", l.tag, w.prefix+l.path(w.name))
	}
	fmt.Fprintf(w, "<link rel=\"alternate\" hreflang=\"x-default\" href=\"%s\">\n", w.prefix+w.name)
}

// languageLinks lead to the page in the other languages, by the names that these
// have for themselves. They carry nothing of what is on the page.
func (w *pageWriter) languageLinks() {
	for _, l := range w.languages {
		name := html.EscapeString(l.words["language"])
		if l.tag == w.lang.tag {
			fmt.Fprintf(w, "<span aria-current=\"true\">%s</span>", name)
		} else {
			fmt.Fprintf(w, "<a href=\"%s\" hreflang=\"%[2]s\" lang=\"%[2]s\">%s</a>", w.prefix+l.path(w.name), l.tag, name)
		}
	}
}

// preload names the modules that other modules import, before the first script:
// an import statement has no place for a hash, a modulepreload has.
func (w *pageWriter) preload(modules []string) {
	if w.preloaded {
		return
	}
	w.preloaded = true
	for _, name := range modules {
		fmt.Fprintf(w, "<link rel=\"modulepreload\" href=\"%s\" integrity=\"%s\">\n", w.prefix+name, integrity(w.files[name]))
	}
}

// asset writes a tag that names a file of the page.
func (w *pageWriter) asset(token html.Token, raw []byte, key string) error {
	name := attr(token, key)
	if name == "" {
		w.Write(raw)
		return nil
	}
	content, ok := w.files[name]
	if !ok {
		return fmt.Errorf("<%s %s=%q>: no such file in web/", token.Data, key, name)
	}
	setAttr(&token, key, w.prefix+name)
	if token.DataAtom == atom.Script || attr(token, "rel") == "stylesheet" {
		setAttr(&token, "integrity", integrity(content))
	}
	w.WriteString(token.String())
	return nil
}

func hasAttr(token html.Token, key string) bool {
	return slices.ContainsFunc(token.Attr, func(a html.Attribute) bool { return a.Key == key })
}

func attr(token html.Token, key string) string {
	for _, a := range token.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func setAttr(token *html.Token, key, value string) {
	for i := range token.Attr {
		if token.Attr[i].Key == key {
			token.Attr[i].Val = value
			return
		}
	}
	token.Attr = append(token.Attr, html.Attribute{Key: key, Val: value})
}

// importStatement finds the static imports of a module.
var importStatement = regexp.MustCompile(`(?m)^\s*(?:import|export)\b[^;'"]*['"](\./[^'"]+)['"]`)

// importedModules lists, sorted, the modules that the page's module scripts
// import, directly or through others.
func importedModules(markup []byte, files map[string][]byte) ([]string, error) {
	var queue, found []string
	tokens := html.NewTokenizer(bytes.NewReader(markup))
	for tokens.Next() != html.ErrorToken {
		token := tokens.Token()
		if token.Type == html.StartTagToken && token.DataAtom == atom.Script && attr(token, "type") == "module" {
			queue = append(queue, attr(token, "src"))
		}
	}
	for len(queue) > 0 {
		name := queue[0]
		queue = queue[1:]
		for _, match := range importStatement.FindAllSubmatch(files[name], -1) {
			imported := path.Join(path.Dir(name), string(match[1]))
			if _, ok := files[imported]; !ok {
				return nil, fmt.Errorf("web/%s imports %s: no such file", name, imported)
			}
			if !slices.Contains(found, imported) {
				found = append(found, imported)
				queue = append(queue, imported)
			}
		}
	}
	slices.SortFunc(found, strings.Compare)
	return found, nil
}
