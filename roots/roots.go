// Package roots holds the roots that Mozilla trusts for email: of each the name
// and the public key, so that a CA below it can be verified against the root's own
// key. build/roots makes the list out of an installed Firefox.
//
// What stands in roots.bin comes from Mozilla's list, which is under the Mozilla
// Public License 2.0; see NOTICE.
package roots

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"io"
	"time"
)

//go:embed roots.bin
var packed []byte

// List is the list as it was on one day.
type List struct {
	Version string // of the program that it was read from: "Firefox 153.7.0"
	Date    string // the day on which it was read, as 2006-01-02
	Roots   []Root
}

// Root is one root.
type Root struct {
	Subject []byte // the Name, DER
	SPKI    []byte // the SubjectPublicKeyInfo, DER
	Name    string // for people
}

// old is the age from which a list is called old.
const old = 183 * 24 * time.Hour

// Mozilla is the list of the roots that Mozilla trusts for email.
func Mozilla() List {
	plain, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	if err != nil {
		panic("roots: " + err.Error()) // the list is part of the program
	}
	next := func() []byte {
		n := int(binary.BigEndian.Uint16(plain))
		field := plain[2 : 2+n]
		plain = plain[2+n:]
		return field
	}
	list := List{Version: string(next()), Date: string(next())}
	for len(plain) > 0 {
		name, subject := string(next()), next()
		list.Roots = append(list.Roots, Root{Subject: subject, SPKI: next(), Name: name})
	}
	return list
}

// OldAt says whether the list is older than half a year at that time.
func (l *List) OldAt(now time.Time) bool {
	day, err := time.Parse(time.DateOnly, l.Date)
	return err != nil || now.Sub(day) > old
}
