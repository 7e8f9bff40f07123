#!/bin/sh
# Builds example sites, each into .cache/examples/NAME. Needs dist/ and the site's tool.
#
#   web/examples/build.sh hugo mkdocs
set -eu
cd "$(dirname "$0")/../.."
root=$PWD

# prepare copies a site, and puts what every site needs into its folder of files
# that are copied as they are.
prepare() {
	site=$root/.cache/examples/$1.site
	out=$root/.cache/examples/$1
	rm -rf "$site" "$out"
	mkdir -p "$site"
	cp -R "web/examples/$1/." "$site"
	mkdir -p "$site/$2/sealglass" "$site/$3/certificates"
	cp -R dist/. "$site/$2/sealglass"
	rm -rf "$site/$2/sealglass/rules" "$site/$2/sealglass/de"
	cp web/examples/erika.pem "$site/$3/certificates"
	go run ./cmd/sealglass render --view findings web/examples/erika.pem >"$site/$3/certificates/erika.html"
}

for name; do
	case $name in
	hugo)
		prepare hugo static static
		hugo --quiet --source "$site" --destination "$out"
		;;
	mkdocs)
		prepare mkdocs docs docs
		mkdocs build --quiet --config-file "$site/mkdocs.yml" --site-dir "$out"
		;;
	sphinx)
		prepare sphinx _static extra
		sphinx-build -q -b html "$site" "$out"
		;;
	docusaurus)
		prepare docusaurus static static
		(cd "$site" && npm install --ignore-scripts --no-audit --no-fund && npx docusaurus build --out-dir "$out")
		;;
	markdown)
		prepare markdown . .
		node web/examples/markdown/build.mjs "$site" "$out"
		;;
	*)
		echo "there is no site $name" >&2
		exit 1
		;;
	esac
	echo "$out"
done
