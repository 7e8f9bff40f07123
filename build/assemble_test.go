package main

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
)

// sampleShell is what an element takes of the page.
const sampleShell = `<form id="zone">Drop <ul id="examples"></ul></form><i id="settings"></i><i id="status"></i><i id="result"></i><template id="card-notes"></template>`

const samplePage = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <link rel="stylesheet" href="style.css">
  <link rel="icon" href="icon.svg">
  <script type="module" src="start.js"></script>
  <script type="application/json" id="words">{"old": "words"}</script>
</head>
<body><nav data-languages></nav><template id="t-a"><p data-slot="x">A &amp; B</p></template>` + sampleShell + `</body>
</html>
`

func sampleSource() fstest.MapFS {
	return fstest.MapFS{
		"index.html":         {Data: []byte(samplePage)},
		"style.css":          {Data: []byte(":root {\n  --ink: black;\n}\np {}")},
		"element/card.css":   {Data: []byte(".own {}")},
		"element/define.js":  {Data: []byte("import { build } from '../build.js';\nconst card = build;\nexport { card };\n")},
		"frame/frame.js":     {Data: []byte("import { card } from '../element/define.js';\ncard;\n")},
		"node/sealglass.js":  {Data: []byte("const node = 1;\nexport { node };\n")},
		"sealglass.d.ts":     {Data: []byte("// Types.\n")},
		"report.schema.json": {Data: []byte("{}")},
		"icon.svg":           {Data: []byte("<svg/>")},
		"start.js":           {Data: []byte("import {\n  build,\n} from './build.js';\nimport './wasm_exec.js';\nimport { a } from './a.js';\n")},
		"a.js":               {Data: []byte("export * from './b.js';\n// import './none.js'\n")},
		"b.js":               {Data: []byte("const x = await import('./later.js');\n")},
		"later.js":           {Data: []byte("")},
		"words/en.json":      {Data: []byte(`{"language": "English", "hello": "Hello </script>"}`)},
		"words/de.json":      {Data: []byte(`{"language": "Deutsch", "hello": "Hallo"}`)},

		"words/page.de.json":         {Data: []byte(`{"A & B": "A & Bä", "Drop": "Ziehen"}`)},
		"words/phrases.de.json":      {Data: []byte(`{"is empty": "ist leer"}`)},
		"words/rules.de.json":        {Data: []byte(`{"a-rule": {"title": "Eine Regel"}}`)},
		"words/requirements.de.json": {Data: []byte(`{"SBR-1": "Grund"}`)},
	}
}

func sampleFiles(t *testing.T, source fstest.MapFS) map[string][]byte {
	t.Helper()
	programs := map[string][]byte{"page.wasm": []byte("the page"), "worker.wasm": []byte("the worker")}
	files, err := assemble(source, programs, []byte("globalThis.Go = 1;"))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestPage(t *testing.T) {
	got := string(sampleFiles(t, sampleSource())["index.html"])
	want := `<!doctype html>
<html lang="en">
<head>
<meta http-equiv="Content-Security-Policy" content="POLICY">
  <meta charset="utf-8">
  <link rel="stylesheet" href="style.css" integrity="HASH">
  <link rel="icon" href="icon.svg">
  <link rel="modulepreload" href="a.js" integrity="HASH">
<link rel="modulepreload" href="b.js" integrity="HASH">
<link rel="modulepreload" href="build.js" integrity="HASH">
<link rel="modulepreload" href="wasm_exec.js" integrity="HASH">
<script type="module" src="start.js" integrity="HASH"></script>
  <script type="application/json" id="words">{"hello":"Hello \u003c/script\u003e","language":"English"}</script>
