// Command reports prints what the page says about each file of some folders and of
// the folders in them, for a comparison of the program in the browser with the
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
	for _, folder := range os.Args[1:] {
		for _, pattern := range []string{"*", "*/*"} {
			files, err := filepath.Glob(filepath.Join(folder, pattern))
			if err != nil {
				panic(err)
			}
			for _, file := range files {
				if data, err := os.ReadFile(file); err == nil { // no folder
					print(out, file, data, now)
				}
			}
		}
	}
}

// print writes the report on a file, and the hash of what the page shows of it.
func print(out *bufio.Writer, file string, data []byte, now time.Time) {
	report := inspect.Inspect([]inspect.Input{{Name: filepath.Base(file), Data: data}}, inspect.Options{Now: now})
	out.Write(inspect.AppendJSON(nil, report))
	options := view.Options{Now: now}
	shown := view.AppendJSON([]byte(view.Markdown(report, options)), view.Result(report, options))
	sum := sha256.Sum256(shown)
	out.WriteString("\nshown: " + hex.EncodeToString(sum[:]) + "\n")
}
