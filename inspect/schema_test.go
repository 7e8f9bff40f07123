package inspect

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// schema judges documents by a JSON Schema. It knows the keywords that
// web/report.schema.json uses, and no others. Beyond the schema it also refuses
// members that the schema does not name.
type schema struct {
	root     map[string]any
	patterns map[string]*regexp.Regexp
	found    []string
}

func readSchema(t testing.TB) *schema {
	t.Helper()
	text, err := os.ReadFile("../web/report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	s := &schema{patterns: map[string]*regexp.Regexp{}}
	if err := json.Unmarshal(text, &s.root); err != nil {
		t.Fatal(err)
	}
	return s
}

// problems lists where a document departs from the schema.
func (s *schema) problems(document []byte) []string {
	var value any
	if err := json.Unmarshal(document, &value); err != nil {
		return []string{err.Error()}
	}
	s.found = nil
	s.judge(s.root, value, "$")
	return s.found
}

func (s *schema) problem(at, format string, args ...any) {
	s.found = append(s.found, at+": "+fmt.Sprintf(format, args...))
}

// judge applies every keyword of a schema to a value.
func (s *schema) judge(by map[string]any, value any, at string) {
	for keyword, argument := range by {
		switch keyword {
		case "$schema", "$defs", "title", "description":
		case "$ref":
			name := strings.TrimPrefix(argument.(string), "#/$defs/")
			s.judge(s.root["$defs"].(map[string]any)[name].(map[string]any), value, at)
		case "type":
			if !slices.Contains(listOf(argument), any(typeOf(value))) {
				s.problem(at, "%s, want %v", typeOf(value), argument)
			}
		case "const":
			if !reflect.DeepEqual(value, argument) {
				s.problem(at, "%v, want %v", value, argument)
			}
		case "enum":
			if !slices.Contains(argument.([]any), value) {
				s.problem(at, "%v is not one of the list", value)
			}
		case "pattern":
			if text, ok := value.(string); ok && !s.pattern(argument.(string)).MatchString(text) {
				s.problem(at, "%q does not match %s", text, argument)
			}
		case "minimum":
			if n, ok := value.(float64); ok && n < argument.(float64) {
				s.problem(at, "%v is less than %v", n, argument)
			}
		case "required", "properties", "items":
			s.within(keyword, argument, value, at)
		default:
			s.problem(at, "the schema uses the keyword %s, which this test does not know", keyword)
		}
	}
}

// within applies the keywords about what a value holds.
func (s *schema) within(keyword string, argument, value any, at string) {
	switch value := value.(type) {
	case []any:
		for i, element := range value {
			if keyword == "items" {
				s.judge(argument.(map[string]any), element, at+"["+strconv.Itoa(i)+"]")
			}
		}
	case map[string]any:
		if keyword == "required" {
			for _, name := range argument.([]any) {
				if _, there := value[name.(string)]; !there {
					s.problem(at, "%s is missing", name)
				}
			}
		}
		for name, member := range value {
			if keyword != "properties" {
				break
			}
			if by, named := argument.(map[string]any)[name]; named {
				s.judge(by.(map[string]any), member, at+"."+name)
			} else {
				s.problem(at, "%s is not in the schema", name)
			}
		}
	}
}

func (s *schema) pattern(text string) *regexp.Regexp {
	if s.patterns[text] == nil {
		s.patterns[text] = regexp.MustCompile(text)
	}
	return s.patterns[text]
}

func listOf(argument any) []any {
	if list, ok := argument.([]any); ok {
		return list
	}
	return []any{argument}
}

// typeOf names the type of a value as JSON Schema does.
func typeOf(value any) string {
	switch value := value.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case float64:
		if value == math.Trunc(value) {
			return "integer"
		}
		return "number"
	case string:
		return "string"
	case []any:
		return "array"
	}
	return "object"
}

