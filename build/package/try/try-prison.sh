#!/bin/sh
# try-prison.sh
#
# A whole prison on this machine, in a throw-away copy of its system: makes the packages of two versions, installs the first, enrols
# four hundred simulated terminals and one real kiosk under cage, lets the doctor look, breaks the kiosk in every way that this machine
# allows, and updates it: to a version that works, downloaded from the server, and to one that does not, with a request waiting to be sent.
# It takes up to an hour, most of it the time a kiosk lets pass before it asks for updates. For root; needs the packages of
# `npm test`. What the lock-down of a terminal adds is tried by `npm run try-machine`.
set -e
here=$(dirname "$(readlink -f "$0")")
project=$(readlink -f "$here/../../..")
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
cd "$project"

chmod 755 "$made"
openssl genpkey -algorithm ed25519 -out "$made/release.pem"
openssl pkey -in "$made/release.pem" -pubout -out "$made/release.pub"
chmod 644 "$made/release.pem"
export GUICHET_RELEASE_KEY="$made/release.pem"
rm -rf dist/package
npm run --silent package
cp dist/package/guichet-kiosk-*.deb dist/package/guichet-server-*.deb "$made"
# The same sources, committed a minute later, are a later version.
committed=$(git log -1 --format=%ct)
GUICHET_SOURCE=$(git log -1 --format="{\"commit\":\"%H\",\"committedAt\":$((committed + 60)),\"isChanged\":false}")
export GUICHET_SOURCE
rm -rf dist/package
npm run --silent package -- --update
cp dist/package/*.guichet-update "$made/works.guichet-update"
node build/package/try/make-broken-update.mjs dist/package/guichet-kiosk-*.tar.gz "$made/release.pem" 99.0.0 "$made/broken.guichet-update"
rm "$made/release.pem"
mkdir "$made/files"
cp build/debian/files/usr/lib/guichet/* "$made/files"
"$here/throw-away-system.sh" prison.sh "$made"/*
