package cert

import (
	"strconv"
	"strings"
)

// readQCStatements reads QCStatements (RFC 3739 3.2.6).
func readQCStatements(r *reader, top int32) (*QCStatements, *Fault) {
	if !r.node(top).is(classUniversal, tagSequence) {
		return nil, r.fault(top, FaultStructure, "the qualified certificate statements must be a SEQUENCE")
	}
	r.empty(top, "", "a list of qualified certificate statements without a statement")
	v := &QCStatements{Extension: r.ext, Statements: make([]QCStatement, 0, r.count(top))}
	for each := r.children(top); each.at >= 0; {
		i := each.next()
		q := r.statement(i)
		if q.Fault != "" {
			r.note(i, FaultStructure, "statements["+strconv.Itoa(len(v.Statements))+"]", q.Fault)
			(*r.notes)[len(*r.notes)-1].Fatal = q.ID == ""
		}
		v.Statements = append(v.Statements, q)
	}
	return v, nil
}

// statement reads one QCStatement.
func (r *reader) statement(i int32) QCStatement {
	q := QCStatement{Span: r.span(i)}
	at := r.children(i)
	id := at.universal(tagOID)
	if !r.node(i).is(classUniversal, tagSequence) || id < 0 {
		q.Fault = "a statement must be a SEQUENCE that begins with an OBJECT IDENTIFIER"
		return q
	}
	if q.ID = r.oid(id); q.ID == "" {
		q.Fault = "the OBJECT IDENTIFIER of the statement does not decode"
		return q
	}
	info := at.next()
	if info >= 0 {
		q.Info = r.span(info)
	}
	r.statementInfo(&q, info)
	if q.Fault == "" && (at.at >= 0 || r.cut(i) != "") {
		q.Fault = "the statement is cut off or holds more than it may"
	}
	return q
}

// statementInfo reads the statementInfo of the statements of RFC 3739, ETSI EN
// 319 412-5 and TS 119 495. info is -1 when there is none.
func (r *reader) statementInfo(q *QCStatement, info int32) {
	switch q.ID {
	case OIDQcCompliance, OIDQcSSCD:
		if info >= 0 {
			q.Fault = "this statement has no further information, and yet some stands here"
		}
		return
	case OIDQcLimitValue, OIDQcRetention, OIDQcPDS, OIDQcType, OIDQcCClegislation,
		OIDQcIdentMethod, OIDQcQSCDlegislation, OIDPSD2:
		if info < 0 {
			q.Fault = "the statement's information is missing"
			return
		}
	case OIDQCSyntaxV1, OIDQCSyntaxV2:
		if info < 0 {
			return
		}
	}
	switch q.ID {
	case OIDQcLimitValue:
		r.monetaryValue(q, info)
	case OIDQcRetention:
		r.retention(q, info)
	case OIDQcPDS:
		r.disclosures(q, info)
	case OIDQcType, OIDQcIdentMethod:
		r.statementOIDs(q, info)
	case OIDQcCClegislation, OIDQcQSCDlegislation:
		r.countries(q, info)
	case OIDQCSyntaxV1, OIDQCSyntaxV2:
		r.semantics(q, info)
	case OIDPSD2:
		r.paymentServices(q, info)
	}
}

// monetaryValue reads MonetaryValue (EN 319 412-5 4.3.2): the amount is
// amount × 10^exponent of the currency.
func (r *reader) monetaryValue(q *QCStatement, info int32) {
	at := r.children(info)
	currency := at.next()
	amount := at.universal(tagInteger)
	exponent := at.universal(tagInteger)
	if exponent < 0 {
		q.Fault = "a limit must be a SEQUENCE of currency, amount and exponent"
		return
	}
	code := r.string(currency, 0).Text
	if r.node(currency).is(classUniversal, tagInteger) {
		code = r.integer(currency).Big().String()
	}
	line := "limit: " + decimalLimit(r.integer(amount), r.integer(exponent)) + " " + code
	q.Lines = append(q.Lines, line)
}

// maxExponent bounds the zeros written out for a limit.
const maxExponent = 30

func decimalLimit(amount, exponent Integer) string {
	const longest = 32 // octets of an amount that is written out
	if len(amount.Bytes) > longest {
		return "a number of " + strconv.Itoa(len(amount.Bytes)) + " bytes"
	}
	power, ok := exponent.Int()
	value := amount.Big()
	if !ok || power < 0 || power > maxExponent {
		if len(exponent.Bytes) > longest {
			return value.String()
		}
		return value.String() + " × 10^" + exponent.Big().String()
	}
	if value.Sign() == 0 {
		power = 0
	}
	return value.String() + strings.Repeat("0", int(power))
}

