package container

import "sealglass/inspect"

// The scripts start from leaf.pem, sub.pem, root.pem, key.pem (of the leaf) and
// text, and have the password in $PASSWORD.

const (
	opensslSign   = `openssl cms -sign -in text -signer leaf.pem -inkey key.pem -from erika.mustermann@example.com -out out `
	opensslExport = `openssl pkcs12 -export -in leaf.pem -inkey key.pem -name erika -passout "pass:$PASSWORD" -out out `
	umlauts       = "pässwörd ß€"
)

var opensslFiles = []toolFile{
	{"openssl-detached.eml", "openssl", opensslSign, "", inspect.MailMessage, "", inspect.SignatureHolds, "leaf"},
	{"openssl-opaque.eml", "openssl", opensslSign + `-nodetach -stream`, "", inspect.MailMessage, "", inspect.SignatureHolds, "leaf"},
	{"openssl-pss.eml", "openssl", opensslSign + `-keyopt rsa_padding_mode:pss`, "", inspect.MailMessage, "", inspect.SignatureHolds, "leaf"},
	{"openssl-noattr.eml", "openssl", opensslSign + `-noattr`, "", inspect.MailMessage, "", inspect.SignatureHolds, "leaf"},
	{"openssl-keyid.eml", "openssl", opensslSign + `-keyid`, "", inspect.MailMessage, "", inspect.SignatureHolds, "leaf"},
	{"openssl-sha512.eml", "openssl", opensslSign + `-md sha512`, "", inspect.MailMessage, "", inspect.SignatureHolds, "leaf"},
	{"openssl-chain.eml", "openssl", opensslSign + `-certfile sub.pem`, "", inspect.MailMessage, "", inspect.SignatureHolds, "leaf sub"},
	{"openssl.p7m", "openssl", opensslSign + `-nodetach -outform DER`, "", inspect.PKCS7, "", inspect.SignatureHolds, "leaf"},
	{"openssl-cms.pem", "openssl", opensslSign + `-nodetach -outform PEM`, "", inspect.PKCS7, "", inspect.SignatureHolds, "leaf"},
	{"openssl-encrypted.eml", "openssl", `openssl cms -encrypt -in text -aes256 -recip leaf.pem -out out`, "", inspect.MailMessage, "encrypted", "", ""},
	{"openssl-authenticated.p7m", "openssl", `openssl cms -encrypt -in text -aes-256-gcm -recip leaf.pem -outform DER -out out`, "", inspect.PKCS7, "encrypted", "", ""},
	{"openssl.p7b", "openssl", `openssl crl2pkcs7 -nocrl -certfile root.pem -certfile sub.pem -certfile leaf.pem -out out`, "", inspect.PKCS7, "", "", "leaf sub root"},
	{"openssl.p12", "openssl", opensslExport, "secret", inspect.PKCS12, "", "", "leaf"},
	{"openssl-legacy.p12", "openssl", opensslExport + `-legacy`, "secret", inspect.PKCS12, "", "", "leaf"},
	{"openssl-nomac.p12", "openssl", opensslExport + `-nomac`, "secret", inspect.PKCS12, "", "", "leaf"},
	{"openssl-umlauts.p12", "openssl", opensslExport + `-certfile sub.pem`, umlauts, inspect.PKCS12, "", "", "leaf sub"},
	{"keytool.p12", "keytool", `keytool -importcert -noprompt -file leaf.pem -alias x -storetype PKCS12 -storepass "$PASSWORD" -keystore out`, "secret", inspect.PKCS12, "", "", "leaf"},
	{"keytool.jks", "keytool", `keytool -importcert -noprompt -file leaf.pem -alias x -storetype JKS -storepass secret -keystore out`, "", inspect.Keystore, "keystore", "", ""},
}

const (
	certtoolP12 = `certtool --to-p12 --load-certificate leaf.pem --load-privkey key.pem --p12-name erika --password "$PASSWORD" --outder --outfile out `
	certtoolP7  = `certtool --load-certificate leaf.pem --load-privkey key.pem --infile text --outfile out `
)

