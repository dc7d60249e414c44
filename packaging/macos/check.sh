#!/bin/sh
# Copy the program out of the disk image, use it without a network, take it away again.
#
#     packaging/macos/check.sh dist/gossamer-0.1.0-macos.dmg
set -eu
image=$1
place=$(mktemp -d)
mounted=$place/image
mkdir "$mounted"
leave() {
    hdiutil detach -quiet "$mounted" 2>/dev/null || true
    rm -rf "$place"
}
trap leave EXIT
hdiutil attach -quiet -nobrowse -readonly -mountpoint "$mounted" "$image"
cp -R "$mounted/Gossamer.app" "$place/"
codesign --verify --deep --strict "$place/Gossamer.app"
programs=$place/Gossamer.app/Contents/MacOS
resources=$(find "$place/Gossamer.app" -type d -path '*/resources/samples' -print -quit)
offline() { sandbox-exec -p '(version 1)(allow default)(deny network*)' "$@"; }

offline "$programs/gossamer-cli" --version
offline "$programs/gossamer-cli" matte "$resources/curls.jpg" \
    --trimap "$resources/curls-trimap.png" --truth "$resources/curls-alpha.png" \
    --output "$place/alpha.png" --cutout "$place/cutout.psd" --json >"$place/said.json"
cat "$place/said.json"
grep -Eq '"sad": *[0-9]' "$place/said.json"

printf '%s\n' '{"network": "guided-student", "teacher": "guided-student", "width": 0.25,' \
    '"steps": 10, "batch": 2, "crop": 64, "warm_up": 2, "validate_every": 10, "save_every": 10,' \
    '"preview_composites": 0, "procedural": 1.0}' >"$place/spec.json"
offline "$programs/gossamer-train" "$place/spec.json" "$place/run" | tail -n 1
grep -q '"kind": "finished"' "$place/run/events.jsonl"

QT_QPA_PLATFORM=offscreen offline "$programs/gossamer" "$resources/curls.jpg" &
window=$!
sleep 20
kill -0 $window
kill $window
echo "All is well"
