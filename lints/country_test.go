package lints

import "testing"

func TestCountries(t *testing.T) {
	const assigned = 249 // officially assigned alpha-2 codes of ISO 3166-1
	countries, users := 0, 0
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string([]rune{a, b})
			if isCountry(code) {
				countries++
			}
			if isUserAssigned(code) {
				users++
				if isCountry(code) {
					t.Errorf("%s is both assigned and left to users", code)
				}
			}
		}
	}
	// AA, QM to QZ, XA to XZ and ZZ.
	if countries != assigned || users != 1+14+26+1 {
		t.Errorf("%d countries, %d left to users", countries, users)
	}
	for code, want := range map[string]bool{
		"DE": true, "GB": true, "ZW": true, "AD": true, "UK": false, "EU": false, "XK": false, "de": false, "": false, "D": false, "DEU": false, "E ": false, " A": false,
	} {
		if got := isCountry(code); got != want {
			t.Errorf("%q is a country: %v", code, got)
		}
	}
	for code, want := range map[string]bool{
		"AA": true, "AB": false, "QL": false, "QM": true, "QZ": true, "XA": true, "XX": true, "ZZ": true, "ZY": false,
		"X": false, "XXX": false, "Xx": false, "X1": false, "X[": false, "": false,
	} {
		if got := isUserAssigned(code); got != want {
			t.Errorf("%q is left to users: %v", code, got)
		}
	}
}
