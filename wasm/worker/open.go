//go:build js && wasm

package main

import (
	"syscall/js"

	"sealglass/container"
	"sealglass/inspect"
)

// open opens a file of this kind with a password, which may be empty, and
// overwrites both. It is nil when the program itself failed.
func open(kind, file, password js.Value) (opened any) {
	defer func() {
		if recover() != nil {
			opened = nil
		}
	}()
	data, secret := bytesOf(file), bytesOf(password)
	defer clear(data)
	defer clear(secret)
	found := container.Opener(secret)(inspect.Kind(kind.String()), data)
	return contentMessage(&found)
}

// contentMessage is what was found as the page reads it (wasm/page/open.go).
func contentMessage(c *inspect.Content) map[string]any {
	message := map[string]any{
		"kind":         string(c.Kind),
		"certificates": listOf(c.Certificates, func(der []byte) any { return uint8Array(der) }),
		"keys": listOf(c.Keys, func(k inspect.KeyReport) any {
			return map[string]any{"key": k.Key, "compared": k.Compared, "certificate": k.Certificate}
		}),
		"members": listOf(c.Members, func(in inspect.Input) any {
			return map[string]any{"name": in.Name, "data": uint8Array(in.Data)}
		}),
	}
	if c.Error != nil {
		message["error"] = map[string]any{"code": c.Error.Code, "message": c.Error.Message, "args": texts(c.Error.Args)}
	}
	if c.Message != nil {
		message["message"] = mailMessage(c.Message)
	}
	return message
}

func mailMessage(m *inspect.MessageReport) map[string]any {
	return map[string]any{
		"subject": m.Subject, "from": m.From, "sender": m.Sender, "date": m.Date, "encryption": m.Encryption,
		"signatures": listOf(m.Signatures, func(s inspect.SignatureReport) any {
			return map[string]any{
				"certificate": s.Certificate, "signer": referenceMessage(&s.Signer), "algorithm": s.Algorithm,
				"result": string(s.Result), "reason": s.Reason, "signingTime": s.SigningTime,
				"address": string(s.Address), "capabilities": texts(s.Capabilities),
			}
		}),
		"recipients": listOf(m.Recipients, func(r inspect.RecipientReport) any {
			return map[string]any{"kind": string(r.Kind), "recipient": referenceMessage(&r.Recipient), "algorithm": r.Algorithm}
		}),
	}
}

func referenceMessage(r *inspect.Reference) map[string]any {
	return map[string]any{"issuer": r.Issuer, "serialNumber": r.SerialNumber, "keyID": r.KeyID}
}

func texts(list []string) []any { return listOf(list, func(s string) any { return s }) }

func listOf[T any](list []T, message func(T) any) []any {
	messages := make([]any, len(list))
	for i, element := range list {
		messages[i] = message(element)
	}
	return messages
}

// uint8Array copies bytes to JavaScript.
func uint8Array(data []byte) js.Value {
	array := js.Global().Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(array, data)
	return array
}
