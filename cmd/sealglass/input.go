package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"sealglass/inspect"
	"sealglass/view"
)

// standardInput is the name of a file that stands for standard input.
const standardInput = "-"

// examine reports on the files in their order, and asks for a second opinion
// where that is wanted. A file that cannot be read has its reason in the report.
func examine(files []string, stdin io.Reader, options inspect.Options, wantSecond bool) (*inspect.Report, []view.SecondOpinion, error) {
	report := inspect.Inspect(nil, options)
	for _, name := range files {
		report.Inputs = append(report.Inputs, examineFile(name, stdin, options)...)
	}
	report = inspect.Chained(report, options)
	if !wantSecond {
		return report, nil, nil
	}
	second, err := askSecond(report, options)
	return report, second, err
}

// examineFile reports on one file; on an archive for each file in it.
func examineFile(name string, stdin io.Reader, options inspect.Options) []inspect.InputReport {
	data, fits, err := readFile(name, stdin)
	switch {
	case err != nil:
		return []inspect.InputReport{{
			Name:         name,
			Error:        &inspect.InputError{Code: inspect.CodeUnreadableFile, Message: unreadable(err)},
			Certificates: []inspect.CertificateReport{},
		}}
	case !fits:
		return []inspect.InputReport{inspect.Unread(name)}
	}
	return inspect.Inspect([]inspect.Input{{Name: name, Data: data}}, options).Inputs
}

// readFile reads a file, and of one that is larger than its beginning permits no
// more than shows that.
func readFile(name string, stdin io.Reader) (data []byte, fits bool, err error) {
	if name != standardInput {
		file, err := os.Open(name)
		if err != nil {
			return nil, false, err
		}
		defer file.Close()
		stdin = file
	}
	head, err := io.ReadAll(io.LimitReader(stdin, inspect.HeadSize))
	if err != nil {
		return nil, false, err
	}
	limit := inspect.Limit(head)
	rest, err := io.ReadAll(io.LimitReader(stdin, int64(limit+1-len(head))))
	data = append(head, rest...)
	return data, len(data) <= limit, err
}

// unreadable says why a file could not be read, and what to do.
func unreadable(err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return "There is no such file. Check its name and folder."
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return "This file could not be read: " + err.Error() + ". Check that it is a file and that you may read it."
}

// complain writes why inputs could not be read, a line for each, and returns
// the exit status of that.
func complain(command string, r *inspect.Report, stderr io.Writer) int {
	status := statusFine
	for i := range r.Inputs {
		in := &r.Inputs[i]
		if in.Error != nil {
			fmt.Fprintf(stderr, "sealglass %s: %q: %s\n", command, in.Name, in.Error.Message)
			status = statusTrouble
		}
		for j := range in.Certificates {
			if in.Certificates[j].Summary.Reason == inspect.TooLargeToCheck {
				fmt.Fprintf(stderr, "sealglass %s: %q: certificate %d is too large to be checked against the rules.\n", command, in.Name, j+1)
				status = statusTrouble
			}
		}
	}
	return status
}
