#!/bin/sh
# Installs what the tests need besides Go: Node, Chromium, Firefox, WebKitGTK with a
# display for it, OpenSSL and the npm packages of web/test. Says what to install where it may not.
set -eu
cd "$(dirname "$0")/.."

missing=
command -v node >/dev/null || missing="$missing nodejs"
command -v npm >/dev/null || missing="$missing npm"
[ "${1-}" = no-browser ] || [ -x /usr/bin/chromium ] || missing="$missing chromium"
[ "${1-}" = no-browser ] || [ -x /usr/bin/firefox-esr ] || missing="$missing firefox-esr"
[ "${1-}" = no-browser ] || [ -x /usr/bin/WebKitWebDriver ] || missing="$missing webkit2gtk-driver"
[ "${1-}" = no-browser ] || [ -x /usr/bin/Xvfb ] || missing="$missing xvfb"
[ "${1-}" = no-browser ] || command -v openssl >/dev/null || missing="$missing openssl"

if [ -n "$missing" ]; then
	if [ "$(id -u)" = 0 ]; then
		as_root=
	elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
		as_root=sudo
	else
		echo "the tests need these Debian packages; install them and run this again: apt-get install$missing" >&2
		exit 1
	fi
	$as_root apt-get update -q
	# shellcheck disable=SC2086 # one word for each package
	DEBIAN_FRONTEND=noninteractive $as_root apt-get install -q -y --no-install-recommends $missing
fi

# npm ci writes this file last; the lock file is newer when it changed since.
done=web/test/node_modules/.package-lock.json
if [ ! -e "$done" ] || [ web/test/package-lock.json -nt "$done" ]; then
	npm ci --prefix web/test --ignore-scripts --no-audit --no-fund
	touch "$done"
fi
