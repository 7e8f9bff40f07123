package main

import (
	"os"
	"testing"
)

func TestReadmeIsUpToDate(t *testing.T) {
	text, err := os.ReadFile("../../" + readme)
	if err != nil {
		t.Fatal(err)
	}
	want, err := filled(string(text))
	if err != nil {
		t.Fatal(err)
	}
	if string(text) != want {
		t.Error("the tables of README.md differ from the code; run make docs")
	}
}

func TestFilledRefuses(t *testing.T) {
	for _, text := range []string{
		"<!-- made by make docs: rules -->\nno end",
		"<!-- made by make docs: nothing -->\n<!-- end -->",
	} {
		if _, err := filled(text); err == nil {
			t.Errorf("%q: no error", text)
		}
	}
}
