package main

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A schema is a package with all its changes in it, each behind a question for
// its number: one test binary serves all of them (mutant schemata; Untch, Offutt
// and Harrold 1993). Compiling a package takes seconds, running its tests less.
type schema struct {
	dir     string
	files   *token.FileSet
	trees   map[string]*ast.File // by path; tests are not among them
	sources map[string][]byte
	info    *types.Info
	pkg     *types.Package

	changes map[ast.Node][]*mutant // that the schema makes, by what they change
	size    int                    // how many there are
}

// newSchema reads and type-checks the package in the folder.
func newSchema(dir string) (*schema, error) {
	s := &schema{
		dir: dir, files: token.NewFileSet(), trees: map[string]*ast.File{}, sources: map[string][]byte{}, changes: map[ast.Node][]*mutant{},
		info: &types.Info{Types: map[ast.Expr]types.TypeAndValue{}},
	}
	paths, err := sourcesOf(dir)
	if err != nil {
		return nil, err
	}
	var list []*ast.File
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		tree, err := parser.ParseFile(s.files, path, content, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		s.trees[path], s.sources[path] = tree, content
		list = append(list, tree)
	}
	config := types.Config{Importer: importer.ForCompiler(s.files, "source", nil)}
	if s.pkg, err = config.Check(list[0].Name.Name, s.files, list, s.info); err != nil {
		return nil, fmt.Errorf("mutate: %s: %w", dir, err)
	}
	return s, nil
}

// add puts the changes of a file into the schema, but for those that only a
// compiler can make: these keep the number 0.
func (s *schema) add(path string, mutants []*mutant) {
	byOffset := map[int][]*mutant{}
	for _, m := range mutants {
		byOffset[m.at.Offset] = append(byOffset[m.at.Offset], m)
	}
	fixed := constants(s.trees[path])
	ast.Inspect(s.trees[path], func(n ast.Node) bool {
		possible, at := true, token.NoPos
		switch n := n.(type) {
		case *ast.BinaryExpr:
			possible, at = s.info.Types[n].Value == nil, n.OpPos
		case *ast.UnaryExpr:
			at = n.OpPos
		case *ast.BasicLit:
			possible, at = !fixed[n] && s.typeName(path, n) != "", n.Pos()
		default:
			return true
		}
		if !possible {
			return true
		}
		for _, m := range byOffset[s.offset(at)] {
			if e, ok := n.(ast.Expr); ok && strings.HasPrefix(m.text, "-") && isUnsigned(s.info.Types[e].Type) {
				continue
			}
			s.size++
			m.id = s.size
			s.changes[n] = append(s.changes[n], m)
		}
		return true
	})
}

func isUnsigned(t types.Type) bool {
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsUnsigned != 0
}

func (s *schema) offset(p token.Pos) int { return s.files.Position(p).Offset }

// typeName writes the type of a literal in its file; empty where that cannot be.
func (s *schema) typeName(path string, lit *ast.BasicLit) string {
	t, ok := s.info.Types[lit]
	if !ok {
		return ""
	}
	known := true
	name := types.TypeString(t.Type, func(p *types.Package) string {
		if p == s.pkg {
			return ""
		}
		known = known && slices.ContainsFunc(s.trees[path].Imports, func(i *ast.ImportSpec) bool {
			text, _ := strconv.Unquote(i.Path.Value)
			return text == p.Path() && i.Name == nil
		})
		return p.Name()
	})
	if !known || strings.Contains(name, "untyped") {
		return ""
	}
	return name
}

// constants are the literals that a compiler must know: those in declarations of
// constants, in the lengths of arrays, and in keys of array literals.
func constants(tree *ast.File) map[*ast.BasicLit]bool {
	fixed := map[*ast.BasicLit]bool{}
	all := func(n ast.Node) {
		if n == nil {
			return
		}
		ast.Inspect(n, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok {
				fixed[lit] = true
			}
			return true
		})
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GenDecl:
			if n.Tok == token.CONST || n.Tok == token.IMPORT {
				all(n)
			}
		case *ast.ArrayType:
			if n.Len != nil {
				all(n.Len)
			}
		case *ast.CompositeLit:
			if _, ok := n.Type.(*ast.ArrayType); ok {
				for _, e := range n.Elts {
					if kv, ok := e.(*ast.KeyValueExpr); ok {
						all(kv.Key)
					}
				}
			}
		case *ast.Field:
			if n.Tag != nil {
				fixed[n.Tag] = true
			}
		}
		return true
	})
	return fixed
}

