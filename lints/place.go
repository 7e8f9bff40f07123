package lints

import (
	"strconv"

	"sealglass/cert"
)

// askIssuer is the remedy for what stands in a certificate: nobody else can
// change it.
const askIssuer = "Only the issuer can change this: ask for a new certificate and send them this report."

// rfc5280Start is the month RFC 5280 was published, to the day.
const rfc5280Start Date = "2008-05-01"

// at is a fault in one place.
func at(path string, span cert.Span, got string) []Place {
	return []Place{{Path: path, Span: span, Got: got}}
}

// extensionPath is the path of an extension as in the report's fields.
func extensionPath(e *cert.Extension) string {
	if name := e.OID.Name(); name != "" {
		return string(PartExtensions) + "." + name
	}
	return string(PartExtensions) + "[" + strconv.Itoa(e.Index) + "]"
}

// atExtension is a fault in one extension as a whole.
func atExtension(e *cert.Extension, got string) []Place {
	return at(extensionPath(e), e.Span, got)
}

// absent is the fault of an extension that is not there: its place is the list
// of extensions. It finds nothing where the extension is there, readable or not.
func absent(s *Subject, oid cert.OID) []Place {
	if s.Cert.Extension(oid) != nil {
		return nil
	}
	return at(string(PartExtensions), s.Cert.ExtensionsSpan, label(oid)+" is absent")
}

// present is the fault of an extension that may not be there.
func present(s *Subject, oids ...cert.OID) []Place {
	var places []Place
	for i := range s.Cert.Extensions {
		e := &s.Cert.Extensions[i]
		for _, oid := range oids {
			if e.OID == oid {
				places = append(places, atExtension(e, label(oid)+" is present")...)
			}
		}
	}
	return places
}

// critical is the fault of extensions that are marked critical and may not be.
func critical(s *Subject, oids ...cert.OID) []Place {
	var places []Place
	for i := range s.Cert.Extensions {
		e := &s.Cert.Extensions[i]
		for _, oid := range oids {
			if e.OID == oid && e.Critical {
				places = append(places, Place{Path: extensionPath(e), Span: e.CriticalSpan, Got: "critical"})
			}
		}
	}
	return places
}

// notCritical is the fault of extensions that are not marked critical and
// have to be.
func notCritical(s *Subject, oids ...cert.OID) []Place {
	var places []Place
	for i := range s.Cert.Extensions {
		e := &s.Cert.Extensions[i]
		for _, oid := range oids {
			if e.OID == oid && !e.Critical {
				places = append(places, atExtension(e, "not critical")...)
			}
		}
	}
	return places
}

// label is an OID for people: its name, or itself.
func label(oid cert.OID) string {
	if name := oid.Name(); name != "" {
		return name
	}
	return string(oid)
}
