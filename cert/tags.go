package cert

import "strconv"

// The classes of a tag (X.690 8.1.2.2).
const (
	classUniversal   = 0
	classApplication = 1
	classContext     = 2
	classPrivate     = 3
)

// The universal tag numbers (X.680 8.4) that certificates use.
const (
	tagBoolean         = 1
	tagInteger         = 2
	tagBitString       = 3
	tagOctetString     = 4
	tagNull            = 5
	tagOID             = 6
	tagEnumerated      = 10
	tagUTF8String      = 12
	tagSequence        = 16
	tagSet             = 17
	tagNumericString   = 18
	tagPrintableString = 19
	tagTeletexString   = 20
	tagVideotexString  = 21
	tagIA5String       = 22
	tagUTCTime         = 23
	tagGeneralizedTime = 24
	tagGraphicString   = 25
	tagVisibleString   = 26
	tagGeneralString   = 27
	tagUniversalString = 28
	tagBMPString       = 30
)

// tagNames are the names of the universal types, by tag number.
var tagNames = [...]string{
	0: "end-of-contents", tagBoolean: "BOOLEAN", tagInteger: "INTEGER", tagBitString: "BIT STRING",
	tagOctetString: "OCTET STRING", tagNull: "NULL", tagOID: "OBJECT IDENTIFIER", 7: "ObjectDescriptor",
	8: "EXTERNAL", 9: "REAL", tagEnumerated: "ENUMERATED", 11: "EMBEDDED PDV", tagUTF8String: "UTF8String",
	13: "RELATIVE-OID", 14: "TIME", tagSequence: "SEQUENCE", tagSet: "SET", tagNumericString: "NumericString",
	tagPrintableString: "PrintableString", tagTeletexString: "TeletexString", tagVideotexString: "VideotexString",
	tagIA5String: "IA5String", tagUTCTime: "UTCTime", tagGeneralizedTime: "GeneralizedTime",
	tagGraphicString: "GraphicString", tagVisibleString: "VisibleString", tagGeneralString: "GeneralString",
	tagUniversalString: "UniversalString", 29: "CHARACTER STRING", tagBMPString: "BMPString",
}

// TagName is the name of a universal tag number (X.680 8.4): "SEQUENCE",
// "UTF8String"; for a number without a name "[UNIVERSAL 31]".
func TagName(tag int) string {
	if tag >= 0 && tag < len(tagNames) && tagNames[tag] != "" {
		return tagNames[tag]
	}
	return "[UNIVERSAL " + strconv.Itoa(tag) + "]"
}

// TypeName names the node's type for people: "SEQUENCE", "[0]",
// "[APPLICATION 1]", or "cut" where the input ends within the tag or length.
func (n Node) TypeName() string {
	number := strconv.Itoa(n.Tag)
	switch {
	case n.Tag < 0:
		return "cut"
	case n.Class == classUniversal:
		return TagName(n.Tag)
	case n.Class == classApplication:
		return "[APPLICATION " + number + "]"
	case n.Class == classPrivate:
		return "[PRIVATE " + number + "]"
	}
	return "[" + number + "]"
}

// is says whether the node has this class and tag number.
func (n *Node) is(class uint8, tag int) bool { return n.Class == class && n.Tag == tag }

func (n *Node) isTime() bool { return n.Class == classUniversal && isTime(n.Tag) }

// isString says whether the tag number is that of a type that BER may encode in
// constructed form (X.690 8.6, 8.7, 8.23, 8.25).
func isString(tag int) bool {
	return tag == tagBitString || tag == tagOctetString || isCharacterString(tag) || isTime(tag)
}

func isTime(tag int) bool { return tag == tagUTCTime || tag == tagGeneralizedTime }

func isCharacterString(tag int) bool {
	return tag == tagUTF8String || tag >= tagNumericString && tag <= tagIA5String ||
		tag >= tagGraphicString && tag <= tagUniversalString || tag == tagBMPString
}
