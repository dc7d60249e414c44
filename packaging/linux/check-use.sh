#!/bin/sh
# The part of check.sh that runs inside the clean root, as somebody without rights.
set -eu
cd "$HOME"
rm -rf out && mkdir out
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
now() { date +%s.%N; }
spent() { awk -v from="$1" -v to="$(now)" 'BEGIN { printf "%.2f s", to - from }'; }
samples=/usr/lib/gossamer/_internal/resources/samples
check=/usr/lib/gossamer/_internal/resources/check

echo "-- the command line"
gossamer-cli --version
gossamer-cli models
from=$(now)
gossamer-cli matte $samples/curls.jpg --trimap $samples/curls-trimap.png \
    --truth $samples/curls-alpha.png --output out/curls.png --cutout out/curls.psd --json >out/curls.json
cat out/curls.json
echo "(with start and import: $(spent "$from"))"
grep -Eq '"sad": *[0-9]' out/curls.json || fail "no SAD was told"
for ending in exr tif webp png; do
    gossamer-cli export $samples/curls.jpg --alpha out/curls.png --cutout out/curls-cutout.$ending
done
gossamer-cli propose $samples/cat.png --output out/cat-trimap.png

echo "-- ten steps of distillation, by the worker"
mkdir foregrounds
for name in cat astronaut curls; do
    image=$(find $samples -name "$name.jpg" -o -name "$name.png")
    gossamer-cli matte "$image" --trimap $samples/$name-trimap.png \
        --output out/$name-alpha.png --cutout foregrounds/$name.png >/dev/null
done
cp foregrounds/curls.png foregrounds/curls-5.png
cat >spec.json <<END
{"network": "guided-student", "teacher": "guided-student", "width": 0.25, "steps": 10,
 "foregrounds": "foregrounds", "backgrounds": "$check/images", "batch": 2, "crop": 64, "workers": 1,
 "warm_up": 2, "report_every": 5, "validate_every": 10, "save_every": 10, "preview_composites": 1,
 "data": [{"source": "samples", "licence": "MIT"}]}
END
from=$(now)
gossamer-train spec.json run >events.txt || fail "the worker: $?"
tail -n 1 events.txt
echo "($(spent "$from"))"
grep -q '"kind": "finished", "step": 10' run/events.jsonl || fail "the run has not finished"
cp run/events.jsonl out/

echo "-- the window"
Xvfb :9 -screen 0 1280x800x24 -fbdir out -nolisten tcp >/dev/null 2>&1 &
display=$!
export DISPLAY=:9
sleep 1
guide() {  # Help's page, with its pictures, from its key
    # nobody manages windows here, so nobody gives them the focus
    xdotool windowfocus "$(xdotool search --onlyvisible --name Gossamer | head -n 1)"
    sleep 0.5
    xdotool key shift+F1
    tries=0
    until xdotool search --onlyvisible --name '^Guide$' >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ $tries -lt 100 ] || fail "the guide does not open"
        sleep 0.1
    done
    sleep 2
    cp out/Xvfb_screen0 out/guide.xwd
    echo "the guide is open"
}
for start in first second; do
    from=$(now)
    gossamer --matte $samples/curls.jpg $samples/curls-trimap.png 2>errors.txt &
    window=$!
    tries=0
    until xdotool search --onlyvisible --name Gossamer >/dev/null 2>&1; do
        kill -0 $window 2>/dev/null || { cat errors.txt; fail "the window is gone"; }
        tries=$((tries + 1))
        [ $tries -lt 600 ] || fail "no window within 60 s"
        sleep 0.1
    done
    echo "to the window, $start start: $(spent "$from")"
    sleep 12
    kill -0 $window || fail "the window is gone"
    cp out/Xvfb_screen0 out/window-$start.xwd
    if [ $start = second ]; then
        guide
    fi
    kill $window
    wait $window 2>/dev/null || true
done
cat errors.txt
kill $display
rm -f out/Xvfb_screen0

if [ -f gossamer.tar.zst ]; then
    echo "-- the archive, installed for one"
    tar -xf gossamer.tar.zst
    find . -not -path './gossamer-*' | sort >before.txt
    sh gossamer-*/install.sh
    ~/.local/bin/gossamer-cli --version
    grep -q "Exec=\"$HOME/.local/lib/gossamer/gossamer\" %F" ~/.local/share/applications/gossamer.desktop
    [ -f ~/.local/share/mime/application/x-gossamer-project.xml ] || fail "the type is not known"
    sh ~/.local/lib/gossamer/install.sh --uninstall
    find . -not -path './gossamer-*' | sort >after.txt
    sed -i '/before.txt\|after.txt/d' before.txt after.txt
    diff before.txt after.txt || fail "the archive leaves something"
fi
