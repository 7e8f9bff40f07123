package gen

import "sealglass/cert"

// RFC822Name is an rfc822Name, an email address in ASCII (RFC 5280 4.2.1.6).
func RFC822Name(address string) []byte { return ContextPrimitive(1, []byte(address)) }

// DNSName is a dNSName.
func DNSName(name string) []byte { return ContextPrimitive(2, []byte(name)) }

// X400Address is an x400Address, empty inside.
func X400Address() []byte { return Context(3) }

// DirectoryName is a directoryName.
func DirectoryName(n Name) []byte { return Context(4, n.Encode()) }

// EDIPartyName is an ediPartyName of this party.
func EDIPartyName(party string) []byte { return Context(5, Context(1, Text(UTF8, party))) }

// URI is a uniformResourceIdentifier.
func URI(uri string) []byte { return ContextPrimitive(6, []byte(uri)) }

// IPAddress is an iPAddress of these octets.
func IPAddress(octets ...byte) []byte { return ContextPrimitive(7, octets) }

// RegisteredID is a registeredID.
func RegisteredID(oid cert.OID) []byte { return ContextPrimitive(8, oidOctets(oid)) }

// OtherName is an otherName of this type with this value.
func OtherName(oid cert.OID, value []byte) []byte { return Context(0, OID(oid), Context(0, value)) }

// SmtpUTF8Mailbox is an international email address (RFC 9598 3).
func SmtpUTF8Mailbox(address string) []byte {
	return OtherName(cert.OIDSmtpUTF8Mailbox, Text(UTF8, address))
}

// UPN is Microsoft's user principal name.
func UPN(name string) []byte { return OtherName(cert.OIDUPN, Text(UTF8, name)) }
