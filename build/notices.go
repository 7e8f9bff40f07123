package main

import (
	"fmt"
	"slices"
	"strings"
)

// notices is NOTICES.txt: the licence of each component, and in whose files of
// dist/ it is. Texts that several share stand there once. own is our own licence.
func notices(own []byte, list []component) []byte {
	var b strings.Builder
	b.WriteString("Sealglass, and the works of others in it, with their licences.\nsbom.cdx.json lists them for programs.\nsealglass.html has both programs in itself.\n")
	noticeSection(&b, []string{"Sealglass: Apache-2.0"}, string(own))
	var written []string
	for _, c := range list {
		for _, text := range c.licences {
			if slices.Contains(written, text) {
				continue
			}
			written = append(written, text)
			var names []string
			for _, other := range list {
				if slices.Contains(other.licences, text) {
					names = append(names, fmt.Sprintf("%s: %s, in %s", strings.TrimSpace(other.name+" "+other.version), other.licence, strings.Join(other.holders, ", ")))
				}
			}
			noticeSection(&b, names, text)
		}
	}
	return []byte(b.String())
}

func noticeSection(b *strings.Builder, names []string, text string) {
	line := strings.Repeat("=", 78)
	fmt.Fprintf(b, "\n%s\n%s\n%s\n\n%s\n", line, strings.Join(names, "\n"), line, strings.Trim(text, "\n"))
}
