// Command traced does what a Go program needs its table of functions for, and
// prints what comes of it. Its argument names a way to die.
package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
)

func main() {
	recovers()
	grows()
	collects()
	callers()
	switch os.Args[1] {
	case "panic":
		panic("nobody recovers")
	case "overflow":
		fmt.Println(endless(1))
	}
}

type node struct {
	next *node
	text string
}

type value struct{ n int }

func (v value) double() int { return 2 * v.n }

type doubler interface{ double() int }

// recovers survives what the runtime and the program itself raise, also where
// the deferred function is a wrapper or was inlined.
func recovers() {
	var nothing *value
	for name, raise := range map[string]func(){
		"index":   func() { _ = strings.Fields("a b")[len(os.Args)+5] },
		"nil":     func() { _ = *nothing },
		"wrapper": func() { doubler(nothing).double() },
		"own":     func() { panic("own") },
		"type":    func() { _ = any(name(1)).(string) },
	} {
		func() {
			defer catch(name)
			raise()
		}()
	}
	fmt.Println("not recovered:", notDirectly())
}

type name int

var caught = make(map[string]string)

func catch(name string) {
	caught[name] = fmt.Sprint(recover())
	if len(caught) == 5 {
		fmt.Println(caught)
	}
}

// notDirectly calls recover where it must not work: one call below the deferred
// function.
func notDirectly() (cause any) {
	defer func() { cause = recover() }()
	defer func() { indirectly() }()
	panic("not recovered indirectly")
}

func indirectly() { _ = recover() }

// grows needs a stack that is copied several times with pointers into itself.
func grows() {
	var depth func(n int, above *[8]int) int
	depth = func(n int, above *[8]int) int {
		own := [8]int{n, above[0]}
		if n == 0 {
			return own[1]
		}
		return depth(n-1, &own) + above[0] - own[1]
	}
	fmt.Println("grown:", depth(2000, &[8]int{7}))
}

// collects keeps values alive by nothing but words on stacks.
func collects() {
	texts := make(chan string)
	for i := range 50 {
		go func() {
			list := &node{text: fmt.Sprint("kept ", i)}
			for range 100 {
				list = &node{next: list}
				if len(list.text) == 0 {
					runtime.Gosched()
				}
			}
			runtime.GC()
			for list.next != nil {
				list = list.next
			}
			texts <- list.text
		}()
	}
	seen := make(map[string]bool)
	for range 50 {
		seen[<-texts] = true
	}
	fmt.Println("kept:", len(seen), seen["kept 49"])
}

// callers names functions, but no file.
func callers() {
	pc, _, _, ok := runtime.Caller(0)
	fmt.Println(ok, runtime.FuncForPC(pc).Name())
}

func endless(n int) int { return n + endless(n+1) }
