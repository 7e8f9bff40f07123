package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
)

// deaths is how often the Worker is killed.
const deaths = 100

// recovery prints how soon the page has a Worker again that answers, after a
// certificate has killed the one before.
func recovery(_ []sample, f *figures) error {
	out, err := output("node", "web/test/recovery.mjs", strconv.Itoa(deaths))
	if err != nil {
		return err
	}
	var times []float64 // milliseconds, of those times that it came back
	if err := json.Unmarshal(out, &times); err != nil || len(times) == 0 {
		return fmt.Errorf("bench: web/test/recovery.mjs: no times (%w)", err)
	}
	slices.Sort(times)
	f.LongestRecovery = times[len(times)-1]
	within := len(times)
	for within > 0 && times[within-1] > 1500 {
		within--
	}
	return printTable(fmt.Sprintf("The Worker killed %d times, in Chromium\t", deaths), func(row func(string, ...any)) error {
		row("answers again, whole\t%d times", len(times))
		row("death to the next whole answer: median; most\t%.0f ms; %.0f ms", times[len(times)/2], times[len(times)-1])
		row("within 1.5 s\t%d times", within)
		return nil
	})
}
