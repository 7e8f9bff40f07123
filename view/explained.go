package view

import (
	"strings"

	"sealglass/inspect"
)

// explanations are values that mean something only to those who know it by
// heart: where they stand, how they begin, and the words that explain them.
var explanations = [...]struct{ path, value, key string }{
	{".organizationIdentifier", "NTR", "register"},
	{".organizationIdentifier", "VAT", "vat"},
	{".organizationIdentifier", "PSD", "psd"},
	{".organizationIdentifier", "LEI", "lei"},
	{".organizationIdentifier", "GOV", "government"},
	{".organizationIdentifier", "INT", "international"},
	{".certificatePolicies.policies[", "mailbox-validated-", "mailbox"},
	{".certificatePolicies.policies[", "organization-validated-", "organization"},
	{".certificatePolicies.policies[", "sponsor-validated-", "sponsor"},
	{".certificatePolicies.policies[", "individual-validated-", "individual"},
	{".certificatePolicies.policies[", "anyPolicy ", "any-policy"},
	{".qcStatements.statements[", "qcCompliance ", "qualified"},
	{".qcStatements.statements[", "qcSSCD ", "device"},
	{".qcStatements.statements[", "qcType ", "qualified-type"},
	{".qcStatements.statements[", "qcPDS ", "terms"},
}

// explained says in words what a value stands for; nothing for those that speak
// for themselves.
func explained(f *inspect.Field, w Words) []Node {
	for _, e := range explanations {
		if strings.Contains(f.Path, e.path) && strings.HasPrefix(f.Value, e.value) {
			return []Node{node("explained", word("", w.Text("explained."+e.key)))}
		}
	}
	return nil
}
