"""The package of Debian and its children: dpkg-deb on a staging tree."""

import gzip
import os
import platform
import shutil
import subprocess
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import names
from linux import staging

DEPENDS = (
    # a frozen program needs the C library of the system it was built on, or a later one
    "libc6 (>= {glibc})",
    *("libegl1", "libgl1"),  # come with the graphics driver, so they are never bundled
    "libfontconfig1",  # its package brings a font along
    *("libdbus-1-3", "libglib2.0-0 | libglib2.0-0t64", "libxkbcommon0", "libxkbcommon-x11-0"),
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0"),
)
RECOMMENDS = ("shared-mime-info", "xdg-utils", "hicolor-icon-theme")
OVERRIDES = {
    "embedded-library": "PyInstaller takes along what the program was tested with",
    "unstripped-binary-or-object": "stripping some of the wheels' libraries breaks them",
    "shared-library-lacks-prerequisites": "stubs of the wheels",
    "library-not-linked-against-libc": "stubs of the wheels",
    "custom-library-search-path": "libraries are found beside the program",
    "binary-or-shlib-defines-rpath": "libraries are found beside the program",
    "hardening-no-pie": "PyInstaller's bootloader",
    "hardening-no-relro": "some of the wheels' libraries",
    "hardening-no-fortify-functions": "some of the wheels' libraries",
    "shared-library-is-executable": "as the wheels have them",
    "executable-not-elf-or-script": "as the wheels have them",
    "extra-license-file": "texts of licences that have to lie beside what they are of",
    "package-contains-documentation-outside-usr-share-doc": "texts that the About dialog shows",
    "font-in-non-font-package": "icons of the window",
    "font-outside-font-dir": "icons of the window",
    "truetype-font-prohibits-installable-embedding": "icons of the window",
    "initial-upload-closes-no-bugs": "not uploaded to Debian",
    "no-manual-page": "each program has one; what is meant lies in the folder of the program",
    "spelling-error-in-binary": "in libraries of others",
    "package-installs-python-bytecode": "of the program's own Python",
    "python-module-in-wrong-location": "of the program's own Python",
    "executable-in-usr-lib": "the program's own folder",
    "malformed-deb-archive": "zstd: Debian 12 and Ubuntu install it",
    "wrong-path-for-interpreter": "modules of torch that nobody starts as programs",
    "repeated-path-segment": "as the wheels have them",
}
"""Tags of lintian that are accepted, with reasons: they follow from bundling."""

_COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Gossamer
Comment:
 The package bundles a Python with libraries. Which, in which version and under which licence is
 listed in /usr/lib/gossamer/_internal/{place}/index.tsv, with the text of
 each licence beside it; the texts that many share are in /usr/share/common-licenses. The program
 links to Qt as its licence (LGPL-3) wants: the libraries lie in
 /usr/lib/gossamer/_internal/PySide6 and can be replaced.

Files: *
Copyright: 2026 The Gossamer authors
License: Expat
{licence}
"""


def build(moment: int) -> Path:
    """Make the package out of the frozen folder. moment: of the release, seconds since 1970."""
    root = names.WORK / "deb"
    shutil.rmtree(root, ignore_errors=True)
    _lay_out(root, moment)
    architecture = {"x86_64": "amd64", "aarch64": "arm64"}[platform.machine()]
    _control(root, architecture)
    for path in (root, *root.rglob("*")):
        _tidy(path, root)
    target = names.DIST / f"{names.NAME}_{names.VERSION}_{architecture}.deb"
    staging.date(root, moment)
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z19", "--build", str(root), str(target)],
        check=True,
        env={"PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": str(moment)},
        stdout=subprocess.DEVNULL,
    )
    shutil.rmtree(root)
    return target


def _lay_out(root: Path, moment: int) -> None:
    staging.mirror(names.FROZEN, root / "usr" / "lib" / names.NAME)
    programs = root / "usr" / "bin"
    programs.mkdir(parents=True)
    for program in staging.PROGRAMS:
        (programs / program).symlink_to(f"../lib/{names.NAME}/{program}")
    staging.share(root / "usr" / "share", moment)
    documents = root / "usr" / "share" / "doc" / names.NAME
    documents.mkdir(parents=True)
    licence = (names.ROOT / "LICENSE").read_text(encoding="utf-8").split("\n\n", 2)[2]
    lines = [f" {line}" if line else " ." for line in licence.rstrip().splitlines()]
    text = _COPYRIGHT.format(licence="\n".join(lines), place=names.NOTICES_PLACE)
    (documents / "copyright").write_text(text, encoding="utf-8")
    when = format_datetime(datetime.fromtimestamp(moment, UTC))
    changes = (
        f"{names.NAME} ({names.VERSION}) stable; urgency=medium\n\n  * Release {names.VERSION}."
        f"\n\n -- {names.MAINTAINER}  {when}\n"
    )
    (documents / "changelog.gz").write_bytes(gzip.compress(changes.encode(), 9, mtime=0))
    overrides = root / "usr" / "share" / "lintian" / "overrides" / names.NAME
    overrides.parent.mkdir(parents=True)
    told = [f"# {why}\n{names.NAME}: {tag}" for tag, why in OVERRIDES.items()]
    overrides.write_text("\n".join(told) + "\n", encoding="utf-8")


def _control(root: Path, architecture: str) -> None:
    files = [path for path in root.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(-(-path.stat().st_size // 1024) for path in files)
    glibc = (os.confstr("CS_GNU_LIBC_VERSION") or "").split()[-1]
    fields = {
        "Package": names.NAME,
        "Version": names.VERSION,
        "Architecture": architecture,
        "Maintainer": names.MAINTAINER,
        "Installed-Size": size,
        "Depends": ", ".join(DEPENDS).format(glibc=glibc),
        "Recommends": ", ".join(RECOMMENDS),
        "Section": "graphics",
        "Priority": "optional",
        "Description": "cut hair, fur and glass out of photographs",
    }
    text = "".join(f"{key}: {value}\n" for key, value in fields.items()) + (
        " Gossamer turns a photograph and a painted trimap into an alpha matte: hair, fur,\n"
        " lace, leaves and glass, cut out with their transparency. It runs on an ordinary\n"
        " laptop, without a graphics card and without a network.\n"
        " .\n"
        " The package holds its own Python, Qt and PyTorch.\n"
    )
    control = root / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(text, encoding="utf-8")
    # dpkg --verify needs them
    listed = subprocess.run(
        ["md5sum", *sorted(str(path.relative_to(root)) for path in files)],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    )
    (root / "DEBIAN" / "md5sums").write_text(listed.stdout, encoding="utf-8")


def _tidy(path: Path, root: Path) -> None:
    """Rights as policy wants them, whatever the umask was."""
    if path.is_symlink():
        return
    if path.is_dir():
        path.chmod(0o755)
    else:
        is_program = path.parent == root / "usr" / "lib" / names.NAME
        is_tool = path.name == "torch_shm_manager"
        path.chmod(0o755 if is_program or is_tool else 0o644)
