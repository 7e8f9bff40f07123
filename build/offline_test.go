package main

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// The service worker keeps all that the pages are made of, by their hashes, and
// nothing else.
func TestServiceWorker(t *testing.T) {
	files := sampleFiles(t, sampleSource())
	script := string(files["serviceworker.js"])
	_, list, _ := strings.Cut(script, "const files = ")
	list, rest, _ := strings.Cut(list, ";\n")
	var kept map[string]string
	if err := json.Unmarshal([]byte(list), &kept); err != nil {
		t.Fatalf("%v:\n%s", err, script)
	}
	want := map[string]string{"": hashSource(files["index.html"]), "de/": hashSource(files["de/index.html"])}
	for _, name := range []string{
		"app.webmanifest", "build.js", "de/app.webmanifest", "early.js", "icon.svg",
		"page.wasm", "start.js", "style.css", "wasm_exec.js", "worker.js", "worker.wasm",
	} {
		want[name] = hashSource(files[name])
	}
	if !reflect.DeepEqual(kept, want) {
		t.Errorf("it keeps\n%v\nwant\n%v", kept, want)
	}
	if rest != "\n// It keeps them.\n" {
		t.Errorf("behind the list stands %q", rest)
	}
	version, _, _ := strings.Cut(strings.TrimPrefix(script, "// Written by the build.\nconst version = '"), "'")
	if !strings.Contains(string(files["build.js"]), "version: '"+version+"'") {
		t.Errorf("its version is %q, which is not that of build.js:\n%s", version, files["build.js"])
	}
}

func TestWebManifest(t *testing.T) {
	files := sampleFiles(t, sampleSource())
	var got webManifest
	if err := json.Unmarshal(files["de/app.webmanifest"], &got); err != nil {
		t.Fatal(err)
	}
	want := webManifest{
		Name: "A & Bä", ShortName: "Sealglass", Description: "Ziehen", Lang: "de", StartURL: "./", Scope: "./../", Display: "standalone",
		Icons: []manifestIcon{{"./../icon.svg", "any", "image/svg+xml"}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
	if !strings.Contains(string(files["app.webmanifest"]), `"scope": "./"`) {
		t.Errorf("the English one: %s", files["app.webmanifest"])
	}
}
