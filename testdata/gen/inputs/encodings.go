package inputs

import (
	"strings"

	"sealglass/testdata/gen"
)

// encodings are certificates as files have them, damaged ones included.
func encodings() []Case {
	der, onePEM := string(leafDER), pemOf("CERTIFICATE", leafDER)
	indefinite := append(append([]byte{0x30, 0x80}, leafDER[4:]...), 0, 0)
	cut := strings.Index(onePEM, "\n") + 400
	revoking := gen.CRL()
	revoking.Revoke(leaf.Serial, gen.At("2026-10-01 10:00:00"), gen.ReasonCode(1))
	return []Case{
		row("der", der, "der", "", one),
		row("der with a line break", der+"\r\n", "der", "", one),
		row("der, two", der+string(otherDER), "der", "", both),
		row("der, the same twice", der+der, "der", "", one),
		row("ber with an indefinite length", string(indefinite), "der", "", [][]byte{indefinite}),
		row("pem", onePEM, "pem", "", one),
		row("pem, carriage returns", strings.ReplaceAll(onePEM, "\n", "\r\n"), "pem", "", one),
		row("pem, old mac", strings.ReplaceAll(onePEM, "\n", "\r"), "pem", "", one),
		row("pem in one line", strings.ReplaceAll(onePEM, "\n", ""), "pem", "", one),
		row("pem, indented", strings.ReplaceAll(onePEM, "\n", "\n   \t"), "pem", "", one),
		row("pem, lower case labels", strings.NewReplacer("BEGIN CERTIFICATE", "begin certificate", "END CERTIFICATE", "end certificate").Replace(onePEM), "pem", "", one),
		row("pem, x509 label", pemOf("X509 CERTIFICATE", leafDER), "pem", "", one),
		row("pem, trusted label", pemOf("TRUSTED CERTIFICATE", append(append([]byte{}, leafDER...), 0x30, 3, 0x0c, 1, 'x')), "pem", "", one),
		row("pem, wrong label", pemOf("PKCS7", leafDER), "pem", "", one),
		row("pem, headers inside", strings.Replace(onePEM, "-----\n", "-----\nX-Note: hello\n\n", 1), "pem", "", one),
		row("pem, root first", pemOf("CERTIFICATE", chain[2])+pemOf("CERTIFICATE", chain[1])+onePEM, "pem", "", chain),
		row("pem, parameters beside", pemOf("EC PARAMETERS", []byte{6, 1, 42})+onePEM, "pem", "", one),
		row("pem, a list beside", pemOf("X509 CRL", gen.CRL().Encode())+onePEM, "pem", "", one),
		row("pem, revoked by the list beside", onePEM+pemOf("CERTIFICATE", chain[1])+pemOf("X509 CRL", revoking.Encode()), "pem", "", chain[:2]),
		row("pem, first without an end", onePEM[:strings.Index(onePEM, "-----END")]+pemOf("CERTIFICATE", otherDER), "pem", "", both),
		row("base64", b64(leafDER), "base64", "", one),
		row("base64 of two", b64(append(append([]byte{}, leafDER...), otherDER...)), "base64", "", both),

		row("der, cut", der[:600], "der", "truncated", nil),
		row("pem, cut", onePEM[:cut], "pem", "truncated", nil),
		row("pem, one of two cut", onePEM[:cut]+"\n"+pemOf("CERTIFICATE", otherDER), "pem", "truncated", [][]byte{otherDER}),
		row("pem, damaged", onePEM[:cut]+"!"+onePEM[cut+1:], "pem", "damaged-base64", nil),
		row("base64, cut", b64(leafDER)[:400], "base64", "truncated", nil),
		row("base64, damaged", b64(leafDER)[:100]+"*"+b64(leafDER)[101:], "base64", "damaged-base64", nil),
		row("pem without content", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n", "empty", "empty", nil),
	}
}
