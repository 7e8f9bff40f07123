package cert

// checkPrimitive compares the content octets of a universal primitive type with
// the distinguished encoding rules. An empty code means that they fit.
func checkPrimitive(tag int, content []byte) (FaultCode, string) {
	switch tag {
	case tagBoolean:
		return checkBoolean(content)
	case tagInteger, tagEnumerated:
		return checkInteger(content)
	case tagBitString:
		return checkBitString(content)
	case tagNull:
		if len(content) != 0 {
			return FaultStructure, "a NULL has content octets"
		}
	case tagOID:
		return checkOID(content)
	case tagSequence, tagSet:
		return FaultStructure, "a SEQUENCE or SET in primitive form"
	}
	return "", ""
}

func checkBoolean(content []byte) (FaultCode, string) {
	switch {
	case len(content) != 1:
		return FaultBoolean, "a BOOLEAN must have one content octet"
	case content[0] != 0 && content[0] != 0xff:
		return FaultBoolean, "TRUE is encoded as another octet than ff"
	}
	return "", ""
}

func checkInteger(content []byte) (FaultCode, string) {
	switch {
	case len(content) == 0:
		return FaultInteger, "an INTEGER without content octets"
	case len(content) > 1 && content[0] == 0 && content[1] < 0x80:
		return FaultInteger, "an INTEGER with a superfluous leading octet 00"
	case len(content) > 1 && content[0] == 0xff && content[1] >= 0x80:
		return FaultInteger, "an INTEGER with a superfluous leading octet ff"
	}
	return "", ""
}

func checkBitString(content []byte) (FaultCode, string) {
	switch {
	case len(content) == 0:
		return FaultBitString, "a BIT STRING without the octet that counts its unused bits"
	case content[0] > 7:
		return FaultBitString, "a BIT STRING that counts more than 7 unused bits"
	case len(content) == 1 && content[0] != 0:
		return FaultBitString, "an empty BIT STRING that counts unused bits"
	case content[len(content)-1]&(1<<content[0]-1) != 0 && len(content) > 1:
		return FaultBitString, "the unused bits of a BIT STRING are not zero"
	}
	return "", ""
}

func checkOID(content []byte) (FaultCode, string) {
	switch {
	case len(content) == 0:
		return FaultOID, "an OBJECT IDENTIFIER without content octets"
	case len(content) > MaxOIDBytes:
		return FaultLimit, "an OBJECT IDENTIFIER longer than is read"
	case content[len(content)-1] >= 0x80:
		return FaultOID, "an OBJECT IDENTIFIER whose last arc is cut"
	}
	start := true
	for _, b := range content {
		if start && b == 0x80 {
			return FaultOID, "an arc of an OBJECT IDENTIFIER has superfluous leading octets"
		}
		start = b < 0x80
	}
	return "", ""
}
