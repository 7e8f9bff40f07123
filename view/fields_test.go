package view

import (
	"strconv"
	"strings"
	"testing"

	"sealglass/inspect"
)

// TestFieldsInParts: each part has a place in the frame before it, holds so many
// fields at most, and together they hold all.
func TestFieldsInParts(t *testing.T) {
	for _, n := range []int{fieldsAtOnce - 1, fieldsAtOnce, fieldsAtOnce + 1, 3 * fieldsAtOnce} {
		c := inspect.CertificateReport{Fields: []inspect.Field{{Path: "serialNumber", Value: "4711"}}}
		for i := range n {
			c.Fields = append(c.Fields, inspect.Field{Path: "tbsCertificate.subject.rdn[" + strconv.Itoa(i) + "]", Value: "<" + strconv.Itoa(i) + ">"})
		}
		r := &inspect.Report{Inputs: []inspect.InputReport{{Certificates: []inspect.CertificateReport{c}}}}
		frame, written, parts := "", "", 0
		for id, nodes := range Fields(r, 0, Options{}) {
			json := string(AppendJSON(nil, nodes))
			if frame == "" {
				frame = json
				if id != FieldsID(0) || strings.Contains(json, "4711") {
					t.Errorf("the frame, in %s: %s", id, json)
				}
				continue
			}
			parts++
			written += json
			if !strings.Contains(frame, `["id","`+id+`"]`) || len(nodes) > fieldsAtOnce {
				t.Errorf("%d fields: a part of %d, in %s, which is not in %s", n, len(nodes), id, frame)
			}
		}
		if want := 1 + (n+fieldsAtOnce-1)/fieldsAtOnce; parts != want {
			t.Errorf("%d fields: %d parts, want %d", n, parts, want)
		}
		for i := range n {
			if strings.Count(written, `"<`+strconv.Itoa(i)+`>"`) != 1 {
				t.Errorf("%d fields: field %d is not written once", n, i)
			}
		}
	}
	for range Fields(&inspect.Report{Inputs: []inspect.InputReport{{Certificates: make([]inspect.CertificateReport, 1)}}}, 0, Options{Detail: DetailFindings}) {
		t.Error("fields where they are not asked for")
	}
}
