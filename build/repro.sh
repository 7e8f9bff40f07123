#!/bin/sh
# Builds the release of the committed sources twice, in two folders whose names
# differ in length and with empty build caches, and compares every byte.
set -eu
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
git clone --quiet . "$scratch/a"
git clone --quiet "$scratch/a" "$scratch/somewhere/else" # the same commit, whatever is committed meanwhile
for folder in a somewhere/else; do
	(
		cd "$scratch/$folder"
		GOCACHE="$scratch/$folder.cache" go run ./build -release
	)
done
diff -rq "$scratch/a/dist" "$scratch/somewhere/else/dist"
cat "$scratch/a/dist/SHA256SUMS"
echo "both builds gave these $(find "$scratch/a/dist" -type f | wc -l) files, byte for byte"
