package cert

import "slices"

// fail records why a part was not decoded; nil is passed over.
func (r *reader) fail(fault *Fault) {
	if fault != nil {
		*r.notes = append(*r.notes, *fault)
	}
}

// cutBefore records that an optional part may be missing because the value i that
// it would stand in was not read to its end.
func (r *reader) cutBefore(i int32, reason string) {
	switch {
	case r.tree.full:
		r.fail(r.structure(cursor{r.tree, i, -1}, ""))
	case r.node(i).Fault == FaultTruncated:
		r.fail(r.fault(i, FaultTruncated, reason))
	}
}

// part is a path with the bytes it names. A frame only holds other parts: what
// it lacks is reported where it is missing.
type part struct {
	Span
	path  string
	frame bool
}

// appendExtensions appends each extension as a part.
func appendExtensions(list []part, extensions []Extension) []part {
	for i := range extensions {
		list = append(list, part{Span: extensions[i].Span, path: extensions[i].Path()})
	}
	return list
}

// addTreeFaults adds the faults of the encoding to those of the parts, each with
// the path of the innermost part it lies in, and sorts all by their first byte.
// A part that is cut is not whole, so the fault is fatal to it.
func (r *reader) addTreeFaults(parts func() []part) {
	if len(r.tree.Faults) > 0 {
		faults := slices.Clone(r.tree.Faults)
		sortFaults(faults)
		place(faults, parts())
		*r.notes = append(*r.notes, faults...)
	}
	sortFaults(*r.notes)
}

// place gives each fault the path of the innermost part that holds it. The
// faults are in the order of their bytes.
func place(faults []Fault, parts []part) {
	slices.SortStableFunc(parts, func(a, b part) int { return a.Offset - b.Offset })
	var open []*part // those around the fault, outermost first
	next := 0
	for i := range faults {
		f := &faults[i]
		for ; next < len(parts) && parts[next].Offset <= f.Offset; next++ {
			open = slices.DeleteFunc(open, func(p *part) bool { return p.End() <= parts[next].Offset })
			open = append(open, &parts[next])
		}
		for j := len(open) - 1; j >= 0; j-- {
			if p := open[j]; f.End() <= p.End() && p.Length > 0 {
				f.Path, f.Fatal = p.path, cuts(f.Code) && !p.frame
				break
			}
		}
	}
}

// cuts says whether the fault leaves a value incomplete.
func cuts(code FaultCode) bool { return code == FaultTruncated || code == FaultLimit }

func sortFaults(faults []Fault) {
	slices.SortStableFunc(faults, func(a, b Fault) int { return a.Offset - b.Offset })
}
