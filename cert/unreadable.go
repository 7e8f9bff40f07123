package cert

import (
	"slices"
	"strconv"
	"strings"
)

// Path is the extension's path as the fields of the report have it:
// "tbsCertificate.extensions.keyUsage", or "tbsCertificate.extensions[7]" for one
// whose OID has no name.
func (e *Extension) Path() string {
	within := e.within
	if e.entry > 0 {
		within = entryPath(e.entry) + pathOfEntryExtension
	}
	if name := e.OID.Name(); name != "" {
		return within + "." + name
	}
	return within + "[" + strconv.Itoa(e.Index) + "]"
}

// Extension returns the first extension with this OID, nil when there is none.
func (c *Certificate) Extension(oid OID) *Extension {
	return findExtension(c.Extensions, oid)
}

func findExtension(list []Extension, oid OID) *Extension {
	for i := range list {
		if list[i].OID == oid {
			return &list[i]
		}
	}
	return nil
}

// Unreadable returns the fault for which the part at the path, something within
// it or something it lies in could not be read, nil when the part is readable.
// The path is that of a field ("tbsCertificate.subject",
// "tbsCertificate.extensions.keyUsage") or "ext:" and an extension's OID.
//
// An extension is readable when one with this OID was decoded, or when it is
// absent and no other extension is so broken that it may be the one. Elements of
// a list that did not decode but whose kind is known (one broken name of a
// subjectAltName) leave the list readable; they carry their own Fault.
func (c *Certificate) Unreadable(path string) *Fault {
	if oid, ok := strings.CutPrefix(path, "ext:"); ok {
		return c.unreadableExtension(OID(oid))
	}
	if name, ok := strings.CutPrefix(path, pathExtensions+"."); ok {
		name, _, _ = strings.Cut(name, ".")
		for i := range c.Extensions {
			if c.Extensions[i].OID.Name() == name {
				return c.unreadableExtension(c.Extensions[i].OID)
			}
		}
	}
	return fatalAt(c.Faults, path)
}

// fatalAt is the first fault for which the part at the path, something within it
// or something it lies in could not be read.
func fatalAt(faults []Fault, path string) *Fault {
	for i := range faults {
		if f := &faults[i]; f.Fatal && related(f.Path, path) {
			return f
		}
	}
	return nil
}

func (c *Certificate) unreadableExtension(oid OID) *Fault {
	var first *Fault
	found := false
	for i := range c.Extensions {
		e := &c.Extensions[i]
		if e.OID != oid {
			continue
		}
		found = true
		fault := c.faultIn(e)
		if fault == nil {
			return nil
		}
		if first == nil {
			first = fault
		}
	}
	if found {
		return first
	}
	return c.unlisted
}

// faultIn is the fault for which the extension, or an element of it, could not be read.
func (c *Certificate) faultIn(e *Extension) *Fault {
	if e.Fault != nil {
		return e.Fault
	}
	first, _ := slices.BinarySearchFunc(c.Faults, e.Offset, func(f Fault, offset int) int { return f.Offset - offset })
	for i := first; i < len(c.Faults) && c.Faults[i].Offset < e.End(); i++ {
		if f := &c.Faults[i]; f.Fatal && f.End() <= e.End() {
			return f
		}
	}
	return nil
}

// findUnlisted finds the fault for which an extension that is not listed may
// stand in the certificate all the same: the list is not whole, or the OID of
// one did not decode.
func (c *Certificate) findUnlisted() *Fault {
	for i := range c.Faults {
		if f := &c.Faults[i]; f.Fatal && within(pathExtensions, f.Path) {
			return f
		}
	}
	for i := range c.Extensions {
		if e := &c.Extensions[i]; e.OID == "" && e.Fault != nil {
			return e.Fault
		}
	}
	return nil
}

// related says whether one of two paths lies within the other.
func related(a, b string) bool { return within(a, b) || within(b, a) }

// within says whether path is the part or lies in it. The path of a whole input
// holds every other.
func within(path, part string) bool {
	switch part {
	case pathCertificate, pathCRL, pathOCSP, pathRequest:
		return true
	}
	rest, ok := strings.CutPrefix(path, part)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}
