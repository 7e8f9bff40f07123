package main

import (
	"encoding/base64"
	"fmt"

	"sealglass/testdata/gen"
)

// samplesModule is samples.js: the certificates to try, so that trying one asks
// for nothing; web/types/samples.d.ts describes it.
func samplesModule() []byte {
	module := []byte("// Written by the build.\n\nexport const samples = {\n")
	for _, s := range gen.Examples() {
		module = fmt.Appendf(module, "\t%s: '%s',\n", s.Name, base64.StdEncoding.EncodeToString(s.Data))
	}
	return append(module, "};\n"...)
}