// source is the file with all its changes in it.
func (s *schema) source(path string) []byte {
	return []byte(s.inside(path, s.trees[path], 0, len(s.sources[path])))
}

// render is the text of a node with its changes.
func (s *schema) render(path string, n ast.Node) string {
	changes := s.changes[n]
	switch n := n.(type) {
	case *ast.BinaryExpr:
		if len(changes) == 0 {
			break
		}
		ask := questions[n.Op]
		if ask == "mutantNot" { // the other operator gives the contrary
			break
		}
		x, y := s.render(path, n.X), s.render(path, n.Y)
		if n.Op == token.LAND || n.Op == token.LOR {
			x, y = "func() bool { return "+x+" }", "func() bool { return "+y+" }"
		}
		return fmt.Sprintf("%s(%d, %s, %s)", ask, changes[0].id, x, y)
	case *ast.BasicLit:
		text := n.Value
		for _, m := range changes {
			text = fmt.Sprintf("mutantValue[%s](%d, %s, %s)", s.typeName(path, n), m.id, m.text, text)
		}
		return text
	}
	text := s.inside(path, n, s.offset(n.Pos()), s.offset(n.End()))
	if len(changes) > 0 {
		text = fmt.Sprintf("mutantNot(%d, %s)", changes[0].id, text)
	}
	return text
}

// inside is the text from one place of a node to another, with the changes of
// what lies in the node.
func (s *schema) inside(path string, parent ast.Node, from, to int) string {
	var out strings.Builder
	ast.Inspect(parent, func(n ast.Node) bool {
		if n == nil || n == parent || len(s.changes[n]) == 0 {
			return true
		}
		out.Write(s.sources[path][from:s.offset(n.Pos())])
		out.WriteString(s.render(path, n))
		from = s.offset(n.End())
		return false
	})
	out.Write(s.sources[path][from:to])
	return out.String()
}

// questions are the functions that ask whether an operator is to be another one.
var questions = map[token.Token]string{
	token.EQL: "mutantNot", token.NEQ: "mutantNot", token.LAND: "mutantAnd", token.LOR: "mutantOr",
	token.LSS: "mutantLess", token.LEQ: "mutantLessEqual", token.GTR: "mutantGreater", token.GEQ: "mutantGreaterEqual",
}

// asked is the file that the changes ask.
func (s *schema) asked() []byte {
	return []byte(`package ` + s.pkg.Name() + `

import (
	"cmp"
	"os"
	"strconv"
	"syscall"
)

var mutant = func() int {
	if seconds, _ := strconv.ParseUint(os.Getenv("` + limit + `"), 10, 64); seconds > 0 {
		syscall.Setrlimit(syscall.RLIMIT_CPU, &syscall.Rlimit{Cur: seconds, Max: seconds})
	}
	n, _ := strconv.Atoi(os.Getenv("` + variable + `"))
	return n
}()

func mutantNot(id int, b bool) bool { return b != (mutant == id) }

func mutantAnd(id int, a, b func() bool) bool {
	if mutant == id {
		return a() || b()
	}
	return a() && b()
}

func mutantOr(id int, a, b func() bool) bool {
	if mutant == id {
		return a() && b()
	}
	return a() || b()
}

func mutantLess[T cmp.Ordered](id int, a, b T) bool {
	if mutant == id {
		return a <= b
	}
	return a < b
}

func mutantLessEqual[T cmp.Ordered](id int, a, b T) bool {
	if mutant == id {
		return a < b
	}
	return a <= b
}

func mutantGreater[T cmp.Ordered](id int, a, b T) bool {
	if mutant == id {
		return a >= b
	}
	return a > b
}

func mutantGreaterEqual[T cmp.Ordered](id int, a, b T) bool {
	if mutant == id {
		return a > b
	}
	return a >= b
}

func mutantValue[T any](id int, changed, as T) T {
	if mutant == id {
		return changed
	}
	return as
}
`)
}

// Environment variables: which change is to be made, and how many seconds of the
// processor the tests may use. Time of the clock would count what others run.
const (
	variable = "SEALGLASS_MUTANT"
	limit    = "SEALGLASS_MUTANT_SECONDS"
)

// askedFile is the name of the file that the changes ask.
func (s *schema) askedFile() string { return filepath.Join(s.dir, "mutant_asked.go") }
