// Package container opens what takes more than a look: PKCS#12 files, mail,
// Outlook's messages and archives. It is for the command and for the Worker of
// the page: all of it is slow or large, and none of it is needed for a
// certificate in a file of its own.
package container

import (
	"sealglass/inspect"
	"sealglass/smime"
)

// Opener opens inputs, with this password in UTF-8 where one is needed. The
// empty password is tried first in any case. The password is the caller's to
// overwrite.
func Opener(password []byte) inspect.Opener {
	return func(kind inspect.Kind, data []byte) inspect.Content {
		switch kind {
		case inspect.PKCS7:
			return smime.ReadCMS(data)
		case inspect.MailMessage:
			return smime.ReadMail(data)
		case inspect.OutlookMessage:
			return smime.ReadOutlook(data)
		case inspect.PKCS12:
			return openPKCS12(data, password)
		}
		return openArchive(data)
	}
}
