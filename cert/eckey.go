package cert

import "strconv"

// ec reads an elliptic curve key (RFC 5480 2): the curve out of the algorithm's
// parameters, and the point.
func (r *reader) ec(k *PublicKey, algorithm, bits int32) *Fault {
	k.Point = k.Bits.Bytes
	r.curve(k, algorithm)
	if len(k.Point) == 0 {
		return r.fault(bits, FaultKey, "the point of an EC key is empty")
	}
	if k.Fault = k.readPoint(); k.Fault != "" {
		r.note(bits, FaultKey, "", k.Fault)
	}
	return nil
}

// curve reads ECParameters: the name of a curve, or the curve itself (X9.62 C.2).
func (r *reader) curve(k *PublicKey, algorithm int32) {
	k.Size = 0
	at := r.children(algorithm)
	at.next()
	params := at.next()
	switch {
	case params < 0:
		k.Name = "EC without parameters"
	case r.node(params).is(classUniversal, tagOID):
		k.Curve = r.oid(params)
		k.Name = "EC " + k.Curve.label()
		k.Size = fieldBits(k.Curve)
	case r.node(params).is(classUniversal, tagSequence):
		k.Size = r.explicitField(params)
		k.Name = "EC with explicit parameters"
		if k.Size > 0 {
			k.Name += ", " + strconv.Itoa(k.Size) + " bits"
		}
	case r.node(params).is(classUniversal, tagNull):
		k.Name = "EC with the issuer's parameters"
	default:
		k.Name = "EC with unreadable parameters"
		r.note(params, FaultStructure, "", "the parameters of an EC key must name a curve")
	}
}

// explicitField is the field size in bits of explicit parameters, 0 when it
// cannot be read.
func (r *reader) explicitField(params int32) int {
	at := r.children(params)
	at.universal(tagInteger) // version
	field := at.universal(tagSequence)
	if field < 0 {
		return 0
	}
	parts := r.children(field)
	kind := parts.universal(tagOID)
	if kind < 0 {
		return 0
	}
	switch r.oid(kind) {
	case "1.2.840.10045.1.1": // prime-field: the prime
		if prime := parts.universal(tagInteger); prime >= 0 {
			return r.integer(prime).bits()
		}
	case "1.2.840.10045.1.2": // characteristic-two-field: the degree comes first
		if two := parts.universal(tagSequence); two >= 0 {
			inside := r.children(two)
			if degree := inside.universal(tagInteger); degree >= 0 {
				if m, ok := r.integer(degree).Int(); ok && m > 0 && m < MaxModulusBits {
					return int(m)
				}
			}
		}
	}
	return 0
}

// readPoint reads the point (SEC 1 2.3.4) and says what is wrong with it. A curve
// without a known size takes its size from an uncompressed point.
func (k *PublicKey) readPoint() string {
	form, coordinates := k.Point[0], k.Point[1:]
	compressed := form == 2 || form == 3
	switch {
	case form == 0:
		return "the point of the EC key is the point at infinity"
	case form != 4 && form != 6 && form != 7 && !compressed:
		return "the point of the EC key has an unknown form, " + strconv.Itoa(int(form))
	case k.Size == 0 && compressed:
		k.Size = len(coordinates) * 8
	case k.Size == 0:
		k.Size = len(coordinates) / 2 * 8
	}
	octets := (k.Size + 7) / 8
	due := octets
	if !compressed {
		due *= 2
	}
	if len(coordinates) != due {
		return "the point of the EC key has " + strconv.Itoa(len(coordinates)) + " bytes of coordinates; on this curve they are " + strconv.Itoa(due)
	}
	e, known := equationOf(k.Curve)
	x := unsigned(coordinates[:octets])
	if compressed {
		if !known {
			return ""
		}
		y := e.lift(x, form == 3)
		if y == nil {
			return "the point of the EC key is not on its curve"
		}
		k.X, k.Y, k.OnCurve = x, y, true
		return ""
	}
	k.X, k.Y = x, unsigned(coordinates[octets:])
	if !known {
		return ""
	}
	if form != 4 && byte(k.Y.Bit(0)) != form&1 {
		return "the hybrid point of the EC key contradicts itself"
	}
	if k.OnCurve = e.holds(k.X, k.Y); !k.OnCurve {
		return "the point of the EC key is not on its curve"
	}
	return ""
}
