package cert

import (
	"bytes"
	"strconv"
)

// entryReader reads the entries of a CRL one by one as the walk passes them, so
// that a list of any length needs no more nodes than its longest entry has.
type entryReader struct {
	crl    *CRL
	list   int32 // the node of revokedCertificates; -1 before it
	reader reader
	pause  func()
	paused int // the first byte that was not read when pause was called last
	entryMemory
}

// entryMemory is what one entry of a CRL leaves to the next: garbage of a hundred
// thousand of them, and as many small things to keep, would take longer than to
// read them.
type entryMemory struct {
	found int // entries seen, read or not

	inner      reader      // of the value of an extension
	value      Tree        // which is this
	extensions []Extension // where the next ones are put
	octets     []byte      // of the last OBJECT IDENTIFIER
	last       OID
}

// grow makes room for the next entry of the list and those behind it, as many as
// there are if they are as long as those before.
func (e *entryReader) grow(list, next Span) {
	const few = 64 // do not tell how long the others are
	n, passed, left := len(e.crl.Entries), next.Offset-list.Offset, list.End()-next.Offset
	more := min(few, left)
	if n >= few && passed > 0 {
		more = left*n/passed + few
	}
	larger := make([]RevokedCertificate, n, n+min(max(more, 1), MaxRevoked-n))
	copy(larger, e.crl.Entries)
	e.crl.Entries = larger
}

// room is where the n extensions of an entry are put.
func (m *entryMemory) room(n int) []Extension {
	const most = 1024
	if n > len(m.extensions) {
		m.extensions = make([]Extension, max(n, min(m.found, most)))
	}
	room := m.extensions[:n:n]
	m.extensions = m.extensions[n:]
	return room
}

// oid is the OBJECT IDENTIFIER with these content octets. Most are that of the
// entry before.
func (m *entryMemory) oid(octets []byte) OID {
	if !bytes.Equal(octets, m.octets) {
		m.octets = octets
		m.last, _ = decodeOID(octets)
	}
	return m.last
}

// isList says whether node i is revokedCertificates (RFC 5280 5.1.2.6): the
// SEQUENCE in TBSCertList behind algorithm, issuer and time.
func (e *entryReader) isList(t *Tree, i int32) bool {
	const tbs, before = 1, 3
	if e.list >= 0 || t.Nodes[i].Parent != tbs || !t.Nodes[i].is(classUniversal, tagSequence) {
		return false
	}
	preceding := 0
	for j := t.Nodes[tbs].First; j != i && preceding < before; j = t.Nodes[j].Next {
		preceding++
	}
	if preceding < before {
		return false
	}
	e.list = i
	return true
}

// rest reads the entries of a list that the walk did not hand over, having
// recognised none, and says so where the list is empty or too long.
func (e *entryReader) rest(r *reader, list int32) {
	for at := r.children(list); at.at >= 0; {
		e.entry(r.tree, at.next(), nil)
	}
	switch {
	case e.found == 0:
		r.part(pathCRLEntries).note(list, FaultEmpty, "", "a list of revoked certificates without an entry, which must be left out")
	case e.found > MaxRevoked:
		r.fail(r.part(pathCRLEntries).fault(list, FaultLimit, "the list has "+strconv.Itoa(e.found)+" entries; only the first "+strconv.Itoa(MaxRevoked)+" are read"))
	}
}

// entry reads one entry; faults are those of its encoding.
func (e *entryReader) entry(t *Tree, i int32, faults []Fault) {
	e.found++
	if end := t.Nodes[i].End(); end-e.paused >= StepSize {
		e.paused = end
		e.pause()
	}
	if e.found > MaxRevoked {
		return
	}
	if len(e.crl.Entries) == cap(e.crl.Entries) && e.list >= 0 {
		e.grow(t.Nodes[e.list].Span, t.Nodes[i].Span)
	}
	r := &e.reader
	r.tree, r.entry = t, &e.entryMemory
	before := len(*r.notes)
	for _, f := range faults {
		f.Path, f.Fatal = r.where(""), cuts(f.Code)
		*r.notes = append(*r.notes, f)
	}
	e.crl.Entries = append(e.crl.Entries, RevokedCertificate{Span: r.span(i), Reason: -1})
	entry := &e.crl.Entries[len(e.crl.Entries)-1]
	r.revoked(entry, i)
	for _, f := range (*r.notes)[before:] {
		entry.Broken = entry.Broken || f.Fatal
	}
}

