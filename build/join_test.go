package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestJoin(t *testing.T) {
	files := map[string][]byte{
		"element/main.js": []byte(`// What it is.

import '../first.js';
import { one as uno, Two } from '../numbers.js';
import {
  shown,
} from '../shown.js';

/**
 * Says so.
 * @param {string} text
 */
export function say(text) { return text + uno + new Two().value; } // kept

const local = /** @type {string} */ (shown);
export const said = say(local);
`),
		"first.js":   []byte("/* Copyright of somebody */\nglobalThis.order = 'first';\n"),
		"shown.js":   []byte("import { one } from './numbers.js';\nconst local = `shown ${one}`;\nexport const shown = local;\n"),
		"numbers.js": []byte("globalThis.order += ' numbers';\nexport const one = 1;\nclass Two { value = 2; }\nexport { Two };\n"),
	}
	joined, err := join(files, "element/main.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, gone := range []string{"What it is", "Says so", "@type"} {
		if strings.Contains(string(joined), gone) {
			t.Errorf("it holds %q:\n%s", gone, joined)
		}
	}
	if strings.Count(string(joined), "const one = 1") != 1 {
		t.Errorf("a module that two others import is there other than once:\n%s", joined)
	}
	const want = "first numbers; shown 112; shown 1x12"
	if got := runModule(t, joined, "console.log(`${globalThis.order}; ${m.said}; ${m.say('shown 1x')}`)"); got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
}

// TestJoinLeavesAlone: a module that stays alone is imported once, by whatever
// modules, and keeps what it holds.
func TestJoinLeavesAlone(t *testing.T) {
	files := map[string][]byte{
		"main.js":  []byte("import { take } from './state.js';\nimport { b } from './b.js';\nexport const all = take() + b;\n"),
		"b.js":     []byte("import { take as again } from './state.js';\nexport const b = again();\n"),
		"state.js": []byte("let taken = 0;\nexport function take() { return `${++taken} `; }\n"),
	}
	joined, err := join(files, "main.js", "state.js")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Count(string(joined), "'./state.js'") != 1 || strings.Contains(string(joined), "taken") {
		t.Errorf("it is not imported once:\n%s", joined)
	}
	state := filepath.Join(t.TempDir(), "state.mjs")
	if err := os.WriteFile(state, files["state.js"], 0o666); err != nil {
		t.Fatal(err)
	}
	there := bytes.Replace(joined, []byte("./state.js"), []byte(state), 1)
	if got := runModule(t, there, "console.log(m.all)"); got != "2 1" {
		t.Errorf("it says %q, want %q", got, "2 1")
	}
}

// runModule imports a module in Node as m, runs a statement, and returns what it
// printed.
func runModule(t *testing.T, module []byte, statement string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "joined.mjs")
	if err := os.WriteFile(file, module, 0o666); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("node", "--input-type=module", "-e", "import * as m from "+`"`+file+`"; `+statement).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return strings.TrimSpace(string(out))
}

func TestJoinRefuses(t *testing.T) {
	tests := []struct{ main, want string }{
		{"import './none.js';\n", "cannot join none.js, which main.js import"},
		{"import './main.js';\n", "cannot join main.js"},
		{"export { a as b };\n", "exports a name as another"},
		{"const a = 1;\nexport default a;\n", "in a form that cannot be joined"},
		{"const a = 1;\nexport * from './b.js';\n", "in a form that cannot be joined"},
		{"const a = `one\n// two`;\n", "over the end of the line"},
	}
	for _, test := range tests {
		_, err := join(map[string][]byte{"main.js": []byte(test.main), "b.js": nil}, "main.js")
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: error %v, want one that says %q", test.main, err, test.want)
		}
	}
}
