package requirements

import "strings"

// awaitedPrefixes are requirements whose rules are being written. The list has
// to be empty before a release.
var awaitedPrefixes = []string{
	"SBR-1.1-", "SBR-1.6.1-mbx", "SBR-7.1-serial-4", "SBR-7.1.2.2-h-", "SBR-7.1.2.3-h-", "SBR-7.1.2.3-i-", "SBR-7.1.2.3-j-",
	"SBR-7.1.2.3-k-", "SBR-7.1.2.3-l-", "SBR-7.1.2.3-m-", "SBR-5280-", "SBR-7.1.4", "SBR-7.1.5-", "SBR-A.", "SBR-6.1.1.3-4",
}

func awaited(id string) bool {
	for _, p := range awaitedPrefixes {
		if strings.HasPrefix(id, p) {
			return true
		}
	}
	return false
}
