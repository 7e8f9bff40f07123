package inspect

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"sealglass/testdata/gen/inputs"
)

func b64(der []byte) string { return base64.StdEncoding.EncodeToString(der) }

func TestScanFindsCertificatesInAnyText(t *testing.T) {
	for _, c := range inputs.Texts() {
		t.Run(c.Name, func(t *testing.T) {
			got, want := Sniff(c.Data), c.Answers[0]
			if string(got.Kind) != want.Kind || got.Error != nil {
				t.Errorf("kind %q, error %+v, want %q", got.Kind, got.Error, want.Kind)
			}
			if !slices.EqualFunc(got.Certificates, want.Certificates, bytes.Equal) {
				t.Errorf("%d certificates that are not the %d put in", len(got.Certificates), len(want.Certificates))
			}
		})
	}
}

// A text that holds none must not be taken for one that is damaged.
func TestScanFindsNothingInProse(t *testing.T) {
	for _, text := range []string{
		"MIDDLE of nowhere, MIT, MICHAEL, MIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIII",
		"3082 is a number, 30 82 are two, 30:82:01:02 is a time",
		strings.Repeat("MIIC ", 1000),
		strings.Repeat("30 82 ", 1000),
		"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk",
	} {
		if got := Sniff([]byte(text)); got.Kind != OtherText || len(got.Certificates) != 0 {
			t.Errorf("%.40q: kind %q with %d certificates", text, got.Kind, len(got.Certificates))
		}
	}
}

// What is hostile to a scanner: heads of certificates that announce more than
// comes, over and over. Time that grows with the square of the text's size would
// be many minutes here; what is linear takes a tenth of a second, and even on a
// machine that is busy with other things not half a minute. And whatever the text,
// there are pauses all along: between two of them hardly more than StepSize is read.
func TestScanIsLinear(t *testing.T) {
	const enough = 30 * time.Second
	s := newSamples(t)
	head := b64(s.cert[:48])
	for name, unit := range map[string]string{
		"heads":            head + " ",
		"heads in lines":   head + "\n",
		"heads of 4 GiB":   "MIT/////MIICAjCCAgI" + head[20:] + "* ",
		"indefinite heads": "MIAwgDCAMIAwgDCAMIAwgDCAMIAw ",
		"begin lines":      "-----BEGIN CERTIFICATE-----" + head + "\n",
		"begins":           "-----BEGIN ",
		"dashes":           "-",
		"backslashes":      `\`,
		"quotes":           `"`,
		"spaces between":   "M" + strings.Repeat(" ", 1000),
		"hex":              "30 82 02 02 30 82 02 02 30 82 02 02 02 02 02 02 *",
		"hex with gaps":    "30" + strings.Repeat(":", 1000),
		"hex beginnings":   "x:",
		"numbers":          "0\x80",
		"letters":          "a",
		"a long run":       head + strings.Repeat("\n"+strings.Repeat("A", 76), MaxInput/77),
		"a long gap":       head + strings.Repeat(" ", MaxInput),
		"a long block":     "-----BEGIN CERTIFICATE-----" + strings.Repeat("\n"+strings.Repeat("A", 76), MaxInput/77),
		"a long hex run":   "3084001ff000308202ff" + strings.Repeat("00", MaxInput/2),
		"header lines":     "-----BEGIN CERTIFICATE-----" + strings.Repeat("\n:", MaxInput/2),
	} {
		t.Run(name, func(t *testing.T) {
			text := []byte(strings.Repeat(unit, MaxInput/len(unit)+1)[:MaxInput])
			pauses := 0
			start := time.Now()
			SniffInSteps(text, func() { pauses++ })
			if spent := time.Since(start); spent > enough {
				t.Errorf("%v", spent)
			}
			if least := len(text) / StepSize * 9 / 10; pauses < least {
				t.Errorf("%d pauses, not %d", pauses, least)
			}
		})
	}
}

func TestScanKeepsPrivateKeysOut(t *testing.T) {
	s := newSamples(t)
	for name, text := range map[string]string{
		"json":            fmt.Sprintf("{\"cert\": %q, \"key\": %q}", pemOf("CERTIFICATE", s.cert), pemOf("PRIVATE KEY", s.pkcs8)),
		"bare base64":     b64(s.cert) + "\n" + b64(s.pkcs8),
		"short base64":    "key: " + b64(s.ed25519PK8) + "\ncert: " + b64(s.cert),
		"hex":             "cert " + hex.EncodeToString(s.cert) + "\nkey " + hex.EncodeToString(s.sec1),
		"percent-encoded": url.QueryEscape(pemOf("CERTIFICATE", s.cert) + pemOf("RSA PRIVATE KEY", s.pkcs1)),
	} {
		t.Run(name, func(t *testing.T) {
			data := []byte(text)
			report := Inspect([]Input{{Data: data}}, Options{})
			in := &report.Inputs[0]
			if in.Error == nil || in.Error.Code != "private-key" || len(in.Certificates) != 1 {
				t.Errorf("error %+v with %d certificates", in.Error, len(in.Certificates))
			}
			if !bytes.Equal(data, make([]byte, len(data))) {
				t.Error("the input still holds the key")
			}
		})
	}
}

func FuzzScan(f *testing.F) {
	for _, c := range inputs.Texts() {
		f.Add(c.Data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		found := Sniff(data)
		if found.Kind == "" || len(found.Certificates) == 0 && found.Error == nil {
			t.Fatalf("no answer: kind %q", found.Kind)
		}
		total := 0
		for _, der := range found.Certificates {
			if len(der) == 0 {
				t.Fatal("an empty certificate")
			}
			total += len(der)
		}
		if total > len(data) {
			t.Fatalf("%d bytes of certificates out of %d", total, len(data))
		}
	})
}
