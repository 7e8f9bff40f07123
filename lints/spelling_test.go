package lints

import "testing"

func TestSpell(t *testing.T) {
	for _, c := range []struct {
		text, folded string
		ascii        bool
	}{
		{"Jo  Doe ", "jo do", true},
		{"José Núñez", "jose nunez", true},
		{"Jose\u0301", "jose", true},
		{"MÜLLER", "muller", true},
		{"Mueller", "muller", true},
		{"Muller", "muller", true},
		{"Straße", "strase", true},
		{"Ærø", "aro", true},
		{"Jo\u00a0Doe", "jo do", true},
		{"Ｊｏ", "jo", true},
		{"！～", "!~", true},
		{"O’Neill", "o'neill", true},
		{"Иван", "иван", false},
		{"田中", "田中", false},
	} {
		if got := spell(c.text); got != (spelling{c.text, c.folded, c.ascii}) {
			t.Errorf("%q: %+v", c.text, got)
		}
	}
}

func TestSameSpelling(t *testing.T) {
	for _, c := range []struct {
		a, b          string
		same, certain bool
	}{
		{"Jo GmbH", "Jo GmbH", true, true},
		{"Jo GmbH", "jo  gmbh", true, false},
		{"Müller AG", "Mueller AG", true, false},
		{"Jo GmbH", "Jo AG", false, true},
		{"田中", "Tanaka", false, false},
		{"田中", "田中", true, true},
	} {
		a, b := spell(c.a), spell(c.b)
		if same, certain := a.same(&b); same != c.same || certain != c.certain {
			t.Errorf("%q and %q: same %t, certain %t", c.a, c.b, same, certain)
		}
	}
}