<link rel="alternate" hreflang="en" href="index.html">
<link rel="alternate" hreflang="de" href="de/index.html">
<link rel="alternate" hreflang="x-default" href="index.html">
</head>
<body><nav data-languages><span aria-current="true">English</span><a href="de/index.html" hreflang="de" lang="de">Deutsch</a></nav><template id="t-a"><p data-slot="x">A &amp; B</p></template>` + sampleShell + `</body>
</html>
`
	for _, hide := range []struct{ from, to, as string }{
		{`integrity="sha384-`, `"`, `integrity="HASH"`},
		{`content="default-src`, `"`, `content="POLICY"`},
	} {
		got = replaceBetween(got, hide.from, hide.to, hide.as)
	}
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// replaceBetween replaces every stretch from one text to the next other one.
func replaceBetween(s, from, to, with string) string {
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(s, from)
		out.WriteString(before)
		if !found {
			return out.String()
		}
		out.WriteString(with)
		_, s, _ = strings.Cut(rest, to)
	}
}

func TestPageInAnotherLanguage(t *testing.T) {
	files := sampleFiles(t, sampleSource())
	page := string(files["de/index.html"])
	for _, want := range []string{
		`<html lang="de">`, `href="../style.css"`, `src="../start.js"`, `href="../icon.svg"`,
		`<link rel="modulepreload" href="../build.js"`, `>{"=is empty":"ist leer","hello":"Hallo","language":"Deutsch","rule.a-rule.title":"Eine Regel"}<`,
		`>A &amp; Bä<`, `<a href="../index.html" hreflang="en" lang="en">English</a><span aria-current="true">Deutsch</span>`,
		`<link rel="alternate" hreflang="de" href="../de/index.html">`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("de/index.html lacks %s", want)
		}
	}
}

func TestIntegrity(t *testing.T) {
	// printf ':root {\n  --ink: black;\n}\np {}' | openssl dgst -sha384 -binary | base64
	const want = "sha384-ARXJjGJ244IODIrSErwKcQMqQVxthSU1R8y6eS1MmD85AK1MBkRxGCT1mMJ7yXIk"
	page := sampleFiles(t, sampleSource())["index.html"]
	tokens := html.NewTokenizer(bytes.NewReader(page))
	for tokens.Next() != html.ErrorToken {
		if token := tokens.Token(); attr(token, "href") == "style.css" {
			if got := attr(token, "integrity"); got != want {
				t.Errorf("integrity of style.css is %s, want %s", got, want)
			}
			return
		}
	}
	t.Error("no style sheet")
}

func TestBuildModule(t *testing.T) {
	module := string(sampleFiles(t, sampleSource())["build.js"])
	for _, want := range []string{
		// printf 'the page' | openssl dgst -sha256 -binary | base64
		"page: { url: at('page.wasm'), integrity: 'sha256-qv3T8gcmusCZPZSZbABtcFPnKxuPljcaznuntejAb9E=', bytes: 8 },",
		"worker: { url: at('worker.wasm'), integrity: 'sha256-",
		"workerScript: { url: at('worker.js'), integrity: 'sha256-",
		"goScript: { url: at('wasm_exec.js'), integrity: 'sha256-",
	} {
		if !strings.Contains(module, want) {
			t.Errorf("build.js lacks %s:\n%s", want, module)
		}
	}
}

// The version names one exact build: it changes with anything that the page is
// made from.
func TestVersion(t *testing.T) {
	first := sampleFiles(t, sampleSource())["build.js"]
	if again := sampleFiles(t, sampleSource())["build.js"]; !bytes.Equal(first, again) {
		t.Errorf("two builds of the same sources differ:\n%s\n%s", first, again)
	}
	for name := range sampleSource() {
		source := sampleSource()
		changed := *source[name]
		changed.Data = append([]byte(" "), changed.Data...)
		source[name] = &changed
		if now := sampleFiles(t, source)["build.js"]; bytes.Equal(first, now) {
			t.Errorf("%s changed, and the version did not", name)
		}
	}
}

func TestAssembleNamesWhatIsMissing(t *testing.T) {
	tests := []struct{ file, content, want string }{
		{"start.js", "import './none.js';", "web/start.js imports none.js: no such file"},
		{"index.html", `<head><script src="none.js"></script></head>` + sampleShell, `<script src="none.js">: no such file in web/`},
		{"words/en.json", "{", "web/words/en.json: unexpected end"},
		{"words/page.de.json", "{}", `web/index.html in "de": no translation of the text "A & B"`},
	}
	for _, test := range tests {
		source := sampleSource()
		source[test.file] = &fstest.MapFile{Data: []byte(test.content)}
		_, err := assemble(source, map[string][]byte{"page.wasm": nil, "worker.wasm": nil}, nil)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want one that says %q", test.file, err, test.want)
		}
	}
}
