package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"strconv"
	"time"
)

// marionettePort is where Firefox listens for its remote control.
const marionettePort = "127.0.0.1:2828"

// startDeadline is how long Firefox may take to start.
const startDeadline = time.Minute

// ask starts Firefox with a fresh profile, runs a script with its own rights, and
// returns what that hands to its callback.
func ask(firefox, script string) (json.RawMessage, error) {
	profile, err := os.MkdirTemp("", "roots")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(profile)
	browser := exec.Command(firefox, "--headless", "--no-remote", "--offline", "--profile", profile, "--marionette", "--remote-allow-system-access")
	if err := browser.Start(); err != nil {
		return nil, err
	}
	defer func() {
		browser.Process.Kill()
		browser.Wait()
	}()
	m, err := connect()
	if err != nil {
		return nil, err
	}
	defer m.conn.Close()
	for _, command := range []struct {
		name string
		args map[string]any
	}{
		{"WebDriver:NewSession", map[string]any{}},
		{"Marionette:SetContext", map[string]any{"value": "chrome"}},
	} {
		if _, err := m.call(command.name, command.args); err != nil {
			return nil, err
		}
	}
	result, err := m.call("WebDriver:ExecuteAsyncScript", map[string]any{"script": script, "args": []any{}})
	if err != nil {
		return nil, err
	}
	var value struct{ Value json.RawMessage }
	err = json.Unmarshal(result, &value)
	return value.Value, err
}

// marionette is a connection to a Firefox.
type marionette struct {
	conn net.Conn
	r    *bufio.Reader
	id   int
}

// connect waits until Firefox listens and has greeted.
func connect() (*marionette, error) {
	for end := time.Now().Add(startDeadline); ; time.Sleep(100 * time.Millisecond) {
		conn, err := net.Dial("tcp", marionettePort)
		if err != nil && time.Now().Before(end) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("the browser does not answer: %w", err)
		}
		m := &marionette{conn: conn, r: bufio.NewReader(conn)}
		_, err = m.read()
		return m, err
	}
}

// call sends a command, [0, id, name, arguments], and waits for its answer, [1,
// id, error, result]. Both have their length in front.
func (m *marionette) call(name string, args map[string]any) (json.RawMessage, error) {
	m.id++
	message, err := json.Marshal([]any{0, m.id, name, args})
	if err != nil {
		return nil, err
	}
	if _, err := fmt.Fprintf(m.conn, "%d:%s", len(message), message); err != nil {
		return nil, err
	}
	text, err := m.read()
	if err != nil {
		return nil, err
	}
	var parts []json.RawMessage
	if err := json.Unmarshal(text, &parts); err != nil {
		return nil, err
	}
	switch {
	case len(parts) != 4:
		return nil, errors.New(name + ": an answer of another form")
	case string(parts[2]) != "null":
		return nil, fmt.Errorf("%s: %s", name, parts[2])
	}
	return parts[3], nil
}

// read reads one message.
func (m *marionette) read() ([]byte, error) {
	digits, err := m.r.ReadString(':')
	if err != nil {
		return nil, err
	}
	n, err := strconv.Atoi(digits[:len(digits)-1])
	if err != nil {
		return nil, err
	}
	text := make([]byte, n)
	_, err = io.ReadFull(m.r, text)
	return text, err
}
