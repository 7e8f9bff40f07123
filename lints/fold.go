package lints

import "slices"

// Fold adds the findings of a second opinion to those of the rule book. Where a
// rule names a lint of the second opinion as one for its own fault, and both
// found it, one finding stays: the rule's, with the lint's name under Also.
func Fold(own, second []Finding) []Finding {
	folded := slices.Clone(own)
	for _, s := range second {
		at := slices.IndexFunc(folded, func(f Finding) bool {
			return f.Status == Fail && s.Status == Fail && slices.Contains(zlintNames(f.Rule), s.Rule)
		})
		if at < 0 {
			folded = append(folded, s)
			continue
		}
		if !slices.Contains(folded[at].Also, s.Rule) {
			folded[at].Also = append(slices.Clone(folded[at].Also), s.Rule)
		}
	}
	return folded
}

// zlintNames are the lints of zlint for the fault that the rule is about.
func zlintNames(rule string) []string {
	for _, area := range areas {
		for i := range area {
			if area[i].ID == rule {
				return area[i].ZLint
			}
		}
	}
	return nil
}
