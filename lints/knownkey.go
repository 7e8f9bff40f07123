package lints

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
)

var knownKeyRules = []Rule{{
	ID:           "key-publicly-known",
	Requirements: []string{"SBR-6.1.1.3-4"},
	Source:       SBR, Section: "6.1.1.3", Severity: Warning,
	Title: "The private key is printed in public source code",
	Explanation: "The key is one that programmers publish for tests. Everyone has its private half and can sign in your name " +
		"and read mail encrypted to it.",
	Remedy: "Make a new key at once, ask the issuer to revoke this certificate because its key is known, and for a new one.",
	Quote:  "The CA has previously been made aware that the Applicant's Private Key has suffered a Key Compromise",
	From:   sbrStart, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartPublicKey},
	When:  func(s *Subject) bool { return s.Cert.PublicKey.Present },
	Check: func(s *Subject) []Place {
		k := &s.Cert.PublicKey
		sum := sha256.Sum256(k.In(s.Cert.Raw))
		if _, known := slices.BinarySearch(knownKeys[:], hex.EncodeToString(sum[:])); !known {
			return nil
		}
		return at(string(PartPublicKey), k.Span, k.Name+", a test key")
	},
}}

// knownKeys are SHA-256 hashes of the subjectPublicKeyInfo of keys whose private
// half stands in the tests of Go's standard library and of golang.org/x/crypto,
// in order.
var knownKeys = [...]string{
	"020a47c329ecdda36aa11e5d01b4cf1264e81a301213a7d6fb4fb473113ec692",
	"226acd9b52f5731987d46521bbe02fa88045f9eb0c4a262690022d23cbb5eef2",
	"26be8791d8fcde93fbd2bfd2751ef576d65e391e3f7b9d559f3a75998183c044",
	"278670fcbd09ff7c0d71a028613705ed458766a7c8670b850eea734ef8cbeaec",
	"2e984af2cc8e11a04fdf8683f8486868b5113f26edcacc2f569e43825cb65be1",
	"2ee7ac2500ad97e8addb5e1965cd4b7fb6ab60555ce34391328d2e7b613cc9fa",
	"389f9ede520dbc33d2aebc489246ad89e221d1ec15f693c348c58b08219367aa",
	"4f4fdc7631659ff4d7b604f3f5575b90e21dab63707ab5b816d6c2faa1bcabfd",
	"53204fe0af606186e627ce662411035d3b6bcaae2668463281828212897e47b6",
	"540101906e8daff636d6cd4b16d3607921383c2aa511eebc4d49f3e58521f320",
	"587125d7590f83223c44c4a007c03db29ff255bd47c5f053bd8b118bfe790f39",
	"5d2c9394e69d9116f52dd7d665698f7672c54089001d1bf8e094c96a8d6ec345",
	"6c6f211b38eb2e24d0e1f042e8da8245fccf15fa415afcf62284bea8f5cca4f3",
	"7312874490966150511a5f0bf4931df4f548d576b40bae72d634e4ee0344e45f",
	"76a40ff8b96916f035544e3262130c75dbade42f419b89e8c3445836bc644bf0",
	"77c013569a20543277d47d8ce82dc714c266df7e5c7704574d22fe5f71c5a4cf",
	"7aad97fe2cbf390177718819a2d617766cea3aa394053e574ebe2354fefef0a2",
	"80d16dd09f339647146545d08c110d12ba3252d2dff395fea3fca20bff211c26",
	"88b8f4f874a353fb84c3833024fe587fd365f3ef8fefa1f885773d233acaefe6",
	"8fb6bad671cfe698393c453357da61b56d757ab8c0f3fb9c87f2849e63131878",
	"9a9e5b0f404f4e2d4386e38b04ac91e535946dc2a7f8d84a31404b476e5c35e1",
	"a966992050beefe356dd2219c30595377e991748f14dbb4e0c24935e15721a3c",
	"b1a7f4c236dc1e0d3ba2e0cde7f2a5238aa533a1e3becb4e5461ea03b49477b3",
	"b2826a5439e55ac291fc97314e5f1beadb7aa77982a0f6c741975544000b2188",
	"bbb3a427090d44d741d44bf7171a179dd4c9a7fdac3a2e649f2f6fa0488aadc9",
	"ce3aa306f6b578932664a6ef81bead27247efec825737b4b4cf1c5676c099e8f",
	"d3212c4f046f47a2b1c63a58f396a2d1fafa0d716c928f4a534982a2498ae78b",
	"d5b9cfda5e2be4d90eb52bfac16d4d2f3d9dd71cce1f0eb590b9477b97f1e17c",
	"d9aaacdecccfdf1aa1e7dac87c67e799bf72b1ce4f8940be58225f0fa34d6e40",
	"de600bb9cc846f37396da95d77456c7d459a5f2111b4d5d5dc7476a3e5fe457d",
	"e156fa5bb9673db29989c7bfd2faedda7df13f221df0a203b5701862a2b85757",
	"e7c98a2e73e33d7de4216988d748b814cded1b9b9b73b7ea83eadfc99a8d827d",
	"e97178009fc19e705c9257bae47fc004100da041363792d493098ac7fea922e9",
	"f7fa6aa81a73361c7084cf677dd1b96c56911578a239d19816bd661fe503d269",
	"fc7575b99276181ddc2ceded6d0c4a423b025ae39a0a1f94363dd2545f0331a4",
}
