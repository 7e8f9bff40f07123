package inputs

import (
	"strings"

	"sealglass/testdata/gen"
)

const from = "From: Erika Mustermann <" + gen.Mailbox + ">"

func p7m(der []byte) string {
	return gen.Base64Entity("application/pkcs7-mime; smime-type=signed-data; name=smime.p7m", der)
}

// mails are messages as they are transmitted or saved.
func mails() []Case {
	entity := gen.SignedEntity(signedText, signer(""), chain...)
	mail := gen.Mail(entity, from, "Subject: hello")
	whole := opaque(signedText)
	pgp := gen.Multipart(`multipart/signed; protocol="application/pgp-signature"`, "b", signedText, gen.Entity("application/pgp-signature", "x"))
	tnef := gen.Base64Entity("application/ms-tnef; name=winmail.dat", []byte("\x78\x9f\x3e\x22\x00"))
	mixed := func(parts ...string) string {
		return gen.Mail(gen.Multipart("multipart/mixed", "m", parts...), from)
	}
	return []Case{
		row("mail, signed", mail, "message", "", chain),
		row("mail, saved with line feeds", strings.ReplaceAll(mail, "\r\n", "\n"), "message", "", chain),
		row("mail of a mailbox file", "From erika@example.com Mon Mar  2 00:00:00 2026\n"+mail, "message", "", chain),
		row("mail of thunderbird", thunderbird(), "message", "", chain),
		row("mail, x- media types", strings.ReplaceAll(mail, "application/pkcs7", "application/x-pkcs7"), "message", "", chain),
		row("mail, altered", strings.Replace(mail, "Erika\r\n", "Max\r\n", 1), "message", "", chain),
		row("mail, opaque", gen.Mail(p7m(whole.Encode()), from), "message", "", chain),
		row("mail, opaque around detached", gen.Mail(p7m(func() []byte { d := opaque(entity); return d.Encode() }()), from), "message", "", chain),
		row("mail, list of certificates", gen.Mail(p7m((&gen.SignedData{Certificates: chain}).Encode()), from), "message", "", chain),
		row("mail, compressed", gen.Mail(p7m(compressed([]byte(entity))), from), "message", "", chain),
		row("mail, forwarded", mixed(signedText, gen.Entity("message/rfc822", mail)), "message", "", chain),
		row("mail, forwarded in base64", mixed(signedText, gen.Base64Entity("message/rfc822", []byte(mail))), "message", "", chain),
		row("mail, signature torn off", mixed(signedText, gen.Base64Entity("application/pkcs7-signature", (&gen.SignedData{Certificates: chain, Signers: [][]byte{signer("").Encode()}}).Encode())), "message", "", chain),
		row("mail, certificate attached", mixed(signedText, gen.Base64Entity("application/pkix-cert", leafDER)), "message", "", one),
		row("mail, certificate in flowed text", gen.Mail(gen.Entity("text/plain; format=flowed", " "+strings.ReplaceAll(pemOf("CERTIFICATE", leafDER), "\n", " \r\n ")), from), "message", "", one),
		row("mail, no certificate with the signature", gen.Mail(gen.SignedEntity(signedText, signer("")), from), "message", "no-certificate", nil),
		row("mail, encrypted", gen.Mail(p7m(forLeaf()), from), "message", "encrypted", nil),
		row("mail, unsigned", gen.Mail(signedText, from), "message", "unsigned", nil),
		row("mail, openpgp", gen.Mail(pgp, from), "message", "openpgp-message", nil),
		row("mail, winmail.dat", mixed(signedText, tnef), "message", "winmail", nil),
		row("mail, damaged signature", gen.Mail(gen.Multipart("multipart/signed", "b", signedText, gen.Base64Entity("application/pkcs7-signature", []byte("x"))), from), "message", "truncated", nil),
	}
}

