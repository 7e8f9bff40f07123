package inspect

import "bytes"

// magic is the fixed start of a file format.
type magic struct {
	kind   Kind
	offset int
	bytes  string
}

// magics are formats of files that people take for a certificate, by their
// first bytes.
var magics = [...]magic{
	{PDF, 0, "%PDF-"},
	{Image, 0, "\x89PNG\r\n\x1a\n"},
	{Image, 0, "\xff\xd8\xff"}, // JPEG
	{Image, 0, "GIF87a"},
	{Image, 0, "GIF89a"},
	{Image, 0, "II*\x00"}, // TIFF
	{Image, 0, "MM\x00*"},
	{Image, 8, "WEBP"},
	{Image, 4, "ftypheic"},
	{Image, 4, "ftypmif1"},
	{Image, 4, "ftypavif"},
	{Archive, 0, "PK\x03\x04"},
	{Archive, 0, "PK\x05\x06"},
	{Archive, 0, "\x1f\x8b\x08"}, // gzip
	{Archive, 0, "7z\xbc\xaf\x27\x1c"},
	{Archive, 0, "Rar!\x1a\x07"},
	{OutlookMessage, 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}, // OLE compound file
	{Winmail, 0, "\x78\x9f\x3e\x22"},                        // TNEF
	{Keystore, 0, "\xfe\xed\xfe\xed"},                       // JKS
	{Keystore, 0, "\xce\xce\xce\xce"},                       // JCEKS
	{Keystore, 0, "\x00\x00\x00\x01\x00\x00\x00\x14"},       // BKS (Bouncy Castle), version 1
	{Keystore, 0, "\x00\x00\x00\x02\x00\x00\x00\x14"},
	{PrivateKey, 0, "openssh-key-v1\x00"},
	{PrivateKey, 0, "SSH PRIVATE KEY FILE FORMAT 1"},
	{PrivateKey, 0, "\x1e\xf1\xb5\xb0"},                 // PVK (Microsoft)
	{PrivateKey, 0, "\x07\x02\x00\x00\x00\x24\x00\x00"}, // PRIVATEKEYBLOB, RSA for signing
	{PrivateKey, 0, "\x07\x02\x00\x00\x00\xa4\x00\x00"}, // for encryption
}

// sniffMagic recognises binary formats by their first bytes.
func sniffMagic(data []byte, _ func()) (Content, bool) {
	for i := range magics {
		m := &magics[i]
		if len(data) > m.offset && bytes.HasPrefix(data[m.offset:], []byte(m.bytes)) {
			return wrong(m.kind), true
		}
	}
	return sniffPackets(data)
}

// sniffPackets recognises binary OpenPGP by its first packet (RFC 9580 4.2): a
// public or a secret key with its version.
func sniffPackets(data []byte) (Content, bool) {
	tag, version := packet(data)
	if version < 3 || version > 6 {
		return Content{}, false
	}
	switch tag {
	case 5: // secret key
		return wrong(PrivateKey), true
	case 6: // public key
		return wrong(OpenPGP), true
	}
	return Content{}, false
}

// packet reads the type of an OpenPGP packet and its first octet, which in a
// key is the version; both are 0 for what is no packet.
func packet(data []byte) (tag, first byte) {
	if len(data) < 8 || data[0]&0x80 == 0 {
		return 0, 0
	}
	if data[0]&0x40 == 0 { // the old format: the two lowest bits tell the size of the length
		return data[0] >> 2 & 0xf, data[1+[...]int{1, 2, 4, 0}[data[0]&3]]
	}
	header := 2
	switch l := data[1]; {
	case l == 255:
		header = 6
	case l >= 192 && l < 224:
		header = 3
	}
	return data[0] & 0x3f, data[header]
}
