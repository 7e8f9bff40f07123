package view_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sealglass/inspect"
	"sealglass/lints"
	"sealglass/view"
	"sealglass/web"
)

// words reads the words of a language, without what only a translation has.
func words(t testing.TB, lang string) map[string]string {
	t.Helper()
	all, err := web.Words(web.Files, lang)
	if err != nil {
		t.Fatal(err)
	}
	maps.DeleteFunc(all, func(key, _ string) bool {
		return strings.HasPrefix(key, "=") || strings.HasPrefix(key, "rule.")
	})
	return all
}

// catalogue reads everything that the program has in a language.
func catalogue(t testing.TB, lang string) view.Words {
	t.Helper()
	all, err := web.Words(web.Files, lang)
	if err != nil {
		t.Fatal(err)
	}
	return view.ParseWords(web.Lines(all))
}

// variants lists what may follow a key that the program puts together.
func variants(lang string) map[string][]string {
	var verdicts, reasons, severities []string
	count := func(names ...string) []string {
		var all []string
		for _, name := range names {
			for _, form := range view.PluralForms(lang) {
				all = append(all, name+"."+form)
			}
		}
		return all
	}
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
			reasons = append(reasons, count(r)...)
		case inspect.NothingFound:
			reasons = append(append(reasons, r), count(r+".advice")...)
		default:
			reasons = append(reasons, r)
		}
	}
	var notes []string
	for _, k := range kinds {
		notes = append(notes, k, k+".note")
	}
	return map[string][]string{
		"verdict.":            verdicts,
		"reason.":             reasons,
		"meaning.":            append(slices.Clone(inspect.Reasons[:]), "sign-only", "encrypt-only", "post-quantum"),
		"revocation.":         {"not-revoked", "revoked", "on-hold"},
		"revocation.unknown.": revocationReasons(),
		"chain.":              {"listed", "unlisted", "incomplete", "faulty"},
		"chain.unchecked.":    {inspect.ChainAlgorithm, inspect.ChainTooMany, inspect.ChainLimit, inspect.ChainNames, inspect.ChainProgram},
		"status.":             {"holds", "root", "remark", "fault", "unchecked"},
		"link.":               append(linkCodes(), "unnamed"),
		"in-list.":            {"running", "yes", "no", "broken", "missing", "unknown"},
		"cause.":              {"keyCompromise", "cACompromise", "affiliationChanged", "superseded", "cessationOfOperation", "certificateHold", "privilegeWithdrawn"},
		"list.":               {"crl", "ocsp", "issuer", "from", "until", "entries", "finding"},
		"programs.roots.":     {"listed", "unlisted", "incomplete", "faulty", "unchecked"},
		"programs.rules.":     {"mozilla", "gmail", "apple", "microsoft"},
		"ability.":            {inspect.Yes, inspect.No, inspect.Uncertain},
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
		"explained.": {
			"register", "vat", "psd", "lei", "government", "international", "mailbox", "organization", "sponsor", "individual",
			"any-policy", "qualified", "device", "qualified-type", "terms",
		},
		"profile.":       {"mailbox", "organization", "sponsor", "individual", "none"},
		"generation.":    {"legacy", "multipurpose", "strict", "none"},
		"address.":       {"from", "sender", "none"},
		"signature.":     {"holds", "altered", "wrong", "not-checked.content-missing", "not-checked.certificate-missing", "not-checked.algorithm", "not-checked.unreadable", "not-checked.later"},
		"message.":       {"from", "sender", "subject", "date", "signature", "signer", "time", "address", "capabilities", "recipient", "encryption", "key"},
		"book.source.":   {"sbr", "rfc5280", "rfc", "etsi", "mozilla", "apple", "gmail", "microsoft", "ccadb", "draft"},
		"book.file.":     {"certificate", "crl", "ocsp", "issuer", "leaf", "covered", "responder"},
		"book.role.":     {"subscriber", "subCA", "root", "ocspResponder", "other"},
		"compare.who.":   {"both", "key", "addresses", "neither"},
		"compare.topic.": topicKinds(),
		"month.":         {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"},
	}
}

// topicKinds are those of a comparison; its findings have a row of their own.
func topicKinds() []string {
	kinds := []string{"findings"}
	for _, kind := range inspect.TopicKinds {
		kinds = append(kinds, string(kind))
	}
	return kinds
}

// linkCodes are the codes of what there is to say about a link of a chain.
func linkCodes() []string {
	return []string{
		inspect.LinkIssuerMissing, inspect.LinkNotByThese, inspect.LinkLoop, inspect.LinkSignatureWrong, inspect.LinkAlgorithm,
		inspect.LinkLimit, inspect.LinkAlgorithms, inspect.LinkExpired, inspect.LinkNotYetValid, inspect.LinkUnreadable,
		inspect.LinkNoCA, inspect.LinkPathLength, inspect.LinkNoCertSign, inspect.LinkPurpose, inspect.LinkAnyPurpose,
		inspect.LinkNameOutside, inspect.LinkNameExcluded, inspect.LinkNameNotCompared, inspect.LinkPolicy, inspect.LinkCritical,
		inspect.LinkBrokenHash, inspect.LinkWeakHash, inspect.LinkKeyID, inspect.LinkRootExpired,
	}
}

// revocationReasons are those for which a list says nothing of a certificate that
// it may be about.
func revocationReasons() []string {
	return []string{
		"issuer-not-supplied", "signature-wrong", "algorithm-not-checked", "signer-not-known", "signer-not-allowed",
		"only-changes", "critical-unknown", "unreadable", "not-begun", "unknown-there",
	}
}

// TestCatalogue: in every language each key that the program asks for has words,
// and each key with words is asked for. A translation has the same places for
// values.
func TestCatalogue(t *testing.T) {
	languages, err := web.Languages(web.Files)
	if err != nil {
		t.Fatal(err)
	}
	source := words(t, web.Source)
	for _, lang := range languages {
		got, wanted := words(t, lang), wantedKeys(t, lang)
		for key := range wanted {
			if _, ok := got[key]; !ok {
				t.Errorf("%s: %s has no words", lang, key)
			}
		}
		for key, text := range got {
			if !wanted[key] {
				t.Errorf("%s: the words of %s are not used", lang, key)
			}
			if of := source[key]; of != "" && !slices.Equal(places(text), places(of)) {
				t.Errorf("%s: the words of %s have the places %v, and %v in English", lang, key, places(text), places(of))
			}
		}
		if got["lang"] != lang {
			t.Errorf("%s: lang is %q", lang, got["lang"])
		}
	}
}

var placeNames = regexp.MustCompile(`\{[^}]*\}`)

// places are the names of the places in a text, each once.
func places(text string) []string {
	found := placeNames.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// wantedKeys are the keys that the program and the build ask for in a language.
func wantedKeys(t *testing.T, lang string) map[string]bool {
	t.Helper()
	wanted := map[string]bool{"lang": true, "language": true}
	for prefix, ends := range variants(lang) {
		for _, end := range ends {
			wanted[prefix+end] = true
		}
	}
	exact, counted, prefixes := keysInSource(t, ".", "../wasm/page", "../build")
	for _, key := range exact {
		wanted[key] = true
	}
	for _, key := range counted {
		for _, form := range view.PluralForms(lang) {
			wanted[key+"."+form] = true
		}
	}
	for _, prefix := range prefixes {
		if _, known := variants(lang)[prefix]; !known {
			t.Errorf("the program puts together keys that begin with %q, and this test does not know them", prefix)
		}
	}
	return wanted
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
