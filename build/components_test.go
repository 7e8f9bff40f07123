package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// linkedModule is a module in what Go's linker writes into a program about itself.
var linkedModule = regexp.MustCompile(`\ndep\t([^\t\n]+)\t([^\t\n]+)`)

// TestComponentsAreWhatTheProgramsSay compares the lists of components with the
// modules that each program names itself, and both documents with the list.
func TestComponentsAreWhatTheProgramsSay(t *testing.T) {
	root := projectRoot(t)
	p, err := preparePatch(root)
	if err != nil {
		t.Fatal(err)
	}
	programs, err := compile(root, p, "")
	if err != nil {
		t.Fatal(err)
	}
	files := maps.Clone(programs)
	files["wasm_exec.js"], files["rules.json"] = []byte("a"), []byte("b")
	list, err := addNotices(root, p, files)
	if err != nil {
		t.Fatal(err)
	}
	if files["sbom.cdx.json"], err = sbom(files, list); err != nil {
		t.Fatal(err)
	}
	var document bom
	decoder := json.NewDecoder(bytes.NewReader(files["sbom.cdx.json"]))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&document); err != nil {
		t.Fatal(err)
	}
	component := bomComponents(t, &document, files)
	for name, program := range programs {
		want := []string{component["Go"].Ref}
		for _, match := range linkedModule.FindAllSubmatch(program, -1) {
			if isStub(string(match[1])) {
				continue
			}
			want = append(want, fmt.Sprintf("pkg:golang/%s@%s", match[1], match[2]))
		}
		if len(want) < 2 {
			t.Fatalf("%s names no module", name)
		}
		slices.Sort(want)
		if got := modulesIn(&document, name); !slices.Equal(got, slices.Compact(want)) {
			t.Errorf("%s: the list has\n%q\nthe program names\n%q", name, got, want)
		}
	}
	for _, text := range []string{
		"Mozilla Public License", "Creative Commons Attribution 4.0", "Copyright 2009 The Go Authors",
		"Copyright (c) 2019 Cloudflare", "Version 2.0, January 2004", "Permission is hereby granted, free of charge",
	} {
		if !bytes.Contains(files["NOTICES.txt"], []byte(text)) {
			t.Errorf("NOTICES.txt lacks %q", text)
		}
	}
	for _, name := range []string{"NOTICES.txt", "sbom.cdx.json"} {
		for _, place := range []string{root, runGo(t, nil, "env", "GOMODCACHE")[0], ".cache"} {
			if bytes.Contains(files[name], []byte(place)) {
				t.Errorf("%s names a folder of this machine: %s", name, place)
			}
		}
		again := maps.Clone(files)
		list, err := addNotices(root, p, again)
		if err != nil {
			t.Fatal(err)
		}
		again["sbom.cdx.json"], err = sbom(again, list)
		if err != nil || !bytes.Equal(again[name], files[name]) {
			t.Errorf("%s is another one the second time (%v)", name, err)
		}
	}
	for name, c := range component {
		if c.Type != "file" && !bytes.Contains(files["NOTICES.txt"], []byte("\n"+strings.TrimSpace(name+" "+c.Version)+": ")) {
			t.Errorf("NOTICES.txt lacks %s", name)
		}
	}
}

// bomComponents are the components by name; it says what is wrong with the list.
func bomComponents(t *testing.T, document *bom, files map[string][]byte) map[string]bomComponent {
	t.Helper()
	component := make(map[string]bomComponent)
	refs := map[string]bool{document.Metadata.Component.Ref: true}
	for _, c := range document.Components {
		component[c.Name] = c
		if refs[c.Ref] {
			t.Errorf("%s is there twice", c.Ref)
		}
		refs[c.Ref] = true
		if len(c.Licenses) != 1 || c.Licenses[0].Expression == "" || c.Type == "library" && (c.Version == "" || c.PURL == "") {
			t.Errorf("incomplete: %+v", c)
		}
		if c.Type == "file" && c.Hashes[0].Content != fmt.Sprintf("%x", sha256.Sum256(files[c.Name])) {
			t.Errorf("%s has another hash", c.Name)
		}
	}
	held := make(map[string]bool)
	for _, d := range document.Dependencies {
		for _, ref := range append(d.DependsOn, d.Ref) {
			held[ref] = held[ref] || ref != d.Ref
			if !refs[ref] {
				t.Errorf("%s is no component", ref)
			}
		}
	}
	for ref := range refs {
		if ref != document.Metadata.Component.Ref && !held[ref] {
			t.Errorf("%s is in no file", ref)
		}
	}
	return component
}

// modulesIn are the package URLs of what a file is made of, sorted.
func modulesIn(document *bom, name string) []string {
	var found []string
	for _, d := range document.Dependencies {
		for _, ref := range d.DependsOn {
			if d.Ref == name && strings.HasPrefix(ref, "pkg:") {
				found = append(found, ref)
			}
		}
	}
	slices.Sort(found)
	return found
}

func TestLicences(t *testing.T) {
	const apache, mit = "Apache License\n    Version 2.0, January 2004", "Permission is hereby granted, free\nof charge, to any person obtaining a copy"
	for want, texts := range map[string][]string{
		"Apache-2.0":         {apache},
		"Apache-2.0 AND MIT": {mit, apache},
		"BSD-3-Clause":       {"Neither the name of X nor", "Additional IP Rights Grant"},
	} {
		if got, err := spdx(texts); err != nil || got != want {
			t.Errorf("%q: %s, %v; want %s", texts, got, err, want)
		}
	}
	if got, err := spdx([]string{"All rights reserved."}); err == nil {
		t.Errorf("a licence that nobody has looked at is called %s", got)
	}
}