// revoked reads one element of revokedCertificates (RFC 5280 5.1.2.6).
func (r *reader) revoked(e *RevokedCertificate, i int32) {
	if !r.node(i).is(classUniversal, tagSequence) {
		r.fail(r.fault(i, FaultStructure, "an entry must be a SEQUENCE of serial number and date"))
		return
	}
	at := r.children(i)
	if serial := at.universal(tagInteger); serial >= 0 {
		e.SerialNumber = r.integer(serial)
	} else {
		r.missing(r.where(""), &at, timeShape, "the INTEGER of the serial number is missing")
	}
	if at.at >= 0 && r.node(at.at).isTime() {
		e.RevocationDate, _ = r.time(at.next(), "revocationDate")
	} else {
		r.fail(r.structure(at, "the date of revocation is missing"))
	}
	if list := at.universal(tagSequence); list >= 0 {
		e.Extensions = r.extensions(list, "", e.decode)
	}
	r.end(at, "", "an entry")
}

// decode reads the value of one extension of the entry (RFC 5280 5.3).
func (e *RevokedCertificate) decode(r *reader, octets int32) (*Fault, bool) {
	switch r.ext.OID {
	case OIDReasonCode:
		if e.ReasonExt == nil {
			e.ReasonExt = r.ext
		}
		var reason *int
		fault, known := decode(r, octets, &reason, readReason)
		if reason != nil && e.Reason < 0 {
			e.Reason = *reason
		}
		return fault, known
	case OIDInvalidityDate:
		// Not by the generic function: see build/adr/0010.
		return r.decode(octets, func(in *reader, top int32) *Fault {
			t, fault := in.generalizedTime(top, "")
			if fault == nil && e.InvalidityDate == nil {
				e.InvalidityDate = &t
			}
			return fault
		})
	case OIDCertificateIssuer:
		var issuer *AltName
		fault, known := decode(r, octets, &issuer, readAltName)
		if issuer != nil && e.CertificateIssuer == nil {
			e.CertificateIssuer = issuer.Names
		}
		return fault, known
	}
	return nil, false
}

// readReason reads CRLReason (RFC 5280 5.3.1). A number that stands for no reason
// is read and flagged.
func readReason(r *reader, top int32) (*int, *Fault) {
	const unused, last = 7, 10
	reason, ok := r.integer(top).Int()
	if !r.node(top).is(classUniversal, tagEnumerated) || !ok || reason < 0 || reason > 1<<31-1 {
		return nil, r.fault(top, FaultStructure, "a reason must be an ENUMERATED of the numbers 0 to 10")
	}
	if reason > last || reason == unused {
		r.note(top, FaultStructure, "", "a reason that does not exist, number "+strconv.FormatInt(reason, 10))
	}
	value := int(reason)
	return &value, nil
}

// readCRLNumber reads CRLNumber and BaseCRLNumber (RFC 5280 5.2.3, 5.2.4).
func readCRLNumber(r *reader, top int32) (*CRLNumber, *Fault) {
	if !r.node(top).is(classUniversal, tagInteger) {
		return nil, r.fault(top, FaultStructure, "the number of a list must be an INTEGER")
	}
	return &CRLNumber{Extension: r.ext, Number: r.integer(top)}, nil
}

// entryPath is the path of an entry by its number, from 1.
func entryPath(number int) string { return pathCRLEntries + "[" + strconv.Itoa(number-1) + "]" }
