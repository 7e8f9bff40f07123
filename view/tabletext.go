package view

// TableText is what the table of many certificates says of itself; n and of are
// its numbers.
func TableText(what string, n, of int, w Words) string {
	switch what {
	case "heading": // n certificates in of files
		return w.Count("overview.files", of, "certificates", w.Count("overview.certificates", n))
	case "progress": // n of so many files
		return w.Count("table.progress", of, "done", w.number(n))
	case "cancelled":
		return w.Count("table.cancelled", of, "done", w.number(n))
	case "done": // n certificates or files with problems, of so many
		return w.Count("table.done", of, "problems", w.number(n))
	case "shown": // n rows of so many
		return w.Count("table.shown", of, "shown", w.number(n))
	case "too-many": // only the first n
		return w.Count("table.too-many", n)
	case "ticked":
		if n == 0 {
			return w.Text("table.tick")
		}
		return w.Count("table.ticked", n)
	case "failed": // at one file
		return w.Text("program.failed")
	case "unknown":
		return w.Text("verdict.unknown")
	case "columns": // of the CSV, besides those of the table
		return w.Text("table.columns")
	}
	return ""
}