// thunderbird is a mail in the form in which Thunderbird signs: its boundary and
// preamble, a text that is flowed and has umlauts, a signature with a disposition.
func thunderbird() string {
	text := "Content-Type: text/plain; charset=UTF-8; format=flowed\r\nContent-Transfer-Encoding: 8bit\r\nContent-Language: de-DE\r\n\r\n" +
		"Schöne Grüße, \r\nErika\r\n\r\n-- \r\nBeispiel Handels GmbH\r\n"
	signed := gen.SignedEntity(text, signer(text), chain...)
	return gen.Mail(strings.NewReplacer(
		gen.Boundary(text), "------------ms030201010500080506050808",
		"This is a MIME message.", "This is a cryptographically signed message in MIME format.\r\n",
		"pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64", "pkcs7-signature; name=\"smime.p7s\"\r\nContent-Transfer-Encoding: base64\r\n"+
			"Content-Disposition: attachment; filename=\"smime.p7s\"\r\nContent-Description: S/MIME Cryptographic Signature",
	).Replace(signed), "Message-ID: <6e7ab6a0-52a7@example.com>", "Date: Mon, 2 Mar 2026 09:00:00 +0100", "User-Agent: Mozilla Thunderbird", "Content-Language: de-DE", from, "Subject: =?UTF-8?B?R3LDvMOfZQ==?=")
}

// outlook are messages as Outlook saves them.
func outlook() []Case {
	entity := []byte(gen.SignedEntity(signedText, signer(""), chain...))
	whole := opaque(signedText)
	received := "Received: from mail.example.com by mx.example.net; Mon, 2 Mar 2026 00:00:00 +0000\r\n" + from +
		"\r\nTo: Max Mustermann <max@example.com>\r\nSubject: hello\r\nMIME-Version: 1.0\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\n\r\n"
	properties := map[string]string{"0037": "hello", "5D01": gen.Mailbox}
	file := func(f gen.Folder) string { return string(gen.CompoundFile(f)) }
	return []Case{
		row("outlook, signed", file(gen.Outlook(properties, gen.OutlookFile(entity))), "outlook-message", "", chain),
		row("outlook, opaque", file(gen.Outlook(properties, gen.OutlookFile(whole.Encode()))), "outlook-message", "", chain),
		row("outlook, forwarded", file(gen.Outlook(nil, gen.OutlookMessage(gen.Outlook(properties, gen.OutlookFile(entity))))), "outlook-message", "", chain),
		row("outlook, encrypted", file(gen.Outlook(properties, gen.OutlookFile(forLeaf()))), "outlook-message", "encrypted", nil),
		row("outlook, saved, signed", file(gen.OutlookSaved("IPM.Note.SMIME.MultipartSigned", "multipart/signed", entity, "")), "outlook-message", "", chain),
		row("outlook, received, signed", file(gen.OutlookSaved("IPM.Note.SMIME.MultipartSigned", "multipart/signed", entity, received)), "outlook-message", "", chain),
		row("outlook, received, opaque", file(gen.OutlookSaved("IPM.Note.SMIME", "application/pkcs7-mime", whole.Encode(), received)), "outlook-message", "", chain),
		row("outlook, received, encrypted", file(gen.OutlookSaved("IPM.Note.SMIME", "application/pkcs7-mime", forLeaf(), received)), "outlook-message", "encrypted", nil),
		row("outlook, received, forwarded", file(gen.Outlook(properties, gen.OutlookMessage(gen.OutlookSaved("IPM.Note.SMIME.MultipartSigned", "multipart/signed", entity, received)))), "outlook-message", "", chain),
		row("outlook, unsigned", file(gen.Outlook(properties)), "outlook-message", "unsigned", nil),
		row("office document", file(gen.Folder{"WordDocument": make([]byte, 5000)}), "outlook-message", "outlook-message", nil),
		row("outlook, cut", file(gen.Outlook(properties))[:600], "outlook-message", "truncated", nil),
	}
}
