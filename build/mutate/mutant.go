package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// mutant is one change: another text in the place of one token.
type mutant struct {
	file    string // absolute path
	content []byte // of the file as it is
	at      token.Position
	old     string
	text    string
	id      int // in a schema, from 1
}

func (m *mutant) String() string {
	return fmt.Sprintf("%s:%d:%d: %s becomes %s", filepath.Base(m.file), m.at.Line, m.at.Column, m.old, quoted(m.text))
}

// quoted shows a text of which nothing is left.
func quoted(text string) string {
	if text == "" {
		return "nothing"
	}
	return text
}

// source is the file with the change.
func (m *mutant) source() []byte {
	end := m.at.Offset + len(m.old)
	return slices.Concat(m.content[:m.at.Offset], []byte(m.text), m.content[end:])
}

// mutantsOf are the changes of the files of a package, tests left out.
func mutantsOf(dir, only string) ([]*mutant, error) {
	paths, err := sourcesOf(dir)
	if err != nil {
		return nil, err
	}
	var all []*mutant
	for _, path := range paths {
		if only != "" && filepath.Base(path) != only {
			continue
		}
		found, err := mutantsIn(path)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("nothing to change in %s", dir)
	}
	return all, nil
}

// sourcesOf are the files of a package, tests left out, as absolute paths.
func sourcesOf(dir string) ([]string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	return slices.DeleteFunc(paths, func(path string) bool { return strings.HasSuffix(path, "_test.go") }), err
}

// mutantsIn are the changes of one file.
func mutantsIn(path string) ([]*mutant, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	files := token.NewFileSet()
	tree, err := parser.ParseFile(files, path, content, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	var all []*mutant
	change := func(at token.Pos, old string, texts ...string) {
		for _, text := range texts {
			all = append(all, &mutant{file: path, content: content, at: files.Position(at), old: old, text: text})
		}
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if text, ok := operators[n.Op]; ok {
				change(n.OpPos, n.Op.String(), text.String())
			}
		case *ast.UnaryExpr:
			if n.Op == token.NOT {
				change(n.OpPos, "!", "")
			}
		case *ast.BasicLit:
			change(n.Pos(), n.Value, neighbours(n)...)
		}
		return true
	})
	return all, nil
}

// operators are the ones that are exchanged.
var operators = map[token.Token]token.Token{
	token.LSS: token.LEQ, token.LEQ: token.LSS, token.GTR: token.GEQ, token.GEQ: token.GTR,
	token.EQL: token.NEQ, token.NEQ: token.EQL, token.LAND: token.LOR, token.LOR: token.LAND,
}

// neighbours are the next values on both sides: of a whole number, and of a day
// written as text.
func neighbours(lit *ast.BasicLit) []string {
	switch lit.Kind {
	case token.INT:
		if n, err := strconv.ParseInt(lit.Value, 0, 64); err == nil {
			return []string{strconv.FormatInt(n+1, 10), strconv.FormatInt(n-1, 10)}
		}
	case token.STRING:
		text, err := strconv.Unquote(lit.Value)
		if err != nil {
			return nil
		}
		if day, err := time.Parse(time.DateOnly, text); err == nil {
			return []string{
				strconv.Quote(day.AddDate(0, 0, 1).Format(time.DateOnly)),
				strconv.Quote(day.AddDate(0, 0, -1).Format(time.DateOnly)),
			}
		}
	}
	return nil
}
