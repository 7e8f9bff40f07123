package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

// schemaType is what the report's schema uses of JSON Schema.
type schemaType struct {
	Description string
	Ref         string `json:"$ref"`
	Type        any    // a name, or several
	Enum        []string
	Const       any
	Items       *schemaType
	Properties  map[string]*schemaType
	Defs        map[string]*schemaType `json:"$defs"`
}

// typesModule is sealglass.d.ts: web/sealglass.d.ts, and the report as its schema
// describes it.
func typesModule(source fs.FS) ([]byte, error) {
	own, err := fs.ReadFile(source, "sealglass.d.ts")
	if err != nil {
		return nil, err
	}
	text, err := fs.ReadFile(source, "report.schema.json")
	if err != nil {
		return nil, err
	}
	var schema schemaType
	if err := json.Unmarshal(text, &schema); err != nil {
		return nil, fmt.Errorf("web/report.schema.json: %w", err)
	}
	var out bytes.Buffer
	out.Write(own)
	fmt.Fprintf(&out, "\n/** %s */\nexport interface Report %s\n", schema.Description, schema.typescript(""))
	for _, name := range slices.Sorted(maps.Keys(schema.Defs)) {
		def := schema.Defs[name]
		fmt.Fprintf(&out, "\n/** %s */\nexport interface %s %s\n", def.Description, typeName(name), def.typescript(""))
	}
	return out.Bytes(), nil
}

// typescript is the type in TypeScript; the lines after the first have the indent.
func (s *schemaType) typescript(indent string) string {
	switch {
	case s.Ref != "":
		return typeName(s.Ref[strings.LastIndex(s.Ref, "/")+1:])
	case s.Const != nil:
		return fmt.Sprint(s.Const)
	case len(s.Enum) > 0:
		return "'" + strings.Join(s.Enum, "' | '") + "'"
	}
	switch t := s.Type.(type) {
	case []any: // with null
		one := *s
		one.Type = t[0]
		return one.typescript(indent) + " | null"
	case string:
		switch t {
		case "array":
			if element := s.Items.typescript(indent); strings.Contains(element, " ") {
				return "Array<" + element + ">"
			} else {
				return element + "[]"
			}
		case "object":
			return s.members(indent)
		case "integer":
			return "number"
		default:
			return t
		}
	}
	return "unknown"
}

func (s *schemaType) members(indent string) string {
	var out strings.Builder
	out.WriteString("{\n")
	for _, name := range slices.Sorted(maps.Keys(s.Properties)) {
		p := s.Properties[name]
		if p.Description != "" {
			fmt.Fprintf(&out, "%s  /** %s */\n", indent, p.Description)
		}
		fmt.Fprintf(&out, "%s  %s: %s;\n", indent, name, p.typescript(indent+"  "))
	}
	return out.String() + indent + "}"
}

func typeName(def string) string { return strings.ToUpper(def[:1]) + def[1:] }