var gnutlsFiles = []toolFile{
	{"certtool.p12", "certtool", certtoolP12, "secret", inspect.PKCS12, "", "", "leaf"},
	{"certtool-sha1-3des.p12", "certtool", certtoolP12 + `--pkcs-cipher 3des-pkcs12 --hash sha1`, "secret", inspect.PKCS12, "", "", "leaf"},
	{"certtool-umlauts.p12", "certtool", certtoolP12 + `--pkcs-cipher aes-256`, umlauts, inspect.PKCS12, "", "", "leaf"},
	{"certtool.p7b", "certtool", `certtool --p7-generate --load-certificate leaf.pem --outder --outfile out`, "", inspect.PKCS7, "", "", "leaf"},
	{"certtool.p7m", "certtool", certtoolP7 + `--p7-sign --p7-time --outder`, "", inspect.PKCS7, "", inspect.SignatureHolds, "leaf"},
	{"certtool.p7s", "certtool", certtoolP7 + `--p7-detached-sign`, "", inspect.PKCS7, "", inspect.SignatureNotChecked, "leaf"},
}

// nssStore is a folder of NSS with the leaf and its key.
const nssStore = `[ -d nss ] || {
	mkdir nss
	certutil -N -d sql:nss --empty-password
	openssl pkcs12 -export -in leaf.pem -inkey key.pem -name erika -passout pass:x -out nss/in
	pk12util -i nss/in -d sql:nss -W x
	certutil -M -n erika -t ,Pu, -d sql:nss
}
`

const (
	nssExport = nssStore + `pk12util -o out -n erika -d sql:nss -W "$PASSWORD" `
	nssSign   = nssStore + `cmsutil -S -N erika -d sql:nss -i text -o out `
	nssTo     = ` -r erika.mustermann@example.com -d sql:nss -o out`
)

var nssFiles = []toolFile{
	{"pk12util.p12", "pk12util certutil openssl", nssExport, "secret", inspect.PKCS12, "", "", "leaf"},
	{"pk12util-rc2.p12", "pk12util certutil openssl", nssExport + `-c "PKCS #12 V2 PBE With SHA-1 And 3KEY Triple DES-CBC" -C "PKCS #12 V2 PBE With SHA-1 And 40 Bit RC2 CBC"`, "secret", inspect.PKCS12, "", "", "leaf"},
	{"pk12util-umlauts.p12", "pk12util certutil openssl", nssExport, umlauts, inspect.PKCS12, "", "", "leaf"},
	{"cmsutil.p7m", "cmsutil certutil pk12util openssl", nssSign, "", inspect.PKCS7, "", inspect.SignatureHolds, "leaf"},
	{"cmsutil.p7s", "cmsutil certutil pk12util openssl", nssSign + `-T -G -P -H SHA256`, "", inspect.PKCS7, "", inspect.SignatureNotChecked, "leaf"},
	{"cmsutil-encrypted.p7m", "cmsutil certutil pk12util openssl", nssStore + `cmsutil -E -i text` + nssTo, "", inspect.PKCS7, "encrypted", "", ""},
	{"cmsutil.p7c", "cmsutil certutil pk12util openssl", nssStore + `cmsutil -O` + nssTo, "", inspect.PKCS7, "", "", "leaf"},
	{"certutil.pem", "certutil pk12util openssl", nssStore + `certutil -L -n erika -a -d sql:nss >out`, "", inspect.PEM, "", "", "leaf"},
	{"certutil.csr", "certutil pk12util openssl", nssStore + `certutil -R -a -k erika -s CN=Erika -7 erika@example.com -d sql:nss >out`, "", inspect.Request, "request", "", ""},
}

// gnupgStore is a folder of GnuPG with the chain and the key, at a fixed time.
const gnupgStore = `gpgsm() { command gpgsm --batch --yes --quiet --pinentry-mode loopback --passphrase-fd 0 -o out "$@" <<END
$PASSPHRASE
END
}
PASSPHRASE=secret
trap 'gpgconf --kill gpg-agent' EXIT
[ -d gnupg ] || {
	mkdir -m 700 gnupg
	echo "$(openssl x509 -in root.pem -noout -fingerprint -sha1 | sed 's/.*=//') S relax" >gnupg/trustlist.txt
	printf 'disable-crl-checks\nfaked-system-time 20260601T120000\n' >gnupg/gpgsm.conf
	openssl pkcs12 -export -legacy -in leaf.pem -inkey key.pem -passout pass:secret -out gnupg/in
	gpgsm --import root.pem sub.pem leaf.pem
	gpgsm --import gnupg/in
	rm -f out
}
`

