package view_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sealglass/inspect"
	"sealglass/lints"
	"sealglass/view"
)

// english reads the catalogue of words as the page hands it to the program.
func english(t testing.TB) (view.Words, []string) {
	t.Helper()
	data, err := os.ReadFile("../web/words/en.json")
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]string
	if err := json.Unmarshal(data, &words); err != nil {
		t.Fatal(err)
	}
	var lines strings.Builder
	var keys []string
	for key, text := range words {
		lines.WriteString(key + "\t" + text + "\n")
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return view.ParseWords(lines.String()), keys
}

// variants lists what may follow a key that the program puts together.
func variants() map[string][]string {
	var verdicts, reasons, severities []string
	for _, v := range []inspect.Verdict{inspect.Ready, inspect.Remarks, inspect.Trouble, inspect.NotEmail, inspect.Unknown} {
		verdicts = append(verdicts, string(v))
	}
	for _, s := range []lints.Severity{lints.Error, lints.Warning, lints.Notice, lints.Info} {
		severities = append(severities, string(s))
	}
	kinds := append(slices.Clone(severities), "broken")
	for _, r := range inspect.Reasons {
		switch r {
		case inspect.IssuerErrors, inspect.ProgramErrors:
			reasons = append(reasons, r+".one", r+".other")
		case inspect.NothingFound:
			reasons = append(reasons, r, r+".advice.one", r+".advice.other")
		default:
			reasons = append(reasons, r)
		}
	}
	count := func(names ...string) []string {
		var all []string
		for _, n := range names {
			all = append(all, n+".one", n+".other")
		}
		return all
	}
	var notes []string
	for _, k := range kinds {
		notes = append(notes, k, k+".note")
	}
	return map[string][]string{
		"verdict.": verdicts,
		"reason.":  reasons,
		"meaning.": append(slices.Clone(inspect.Reasons[:]), "sign-only", "encrypt-only"),
		"ability.": {inspect.Yes, inspect.No, inspect.Uncertain},
		"because.": {
			inspect.ForIssuer, inspect.NoEmailPurpose, inspect.KeyCannotSign, inspect.KeyCannotEncrypt, inspect.KeyUnusable,
			inspect.KeyUnknown, inspect.LacksSigning, inspect.LacksKeyEncipher, inspect.LacksAgreement, inspect.DecipherOnly,
			inspect.PartUnreadable,
		},
		"checks.":      {"passed", "passed.note", "not-applicable", "not-applicable.note", "not-in-force", "not-in-force.note"},
		"judged.":      {"policy", "override", "guess"},
		"judged.role.": {"subCA", "root", "other"},
		"counter.":     count(append(slices.Clone(severities), "passed", "not-applicable", "not-in-force", "broken")...),
		"severity.":    kinds,
		"group.":       notes,
		"source.":      {"sbr", "rfc5280", "rfc", "etsi", "mozilla", "apple", "gmail", "microsoft", "ccadb", "zlint", "draft"},
		"second.":      {"running", "done", "stopped", "stopped-at", "failed", "failed-at", "off", "unavailable"},
		"fields.":      {"subject", "mailboxes", "issuer", "validity", "key", "usage", "policies", "revocation", "fingerprints", "other"},
		"profile.":     {"mailbox", "organization", "sponsor", "individual", "none"},
		"generation.":  {"legacy", "multipurpose", "strict", "none"},
		"address.":     {"from", "sender", "none"},
		"signature.":   {"holds", "altered", "wrong", "not-checked.content-missing", "not-checked.certificate-missing", "not-checked.algorithm", "not-checked.unreadable", "not-checked.later"},
		"message.":     {"from", "sender", "subject", "date", "signature", "signer", "time", "address", "capabilities", "recipient", "encryption", "key"},
		"month.":       {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"},
	}
}

// TestCatalogue: every key that the program asks for has words, and every key
// with words is asked for.
func TestCatalogue(t *testing.T) {
	_, keys := english(t)
	wanted := map[string]bool{}
	for prefix, ends := range variants() {
		for _, end := range ends {
			wanted[prefix+end] = true
		}
	}
	exact, counted, prefixes := keysInSource(t, ".", "../wasm/page")
	for _, key := range exact {
		wanted[key] = true
	}
	for _, key := range counted {
		wanted[key+".one"], wanted[key+".other"] = true, true
	}
	for _, prefix := range prefixes {
		if _, known := variants()[prefix]; !known {
			t.Errorf("the program puts together keys that begin with %q, and this test does not know them", prefix)
		}
	}
	for key := range wanted {
		if !slices.Contains(keys, key) {
			t.Errorf("%s has no words", key)
		}
	}
	for _, key := range keys {
		if !wanted[key] {
			t.Errorf("the words of %s are not used", key)
		}
	}
}

// keysInSource finds the keys in calls of Text, Count and say: whole ones, those
// of Count, and the beginnings of those put together.
func keysInSource(t *testing.T, dirs ...string) (exact, counted, prefixes []string) {
	t.Helper()
	for _, dir := range dirs {
		err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), dir+"/"+name, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok || len(call.Args) == 0 {
					return true
				}
				method := calledMethod(call)
				if method != "Text" && method != "Count" && method != "say" {
					return true
				}
				key, whole := literalKey(call.Args[0])
				switch {
				case key == "":
				case !whole:
					prefixes = append(prefixes, key)
				case method == "Count":
					counted = append(counted, key)
				default:
					exact = append(exact, key)
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return exact, counted, prefixes
}

func calledMethod(call *ast.CallExpr) string {
	if selector, ok := call.Fun.(*ast.SelectorExpr); ok {
		return selector.Sel.Name
	}
	return ""
}

// literalKey is the string that an expression is, or begins with.
func literalKey(e ast.Expr) (key string, whole bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		key, _ = strconv.Unquote(e.Value)
		return key, true
	case *ast.BinaryExpr:
		key, _ = literalKey(e.X)
	}
	return key, false
}
