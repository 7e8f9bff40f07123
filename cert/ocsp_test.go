package cert_test

import (
	"bytes"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

func TestParseOCSP(t *testing.T) {
	leaf := gen.Leaf("sponsor", "strict")
	response := gen.OCSP(leaf)
	second := response.Responses[0]
	second.Status = gen.Revoked(gen.At("2026-09-01 12:00:00"), 4)
	second.NextUpdate = gen.Time{}
	second.Extensions = []gen.Extension{gen.ReasonCode(1)}
	third := response.Responses[0]
	third.Status = gen.Unknown()
	response.Responses = append(response.Responses, second, third)
	response.Extensions = []gen.Extension{{OID: cert.OIDOCSPNonce, Value: gen.OctetString([]byte{1, 2})}}
	der := response.Encode()
	o := cert.ParseOCSP(der)
	sameFaults(t, "whole", o.Faults)
	if o.Status != 0 || o.ResponseType != cert.OIDOCSPBasic || o.Version.Present || o.ResponderName.Present ||
		!bytes.Equal(o.ResponderKeyHash, gen.OCSPSignerKey().ID()) || o.ProducedAt.Text != "20261014060000Z" {
		t.Errorf("%+v", o)
	}
	if !bytes.Equal(o.TBS.In(der), response.TBS()) || o.SignatureAlgorithm.OID != cert.OIDECDSAWithSHA256 || len(o.Signature.Bytes) == 0 {
		t.Errorf("tbs %v, algorithm %s", o.TBS, o.SignatureAlgorithm.OID)
	}
	if len(o.Certificates) != 1 || !bytes.Equal(o.Certificates[0].In(der), gen.OCSPSigner().Encode()) {
		t.Errorf("certificates %v", o.Certificates)
	}
	if len(o.Extensions) != 1 || o.Extensions[0].Path() != "tbsResponseData.responseExtensions.ocspNonce" {
		t.Errorf("extensions %v", o.Extensions)
	}
	if len(o.Responses) != 3 {
		t.Fatalf("%d responses", len(o.Responses))
	}
	for i := range o.Responses {
		s := &o.Responses[i]
		if s.Status != i || s.Broken || s.HashAlgorithm.OID != cert.OIDSHA1 || len(s.IssuerNameHash) != 20 || len(s.IssuerKeyHash) != 20 ||
			!bytes.Equal(s.SerialNumber.Bytes, gen.Content(leaf.Serial)) || !s.ThisUpdate.OK {
			t.Errorf("response %d: %+v", i, s)
		}
	}
	if o.Responses[0].NextUpdate.Text != "20261018060000Z" || o.Responses[0].Reason != -1 {
		t.Errorf("first: %+v", o.Responses[0])
	}
	if s := o.Responses[1]; s.Reason != 4 || s.RevocationTime.Text != "20260901120000Z" || s.NextUpdate.Length != 0 ||
		len(s.Extensions) != 1 || s.Extensions[0].OID != cert.OIDReasonCode {
		t.Errorf("second: %+v", s)
	}
}

func TestOCSPResponder(t *testing.T) {
	response := gen.OCSP(gen.Leaf("mailbox", "strict"))
	response.ResponderID = gen.ByName(gen.NewName(string(cert.OIDCountryName), "DE", string(cert.OIDCommonName), "OCSP"))
	response.Version = gen.Context(0, gen.Integer(0))
	o := cert.ParseOCSP(response.Encode())
	sameFaults(t, "by name", o.Faults, named{"tbsResponseData.version", cert.FaultExplicitDefault})
	if o.ResponderName.String() != "C=DE, CN=OCSP" || o.ResponderKeyHash != nil {
		t.Errorf("responder %v", o.ResponderName)
	}
}

func TestUnsuccessfulOCSP(t *testing.T) {
	for status, want := range map[int]int{1: 1, 6: 6, 4: -1, 7: -1} {
		o := cert.ParseOCSP((&gen.OCSPResponse{Status: status, NoResponse: true}).Encode())
		if o.Status != want || (o.Unreadable("responseStatus") != nil) != (want < 0) {
			t.Errorf("status %d: read as %d, %v", status, o.Status, o.Faults)
		}
	}
	o := cert.ParseOCSP((&gen.OCSPResponse{NoResponse: true}).Encode())
	sameFaults(t, "successful and empty", o.Faults, named{"responseBytes", cert.FaultStructure})
	o = cert.ParseOCSP((&gen.OCSPResponse{ResponseType: "1.2.3", RawResponse: []byte{1, 2, 3}}).Encode())
	sameFaults(t, "another type", o.Faults)
	if o.ResponseType != "1.2.3" {
		t.Errorf("type %s", o.ResponseType)
	}
}

func TestBrokenOCSP(t *testing.T) {
	const first = "tbsResponseData.responses[0]"
	at := gen.At("2026-10-14 06:00:00")
	for name, c := range map[string]struct {
		edit   func(*gen.OCSPResponse, *gen.SingleResponse)
		broken bool
		faults []named
	}{
		"certID": {func(_ *gen.OCSPResponse, s *gen.SingleResponse) {
			s.CertID = gen.Sequence(gen.AlgorithmID(cert.OIDSHA1))
		}, true, []named{{first, cert.FaultStructure}}},
		"status": {func(_ *gen.OCSPResponse, s *gen.SingleResponse) { s.Status = gen.ContextPrimitive(3, nil) }, true, []named{{first, cert.FaultStructure}}},
		"good with content": {func(_ *gen.OCSPResponse, s *gen.SingleResponse) { s.Status = gen.ContextPrimitive(0, []byte{0}) }, false, []named{
			{first + ".certStatus", cert.FaultStructure},
		}},
		"reason": {func(_ *gen.OCSPResponse, s *gen.SingleResponse) { s.Status = gen.Revoked(at, 7) }, false, []named{{first, cert.FaultStructure}}},
		"UTCTime": {func(_ *gen.OCSPResponse, s *gen.SingleResponse) { s.ThisUpdate.Raw = at.Encode() }, false, []named{
			{first + ".thisUpdate", cert.FaultTime},
		}},
		"time": {func(_ *gen.OCSPResponse, s *gen.SingleResponse) {
			s.NextUpdate.Raw = gen.Text(gen.GeneralizedTime, "tomorrow")
		}, true, []named{{first + ".nextUpdate", cert.FaultTime}}},
		"responder": {func(o *gen.OCSPResponse, _ *gen.SingleResponse) { o.ResponderID = gen.Context(3, gen.Null()) }, false, []named{
			{"tbsResponseData.responderID", cert.FaultStructure},
		}},
		"no producedAt": {func(o *gen.OCSPResponse, _ *gen.SingleResponse) { o.ProducedAt.Raw = []byte{} }, false, []named{
			{"tbsResponseData.producedAt", cert.FaultStructure},
		}},
		"no signature": {func(o *gen.OCSPResponse, _ *gen.SingleResponse) { o.Signature = []byte{} }, false, []named{
			{"signature", cert.FaultStructure},
		}},
	} {
		response := gen.OCSP(gen.Leaf("mailbox", "strict"))
		response.Responses = append(response.Responses, response.Responses[0])
		c.edit(response, &response.Responses[0])
		der := response.Encode()
		o := cert.ParseOCSP(der)
		sameFaults(t, name, o.Faults, c.faults...)
		faultsLieWithin(t, der, o.Faults)
		if len(o.Responses) != 2 || o.Responses[0].Broken != c.broken || o.Responses[1].Broken || o.SignatureAlgorithm.OID == "" || len(o.Certificates) != 1 {
			t.Errorf("%s: %+v", name, o)
		}
	}
}

func TestCutOCSP(t *testing.T) {
	der := gen.OCSP(gen.Leaf("mailbox", "strict")).Encode()
	for n := range der {
		o := cert.ParseOCSP(der[:n])
		faultsLieWithin(t, der[:n], o.Faults)
		if o.Unreadable("certs") == nil {
			t.Fatalf("the certificates of a response cut to %d bytes are readable: %v", n, o.Faults)
		}
	}
}