// gnupgExport tries again: now and then GnuPG 2.2 writes a file whose key opens
// with no password, as gpgsm-closed.p12.
const gnupgExport = `for try in 1 2 3; do
	gpgsm --export-secret-key-p12 erika.mustermann@example.com
	openssl pkcs12 -legacy -noout -passin pass:secret -in out && break
done`

const gnupgTools = "gpgsm gpgconf gpg-agent openssl"

var gnupgFiles = []toolFile{
	{"gpgsm.p7m", gnupgTools, gnupgStore + `gpgsm --sign text`, "", inspect.PKCS7, "", inspect.SignatureHolds, "leaf sub"},
	{"gpgsm.p7s", gnupgTools, gnupgStore + `gpgsm --armor --detach-sign text`, "", inspect.PKCS7, "", inspect.SignatureNotChecked, "leaf sub"},
	{"gpgsm-encrypted.p7m", gnupgTools, gnupgStore + `gpgsm --encrypt -r erika.mustermann@example.com text`, "", inspect.PKCS7, "encrypted", "", ""},
	{"gpgsm.pem", gnupgTools, gnupgStore + `gpgsm --armor --export`, "", inspect.PEM, "", "", "leaf sub root"},
	{"gpgsm.p12", gnupgTools, gnupgStore + gnupgExport, "secret", inspect.PKCS12, "", "", "leaf"},
	{"gpgsm.key", gnupgTools, gnupgStore + `gpgsm --armor --export-secret-key-p8 erika.mustermann@example.com`, "", inspect.PrivateKey, "private-key", "", ""},
}

// mailProgram signs a mail with Python's email, the way programs do that send
// mail by themselves.
const mailProgram = `import subprocess
from email import policy
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

text = MIMEText("Gr\u00fc\u00dfe\nErika\n", "plain", "utf-8")
sign = ["openssl", "cms", "-sign", "-binary", "-outform", "DER", "-signer", "leaf.pem", "-inkey", "key.pem"]
signature = subprocess.run(sign, input=text.as_bytes(policy=policy.SMTP), stdout=subprocess.PIPE, check=True).stdout
mail = MIMEMultipart("signed", protocol="application/pkcs7-signature", micalg="sha-256")
mail["From"] = "Erika <erika.mustermann@example.com>"
mail["Subject"] = "hello"
mail.attach(text)
mail.attach(MIMEApplication(signature, "pkcs7-signature", name="smime.p7s"))
with open("out", "wb") as out:
    out.write(mail.as_bytes(policy=policy.SMTP))
`

// muttSettings let mutt sign a mail and hand it to a file. It asks for a password
// that the key does not have.
const muttSettings = `set folder=. spoolfile=./mbox mbox_type=mbox record= copy=no
set autoedit fast_reply edit_headers editor=true abort_unmodified=no
set from=erika.mustermann@example.com realname=Erika
set smime_is_default crypt_autosign smime_default_key=leaf smime_sign_as=leaf
set smime_keys=. smime_certificates=. smime_sign_digest_alg=sha256 smime_timeout=300
set smime_sign_command="openssl smime -sign -md sha256 -signer leaf.pem -inkey key.pem -in %f -certfile sub.pem -outform DER"
set sendmail=./sendmail
send2-hook . "push <send-message>"
`

// muttKeys answers mutt's question in a terminal.
const muttKeys = `import os, pty, signal, sys

signal.alarm(20)
pid, terminal = pty.fork()
if pid == 0:
    os.execvp("mutt", ["mutt", "-n", "-F", "muttrc", "-s", "hello", "-i", "text", "max@example.com"])
seen = b""
try:
    while True:
        seen += os.read(terminal, 4096)
        if b"passphrase:" in seen:
            os.write(terminal, b"x\r")
            seen = b""
except OSError:
    pass
sys.exit(os.waitpid(pid, 0)[1] != 0)
`

var mailFiles = []toolFile{
	{"python.eml", "python3 openssl", `python3 mail.py`, "", inspect.MailMessage, "", inspect.SignatureHolds, "leaf"},
	{"mutt.eml", "mutt python3 openssl", "touch mbox\nprintf '#!/bin/sh\\ncat >out\\n' >sendmail\nchmod +x sendmail\npython3 mutt.py", "", inspect.MailMessage, "", inspect.SignatureHolds, "leaf sub"},
}
