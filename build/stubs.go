package main

// stubs are what each program has in the place of packages of the standard
// library, of one file of such a package, or of a module that is one package, by
// import path. A stub has the part of the package that the program's other packages
// are compiled against, and says why nothing more of it is ever used. A program that
// needs more fails to compile.
var stubs = map[string]map[string]string{
	"page": {
		"crypto/internal/boring":      boringStub,
		"crypto/internal/fips140only": fips140onlyStub,
		"fmt":                         fmtStub,
		"internal/godebug":            godebugStub,
		"internal/strconv/ftoa.go":    ftoaStub,
	},
	"worker": {
		"github.com/pelletier/go-toml": tomlStub,
		"net/http/cookiejar":           cookiejarStub,
	},
}

// isStub says whether a stub stands for the module in a program.
func isStub(module string) bool {
	for _, list := range stubs {
		if _, ok := list[module]; ok {
			return true
		}
	}
	return false
}

// x/net/publicsuffix imports net/http/cookiejar for one interface, and gets
// net/http and crypto/tls with it. The public-suffix list stays the real one.
const cookiejarStub = `package cookiejar

// PublicSuffixList is the part of net/http/cookiejar that x/net/publicsuffix implements.
type PublicSuffixList interface {
	PublicSuffix(domain string) string
	String() string
}
`

// math/big prints and scans with fmt, and encoding/hex makes errors with it. The
// page does neither: it turns numbers into text by Int.String, and what it
// decodes from hex is its own. What is left are texts of panics, and they lose
// their arguments.
const fmtStub = `package fmt

import (
	"errors"
	"io"
)

type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}

type Formatter interface{ Format(f State, verb rune) }

type ScanState interface {
	ReadRune() (r rune, size int, err error)
	UnreadRune() error
	SkipSpace()
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	Width() (wid int, ok bool)
	Read(buf []byte) (n int, err error)
}

type Scanner interface{ Scan(state ScanState, verb rune) error }

func Errorf(format string, a ...any) error { return errors.New(format) }

func Sprintf(format string, a ...any) string { return format }

func Fprint(w io.Writer, a ...any) (n int, err error) { return 0, errors.ErrUnsupported }

func Fprintf(w io.Writer, format string, a ...any) (n int, err error) { return 0, errors.ErrUnsupported }

func Fscan(r io.Reader, a ...any) (n int, err error) { return 0, errors.ErrUnsupported }
`

// The hashes ask BoringCrypto first whether it is there, which is on Linux only,
// and compile against its whole interface: ciphers, random numbers, and the
// operating system for those.
const boringStub = `package boring

import "hash"

const Enabled = false

func Unreachable() {}

func NewSHA1() hash.Hash   { panic("boring") }
func NewSHA224() hash.Hash { panic("boring") }
func NewSHA256() hash.Hash { panic("boring") }
func NewSHA384() hash.Hash { panic("boring") }
func NewSHA512() hash.Hash { panic("boring") }

func SHA1([]byte) [20]byte   { panic("boring") }
func SHA224([]byte) [28]byte { panic("boring") }
func SHA256([]byte) [32]byte { panic("boring") }
func SHA384([]byte) [48]byte { panic("boring") }
func SHA512([]byte) [64]byte { panic("boring") }
`

// SHA-1 is refused in the FIPS 140-3 mode, which Go does not have for
// WebAssembly (crypto/internal/fips140.Supported). To know the approved
// alternatives the real package imports them.
const fips140onlyStub = `package fips140only

func Enforced() bool { return false }
`

// GODEBUG is an environment variable, and a browser has none: every setting has
// its default.
const godebugStub = `package godebug

type Setting struct{ name string }

func New(name string) *Setting { return &Setting{name} }

func (s *Setting) Name() string { return s.name }

func (s *Setting) Value() string { return "" }

func (s *Setting) IncNonDefault() {}
`

// The page shows no number with a fraction. Only the runtime would print one, of a
// panic that has it for a value, and the tables for that do not compress.
const ftoaStub = `package strconv

type floatInfo struct {
	mantbits, expbits uint
	bias              int
}

const (
	float32MantBits, float32ExpBits, float32Bias = 23, 8, -127
	float64MantBits, float64ExpBits, float64Bias = 52, 11, -1023
)

var (
	float32info = floatInfo{float32MantBits, float32ExpBits, float32Bias}
	float64info = floatInfo{float64MantBits, float64ExpBits, float64Bias}
)

type decimalSlice struct {
	d      []byte
	nd, dp int
}

func FormatFloat(f float64, fmt byte, prec, bitSize int) string { return "a float" }

func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	return append(dst, "a float"...)
}
`

// zlint's lints can be configured by a file in TOML, which nobody has here: each
// asks the same empty tree, and keeps what it has without one.
const tomlStub = `package toml

import (
	"errors"
	"io"
)

type Tree struct{}

func LoadReader(reader io.Reader) (tree *Tree, err error) { return &Tree{}, nil }

func (t *Tree) Get(key string) interface{} { return nil }

func (t *Tree) Unmarshal(v interface{}) error { return errors.ErrUnsupported }

type Encoder struct{}

func NewEncoder(w io.Writer) *Encoder { return &Encoder{} }

func (e *Encoder) Indentation(indent string) *Encoder { return e }

func (e *Encoder) CompactComments(cc bool) *Encoder { return e }

func (e *Encoder) Encode(v interface{}) error { return errors.ErrUnsupported }
`
