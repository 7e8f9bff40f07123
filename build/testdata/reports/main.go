// Command reports prints what the page says about each file of a folder and of
// the folders in it, for a comparison of the program in the browser with the
// native one. It uses no fmt, of which the page has only a stub.
package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"time"

	"sealglass/inspect"
	"sealglass/view"
)

func main() {
	now := time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, pattern := range []string{"*", "*/*"} {
		files, err := filepath.Glob(filepath.Join(os.Args[1], pattern))
		if err != nil {
			panic(err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				continue // a folder
			}
			report := inspect.Inspect([]inspect.Input{{Name: filepath.Base(file), Data: data}}, inspect.Options{Now: now})
			out.Write(inspect.AppendJSON(nil, report))
			options := view.Options{Now: now}
			shown := view.AppendJSON([]byte(view.Markdown(report, options)), view.Result(report, options))
			sum := sha256.Sum256(shown)
			out.WriteString("\nshown: " + hex.EncodeToString(sum[:]) + "\n")
		}
	}
}
