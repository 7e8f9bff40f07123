package cert

import (
	"testing"
	"time"
)

// They write and read as package time does.
func TestTimeText(t *testing.T) {
	for _, at := range []time.Time{
		{},
		time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC),
		time.Date(987, 6, 5, 4, 3, 2, 1, time.UTC),
		time.Date(2024, 2, 29, 23, 59, 59, 999, time.FixedZone("", -3600)),
		time.Date(2049, 12, 31, 12, 0, 0, 0, time.UTC),
		time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC),
		time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC),
		time.Date(-1, 12, 31, 0, 0, 0, 0, time.UTC),
	} {
		utc := at.UTC()
		for layout, got := range map[string]string{time.RFC3339: RFC3339(at), time.DateOnly: DateOnly(at), time.TimeOnly: TimeOnly(at)} {
			if want := utc.Format(layout); got != want {
				t.Errorf("%v is written %q, want %q", at, got, want)
			}
		}
	}
	for _, text := range []string{
		"", "2024-02-29", "2023-02-29", "2024-13-01", "2024-00-10", "2024-1-001", "+024-01-01", "2024-01--1", "2024/01/01", "2024-01-01 ", "abcd-ef-gh", "0000-01-01", "9999-12-31",
		"2024-02-29T23:59:59Z", "2024-02-29T24:00:00Z", "2024-02-29T23:60:00Z", "2024-02-29T23:59:60Z", "2024-02-29t23:59:59Z", "2024-02-30T00:00:00Z", "2024-02-29T-1:00:00Z", "2024-02-29T1:000:00Z",
	} {
		for layout, parse := range map[string]func(string) (time.Time, bool){time.DateOnly: ParseDay, time.RFC3339: ParseRFC3339} {
			want, err := time.Parse(layout, text)
			got, ok := parse(text)
			if ok != (err == nil) || ok && !got.Equal(want) {
				t.Errorf("%q is read as %v, %t; want %v, %v", text, got, ok, want, err)
			}
		}
	}
}
