package view

import "testing"

func TestNumber(t *testing.T) {
	w := ParseWords("number.group\t.\n")
	for n, want := range map[int]string{0: "0", 9999: "9999", 10000: "10.000", 123456: "123.456", 2911718: "2.911.718"} {
		if got := w.number(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

func TestPluralForm(t *testing.T) {
	for _, c := range []struct {
		lang string
		n    int
		want string
	}{
		{"en", 0, "other"},
		{"en", 1, "one"},
		{"en", 2, "other"},
		{"de", 1, "one"},
		{"de", 0, "other"},
		{"fr", 0, "one"},
		{"fr", 1, "one"},
		{"fr", 2, "other"},
		{"ja", 1, "other"},
	} {
		if got := pluralForm(c.lang, c.n); got != c.want {
			t.Errorf("%s, %d: %s, want %s", c.lang, c.n, got, c.want)
		}
	}
}
