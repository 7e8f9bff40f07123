package inputs

import (
	"bytes"
	"compress/zlib"

	"sealglass/testdata/gen"
)

const signedText = "Content-Type: text/plain\r\n\r\nHello\r\nErika\r\n"

// signer signs content with the key of the leaf.
func signer(content string) *gen.Signer {
	return &gen.Signer{Key: gen.RSA(2048), ID: gen.IssuerAndSerial(leaf), Content: []byte(content), SigningTime: gen.Text(gen.UTCTime, "260304050607Z")}
}

// opaque is a signed message around its content.
func opaque(content string) gen.SignedData {
	return gen.SignedData{Certificates: chain, Signers: [][]byte{signer(content).Encode()}, Content: []byte(content)}
}

func compressed(content []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write(content); err != nil {
		panic(err)
	}
	w.Close()
	return gen.ContentInfo(gen.CMSCompressedData, gen.Sequence(gen.Integer(0), gen.AlgorithmID("1.2.840.113549.1.9.16.3.8"),
		gen.Sequence(gen.OID(gen.CMSData), gen.Context(0, gen.OctetString(b.Bytes())))))
}

// forLeaf is encrypted for the leaf.
func forLeaf() []byte { return gen.EnvelopedData(gen.KeyTransport(gen.IssuerAndSerial(leaf))) }

// messages are PKCS#7 and CMS without a mail around them.
func messages() []Case {
	list := gen.SignedData{Certificates: chain}
	listBER := list
	listBER.BER = true
	detached := gen.SignedData{Certificates: chain, Signers: [][]byte{signer(signedText).Encode()}}
	signed, signedBER := opaque(signedText), opaque(signedText)
	signedBER.BER = true
	bare := opaque(signedText)
	bare.Certificates = nil
	body := signed.Body()
	outer := signer(string(body))
	outer.ContentType = gen.CMSSignedData
	twice := gen.SignedData{Signers: [][]byte{outer.Encode()}, Content: body, ContentType: gen.CMSSignedData}
	around := opaque(gen.SignedEntity(signedText, signer(""), otherDER))
	odd := gen.Sequence(gen.Integer(5))
	withOdd := gen.SignedData{Certificates: [][]byte{leafDER, odd, otherDER}}
	whole := string(signed.Encode())
	return []Case{
		row("p7b", string(list.Encode()), "pkcs7", "", chain),
		row("p7b in ber", string(listBER.Encode()), "pkcs7", "", chain),
		row("p7b in pem", pemOf("PKCS7", list.Encode()), "pkcs7", "", chain),
		row("p7b in pem, cms label", pemOf("CMS", listBER.Encode()), "pkcs7", "", chain),
		row("p7b under a certificate's label", pemOf("CERTIFICATE", list.Encode()), "pkcs7", "", chain),
		row("p7b in base64", b64(list.Encode()), "pkcs7", "", chain),
		row("p7c in ldif", "dn: cn=x\nuserSMIMECertificate:: "+wrap(b64(list.Encode()), 60, "\n ")+"\n", "pkcs7", "", chain),
		row("p7b with an odd certificate", string(withOdd.Encode()), "pkcs7", "", [][]byte{leafDER, odd, otherDER}),
		row("p7b without certificates", string((&gen.SignedData{}).Encode()), "pkcs7", "pkcs7", nil),
		row("p7s", string(detached.Encode()), "pkcs7", "", chain),
		row("p7m", whole, "pkcs7", "", chain),
		row("p7m in ber", string(signedBER.Encode()), "pkcs7", "", chain),
		row("p7m in pem", pemOf("PKCS7", signedBER.Encode()), "pkcs7", "", chain),
		row("p7m signed twice", string(twice.Encode()), "pkcs7", "", chain),
		row("p7m around a signed entity", string(around.Encode()), "pkcs7", "", append(append([][]byte{}, chain...), otherDER)),
		row("p7m compressed", string(compressed([]byte(gen.SignedEntity(signedText, signer(""), chain...)))), "pkcs7", "", chain),
		row("p7m without certificates", string(bare.Encode()), "pkcs7", "no-certificate", nil),
		row("p7m, cut", whole[:len(whole)-300], "pkcs7", "truncated", chain),
		row("p7m encrypted", string(forLeaf()), "pkcs7", "encrypted", nil),
		row("p7m encrypted, in pem", pemOf("PKCS7", forLeaf()), "pkcs7", "encrypted", nil),
		row("p7m encrypted by key agreement", string(gen.EnvelopedData(gen.KeyAgreement(gen.RecipientKeyIdentifier(gen.RSA(2048))))), "pkcs7", "encrypted", nil),
		row("timestamp token", string((&gen.SignedData{ContentType: "1.2.840.113549.1.9.16.1.4", Content: gen.Sequence()}).Encode()), "timestamp", "timestamp", nil),
	}
}
