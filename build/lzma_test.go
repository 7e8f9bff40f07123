package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// What the build packs, web/single/lzma.js unpacks.
func TestLZMA(t *testing.T) {
	random := make([]byte, 300_000)
	source := rand.NewChaCha8([32]byte{1})
	source.Read(random)
	var wordy []byte // matches at many distances, some of them again
	for range 60_000 {
		n := source.Uint64()
		wordy = append(wordy, random[n%16*40:][:n>>8%40]...)
		wordy = append(wordy, byte(n>>40)%4)
	}
	run := bytes.Repeat([]byte{7}, 3*longestMatch)
	cases := map[string][]byte{
		"nothing":                 {},
		"one byte":                {0xff},
		"random bytes":            random,
		"words":                   wordy,
		"a long way back":         append(bytes.Clone(random), random...),
		"one less than the match": run[:longestMatch],
		"the longest match":       run[:longestMatch+1],
		"one more":                run[:longestMatch+2],
		"two more":                run[:longestMatch+3],
		"several":                 run,
	}
	folder := t.TempDir()
	for name, content := range cases {
		packed := packLZMA(content)
		if name == "words" && len(packed) > len(content)/2 {
			t.Errorf("%s: %d bytes became %d", name, len(content), len(packed))
		}
		file := filepath.Join(folder, name)
		if err := os.WriteFile(file, packed, 0o666); err != nil {
			t.Fatal(err)
		}
		if got := unpackInNode(t, file); !bytes.Equal(got, content) {
			t.Errorf("%s: %d bytes, packed %d, come back as %d others", name, len(content), len(packed), len(got))
		}
	}
}

func unpackInNode(t *testing.T, file string) []byte {
	t.Helper()
	const script = `
		const { unpack, unpackedLength } = await import(process.argv[1]);
		const { readFileSync, writeSync } = await import('node:fs');
		const packed = new Uint8Array(readFileSync(process.argv[2]));
		const out = new Uint8Array(unpackedLength(packed));
		for (const _ of unpack(packed, out));
		for (let at = 0; at < out.length;) at += writeSync(1, out, at);`
	cmd := exec.Command("node", "--input-type=module", "-e", script, filepath.Join(projectRoot(t), "web", "single", "lzma.js"), file)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("node: %v", err)
	}
	return out
}
