package view_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sealglass/view"
	"sealglass/web"
)

// speaking are the packages whose English texts people read; of the others only
// what the phrases name is looked for.
var speaking = []string{"../cert", "../inspect", "../container", "../smime"}

// notRead are texts of these packages that people don't read by themselves: names
// of algorithms and types, what inputs are recognised by, parts of texts that are
// put together elsewhere, and errors of the command.
var notRead = regexp.MustCompile(`^(container|smime|pkcs12): |with (SHA|SHAKE)-?\d+$|^[A-Z ]+$|^\[[A-Z]+ |^EC |^an? [A-Z][A-Za-z]+$|` +
	`^-----|^<|SSH PRIVATE|^(attribute|trusted) certificate$|^(new )?certificate request$|(private|public) key( block)?$|pkcs #7|ssh2|` +
	`^,? with|^, part|^, \{\} bits|^; and|^ and|^ \(the last| bytes\)$| ms$|: $|^S/MIME BR|^as-of|^profile|^ Nothing in it|^ The password and|\.\{\}$|sealglass`)

var words2 = regexp.MustCompile(`[a-z] [a-z{]|\} [a-z]`)

// TestPhrases: every language has a phrase for every English text that the reader
// and the report say, and each of its phrases stands somewhere in the sources.
func TestPhrases(t *testing.T) {
	languages, err := web.Languages(web.Files)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, dir := range speaking {
		said = append(said, textsIn(t, dir)...)
	}
	everything := strings.Join(append(slices.Clone(said), slices.Concat(
		textsIn(t, "../lints"), textsIn(t, "../lints/zlint"), textsIn(t, "../cmd/sealglass"), textsIn(t, "."))...), "\n")
	for _, lang := range languages[1:] {
		all, err := web.Words(web.Files, lang)
		if err != nil {
			t.Fatal(err)
		}
		w, known := view.ParseWords(web.Lines(all)), map[string]bool{}
		for key, text := range all {
			english, ok := strings.CutPrefix(key, "=")
			if !ok {
				continue
			}
			known[placeNames.ReplaceAllString(english, "{}")] = true
			samePlaces(t, lang, english, text)
			for _, part := range partsOf(english) {
				if !strings.Contains(everything, strings.TrimSpace(part)) {
					t.Errorf("words/phrases.%s.json: %q: %q stands nowhere in the sources", lang, english, part)
				}
			}
		}
		for _, text := range said {
			if !words2.MatchString(text) || notRead.MatchString(text) || known[text] {
				continue
			}
			if _, ok := w.Phrase(strings.ReplaceAll(text, "{}", "7")); !ok {
				t.Errorf("words/phrases.%s.json has nothing for %q", lang, text)
			}
		}
		for _, reason := range []string{"in force from 2027-07-01", "in force until 2027-07-01", "about another role", "issuer not supplied"} {
			if _, ok := w.Phrase(reason); !ok {
				t.Errorf("%s: no phrase for %q", lang, reason)
			}
		}
	}
}

// samePlaces: a phrase and its translation have the same places, each once.
func samePlaces(t *testing.T, lang, english, text string) {
	t.Helper()
	want := places(strings.NewReplacer("{*", "{", "{#", "{", "{=", "{", "{~", "{").Replace(english))
	if got := places(text); !slices.Equal(got, want) {
		t.Errorf("words/phrases.%s.json: %q has the places %v, its translation %v", lang, english, want, got)
	}
}

// partsOf are the texts between the places of a phrase, sentence by sentence: a
// text may be put together from sentences that stand apart.
func partsOf(english string) []string {
	var parts []string
	for _, text := range placeNames.Split(english, -1) {
		parts = append(parts, strings.Split(strings.TrimSuffix(strings.TrimPrefix(text, ". "), "."), ". ")...)
	}
	return parts
}

// textsIn are the texts of a package in the order of its files, with {} for what
// is put between them.
func textsIn(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(dir + "/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %v", dir, err)
	}
	seen := map[string]bool{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec:
				return false
			case ast.Expr:
				if text, ok := joined(n); ok {
					seen[text] = true
					return false
				}
			}
			return true
		})
	}
	return slices.Sorted(maps.Keys(seen))
}

// joined is the text of an expression that joins texts.
func joined(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			text, _ := strconv.Unquote(e.Value)
			return text, true
		}
	case *ast.BinaryExpr:
		left, isText := joined(e.X)
		right, isTextToo := joined(e.Y)
		if e.Op != token.ADD || !isText && !isTextToo {
			return "", false
		}
		if !isText {
			left = "{}"
		}
		if !isTextToo {
			right = "{}"
		}
		return left + right, true
	}
	return "", false
}
