package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
)

// What of CycloneDX 1.6 (ECMA-424) the list of components uses.
type (
	bom struct {
		Schema       string          `json:"$schema"`
		BOMFormat    string          `json:"bomFormat"`
		SpecVersion  string          `json:"specVersion"`
		Version      int             `json:"version"`
		Metadata     bomMetadata     `json:"metadata"`
		Components   []bomComponent  `json:"components"`
		Dependencies []bomDependency `json:"dependencies"`
	}
	bomMetadata struct {
		Component bomComponent `json:"component"`
	}
	bomComponent struct {
		Type     string       `json:"type"`
		Ref      string       `json:"bom-ref"`
		Name     string       `json:"name"`
		Version  string       `json:"version,omitempty"`
		Hashes   []bomHash    `json:"hashes,omitempty"`
		Licenses []bomLicence `json:"licenses"`
		PURL     string       `json:"purl,omitempty"`
	}
	bomHash struct {
		Algorithm string `json:"alg"`
		Content   string `json:"content"`
	}
	bomLicence struct {
		Expression string `json:"expression"`
	}
	bomDependency struct {
		Ref       string   `json:"ref"`
		DependsOn []string `json:"dependsOn,omitempty"`
	}
)

// ownLicence is what our own files are under.
const ownLicence = "Apache-2.0"

// bomHolders are the files of dist/ that have the works of others in them; of the
// rules' pages and their list it is the same one.
var bomHolders = []string{"page.wasm", "worker.wasm", "wasm_exec.js", "rules.json"}

// sbom is sbom.cdx.json: each component with its licence, and which file of dist/
// has it. It holds neither a time nor a number of its own, so that the same
// sources give the same bytes.
func sbom(files map[string][]byte, list []component) ([]byte, error) {
	top := bomComponent{Type: "application", Ref: "sealglass", Name: "Sealglass", Licenses: []bomLicence{{ownLicence}}}
	all := bom{
		Schema:    "http://cyclonedx.org/schema/bom-1.6.schema.json",
		BOMFormat: "CycloneDX", SpecVersion: "1.6", Version: 1,
		Metadata:     bomMetadata{top},
		Dependencies: []bomDependency{{top.Ref, bomHolders}},
	}
	for _, name := range bomHolders {
		content, ok := files[name]
		if !ok {
			return nil, fmt.Errorf("build: the list of components names %s, which is not built", name)
		}
		licence := ownLicence
		if name == "wasm_exec.js" {
			licence = "BSD-3-Clause"
		}
		all.Components = append(all.Components, bomComponent{
			Type: "file", Ref: name, Name: name,
			Hashes:   []bomHash{{"SHA-256", fmt.Sprintf("%x", sha256.Sum256(content))}},
			Licenses: []bomLicence{{licence}},
		})
		holds := bomDependency{Ref: name}
		for _, c := range list {
			if slices.Contains(c.holders, name) {
				holds.DependsOn = append(holds.DependsOn, c.ref())
			}
		}
		all.Dependencies = append(all.Dependencies, holds)
	}
	for _, c := range list {
		kind := "library"
		if c.purl == "" {
			kind = "data"
		}
		all.Components = append(all.Components, bomComponent{
			Type: kind, Ref: c.ref(), Name: c.name, Version: c.version, Licenses: []bomLicence{{c.licence}}, PURL: c.purl,
		})
	}
	document, err := json.MarshalIndent(all, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("build: %w", err)
	}
	return append(document, '\n'), nil
}

// ref names a component within the list.
func (c component) ref() string {
	if c.purl != "" {
		return c.purl
	}
	return c.name
}
