#!/bin/sh
# Install Gossamer for you alone, without root rights: sh install.sh
# Take it away again, leaving nothing:                 sh install.sh --uninstall
# It goes to ~/.local, or to PREFIX where that is set. Projects, settings and weights of your own
# are not touched by either.
set -eu
prefix=${PREFIX:-${HOME:?}/.local}
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
home=$prefix/lib/gossamer
list=$home/installed.txt

refresh() {  # what desktops keep of such files; they look for themselves where a tool is missing
    for pair in "update-mime-database $prefix/share/mime" \
        "update-desktop-database $prefix/share/applications" \
        "gtk-update-icon-cache --quiet --ignore-theme-index $prefix/share/icons/hicolor"; do
        tool=${pair%% *}
        [ -d "${pair##* }" ] || continue
        # shellcheck disable=SC2086  # several words; a prefix with blanks only goes unrefreshed
        if command -v "$tool" >/dev/null 2>&1; then $pair >/dev/null 2>&1 || true; fi
    done
}

is_empty_of() { [ -z "$(find "$1" -name "$2" -print -quit 2>/dev/null)" ]; }

uninstall() {
    if [ ! -f "$list" ]; then
        echo "There is no Gossamer in $prefix." >&2
        echo "Say where it is: PREFIX=/path sh install.sh --uninstall" >&2
        exit 2
    fi
    files=$(sed -n 's/^file //p' "$list")
    folders=$(sed -n 's/^folder //p' "$list" | sort -r)
    printf '%s\n' "$files" | while IFS= read -r file; do rm -f -- "$prefix/$file"; done
    rm -rf -- "$home"
    refresh
    # what is made out of such files and is of no use without any
    mime=$prefix/share/mime
    if is_empty_of "$mime/packages" '*.xml'; then
        for made in XMLnamespaces aliases generic-icons globs globs2 icons magic mime.cache \
            subclasses treemagic types version; do
            rm -f -- "$mime/$made"
        done
        rm -f -- "$mime/application/x-gossamer-project.xml"
    fi
    if is_empty_of "$prefix/share/applications" '*.desktop'; then
        rm -f -- "$prefix/share/applications/mimeinfo.cache"
    fi
    if is_empty_of "$prefix/share/icons/hicolor" '*.[ps][nv]g'; then
        rm -f -- "$prefix/share/icons/hicolor/icon-theme.cache"
    fi
    # only folders that were made for it, and only empty ones
    rmdir -- "$mime/application" 2>/dev/null || true
    printf '%s\n' "$folders" | while IFS= read -r folder; do
        rmdir -- "$prefix/$folder" 2>/dev/null || true
    done
    rmdir -- "$prefix" 2>/dev/null || true
    echo "Gossamer is gone from $prefix."
}

folder() {  # make it, and its parents, noting those that are new
    [ -d "$prefix/$1" ] && return
    case $1 in */*) folder "${1%/*}" ;; esac
    mkdir -p -- "$prefix/$1"
    echo "folder $1" >>"$list.new"
}

place() {
    folder "${2%/*}"
    cp -- "$1" "$prefix/$2"
    echo "file $2" >>"$list.new"
}

install() {
    [ -f "$list" ] && uninstall >/dev/null
    list=$prefix/.gossamer-installed
    mkdir -p -- "$prefix"
    : >"$list.new"
    folder lib
    mkdir -p -- "$home"
    cp -R -- "$here/gossamer/." "$home/"
    folder bin
    for program in gossamer gossamer-cli gossamer-train; do
        ln -sf -- "../lib/gossamer/$program" "$prefix/bin/$program"
        echo "file bin/$program" >>"$list.new"
    done
    (cd "$here" && find share -type f) >"$list.share"
    while IFS= read -r file; do place "$here/$file" "$file"; done <"$list.share"
    # desktops may not have ~/.local/bin on their path
    entry=$prefix/share/applications/gossamer.desktop
    sed -i "s|^Exec=gossamer|Exec=\"$home/gossamer\"|" "$entry"
    cp -- "$here/install.sh" "$home/"
    mv -- "$list.new" "$home/installed.txt"
    rm -f -- "$list.share"
    refresh
    echo "Gossamer is in $prefix; take it away with: sh $home/install.sh --uninstall"
    case :$PATH: in *:"$prefix/bin":*) ;; *) echo "For the command line, put $prefix/bin on your PATH." ;; esac
    for library in libEGL.so.1 libGL.so.1; do
        if command -v ldconfig >/dev/null && ! ldconfig -p | grep -q "$library"; then
            echo "The window needs $library; Debian and Ubuntu: apt install libegl1 libgl1"
        fi
    done
}

case ${1:-} in
    --uninstall) uninstall ;;
    "") install ;;
    *) echo "usage: sh install.sh [--uninstall]" >&2; exit 2 ;;
esac
