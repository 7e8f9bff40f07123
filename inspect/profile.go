package inspect

import (
	"strings"

	"sealglass/lints"
)

// profiles and generations are the names that the report and the command use.
var (
	profiles = [...]struct {
		name    string
		profile lints.Profile
	}{
		{"mailbox", lints.Mailbox},
		{"organization", lints.Organization},
		{"sponsor", lints.Sponsor},
		{"individual", lints.Individual},
	}
	generations = [...]struct {
		name       string
		generation lints.Generation
	}{
		{"legacy", lints.Legacy},
		{"multipurpose", lints.Multipurpose},
		{"strict", lints.Strict},
	}
)

// overrideOf reads a profile as a person chooses it; ok is false for a name
// that is none.
func overrideOf(name string) (o lints.Override, ok bool) {
	if name == "" || name == ProfileAuto {
		return o, true
	}
	profile, generation, both := strings.Cut(name, "-")
	for _, p := range profiles {
		if p.name == profile {
			o.Profile = p.profile
		}
	}
	for _, g := range generations {
		if both && g.name == generation {
			o.Generation = g.generation
		}
	}
	if o.Profile == 0 || both && o.Generation == 0 {
		return lints.Override{}, false
	}
	return o, true
}

func profileName(p lints.Profile) string {
	for _, known := range profiles {
		if known.profile == p {
			return known.name
		}
	}
	return "none"
}

func generationName(g lints.Generation) string {
	for _, known := range generations {
		if known.generation == g {
			return known.name
		}
	}
	return "none"
}

func roleName(r lints.Role) string {
	switch r {
	case lints.Subscriber:
		return "subscriber"
	case lints.SubCA:
		return "subCA"
	case lints.Root:
		return "root"
	}
	return "other"
}
