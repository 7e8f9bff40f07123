package main

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestCard(t *testing.T) {
	const page = `<body><form id="zone" class="zone wide">Drop
		<b>it</b> <ul id="examples"><li>One</ul></form><details id="settings"></details><p id="status"></p><div id="result"></div>
	<template id="card-notes"><!-- Said. --><p data-note="loading"> Reading
		it </p></template>
	<template id="t-a"><p class="card x"><svg viewBox="0 0 1 1"><path d="m0 0"/></svg><b data-slot="s"></b></p></template></body>`
	got, notes, err := cardOf([]byte(page), map[string]string{"k": "word"})
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"shell":[["form",{"class":"zone wide","id":"zone","part":"zone"},"Drop ",["b",{},"it"]," "],["details",{"id":"settings"}],["p",{"id":"status"}],["div",{"id":"result"}]],` +
		`"templates":{"a":["p",{"class":"card x","part":"card"},["svg",{"viewBox":"0 0 1 1"},["path",{"d":"m0 0"}]],["b",{"data-slot":"s"}]]},"words":{"k":"word"}}`
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if len(notes) != 1 || notes["loading"] != "Reading it" {
		t.Errorf("notes %q", notes)
	}
	if _, _, err := cardOf([]byte(strings.Replace(page, `id="status"`, "", 1)), nil); err == nil || !strings.Contains(err.Error(), "#status") {
		t.Errorf("error of a page without status: %v", err)
	}
}

// What an element makes of the markup may neither load nor run anything.
func TestCardsMarkupIsInert(t *testing.T) {
	files := realFiles(t)
	for _, name := range []string{"card.en.json", "card.de.json"} {
		var card struct {
			Templates map[string]any
			Shell     []any
		}
		if err := json.Unmarshal(files[name], &card); err != nil {
			t.Fatal(err)
		}
		elements := 0
		var walk func(any)
		walk = func(markup any) {
			element, ok := markup.([]any)
			if !ok {
				return
			}
			elements++
			if tag := element[0].(string); tag == "script" || tag == "style" || tag == "iframe" || tag == "img" || tag == "link" || tag == "a" {
				t.Errorf("%s: it has <%s>", name, tag)
			}
			for key, value := range element[1].(map[string]any) {
				if strings.HasPrefix(key, "on") || key == "style" || key == "src" || key == "href" || strings.Contains(value.(string), "://") {
					t.Errorf("%s: it has %s=%q", name, key, value)
				}
			}
			for _, child := range element[2:] {
				walk(child)
			}
		}
		for _, markup := range card.Templates {
			walk(markup)
		}
		for _, markup := range card.Shell {
			walk(markup)
		}
		if elements < 200 {
			t.Errorf("%s: only %d elements", name, elements)
		}
	}
}

func TestCardStyle(t *testing.T) {
	got, err := cardStyle([]byte("/* A */\n:root {\n  color-scheme: light dark;\n\n  --ink: light-dark(#000, #fff);\n  --pad: 1rem;\n}\np { color: var(--ink) }\n"))
	if err != nil {
		t.Fatal(err)
	}
	const want = "/* A */\n:host {\n  --ink: var(--sealglass-ink, light-dark(#000, #fff));\n  --pad: 1rem;\n}\np { color: var(--ink) }\n"
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	style := string(realFiles(t)["card.css"])
	for _, name := range cardVariables {
		if !strings.Contains(style, "var(--sealglass-"+name+", ") {
			t.Errorf("style.css has no --%s for the host page to set", name)
		}
	}
}
