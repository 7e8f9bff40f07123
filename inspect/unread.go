package inspect

// Unread is the report on an input that was left unread because it is larger
// than [MaxInput].
func Unread(name string) InputReport {
	return InputReport{Name: name, Kind: TooLarge, Error: wrong(TooLarge).err, Certificates: []CertificateReport{}}
}
