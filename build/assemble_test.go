package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"slices"
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
  <title>A &amp; B</title>
  <meta name="description" content="Drop">
  <link rel="manifest" href="app.webmanifest">
  <link rel="stylesheet" href="style.css">
  <link rel="icon" href="icon.svg">
  <script type="module" src="early.js" data-in="site"></script>
  <script type="module" src="start.js"></script>
  <script type="application/json" id="words">{"old": "words"}</script>
</head>
<body><nav data-languages></nav><p data-in="file">A &amp; B</p><template id="t-a"><p data-slot="x">A &amp; B</p></template>` + sampleShell + `</body>
</html>
`

const sampleStyle = ":root {\n  --ink: black;\n}\np {}"

func sampleSource() fstest.MapFS {
	return fstest.MapFS{
		"index.html":               {Data: []byte(samplePage)},
		"style.css":                {Data: []byte(sampleStyle)},
		"element/card.css":         {Data: []byte(".own {}")},
		"element/define.js":        {Data: []byte("import { build } from '../build.js';\nconst card = build;\nexport { card };\n")},
		"frame/frame.js":           {Data: []byte("import { card } from '../element/define.js';\ncard;\n")},
		"node/sealglass.js":        {Data: []byte("const node = 1;\nexport { node };\n")},
		"sealglass.d.ts":           {Data: []byte("// Types.\n")},
		"report.schema.json":       {Data: []byte("{}")},
		"icon.svg":                 {Data: []byte("<svg/>")},
		"start.js":                 {Data: []byte("import {\n  build,\n} from './build.js';\nimport './wasm_exec.js';\nimport { a } from './a.js';\n")},
		"a.js":                     {Data: []byte("import { b } from './b.js';\nimport './get.js';\nexport const a = b;\n// import './none.js'\n")},
		"b.js":                     {Data: []byte("export const b = 1;\nconst x = import('./later.js');\n")},
		"early.js":                 {Data: []byte("const early = 1;\n")},
		"offline/serviceworker.js": {Data: []byte("// It keeps them.\n")},
		"giveup.js":                {Data: []byte("export const giveUp = 1;\n")},
		"single/check.js":          {Data: []byte("import { giveUp } from '../giveup.js';\n")},
		"single/get.js":            {Data: []byte("import { packed } from './packed.js';\nexport const get = packed;\n")},
		"single/lzma.js":           {Data: []byte("")},
		"get.js":                   {Data: []byte("export const get = 'fetched';\n")},
		"later.js":                 {Data: []byte("")},
		"words/en.json":            {Data: []byte(`{"language": "English", "hello": "Hello </script>"}`)},
		"words/de.json":            {Data: []byte(`{"language": "Deutsch", "hello": "Hallo"}`)},

		"words/page.de.json":         {Data: []byte(`{"A & B": "A & Bä", "Drop": "Ziehen"}`)},
		"words/phrases.de.json":      {Data: []byte(`{"is empty": "ist leer"}`)},
		"words/rules.de.json":        {Data: []byte(`{"a-rule": {"title": "Eine Regel"}}`)},
		"words/requirements.de.json": {Data: []byte(`{"SBR-1": "Grund"}`)},
	}
}

func sampleFiles(t *testing.T, source fstest.MapFS) map[string][]byte {
	t.Helper()
	programs := map[string][]byte{"page.wasm": []byte("the page"), "worker.wasm": []byte("the worker")}
	files, err := assemble(source, programs, []byte("globalThis.Go = 1;"), packLZMA)
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
  <title>A &amp; B</title>
  <meta name="description" content="Drop">
  <link rel="manifest" href="app.webmanifest">
  <link rel="stylesheet" href="style.css" integrity="HASH">
  <link rel="icon" href="icon.svg">
  <link rel="modulepreload" href="build.js" integrity="HASH">
<script type="module" src="early.js" data-in="site" integrity="HASH"></script>
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

// The single file has everything in itself, and its policy names what that is.
func TestSinglePage(t *testing.T) {
	page := string(sampleFiles(t, sampleSource())["de/sealglass.html"])
	scripts := strings.Split(page, `<script type="module">`)
	if len(scripts) != 3 {
		t.Fatalf("%d scripts:\n%s", len(scripts)-1, page)
	}
	check, _, _ := strings.Cut(scripts[1], `</script>`)
	script, _, _ := strings.Cut(scripts[2], `</script>`)
	for _, want := range []string{
		`<html lang="de">`, "script-src 'sha256-" + sha256Base64(check) + "' 'sha256-" + sha256Base64(script) + "' 'wasm-unsafe-eval'", "style-src 'sha256-" + sha256Base64(sampleStyle) + "'", "connect-src 'none'",
		`<style>` + sampleStyle + `</style>`, `<link rel="icon" href="data:image/svg+xml;base64,PHN2Zy8+">`, `<body><nav data-languages></nav><p data-in="file">A &amp; Bä</p><template id="t-a">`,
	} {
		if !strings.Contains(html.UnescapeString(page), html.UnescapeString(want)) {
			t.Errorf("it lacks %s:\n%s", want, page)
		}
	}
	for _, wrong := range []string{" src=", "early", "rel=\"stylesheet", "modulepreload", "alternate", "manifest"} {
		if strings.Contains(page, wrong) {
			t.Errorf("it has %s:\n%s", wrong, page)
		}
	}
	for _, want := range []string{
		"page: { at: 0, bytes: 8 },", "goScript: { at: 8, bytes: 18 },", "workerScript: { at: 26, bytes: 0 },", "worker: { at: 26, bytes: 10 },",
		"const packed = '" + base64.StdEncoding.EncodeToString(packLZMA([]byte("the pageglobalThis.Go = 1;the worker"))) + "';",
	} {
		if !strings.Contains(script, want) {
			t.Errorf("its script lacks %s:\n%s", want, script)
		}
	}
}

func TestSingleScriptHoldsNoMarkup(t *testing.T) {
	source := sampleSource()
	source["a.js"] = &fstest.MapFile{Data: []byte("export const a = '<!-- </script>';\n")}
	_, err := assemble(source, map[string][]byte{"page.wasm": nil, "worker.wasm": nil}, nil, packLZMA)
	if err == nil || !strings.Contains(err.Error(), "the script of the single file holds </script") {
		t.Errorf("error %v", err)
	}
}

func TestLeftOut(t *testing.T) {
	const markup = `<p>a<b data-in="site">b<b>c</b><br></b>d<i data-in="file"><b>e</b></i></p>`
	for single, want := range map[bool]string{false: `<p>a<b data-in="site">b<b>c</b><br></b>d</p>`, true: `<p>ad<i data-in="file"><b>e</b></i></p>`} {
		var left leftOut
		got := ""
		for tokens := html.NewTokenizer(strings.NewReader(markup)); tokens.Next() != html.ErrorToken; {
			raw := string(tokens.Raw())
			if !left.out(tokens.Token(), single) {
				got += raw
			}
		}
		if got != want {
			t.Errorf("single %v: %s, want %s", single, got, want)
		}
	}
}

func sha256Base64(s string) string {
	sum := sha256.Sum256([]byte(s))
	return base64.StdEncoding.EncodeToString(sum[:])
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
		"page: { url: at('page.wasm'), integrity: 'sha256-qv3T8gcmusCZPZSZbABtcFPnKxuPljcaznuntejAb9E=' },",
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
		changed.Data = append(slices.Clone(changed.Data), ' ')
		source[name] = &changed
		if now := sampleFiles(t, source)["build.js"]; bytes.Equal(first, now) {
			t.Errorf("%s changed, and the version did not", name)
		}
	}
}

func TestAssembleNamesWhatIsMissing(t *testing.T) {
	tests := []struct{ file, content, want string }{
		{"early.js", "import './none.js';", "web/early.js imports none.js: no such file"},
		{"start.js", "import './none.js';\n", "cannot join none.js, which start.js import"},
		{"index.html", `<head><script src="none.js"></script></head>` + sampleShell, `<script src="none.js">: no such file in web/`},
		{"words/en.json", "{", "web/words/en.json: unexpected end"},
		{"words/page.de.json", "{}", `web/index.html in "de": no translation of the text "A & B"`},
	}
	for _, test := range tests {
		source := sampleSource()
		source[test.file] = &fstest.MapFile{Data: []byte(test.content)}
		_, err := assemble(source, map[string][]byte{"page.wasm": nil, "worker.wasm": nil}, nil, packLZMA)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want one that says %q", test.file, err, test.want)
		}
	}
}
