package view

import (
	"time"

	"sealglass/cert"
)

// day writes a date as people do in the catalogue's language, in UTC: "23 November 2027".
func (w Words) day(t time.Time) string {
	t = t.UTC()
	return w.Text("date",
		"day", itoa(t.Day()), "month", w.Text("month."+itoa(int(t.Month()))), "year", itoa(t.Year()))
}

// isoDay is day for a date written "2006-01-02" or an RFC 3339 time; a text
// that is neither stays as it is.
func (w Words) isoDay(s string) string {
	if t, ok := parseDay(s); ok {
		return w.day(t)
	}
	return s
}

// Day writes a date "2006-01-02" as people do in the catalogue's language.
func (w Words) Day(iso string) string { return w.isoDay(iso) }

func parseDay(s string) (time.Time, bool) {
	if day, ok := cert.ParseDay(s); ok {
		return day, true
	}
	return cert.ParseRFC3339(s)
}

// daysBetween counts the days from a to b that have begun, never less than 1
// when b is later. It counts in seconds: a Duration ends after 292 years.
func daysBetween(a, b time.Time) int {
	const secondsPerDay = 24 * 60 * 60
	return int((b.Unix() - a.Unix() + secondsPerDay - 1) / secondsPerDay)
}
