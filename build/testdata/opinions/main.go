// Command opinions prints what zlint finds in each PEM file of a folder, for a
// comparison of the program in the browser with the native one.
package main

import (
	"encoding/pem"
	"fmt"
	"os"
	"path/filepath"

	"sealglass/lints/zlint"
)

func main() {
	files, err := filepath.Glob(filepath.Join(os.Args[1], "*.pem"))
	if err != nil {
		panic(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			panic(err)
		}
		block, _ := pem.Decode(text)
		if block == nil {
			continue
		}
		opinion := zlint.Run(block.Bytes, zlint.Options{})
		fmt.Println(filepath.Base(file), opinion.Off)
		for _, f := range opinion.Findings {
			fmt.Println(" ", f.Rule, f.Severity, f.Status, f.At)
		}
	}
}
