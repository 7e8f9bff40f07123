//go:build js && wasm

package main

import (
	"syscall/js"
	"time"

	"sealglass/cms"
	"sealglass/inspect"
)

// How long a Worker may take to open a file: most of a PKCS#12 file's time goes
// into deriving keys from the password.
const (
	openDeadline   = 30 * time.Second
	pkcs12Deadline = 90 * time.Second
)

// opener opens files in a Worker of their own, with this password (a Uint8Array)
// where one is needed. Where no Worker can do it, what the page itself sees of
// the file stands.
func (w workers) opener(password js.Value) inspect.Opener {
	return func(kind inspect.Kind, data []byte) inspect.Content {
		deadline := openDeadline
		if kind == inspect.PKCS12 {
			deadline = pkcs12Deadline
		}
		opened, err := await(w.second.Call("open", map[string]any{
			"kind": string(kind), "data": uint8Array(data), "password": password, "deadline": deadline.Milliseconds(),
		}))
		if err != nil || !opened.Truthy() {
			return inspect.SniffInSteps(data, pauser())
		}
		return contentOf(opened)
	}
}

// contentOf reads what was found in a file; wasm/worker writes it.
func contentOf(message js.Value) inspect.Content {
	found := inspect.Content{
		Kind:         inspect.Kind(message.Get("kind").String()),
		Certificates: listOf(message.Get("certificates"), bytesOf),
		Keys: listOf(message.Get("keys"), func(k js.Value) inspect.KeyReport {
			return inspect.KeyReport{Key: text(k, "key"), Compared: k.Get("compared").Bool(), Certificate: text(k, "certificate")}
		}),
		Members: listOf(message.Get("members"), func(m js.Value) inspect.Input {
			return inspect.Input{Name: text(m, "name"), Data: bytesOf(m.Get("data"))}
		}),
	}
	if e := message.Get("error"); e.Truthy() {
		found.Error = &inspect.InputError{Code: text(e, "code"), Message: text(e, "message"), Args: listOf(e.Get("args"), js.Value.String)}
	}
	if m := message.Get("message"); m.Truthy() {
		found.Message = mailOf(m)
	}
	return found
}

func mailOf(m js.Value) *inspect.MessageReport {
	return &inspect.MessageReport{
		Subject: text(m, "subject"), From: text(m, "from"), Sender: text(m, "sender"), Date: text(m, "date"),
		Encryption: text(m, "encryption"),
		Signatures: listOf(m.Get("signatures"), func(s js.Value) inspect.SignatureReport {
			return inspect.SignatureReport{
				Certificate: text(s, "certificate"), Signer: referenceOf(s.Get("signer")), Algorithm: text(s, "algorithm"),
				Result: inspect.SignatureResult(text(s, "result")), Reason: text(s, "reason"), SigningTime: text(s, "signingTime"),
				Address: inspect.AddressMatch(text(s, "address")), Capabilities: listOf(s.Get("capabilities"), js.Value.String),
			}
		}),
		Recipients: listOf(m.Get("recipients"), func(r js.Value) inspect.RecipientReport {
			return inspect.RecipientReport{
				Kind: cms.RecipientKind(text(r, "kind")), Recipient: referenceOf(r.Get("recipient")), Algorithm: text(r, "algorithm"),
			}
		}),
	}
}

func referenceOf(r js.Value) inspect.Reference {
	return inspect.Reference{Issuer: text(r, "issuer"), SerialNumber: text(r, "serialNumber"), KeyID: text(r, "keyID")}
}

func text(object js.Value, key string) string { return object.Get(key).String() }

func listOf[T any](array js.Value, element func(js.Value) T) []T {
	var list []T
	for i := range array.Length() {
		list = append(list, element(array.Index(i)))
	}
	return list
}

// bytesOf copies a Uint8Array.
func bytesOf(array js.Value) []byte {
	data := make([]byte, array.Length())
	js.CopyBytesToGo(data, array)
	return data
}
