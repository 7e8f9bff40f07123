// Package examples has for every rule an input that it finds fault with and one
// that passes it. They are cases of the rule book's own tests, which write and
// compare the file (lints/examples_test.go); the rules' pages show them.
package examples

import (
	_ "embed"
	"encoding/json"
)

//go:embed examples.json
var file []byte

// Examples are those of all rules.
type Examples struct {
	// Inputs are the certificates, lists and responses, by the names that the
	// examples have for them.
	Inputs map[string]Input `json:"inputs"`
	Rules  map[string]Rule  `json:"rules"` // by the rule's id
}

// Input is one encoded certificate, revocation list or OCSP response.
type Input struct {
	Label string `json:"label"` // of its PEM form: CERTIFICATE, X509 CRL, OCSP RESPONSE
	DER   []byte `json:"der"`
}

// Rule are the examples of one rule. Passes is nil where the rule is not in force yet.
type Rule struct {
	Fails  *Example `json:"fails"`
	Passes *Example `json:"passes"`
}

// Example is an input with what has to be known beside it.
type Example struct {
	Input string `json:"input"` // its name: that of the test case
	// The names of what lies beside it; empty where nothing is needed.
	Issuer    string `json:"issuer,omitempty"`
	Leaf      string `json:"leaf,omitempty"`
	Covered   string `json:"covered,omitempty"`
	Responder string `json:"responder,omitempty"`
	// AsOf is the day whose rules apply; empty for the day of issue. Known says
	// that more is known of it than its bytes say, such as that its issuer is in
	// a list of roots.
	AsOf  string  `json:"asOf,omitempty"`
	Known bool    `json:"known,omitempty"`
	Found []Place `json:"found,omitempty"`
}

// Place is one spot that the rule finds.
type Place struct {
	Path string `json:"path"`
	Got  string `json:"got"`
}

// Read reads the examples.
func Read() (*Examples, error) {
	e := new(Examples)
	return e, json.Unmarshal(file, e)
}
