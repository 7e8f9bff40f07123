// The least that a page with a Go program can be: what Sealglass is measured against.
package main

import "syscall/js"

func main() {
	js.Global().Get("performance").Call("mark", "sealglass-ready")
	select {}
}
