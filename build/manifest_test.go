package main

import (
	"encoding/json"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sealglass/web"
)

// custom-elements.json tells editors what the elements have. It says what the
// sources say: no more, no less.
func TestManifest(t *testing.T) {
	type named []struct{ Name, Description string }
	var manifest struct {
		Modules []struct {
			Path         string
			Declarations []struct {
				Name, TagName                               string
				Attributes, Events, CSSParts, CSSProperties named
				Members                                     named
			}
			Exports []struct {
				Kind, Name  string
				Declaration struct{ Name, Module string }
			}
		}
	}
	text, err := fs.ReadFile(web.Files, "custom-elements.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &manifest); err != nil {
		t.Fatal(err)
	}
	card := manifest.Modules[0].Declarations[0]
	scripts, style := elementSources(t)
	same := func(what string, got named, want []string) {
		t.Helper()
		var names []string
		for _, n := range got {
			names = append(names, n.Name)
			if n.Description == "" {
				t.Errorf("%s: %s has no description", what, n.Name)
			}
		}
		slices.Sort(names)
		slices.Sort(want)
		if want = slices.Compact(want); !slices.Equal(names, want) {
			t.Errorf("%s:\n%q, the sources have\n%q", what, names, want)
		}
	}
	same("attributes", card.Attributes, append(found(scripts, `(?:this|page|card)\.(?:get|has|toggle)Attribute\('([\w-]+)'`), append(found(style, `:host\(\[(theme)=`), "lang")...))
	for _, name := range strings.Split(strings.Trim(found(scripts, `observedAttributes = \[([^\]]*)\]`)[0], "'"), "', '") {
		if !slices.ContainsFunc(card.Attributes, func(a struct{ Name, Description string }) bool { return a.Name == name }) {
			t.Errorf("the observed attribute %s is missing", name)
		}
	}
	same("events", card.Events, found(scripts, `#tell\('([\w-]+)'`))
	same("members", card.Members, append(found(scripts, `(?m)^  get (\w+)\(`), found(scripts, `(?m)^  async (show)\(`)...))
	parts := append(found(scripts, `\.part = '(\w+)'`), found(scripts, `part: '(\w+)'`)...)
	same("parts", card.CSSParts, append(parts, cardParts...))
	variables := found(style, `var\((--sealglass-[\w-]+)`)
	for _, name := range cardVariables {
		variables = append(variables, "--sealglass-"+name)
	}
	same("variables", card.CSSProperties, variables)
	for _, export := range manifest.Modules[1].Exports {
		if want := "'" + export.Name + "', " + export.Declaration.Name + ")"; !strings.Contains(scripts, want) {
			t.Errorf("the sources do not define %s", want)
		}
	}
	if defined := found(scripts, `customElements\.define\('([\w-]+)'`); len(defined) != len(manifest.Modules[1].Exports) {
		t.Errorf("the sources define %q", defined)
	}
}

// elementSources are the scripts of the elements, and their own style.
func elementSources(t *testing.T) (scripts, style string) {
	t.Helper()
	names, err := fs.Glob(web.Files, "element/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		content, err := fs.ReadFile(web.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		if path.Ext(name) == ".css" {
			style += string(content)
		} else {
			scripts += string(content)
		}
	}
	return scripts, style
}

// found lists what a pattern's group matches.
func found(text, pattern string) []string {
	var all []string
	for _, match := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
		all = append(all, match[1])
	}
	return all
}
