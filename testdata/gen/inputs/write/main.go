// Command write writes the table of inputs for tests that are not in Go: each
// input in a file of its own, named by its number, table.json with what is
// expected of it, secrets.json with what must be nowhere afterwards
// ([inputs.Secrets], in hexadecimal), mesh.pem, 200 certificates of CAs that
// signed each other ([gen.Mesh]), and attacks.pem, a certificate for each hostile
// text ([gen.Carrier]).
//
//	go run ./testdata/gen/inputs/write FOLDER
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"sealglass/testdata/gen"
	"sealglass/testdata/gen/inputs"
)

// row is a case as table.json has it.
type row struct {
	Name     string   `json:"name"`
	File     string   `json:"file"`
	Password string   `json:"password"`
	Answers  []answer `json:"answers"`
}

type answer struct {
	Kind         string   `json:"kind"`
	Code         string   `json:"code"`
	Certificates []string `json:"certificates"` // SHA-256
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: write FOLDER")
		os.Exit(2)
	}
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(folder string) error {
	var table []row
	for i, c := range inputs.All() {
		r := row{Name: c.Name, File: fmt.Sprintf("%03d", i), Password: c.Password}
		for _, a := range c.Answers {
			fingerprints := []string{}
			for _, der := range a.Certificates {
				sum := sha256.Sum256(der)
				fingerprints = append(fingerprints, hex.EncodeToString(sum[:]))
			}
			r.Answers = append(r.Answers, answer{a.Kind, a.Code, fingerprints})
		}
		if err := os.WriteFile(filepath.Join(folder, r.File), c.Data, 0o600); err != nil {
			return err
		}
		table = append(table, r)
	}
	var secrets []string
	for secret := range inputs.Secrets() {
		secrets = append(secrets, hex.EncodeToString([]byte(secret)))
	}
	if err := writeJSON(filepath.Join(folder, "secrets.json"), secrets); err != nil {
		return err
	}
	var attacks []*gen.Cert
	for _, text := range gen.AttackTexts() {
		attacks = append(attacks, gen.Carrier(text))
	}
	for name, certificates := range map[string][]*gen.Cert{"mesh.pem": gen.Mesh(200), "attacks.pem": attacks} {
		var text []byte
		for _, c := range certificates {
			text = append(text, gen.PEM("CERTIFICATE", c.Encode())...)
		}
		if err := os.WriteFile(filepath.Join(folder, name), text, 0o600); err != nil {
			return err
		}
	}
	return writeJSON(filepath.Join(folder, "table.json"), table)
}

func writeJSON(file string, value any) error {
	text, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return os.WriteFile(file, text, 0o600)
}