// retention reads the years of QcEuRetentionPeriod.
func (r *reader) retention(q *QCStatement, info int32) {
	years, ok := int64(0), false
	if r.node(info).is(classUniversal, tagInteger) {
		years, ok = r.integer(info).Int()
	}
	if !ok {
		q.Fault = "a retention period must be an INTEGER, the number of years"
		return
	}
	q.Lines = append(q.Lines, "kept for "+strconv.FormatInt(years, 10)+" years after the certificate ends")
}

// disclosures reads the locations of QcEuPDS: pairs of URL and language.
func (r *reader) disclosures(q *QCStatement, info int32) {
	r.statementList(q, info)
	for each := r.children(info); each.at >= 0; {
		at := r.children(each.next())
		url, language := at.next(), at.next()
		if url < 0 || language < 0 || at.at >= 0 {
			q.Fault = "a disclosure statement must be a SEQUENCE of a URL and a language"
			continue
		}
		u, l := r.statementText(q, url), r.statementText(q, language)
		q.URIs = append(q.URIs, u)
		q.Languages = append(q.Languages, l)
		q.Lines = append(q.Lines, u+" ("+l+")")
	}
}

// statementList says what is wrong where a SEQUENCE of elements must stand.
func (r *reader) statementList(q *QCStatement, info int32) {
	if !r.node(info).is(classUniversal, tagSequence) {
		q.Fault = "the statement's information must be a SEQUENCE"
	} else if r.node(info).First < 0 {
		q.Fault = "the statement's list is empty"
	}
}

// statementText reads a character string of a statement.
func (r *reader) statementText(q *QCStatement, i int32) string {
	s := r.string(i, 0)
	if s.Tag == 0 {
		q.Fault = "a character string must stand where a " + r.node(i).TypeName() + " is"
	} else if s.Fault != "" {
		q.Fault = s.Fault
	}
	return s.Text
}

// statementOIDs reads a SEQUENCE of OBJECT IDENTIFIERs: QcType, QcIdentMethod.
func (r *reader) statementOIDs(q *QCStatement, info int32) {
	r.statementList(q, info)
	for each := r.children(info); each.at >= 0; {
		i := each.next()
		oid := OID("")
		if r.node(i).is(classUniversal, tagOID) {
			oid = r.oid(i)
		}
		if oid == "" {
			q.Fault = "an OBJECT IDENTIFIER must stand where a " + r.node(i).TypeName() + " is"
			continue
		}
		q.Types = append(q.Types, oid)
		q.Lines = append(q.Lines, oid.label())
	}
}

// countries reads the country codes of a legislation.
func (r *reader) countries(q *QCStatement, info int32) {
	r.statementList(q, info)
	for each := r.children(info); each.at >= 0; {
		country := r.statementText(q, each.next())
		q.Countries = append(q.Countries, country)
		q.Lines = append(q.Lines, country)
	}
}

// semantics reads SemanticsInformation (RFC 3739 3.2.6.1).
func (r *reader) semantics(q *QCStatement, info int32) {
	if !r.node(info).is(classUniversal, tagSequence) {
		q.Fault = "the semantics information must be a SEQUENCE"
		return
	}
	at := r.children(info)
	if id := at.universal(tagOID); id >= 0 {
		oid := r.oid(id)
		q.Types = append(q.Types, oid)
		q.Lines = append(q.Lines, "semantics: "+oid.label())
	}
	if list := at.universal(tagSequence); list >= 0 {
		for each := r.children(list); each.at >= 0; {
			authority := r.readName(each.next(), addressLengths, elementPath{list: "statements", index: -1})
			if authority.Fault != "" {
				q.Fault = authority.Fault
			}
			q.Lines = append(q.Lines, "name registration authority: "+authority.Text)
		}
	}
	if at.at >= 0 {
		q.Fault = "the semantics information holds more than an identifier and authorities"
	}
}

// paymentServices reads PSD2QcType (TS 119 495 5.1).
func (r *reader) paymentServices(q *QCStatement, info int32) {
	at := r.children(info)
	roles := at.universal(tagSequence)
	name, id := at.next(), at.next()
	if roles < 0 || name < 0 || id < 0 || at.at >= 0 {
		q.Fault = "a payment services statement must be a SEQUENCE of roles, name and identifier of the authority"
		return
	}
	for each := r.children(roles); each.at >= 0; {
		role := r.children(each.next())
		oid, text := role.universal(tagOID), role.next()
		if oid < 0 || text < 0 {
			q.Fault = "a payment services role must be a SEQUENCE of an OBJECT IDENTIFIER and a name"
			continue
		}
		q.Types = append(q.Types, r.oid(oid))
		q.Lines = append(q.Lines, "role: "+r.statementText(q, text))
	}
	q.Lines = append(q.Lines, "authority: "+r.statementText(q, name)+" ("+r.statementText(q, id)+")")
}
