// Package inputs is a table of files and texts as people give them, each with
// the exact answer. The command, the packages that read them and the page in a
// browser are held to it.
package inputs

import "sealglass/testdata/gen"

// Case is one input.
type Case struct {
	Name     string
	Data     []byte
	Password string
	Answers  []Answer // one; of an archive one for each file
}

// Answer is what an input is said to be.
type Answer struct {
	Kind, Code   string   // Code is empty where all was read
	Certificates [][]byte // in the order of the report
}

// All is the whole table. The same call gives the same bytes.
func All() []Case {
	var all []Case
	for _, part := range [][]Case{texts(), encodings(), messages(), mails(), outlook(), keyFiles(), archives(), privateKeys(), wrong()} {
		all = append(all, part...)
	}
	return all
}

// Texts are those of the table that are texts around a certificate.
func Texts() []Case { return texts() }

// The certificates of the table, and what stands for them in its rows.
var (
	leaf, subCA, root = gen.Leaf("sponsor", "strict"), gen.SubCA(), gen.Root()
	other             = gen.Leaf("mailbox", "multipurpose")

	leafDER, otherDER = leaf.Encode(), other.Encode()
	chain             = [][]byte{leafDER, subCA.Encode(), root.Encode()}
	one               = [][]byte{leafDER}
	both              = [][]byte{leafDER, otherDER}
)

// row is a case with one answer.
func row(name, data, kind, code string, certificates [][]byte) Case {
	return Case{Name: name, Data: []byte(data), Answers: []Answer{{kind, code, certificates}}}
}