// The validator itself finds each kind of departure.
func TestSchemaFindsFaults(t *testing.T) {
	s := readSchema(t)
	good := string(AppendJSON(nil, Inspect([]Input{{Name: "x", Data: []byte("hello")}}, Options{})))
	if found := s.problems([]byte(good)); found != nil {
		t.Fatalf("%s: %v", good, found)
	}
	for _, test := range []struct{ old, new, want string }{
		{`"schema":1`, `"schema":2`, "$.schema: 2, want 1"},
		{`"asOf":"issued"`, `"asOf":"yesterday"`, `$.asOf: "yesterday" does not match`},
		{`"asOf":"issued",`, ``, "$: asOf is missing"},
		{`"asOf"`, `"more":1,"asOf"`, "$: more is not in the schema"},
		{`"name":"x"`, `"name":7`, "$.inputs[0].name: integer, want string"},
		{`"kind":"other-text"`, `"kind":"text"`, "$.inputs[0].kind: text is not one of the list"},
		{`"message":null`, `"message":[]`, "$.inputs[0].message: array, want [object null]"},
	} {
		found := s.problems([]byte(strings.Replace(good, test.old, test.new, 1)))
		if len(found) != 1 || !strings.HasPrefix(found[0], test.want) {
			t.Errorf("%s: %q, want %q", test.new, found, test.want)
		}
	}
}

// The lists of the schema are those of the program: no value is missing from a
// list, and none stands there that no report can hold.
func TestSchemaLists(t *testing.T) {
	s := readSchema(t)
	kinds := constants(t, ".", "Kind")
	codes := append(constants(t, "codes.go", ""), string(Request), string(CRL)) // whose sentences have figures
	for _, w := range wrongInputs {
		codes = append(codes, string(w.kind))
	}
	abilities := constants(t, "ability.go", "")
	states := []string{Yes, No, Uncertain}
	because := slices.DeleteFunc(slices.Clone(abilities), func(r string) bool { return slices.Contains(states, r) })
	for path, want := range map[string][]string{
		"input.kind":              append(kinds, ""),
		"input.error.code":        codes,
		"signature.result":        constants(t, ".", "SignatureResult"),
		"signature.address":       constants(t, ".", "AddressMatch"),
		"recipient.kind":          constants(t, "../cms", "RecipientKind"),
		"certificate.verdict":     constants(t, ".", "Verdict"),
		"certificate.role":        {"subscriber", "subCA", "root", "other"},
		"summary.reason":          slices.Clone(Reasons[:]),
		"ability.state":           states,
		"ability.reason":          append(because, ""),
		"revocation.state":        constants(t, ".", "RevocationState"),
		"finding.source":          constants(t, "../lints", "Source"),
		"finding.severity":        constants(t, "../lints", "Severity"),
		"finding.status":          constants(t, "../lints", "Status"),
		"certificate.profileFrom": constants(t, "../lints", "ProfileFrom"),
	} {
		names := strings.Split(path, ".")
		by := s.root["$defs"].(map[string]any)[names[0]].(map[string]any)
		for _, name := range names[1:] {
			by = by["properties"].(map[string]any)[name].(map[string]any)
		}
		var got []string
		for _, v := range by["enum"].([]any) {
			got = append(got, v.(string))
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: the schema lists\n%q\nthe program has\n%q", path, got, want)
		}
	}
}

// constants are the values of the string constants of a type (the empty one:
// untyped) in a Go file or in the files of a package.
func constants(t *testing.T, from, typeName string) []string {
	t.Helper()
	files := []string{from}
	if !strings.HasSuffix(from, ".go") {
		files, _ = filepath.Glob(from + "/*.go")
	}
	var values []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok && nameOf(spec.Type) == typeName {
				values = append(values, literals(t, spec)...)
			}
			return true
		})
	}
	return values
}

func nameOf(e ast.Expr) string {
	if name, ok := e.(*ast.Ident); ok {
		return name.Name
	}
	return ""
}

// literals are the string literals that a constant is given.
func literals(t *testing.T, spec *ast.ValueSpec) []string {
	var values []string
	for _, e := range spec.Values {
		if literal, ok := e.(*ast.BasicLit); ok && literal.Kind == token.STRING {
			value, err := strconv.Unquote(literal.Value)
			if err != nil {
				t.Fatal(err)
			}
			values = append(values, value)
		}
	}
	return values
}
