package web

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

const original = `<!doctype html>
<html lang="en"><head><title>A page</title><meta name="description" content="What it is"><meta name="viewport" content="width=device-width"></head>
<body>
  <p class="x">
    Bread &amp;
    butter <b>now</b>, 12 <br>
  </p>
  <p translate="no">Name <i title="Kept">of it</i></p><p lang="en">Quoted</p>
  <noscript><p>No script</p></noscript>
  <input placeholder="Type" data-done="All done." data-kind="slug" data-word="Done"><script>var Word = "text"</script>
  {{range .List}}<a href="{{.X}}.html">Rule {{.X}}</a>{{if .Y}}, more{{else}}{{.Z}}{{end}}{{end}}
</body></html>`

func TestTexts(t *testing.T) {
	got, err := Texts([]byte(original))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"A page", "What it is", "Bread & butter", "now", "No script", "Type", "All done.", "Done", "Rule {{.X}}", ", more",
	}
	if !slices.Equal(got, want) {
		t.Errorf("texts %q, want %q", got, want)
	}
}

func TestTranslate(t *testing.T) {
	texts := map[string]string{
		"A page": "Eine Seite", "What it is": `Was "es" ist`, "Bread & butter": "Brot & Butter", "now": "<jetzt>", "No script": "Kein Skript",
		"Type": "Tippen", "All done.": "Alles fertig.", "Done": "Fertig", "Rule {{.X}}": "Regel {{.X}}", ", more": ", mehr",
	}
	got, err := Translate([]byte(original), texts)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.NewReplacer(
		"A page", "Eine Seite", "What it is", "Was &#34;es&#34; ist", "Bread &amp;\n    butter", "Brot &amp; Butter", "<b>now", "<b>&lt;jetzt&gt;",
		"No script", "Kein Skript", "Type", "Tippen", "All done.", "Alles fertig.", `"Done"`, `"Fertig"`, "Rule {", "Regel {", ", more", ", mehr",
	).Replace(original)
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	delete(texts, "now")
	if _, err := Translate([]byte(original), texts); err == nil || err.Error() != `no translation of the text "now"` {
		t.Errorf("error %v", err)
	}
}

func TestWords(t *testing.T) {
	files := fstest.MapFS{
		"words/fr.json":         {Data: []byte(`{"b": "deux", "a": "un"}`)},
		"words/de.json":         {Data: []byte(`{"a": "eins"}`)},
		"words/en.json":         {Data: []byte(`{"a": "one"}`)},
		"words/phrases.de.json": {Data: []byte(`{"is empty": "ist leer"}`)},
		"words/rules.de.json":   {Data: []byte(`{"r": {"title": "Titel"}}`)},
	}
	languages, err := Languages(files)
	if err != nil || !slices.Equal(languages, []string{"en", "de", "fr"}) {
		t.Errorf("languages %v, %v", languages, err)
	}
	got, err := Words(files, "de")
	if err != nil || !maps.Equal(got, map[string]string{"a": "eins", "=is empty": "ist leer", "rule.r.title": "Titel"}) {
		t.Errorf("words %v, %v", got, err)
	}
	if fr, err := Words(files, "fr"); err != nil || Lines(fr) != "a\tun\nb\tdeux\n" {
		t.Errorf("lines %q, %v", Lines(fr), err)
	}
	files["words/rules.de.json"] = &fstest.MapFile{Data: []byte("{")}
	if _, err := Words(files, "de"); err == nil || !strings.HasPrefix(err.Error(), "web/words/rules.de.json: ") {
		t.Errorf("error %v", err)
	}
}
