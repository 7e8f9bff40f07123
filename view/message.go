package view

import (
	"slices"

	"sealglass/inspect"
)

// messages are the cards of what lay around the certificates: the message that
// was signed or encrypted, and the private keys of a file.
func messages(r *inspect.Report, o Options) []Node {
	var nodes []Node
	for i := range r.Inputs {
		in := &r.Inputs[i]
		rows := messageRows(in, o.Words)
		if len(rows) == 0 {
			continue
		}
		facts := make([]Node, len(rows))
		for j, row := range rows {
			facts[j] = fact(row.term, node("value", word("", row.text)))
		}
		nodes = append(nodes, node("message",
			word("source", Escape(in.Name)),
			word("heading", messageHeading(in, o.Words)),
			children("facts", facts...)))
	}
	return nodes
}

// messageHeading names what lay around the certificates.
func messageHeading(in *inspect.InputReport, w Words) string {
	switch m := in.Message; {
	case m == nil && len(in.Lists) > 0:
		return w.Text("list." + string(in.Lists[0].Kind))
	case m == nil:
		return w.Text("message.keys")
	case slices.ContainsFunc(m.Signatures, broken):
		return w.Text("message.broken")
	case len(m.Signatures) > 0:
		return w.Text("message.signed")
	case m.Encryption != "":
		return w.Text("message.encrypted")
	}
	return w.Text("message.plain")
}

// broken says whether a signature does not hold.
func broken(s inspect.SignatureReport) bool {
	return s.Result == inspect.ContentAltered || s.Result == inspect.SignatureWrong
}

// messageRows say who signed a message and whether the signature holds, for whom
// it was encrypted, and which private keys lay in a file. What comes from the
// input is escaped.
func messageRows(in *inspect.InputReport, w Words) []row {
	var rows []row
	add := func(key, text string) {
		if text != "" {
			rows = append(rows, row{w.Text(key), text})
		}
	}
	if m := in.Message; m != nil {
		add("message.from", Escape(m.From))
		add("message.sender", Escape(m.Sender))
		add("message.subject", Escape(m.Subject))
		add("message.date", Escape(m.Date))
		for i := range m.Signatures {
			s := &m.Signatures[i]
			add("message.signature", signatureText(s, w))
			add("message.signer", Escape(signerName(in, s, w)))
			add("message.time", w.isoDay(s.SigningTime))
			if s.Address != inspect.AddressUnknown {
				add("message.address", w.Text("address."+string(s.Address)))
			}
			add("message.capabilities", Escape(join(s.Capabilities)))
		}
		for i := range m.Recipients[:min(len(m.Recipients), shownRecipients)] {
			add("message.recipient", Escape(w.said(m.Recipients[i].Recipient.String())))
		}
		if more := len(m.Recipients) - shownRecipients; more > 0 {
			add("message.recipient", w.Count("fact.more", more))
		}
		add("message.encryption", Escape(m.Encryption))
	}
	for i := range in.Keys {
		add("message.key", keyText(in, &in.Keys[i], w))
	}
	return append(rows, listRows(in, w)...)
}

// shownRecipients is how many recipients are named before "and 3 more".
const shownRecipients = 10

func signatureText(s *inspect.SignatureReport, w Words) string {
	key := "signature." + string(s.Result)
	if s.Result == inspect.SignatureNotChecked {
		key += "." + s.Reason
	}
	return w.Text(key, "algorithm", w.said(s.Algorithm))
}

// signerName names the signer's certificate: by its address, or as the signature
// names it where it is not here.
func signerName(in *inspect.InputReport, s *inspect.SignatureReport, w Words) string {
	if name := certificateName(in, s.Certificate); name != "" {
		return name
	}
	return w.said(s.Signer.String())
}

// certificateName names the input's certificate with this fingerprint.
func certificateName(in *inspect.InputReport, sha256 string) string {
	for i := range in.Certificates {
		if c := &in.Certificates[i]; c.SHA256 == sha256 {
			return entry{input: in, cert: c}.name()
		}
	}
	return ""
}

// keyText says what a private key is and to which certificate it belongs.
func keyText(in *inspect.InputReport, k *inspect.KeyReport, w Words) string {
	name := certificateName(in, k.Certificate)
	switch {
	case k.Key == "":
		return w.Text("key.closed")
	case name != "":
		return w.Text("key.belongs", "key", k.Key, "name", name)
	case k.Compared:
		return w.Text("key.alone", "key", k.Key)
	}
	return w.Text("key.unknown", "key", k.Key)
}
