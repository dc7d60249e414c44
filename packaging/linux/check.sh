#!/bin/sh
# Install the .deb into a clean Debian without Python, use it there without a network, remove it.
#
#     sudo packaging/linux/check.sh dist/gossamer_0.1.0_amd64.deb [dist/gossamer-…tar.zst]
#
# Needs root, debootstrap and 4 GB below TMPDIR; fetches the clean system and the libraries that the
# package depends on, and nothing after that. ROOT names a clean root to use instead of fetching
# one (it is changed); OUT a folder for what was made there, a picture of the window among it.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
deb=$(realpath "$1")
archive=${2:+$(realpath "$2")}
suite=${SUITE:-bookworm}
root=${ROOT:-}
out=${OUT:-}
own=

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
leave() { [ -z "$own" ] || rm -rf --one-file-system "$own"; }
trap leave EXIT
trap 'exit 130' INT TERM

say "What the tools of the platform say"
looks() { if command -v "$1" >/dev/null; then echo "$*"; "$@"; else echo "($1 is not installed)"; fi; }
looks desktop-file-validate "$here/gossamer.desktop"
tree=$(mktemp -d)
dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$tree" ./usr/share
looks appstreamcli validate --no-net "$tree/usr/share/metainfo/"*.xml
if command -v man >/dev/null; then
    for page in "$tree"/usr/share/man/man1/*; do
        said=$(LC_ALL=C.UTF-8 man --warnings -l "$page" 2>&1 >/dev/null)
        [ -z "$said" ] || fail "$page: $said"
    done
fi
rm -rf "$tree"
[ "${LINTIAN:-yes}" = no ] || looks lintian --fail-on error --tag-display-limit 0 "$deb"

size=$(dpkg-deb -f "$deb" Installed-Size)
packed=$(stat -c %s "$deb")
echo "installed $((size / 1024)) MiB, .deb $((packed / 1000000)) MB"
[ "$size" -le $((850 * 1024)) ] || fail "more than 850 MiB installed"
[ "$packed" -le 270000000 ] || fail "the .deb is larger than 270 MB"

if [ -z "$root" ]; then
    say "A clean $suite"
    own=$(mktemp -d)
    root=$own/root
    debootstrap --variant=minbase "$suite" "$root" >"$own/log" || { tail "$own/log"; exit 1; }
fi
cp /etc/resolv.conf "$root/etc/resolv.conf"
in_root() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"; }

say "What the package depends on, and a display for the check (the last use of the network)"
in_root apt-get update -qq
in_root apt-get satisfy -qq -y --no-install-recommends \
    "$(dpkg-deb -f "$deb" Depends), xvfb, xdotool, shared-mime-info, desktop-file-utils, passwd, zstd" >/dev/null
in_root sh -c 'command -v python3 || command -v python' && fail "there is a Python in the clean root"
in_root useradd --create-home somebody 2>/dev/null || true
cp "$deb" "$root/srv/gossamer.deb"
[ -z "$archive" ] || cp "$archive" "$root/home/somebody/gossamer.tar.zst"
cp "$here/check-use.sh" "$root/srv/check-use.sh"

listing() {
    (cd "$root" && find . -xdev \( -path ./proc -o -path ./sys -o -path ./dev -o -path ./home \
        -o -path ./tmp -o -path ./var/lib/dpkg -o -path ./var/log \
        -o -path ./var/cache \) -prune -o -print | sort)
}
before=$(mktemp)
listing >"$before"

say "Installed, without a network"
unshare --net chroot "$root" dpkg -i /srv/gossamer.deb
echo "$(du -sm "$root/usr/lib/gossamer" | cut -f1) MiB in /usr/lib/gossamer"
in_root grep -q "application/x-gossamer-project:\*.gossamer" /usr/share/mime/globs2 \
    || fail "the type of projects is not known"

say "Used, without a network, by somebody without rights"
unshare --net --mount --pid --fork sh -c '
    mount -t proc proc "$0/proc"
    mount --rbind /dev "$0/dev"
    mount -t tmpfs tmpfs "$0/dev/shm"
    env -i PATH=/usr/sbin:/usr/bin:/bin HOME=/home/somebody LC_ALL=C.UTF-8 \
        chroot --userspec=somebody "$0" sh /srv/check-use.sh
' "$root" || fail "see above"
if [ -n "$out" ]; then
    mkdir -p "$out"
    cp -R "$root/home/somebody/out/." "$out/"
fi

say "Removed"
in_root dpkg --purge gossamer
after=$(mktemp)
listing >"$after"
diff "$before" "$after" || fail "the lines above were left, or taken away"
rm -f "$before" "$after"
echo "Nothing is left."
say "All is well"
