package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"golang.org/x/net/html"
)

// manifestName is the file beside the page of each language that says how the page
// is installed.
const manifestName = "app.webmanifest"

// addOffline adds serviceworker.js, which keeps the page of every language in the
// browser with all that it is made of.
func addOffline(files map[string][]byte, source fs.FS, version string, languages []language) error {
	script, err := fs.ReadFile(source, "offline/serviceworker.js")
	if err != nil {
		return fmt.Errorf("build: %w", err)
	}
	kept := make(map[string]string)
	for _, lang := range languages {
		page := lang.path("index.html")
		names, err := partsOf(files[page])
		if err != nil {
			return fmt.Errorf("build: %s: %w", page, err)
		}
		folder := strings.TrimSuffix(page, "index.html")
		for _, name := range names {
			name = path.Join(folder, name)
			kept[name] = hashSource(files[name])
		}
		// By this address, since some hosts lead from the other one to it.
		kept[folder] = hashSource(files[page])
	}
	for _, file := range fetched {
		if file.key != "cardStyle" { // of elements
			kept[file.name] = hashSource(files[file.name])
		}
	}
	list, err := json.MarshalIndent(kept, "", "\t") // sorted
	if err != nil {
		return fmt.Errorf("build: %w", err)
	}
	head := fmt.Sprintf("// Written by the build.\nconst version = '%s';\nconst files = %s;\n\n", version, list)
	files["serviceworker.js"] = append([]byte(head), script...)
	return nil
}

// partsOf lists the addresses of the files that a page names.
func partsOf(page []byte) ([]string, error) {
	document, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return nil, err
	}
	var names []string
	for n := range document.Descendants() {
		switch {
		case n.Data == "script" && nodeAttr(n, "src") != "":
			names = append(names, nodeAttr(n, "src"))
		case n.Data == "link" && nodeAttr(n, "rel") != "alternate":
			names = append(names, nodeAttr(n, "href"))
		}
	}
	return names, nil
}

// webManifest is a Web Application Manifest (W3C).
type webManifest struct {
	Name        string         `json:"name"`
	ShortName   string         `json:"short_name"`
	Description string         `json:"description"`
	Lang        string         `json:"lang"`
	StartURL    string         `json:"start_url"`
	Scope       string         `json:"scope"`
	Display     string         `json:"display"`
	Icons       []manifestIcon `json:"icons"`
}

type manifestIcon struct {
	Source string `json:"src"`
	Sizes  string `json:"sizes"`
	Type   string `json:"type"`
}

// addManifests adds how the page of each language is installed, by its own title
// and description.
func addManifests(files map[string][]byte, source fs.FS, languages []language) error {
	markup, err := fs.ReadFile(source, "index.html")
	if err != nil {
		return fmt.Errorf("build: %w", err)
	}
	for _, lang := range languages {
		translated, err := lang.translate(markup)
		if err != nil {
			return fmt.Errorf("build: web/index.html in %q: %w", lang.tag, err)
		}
		document, err := html.Parse(bytes.NewReader(translated))
		if err != nil {
			return fmt.Errorf("build: web/index.html in %q: %w", lang.tag, err)
		}
		name := lang.path(manifestName)
		top := "./" + strings.Repeat("../", strings.Count(name, "/"))
		manifest := webManifest{
			ShortName: "Sealglass", Lang: lang.tag, StartURL: "./", Scope: top, Display: "standalone",
			Icons: []manifestIcon{{top + "icon.svg", "any", "image/svg+xml"}},
		}
		for n := range document.Descendants() {
			switch {
			case n.Data == "title" && n.Parent.Data == "head":
				manifest.Name = n.FirstChild.Data
			case n.Data == "meta" && nodeAttr(n, "name") == "description":
				manifest.Description = nodeAttr(n, "content")
			}
		}
		if files[name], err = json.MarshalIndent(manifest, "", "\t"); err != nil {
			return fmt.Errorf("build: %w", err)
		}
	}
	return nil
}
