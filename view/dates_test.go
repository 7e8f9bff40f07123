package view

import (
	"testing"
	"time"
)

func TestDaysBetween(t *testing.T) {
	noon := time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		later time.Duration
		years int
		want  int
	}{
		{0, 0, 0},
		{time.Second, 0, 1},
		{24 * time.Hour, 0, 1},
		{24*time.Hour + time.Second, 0, 2},
		{0, 400, 146097},
		{0, 7972, 2911713},
	} {
		if got := daysBetween(noon, noon.Add(test.later).AddDate(test.years, 0, 0)); got != test.want {
			t.Errorf("%v and %d years: %d days, want %d", test.later, test.years, got, test.want)
		}
	}
}
