# What each target is for: CONTRIBUTING.md.

PORT = 8080
T = 20m

GO_FILES = git ls-files -co --exclude-standard '*.go'
BROWSER = GOOS=js GOARCH=wasm

.PHONY: serve dist package test check bench figures fuzz golden docs screenshots repro

serve:
	go run ./build
	go run ./cmd/sealglass serve --addr 127.0.0.1:$(PORT)

dist:
	go run ./build -release

package:
	go run ./build -package .cache

test:
	build/deps.sh
	go run ./build/tests

check:
	build/deps.sh no-browser
	go build -modfile=build/tools/go.mod -o .cache/bin/ tool
	@unformatted=$$($(GO_FILES) | xargs .cache/bin/gofumpt -l) && [ -z "$$unformatted" ] || \
		{ echo "to be formatted with .cache/bin/gofumpt -w:" $$unformatted; exit 1; }
	go vet ./... ./testdata/gen/...
	.cache/bin/staticcheck ./... ./testdata/gen/...
	export GOWORK=$$(go run ./build -wasm-workspace) $(BROWSER) && \
		go vet ./wasm/... && .cache/bin/staticcheck ./wasm/...
	go mod tidy -diff
	web/test/node_modules/.bin/tsc -p web
	web/test/node_modules/.bin/tsc -p web/tsconfig.worker.json

bench:
	build/deps.sh
	go run ./build/bench

figures:
	go run ./build/bench -readme

fuzz:
	go run ./build/tests fuzz $(T)

golden:
	go test $$(git grep -l 'flag.Bool("update"' -- '*_test.go' | xargs -n1 dirname | sort -u | sed 's|^|./|') -update

docs:
	go run ./build/docs

screenshots:
	build/deps.sh
	node web/test/screenshots.mjs

repro:
	build/repro.sh
