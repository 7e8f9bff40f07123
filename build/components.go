package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// component is somebody else's work that is in dist/.
type component struct {
	name     string // path of the module, or a name
	version  string
	purl     string   // package URL; empty for data
	holders  []string // the files of dist/ that it is in
	licence  string   // SPDX expression
	licences []string // texts
}

// addNotices adds NOTICES.txt, and returns what it is about.
func addNotices(root string, p patch, files map[string][]byte) ([]component, error) {
	list, err := components(root, p)
	if err != nil {
		return nil, err
	}
	own, err := os.ReadFile(filepath.Join(root, "LICENSE"))
	if err != nil {
		return nil, fmt.Errorf("build: %w", err)
	}
	files["NOTICES.txt"] = notices(own, list)
	return list, nil
}

// components lists what the two programs are made of besides our own code, as
// the go command says, and the data of others in them.
func components(root string, p patch) ([]component, error) {
	golang, err := goComponent(root)
	if err != nil {
		return nil, err
	}
	modules := make(map[string]*component)
	for _, program := range programNames {
		args := append([]string{"list", "-deps", "-f", moduleFormat}, p.flags(program)...)
		out, err := goOutput(root, append(args, "./wasm/"+program)...)
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(out) {
			if err := addPackage(modules, program+".wasm", strings.Split(strings.TrimSpace(line), "\t")); err != nil {
				return nil, err
			}
		}
	}
	data, err := dataComponents(root)
	if err != nil {
		return nil, err
	}
	list := append([]component{golang}, data...)
	for _, c := range modules {
		if c.licence, err = spdx(c.licences); err != nil {
			return nil, fmt.Errorf("build: %s %s: %w", c.name, c.version, err)
		}
		list = append(list, *c)
	}
	slices.SortFunc(list, func(a, b component) int { return strings.Compare(a.name, b.name) })
	return list, nil
}

// moduleFormat makes a line of each package of a module that is not ours.
const moduleFormat = `{{with .Module}}{{if not .Main}}{{.Path}}	{{.Version}}	{{.Dir}}	{{$.Dir}}{{end}}{{end}}`

// addPackage adds a package's module to the modules, and the licences that lie
// beside the package and above it.
func addPackage(modules map[string]*component, holder string, fields []string) error {
	if len(fields) != 4 {
		return nil // an empty line: ours, or of the standard library
	}
	name, version, top, dir := fields[0], fields[1], fields[2], fields[3]
	if isStub(name) {
		return nil // ours, in the place of the module
	}
	c := modules[name]
	if c == nil {
		c = &component{name: name, version: version, purl: "pkg:golang/" + name + "@" + version}
		modules[name] = c
	}
	if !slices.Contains(c.holders, holder) {
		c.holders = append(c.holders, holder)
	}
	for ; strings.HasPrefix(dir, top); dir = filepath.Dir(dir) {
		texts, err := licencesIn(dir)
		if err != nil {
			return err
		}
		for _, text := range texts {
			if !slices.Contains(c.licences, text) {
				c.licences = append(c.licences, text)
			}
		}
	}
	slices.Sort(c.licences)
	return nil
}

var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)(\.txt|\.md)?$`)

// licencesIn are the texts in a folder that must go along with its code.
func licencesIn(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("build: %w", err)
	}
	var texts []string
	for _, entry := range entries {
		if entry.IsDir() || !licenceFile.MatchString(entry.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		if err != nil {
			return nil, fmt.Errorf("build: %w", err)
		}
		texts = append(texts, string(text))
	}
	return texts, nil
}

// goComponent is Go itself: its runtime and standard library, and the script that
// starts its programs.
func goComponent(root string) (component, error) {
	env, err := goOutput(root, "env", "GOVERSION", "GOROOT")
	if err != nil {
		return component{}, err
	}
	release, goroot, _ := strings.Cut(env, "\n")
	texts, err := licencesIn(goroot)
	if err != nil {
		return component{}, err
	}
	version := strings.TrimPrefix(release, "go")
	c := component{
		name: "Go", version: version, purl: "pkg:golang/std@" + version,
		holders: []string{"page.wasm", "worker.wasm", "wasm_exec.js"}, licences: texts,
	}
	if c.licence, err = spdx(texts); err != nil {
		return component{}, fmt.Errorf("build: Go in %s: %w", goroot, err)
	}
	return c, nil
}

// publicSuffixes is the notice of a list that is in two of zlint's modules, which
// say where it is from and not under what licence.
const publicSuffixes = `The list of public suffixes in golang.org/x/net/publicsuffix and in
github.com/weppos/publicsuffix-go is made from https://publicsuffix.org/list/

This Source Code Form is subject to the terms of the Mozilla Public License, v.
2.0. If a copy of the MPL was not distributed with this file, You can obtain one
at https://mozilla.org/MPL/2.0/.
`

// quoted is the notice of what the rules quote.
const quoted = `The quotes in the rules' pages and in rules.json are from the Baseline Requirements for
the Issuance and Management of Publicly-Trusted S/MIME Certificates by the
CA/Browser Forum, under the Creative Commons Attribution 4.0 International licence,
https://creativecommons.org/licenses/by/4.0/
`

// dataComponents are works that come as data and not as a module.
func dataComponents(root string) ([]component, error) {
	notice, err := os.ReadFile(filepath.Join(root, "roots", "NOTICE"))
	if err != nil {
		return nil, fmt.Errorf("build: %w", err)
	}
	return []component{
		{name: "Mozilla's list of roots for email", holders: []string{"worker.wasm"}, licence: "MPL-2.0", licences: []string{string(notice)}},
		{name: "Public Suffix List", holders: []string{"worker.wasm"}, licence: "MPL-2.0", licences: []string{publicSuffixes}},
		{name: "S/MIME Baseline Requirements", holders: []string{"rules.json", "rules/"}, licence: "CC-BY-4.0", licences: []string{quoted}},
	}, nil
}

// knownLicences are the licences that the build knows, by a sentence of each.
var knownLicences = []struct{ id, sentence string }{
	{"Apache-2.0", "Apache License Version 2.0"},
	{"BSD-3-Clause", "Neither the name of"},
	{"MIT", "Permission is hereby granted, free of charge, to any person obtaining a copy"},
}

// spdx is what the texts are, as an SPDX expression. Code under a licence that
// the build does not know must be looked at by somebody first.
func spdx(texts []string) (string, error) {
	all := strings.Join(strings.Fields(strings.Join(texts, "\n")), " ")
	var found []string
	for _, licence := range knownLicences {
		if strings.Contains(all, licence.sentence) {
			found = append(found, licence.id)
		}
	}
	if len(found) == 0 {
		return "", fmt.Errorf("no licence that build/components.go knows")
	}
	return strings.Join(found, " AND "), nil
}
