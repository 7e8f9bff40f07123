package main

import (
	"os"
	"regexp"
	"testing"
)

// The README has the figures as they are written: where a row is added or put in
// other words, it needs those of a new run.
func TestReadmeHasTheFigures(t *testing.T) {
	page, err := os.ReadFile("../../" + readme)
	if err != nil {
		t.Fatal(err)
	}
	_, block, _, ok := around(string(page))
	if !ok {
		t.Fatal("README.md has no place for figures")
	}
	if got, want := shape(block), shape((&figures{}).markdown()); got != want {
		t.Errorf("README.md has\n%s\nand is to have\n%s\nrun make bench and make figures", got, want)
	}
}

// shape is a text without its figures, versions, the day and the machine.
func shape(text string) string {
	text = regexp.MustCompile(`Measured on .*\n`).ReplaceAllString(text, "Measured\n")
	text = regexp.MustCompile(`(under )?[0-9][0-9,.]*`).ReplaceAllString(text, "#")
	return text
}

func TestThousands(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 999: "999", 1000: "1,000", 10_023: "10,023"} {
		if got := thousands(n); got != want {
			t.Errorf("%d: %s", n, got)
		}
	}
}

func TestFiguresInTheReadme(t *testing.T) {
	before, block, after, ok := around("a\n" + beginFigure + "old\n" + endFigure + "\nb")
	if !ok || before+block+after != "a\n"+beginFigure+"old\n"+endFigure+"\nb" || block != "old\n" {
		t.Errorf("%q, %q, %q", before, block, after)
	}
	if _, _, _, ok := around("no marks"); ok {
		t.Error("figures where no place is")
	}
}
