package gen

import (
	"encoding/binary"
	"slices"
	"unicode/utf16"
)

// Outlook is a message as Outlook saves it ([MS-OXMSG]): properties by their
// numbers, such as "0037" for the subject, and attachments.
func Outlook(properties map[string]string, attachments ...Folder) Folder {
	f := Folder{"__properties_version1.0": make([]byte, 32)}
	for property, text := range properties {
		f["__substg1.0_"+property+"001F"] = outlookText(0, text).content
	}
	for i, a := range attachments {
		f["__attach_version1.0_#0000000"+string(rune('0'+i))] = a
	}
	return f
}

// OutlookFile is an attachment of [Outlook].
func OutlookFile(content []byte) Folder {
	return Folder{"__properties_version1.0": make([]byte, 32), "__substg1.0_37010102": content}
}

// OutlookMessage is a message as an attachment of another.
func OutlookMessage(message Folder) Folder {
	return Folder{"__properties_version1.0": make([]byte, 32), "__substg1.0_3701000D": message}
}

// The types of properties that are written ([MS-OXCDATA] 2.11.1).
const (
	outlookNumber = 0x0003
	outlookTime   = 0x0040
	outlookString = 0x001f
	outlookBinary = 0x0102
)

// outlookProperty is one property ([MS-OXPROPS]): a number, a time in units of
// 100 ns since 1601, or a text or bytes, which have a stream of their own.
type outlookProperty struct {
	id, kind uint16
	number   uint64
	content  []byte
}

func outlookText(id uint16, text string) outlookProperty {
	var b []byte
	for _, u := range utf16.Encode([]rune(text)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return outlookProperty{id: id, kind: outlookString, content: b}
}

// outlookFolder is an object of a message with its property stream ([MS-OXMSG]
// 2.4), which begins with this header.
func outlookFolder(header []byte, properties ...outlookProperty) Folder {
	f, stream := Folder{}, slices.Clone(header)
	for _, p := range properties {
		value := p.number
		switch p.kind {
		case outlookString, outlookBinary:
			f["__substg1.0_"+hex4(p.id)+hex4(p.kind)] = p.content
			value = uint64(len(p.content))
			if p.kind == outlookString {
				value += 2 // the size is told with the end of the text, which is not there
			}
		}
		stream = binary.LittleEndian.AppendUint16(stream, p.kind)
		stream = binary.LittleEndian.AppendUint16(stream, p.id)
		stream = binary.LittleEndian.AppendUint32(stream, 6) // readable, writable
		stream = binary.LittleEndian.AppendUint64(stream, value)
	}
	f["__properties_version1.0"] = stream
	return f
}

func hex4(n uint16) string {
	const digits = "0123456789ABCDEF"
	return string([]byte{digits[n>>12], digits[n>>8&15], digits[n>>4&15], digits[n&15]})
}

// OutlookSaved is a message with everything that Outlook writes into a file of
// one: its class ([MS-OXOSMIME] 2.1.1: "IPM.Note.SMIME", or with
// ".MultipartSigned" after it), named properties, a recipient, and one attachment
// of this media type that holds the whole content. The header fields of the
// message on its way are there when it was received.
func OutlookSaved(class, mediaType string, content []byte, received string) Folder {
	const sent = 134_169_696_000_000_000 // 2026-03-02
	properties := []outlookProperty{
		outlookText(0x001a, class),
		{id: 0x0017, kind: outlookNumber, number: 1},
		outlookText(0x0037, "hello"), outlookText(0x003d, ""), outlookText(0x0070, "hello"), outlookText(0x0e1d, "hello"),
		{id: 0x0039, kind: outlookTime, number: sent},
		{id: 0x0e06, kind: outlookTime, number: sent},
		outlookText(0x0042, "Erika Mustermann"), outlookText(0x0064, "SMTP"), outlookText(0x0065, Mailbox),
		outlookText(0x0c1a, "Erika Mustermann"), outlookText(0x0c1e, "SMTP"), outlookText(0x0c1f, Mailbox),
		outlookText(0x5d01, Mailbox), outlookText(0x5d02, Mailbox),
		outlookText(0x0e04, "Max Mustermann"), outlookText(0x1035, "<1@example.com>"),
		{id: 0x0071, kind: outlookBinary, content: make([]byte, 22)},
		{id: 0x300b, kind: outlookBinary, content: make([]byte, 16)},
		{id: 0x0e07, kind: outlookNumber, number: 0x11},
		{id: 0x340d, kind: outlookNumber, number: 0x40000},
		{id: 0x3fde, kind: outlookNumber, number: 65001},
	}
	if received != "" {
		properties = append(properties, outlookText(0x007d, received))
	}
	header := make([]byte, 32) // [MS-OXMSG] 2.4.1.1: one recipient, one attachment, and the next of each
	for i := range 4 {
		header[8+4*i] = 1
	}
	f := outlookFolder(header, properties...)
	f["__nameid_version1.0"] = Folder{
		"__substg1.0_00020102": []byte{}, "__substg1.0_00030102": []byte{}, "__substg1.0_00040102": []byte{},
	}
	f["__recip_version1.0_#00000000"] = outlookFolder(
		make([]byte, 8),
		outlookProperty{id: 0x0c15, kind: outlookNumber, number: 1}, outlookProperty{id: 0x3000, kind: outlookNumber},
		outlookProperty{id: 0x0ffe, kind: outlookNumber, number: 6},
		outlookText(0x3001, "Max Mustermann"), outlookText(0x3002, "SMTP"), outlookText(0x3003, "max@example.com"), outlookText(0x39fe, "max@example.com"),
	)
	f["__attach_version1.0_#00000000"] = outlookFolder(
		make([]byte, 8),
		outlookProperty{id: 0x0e21, kind: outlookNumber}, outlookProperty{id: 0x0ffe, kind: outlookNumber, number: 7},
		outlookProperty{id: 0x3701, kind: outlookBinary, content: content}, outlookProperty{id: 0x3702, kind: outlookBinary},
		outlookProperty{id: 0x3705, kind: outlookNumber, number: 1}, outlookProperty{id: 0x370b, kind: outlookNumber, number: 0xffffffff},
		outlookText(0x3703, ".p7m"), outlookText(0x3704, "smime.p7m"), outlookText(0x3707, "smime.p7m"), outlookText(0x370e, mediaType),
	)
	return f
}
