"""What both packages of Linux lay out under `share`: entry, icons, type, manual pages."""

import gzip
import importlib
import os
import re
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import icons
import names
from argparse_manpage.manpage import Manpage

HERE = Path(__file__).parent
PROGRAMS = {
    "gossamer": ("app.__main__", "cut things out of photographs"),
    "gossamer-cli": ("engine.cli.program", "make alpha mattes from the command line"),
    "gossamer-train": ("engine.training.worker", "the process of one training run"),
}
"""By program: where its parser is, and what its manual page says in a line."""


def share(folder: Path, moment: int) -> None:
    """Lay out `folder`, such as /usr/share. moment: of the release, seconds since 1970."""
    put(HERE / "gossamer.desktop", folder / "applications" / "gossamer.desktop")
    put(HERE / "gossamer-mime.xml", folder / "mime" / "packages" / "gossamer.xml")
    metainfo = folder / "metainfo" / f"{names.IDENTIFIER}.metainfo.xml"
    put(HERE / metainfo.name, metainfo)
    day = datetime.fromtimestamp(moment, UTC)
    text = metainfo.read_text(encoding="utf-8")
    text = text.replace("@VERSION@", names.VERSION).replace("@DATE@", f"{day:%Y-%m-%d}")
    metainfo.write_text(text, encoding="utf-8")
    theme = folder / "icons" / "hicolor"
    for size in icons.SIZES:
        put(names.ICONS / f"{size}.png", theme / f"{size}x{size}" / "apps" / f"{names.NAME}.png")
    put(icons.DRAWING, theme / "scalable" / "apps" / f"{names.NAME}.svg")
    for program in PROGRAMS:
        target = folder / "man" / "man1" / f"{program}.1.gz"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(gzip.compress(manual_page(program, day).encode(), 9, mtime=0))


def put(source: Path, target: Path) -> None:
    """Copy a file, making the folders it needs."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def manual_page(program: str, day: datetime) -> str:
    """The manual page of a program as troff, made of its parser."""
    sys.path[:0] = [str(names.ROOT)]
    module, line = PROGRAMS[program]
    parser = importlib.import_module(module).parser()
    del sys.path[0]
    parser.prog = program
    page = Manpage(parser)
    page.description, page.date = line, f"{day:%Y-%m-%d}"
    page.source, page.manual = f"Gossamer {names.VERSION}", "Gossamer"
    # a line of text may begin with an ending such as .exr, which is no request of troff
    return re.sub(r"^\.(?=[a-z]+[,)])", r"\\&.", str(page), flags=re.MULTILINE)


def date(root: Path, moment: int) -> None:
    """Give all files one time, so that the same tree makes the same package."""
    for path in (root, *root.rglob("*")):
        os.utime(path, (moment, moment), follow_symlinks=False)


def mirror(source: Path, target: Path) -> None:
    """The folder once more, of hard links: 800 MB are not copied."""
    shutil.copytree(source, target, symlinks=True, copy_function=os.link)
