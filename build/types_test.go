package main

import (
	"encoding/json"
	"testing"
)

func TestTypescript(t *testing.T) {
	const schema = `{"type": "object", "properties": {
		"one": {"description": "What it is.", "type": ["object", "null"], "properties": {"n": {"type": "integer"}}},
		"list": {"type": "array", "items": {"enum": ["a", "b"]}},
		"texts": {"type": "array", "items": {"type": "string"}},
		"is": {"type": "boolean"}, "schema": {"const": 1},
		"other": {"$ref": "#/$defs/thing"}, "others": {"type": "array", "items": {"$ref": "#/$defs/thing"}}}}`
	const want = `{
  is: boolean;
  list: Array<'a' | 'b'>;
  /** What it is. */
  one: {
    n: number;
  } | null;
  other: Thing;
  others: Thing[];
  schema: 1;
  texts: string[];
}`
	var s schemaType
	if err := json.Unmarshal([]byte(schema), &s); err != nil {
		t.Fatal(err)
	}
	if got := s.typescript(""); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
