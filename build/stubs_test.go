package main

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A stub whose package the program imports no more has to go.
func TestStubsAreStillNeeded(t *testing.T) {
	for program, list := range stubs {
		deps := goList(t, program, "-deps", "-f", "{{.ImportPath}}", "./wasm/"+program)
		for stub := range list {
			if pkg, _ := stubbed(stub); !slices.Contains(deps, pkg) {
				t.Errorf("%s.wasm does not contain %s: delete its stub", program, pkg)
			}
		}
	}
}

// What a stub declares is as the package declares it that it stands for, in the
// Go that builds it: a stub must not go on compiling with a meaning of its own.
func TestStubsDeclareWhatTheyReplace(t *testing.T) {
	for program, list := range stubs {
		for path, source := range list {
			pkg, only := stubbed(path)
			fields := runGo(t, []string{"GOOS=js", "GOARCH=wasm"}, "list", "-f", `{{.Dir}}{{range .GoFiles}}{{"\n"}}{{.}}{{end}}`, pkg)
			real := make(map[string]string)
			for _, file := range fields[1:] {
				if only != "" && file != only {
					continue
				}
				addDeclarations(t, real, filepath.Join(fields[0], file), nil)
			}
			stub := make(map[string]string)
			addDeclarations(t, stub, program+"/"+path, []byte(source))
			if len(stub) == 0 {
				t.Errorf("the stub of %s declares nothing", path)
			}
			for name, declared := range stub {
				if real[name] != declared {
					t.Errorf("%s of %s is\n%s\nand in its stub\n%s", name, path, real[name], declared)
				}
			}
		}
	}
}

// addDeclarations adds the exported functions, methods, types and constants of a
// file, by name: a function as its types, an interface as its methods, of another
// type whether it is one, of a constant whether it is one.
func addDeclarations(t *testing.T, to map[string]string, name string, source []byte) {
	t.Helper()
	var src any
	if source != nil {
		src = source
	}
	file, err := parser.ParseFile(token.NewFileSet(), name, src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	for _, declaration := range file.Decls {
		switch d := declaration.(type) {
		case *ast.FuncDecl:
			name := d.Name.Name
			if d.Recv != nil {
				name = printed(t, d.Recv.List[0].Type) + "." + name
			}
			if d.Name.IsExported() {
				to[name] = printed(t, withoutNames(d.Type))
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch s := spec.(type) {
				case *ast.TypeSpec:
					to[s.Name.Name] = "a type"
					if list, ok := s.Type.(*ast.InterfaceType); ok {
						to[s.Name.Name] = methods(t, list)
					}
				case *ast.ValueSpec:
					for _, n := range s.Names {
						to[n.Name] = d.Tok.String()
					}
				}
			}
		}
	}
}

// methods are those of an interface, sorted.
func methods(t *testing.T, list *ast.InterfaceType) string {
	t.Helper()
	var lines []string
	for _, m := range list.Methods.List {
		line := "embedded " + printed(t, m.Type)
		if f, ok := m.Type.(*ast.FuncType); ok {
			line = m.Names[0].Name + " " + printed(t, withoutNames(f))
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// withoutNames is a function's type without the names of what it takes and returns.
func withoutNames(f *ast.FuncType) *ast.FuncType {
	types := func(list *ast.FieldList) *ast.FieldList {
		if list == nil {
			return nil
		}
		var all ast.FieldList
		for _, field := range list.List {
			for range max(1, len(field.Names)) {
				all.List = append(all.List, &ast.Field{Type: field.Type})
			}
		}
		return &all
	}
	return &ast.FuncType{Params: types(f.Params), Results: types(f.Results)}
}

func printed(t *testing.T, node ast.Node) string {
	t.Helper()
	var b bytes.Buffer
	if err := format.Node(&b, token.NewFileSet(), node); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
