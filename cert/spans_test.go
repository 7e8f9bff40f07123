package cert_test

import (
	"reflect"
	"strings"
	"testing"

	"sealglass/cert"
)

var spanType = reflect.TypeFor[cert.Span]()

// spansLieWithin says that every Span that the model holds lies in the input.
func spansLieWithin(t *testing.T, der []byte, model any) {
	t.Helper()
	if path := beyond(der, reflect.ValueOf(model), ""); path != "" {
		t.Fatalf("%s does not lie in the %d bytes", path, len(der))
	}
}

// beyond is the path of a Span that does not lie in the input, empty when all do.
func beyond(der []byte, v reflect.Value, path string) string {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && !strings.HasPrefix(v.Type().String(), "*big.") {
			return beyond(der, v.Elem(), path)
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Uint8 {
			for i := range v.Len() {
				if found := beyond(der, v.Index(i), path); found != "" {
					return found
				}
			}
		}
	case reflect.Struct:
		if v.Type() == spanType {
			s := v.Interface().(cert.Span)
			if s != (cert.Span{}) && s.In(der) == nil {
				return path
			}
			return ""
		}
		if v.Type().PkgPath() != spanType.PkgPath() {
			return "" // time.Time
		}
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() {
				if found := beyond(der, v.Field(i), path+"."+field.Name); found != "" {
					return found
				}
			}
		}
	}
	return ""
}

// TestSpansLieWithin makes the check itself fail.
func TestSpansLieWithin(t *testing.T) {
	c := &cert.Certificate{Decoded: cert.Decoded{SubjectAltName: &cert.AltName{Names: make([]cert.GeneralName, 2)}}}
	spansLieWithin(t, nil, c)
	c.SubjectAltName.Names[1].Str.Span = cert.Span{Offset: 1, Length: 2}
	if path := beyond([]byte{5, 0}, reflect.ValueOf(c), ""); path != ".Decoded.SubjectAltName.Names.Str.Span" {
		t.Errorf("found %q", path)
	}
}
