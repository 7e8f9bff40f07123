package main

import (
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sealglass/web"
)

// What is lost without a header is said of each.
func TestHostingIsDocumented(t *testing.T) {
	guide, err := os.ReadFile(filepath.Join(projectRoot(t), "docs", "hosting.md"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	addHosting(files, []language{{tag: "en"}})
	names := slices.Collect(maps.Keys(files))
	for _, h := range siteHeaders() {
		names = append(names, h.name)
	}
	for _, name := range names {
		if !strings.Contains(string(guide), "`"+name+"`") {
			t.Errorf("docs/hosting.md does not speak of %s", name)
		}
	}
}

// Each file for a server is read as that server reads it, and asked what it sends
// with an address.
func TestHostingSendsTheHeadersOfThePolicy(t *testing.T) {
	files := map[string][]byte{}
	addresses := []string{
		"/index.html", "/de/index.html", "/guide.html", "/rules/index.html", "/de/rules/index.html", "/serviceworker.js",
		"/embed.html", "/de/embed.html", "/sealglass.html", "/de/sealglass.html",
	}
	for _, address := range addresses {
		files[address[1:]] = nil
	}
	addHosting(files, []language{{tag: "en"}, {tag: "de"}})
	servers := map[string]func(config, address string) map[string]string{
		netlifyName: netlifySends, apacheName: apacheSends, nginxName: nginxSends, caddyName: caddySends,
	}
	if len(files) != len(addresses)+len(servers) {
		t.Fatalf("%d files, %d servers", len(files)-len(addresses), len(servers))
	}
	for name, sends := range servers {
		if !isHosting(name) {
			t.Errorf("%s counts as a file of the page", name)
		}
		for _, address := range append(addresses, "/", "/de/") {
			want := map[string]string{"Cache-Control": web.CacheControl}
			for _, h := range append(web.Headers, web.OwnHeaders[path.Base(address)]...) {
				want[h.Name] = h.Value
			}
			if got := sends(string(files[name]), address); !maps.Equal(got, want) {
				t.Errorf("%s sends with %s\n%q\nwant\n%q", name, address, got, want)
			}
		}
	}
}

func netlifySends(config, address string) map[string]string {
	sent := map[string]string{}
	fits := false
	for line := range strings.Lines(config) {
		line = strings.TrimSuffix(line, "\n")
		name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch start, wild := strings.CutSuffix(line, "*"); {
		case strings.HasPrefix(line, "/"):
			fits = address == line || wild && strings.HasPrefix(address, start)
		case strings.HasPrefix(line, "  ") && fits && sent[name] != "":
			sent[name] += ", " + value
		case strings.HasPrefix(line, "  ") && fits:
			sent[name] = value
		}
	}
	return sent
}

var apacheLine = regexp.MustCompile(`(?m)^<(/?)Files ?"?([^">]*)|^ *Header always set (\S+) "(.*)"$`)

func apacheSends(config, address string) map[string]string {
	sent := map[string]string{}
	fits := true
	for _, m := range apacheLine.FindAllStringSubmatch(config, -1) {
		switch {
		case m[3] == "":
			fits = m[1] == "/" || path.Base(address) == m[2]
		case fits:
			sent[m[3]] = m[4]
		}
	}
	return sent
}

var (
	nginxMap    = regexp.MustCompile(`(?s)map \$uri (\S+) \{(.*?)\n\}`)
	nginxChoice = regexp.MustCompile(`(?m)^    (?:default|~(\S+)) "(.*)";$`)
	nginxHeader = regexp.MustCompile(`(?m)^    add_header (\S+) "?(.*?)"? always;$`)
)

func nginxSends(config, address string) map[string]string {
	variables := map[string]string{}
	for _, m := range nginxMap.FindAllStringSubmatch(config, -1) {
		for _, choice := range nginxChoice.FindAllStringSubmatch(m[2], -1) {
			if regexp.MustCompile(choice[1]).MatchString(address) { // default stands first
				variables[m[1]] = choice[2]
			}
		}
	}
	sent := map[string]string{}
	for _, m := range nginxHeader.FindAllStringSubmatch(config, -1) {
		sent[m[1]] = m[2]
		if value, ok := variables[m[2]]; ok {
			sent[m[1]] = value
		}
	}
	return sent
}

var caddyLine = regexp.MustCompile(`(?m)^\t(@\w+) (not )?path (.*)$|^\theader (@\w+ )?(\S+) "(.*)"$`)

func caddySends(config, address string) map[string]string {
	sent := map[string]string{}
	fits := map[string]bool{"": true}
	for _, m := range caddyLine.FindAllStringSubmatch(config, -1) {
		if m[1] != "" {
			for _, pattern := range strings.Fields(m[3]) {
				fits[m[1]] = fits[m[1]] || strings.HasSuffix(address, strings.TrimPrefix(pattern, "*"))
			}
			fits[m[1]] = fits[m[1]] != (m[2] != "")
		} else if fits[strings.TrimSpace(m[4])] {
			sent[m[5]] += m[6] // two that fit would be seen
		}
	}
	return sent
}
