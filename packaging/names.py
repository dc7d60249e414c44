"""What is called how in the packages, and where the parts of a package are made."""

import os
import re
import sys
import tomllib
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
"""Where finished packages are put; git ignores it."""
WORK = ROOT / "build" / "package"
"""Where parts of packages are made; git ignores it."""
FROZEN = DIST / "gossamer"
"""The folder that PyInstaller makes."""
ICONS = WORK / "icons"
NOTICES = WORK / "notices"
"""Licences of what is bundled, and the bill of materials."""
NOTICES_PLACE = "resources/licences/bundled"
"""Where NOTICES lie in the packaged program."""

NAME = "gossamer"
IDENTIFIER = "org.gossamer.Gossamer"
MIME = "application/x-gossamer-project"
SUMMARY = "A photograph and a painted trimap become an alpha matte"
MAINTAINER = "The Gossamer project <gossamer@localhost>"
"""A placeholder: put an address here that somebody reads, before a package is handed on."""

EXTRAS = ("exr", "psd", "raw")
"""Extras of pyproject.toml that the packages contain. Not `heif`: its wheel holds x265 (GPL)."""


def version() -> str:
    """The version in `engine/__init__.py`, which is not imported for it."""
    text = (ROOT / "engine" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    if found is None:
        raise SystemExit("engine/__init__.py names no version.")
    return found.group(1)


VERSION = version()


def distributions() -> list[str]:
    """All distributions that the packaged program stands on, sorted; those of other systems not."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    waiting = _wanted([*project["dependencies"], *(one for name in EXTRAS for one in extras[name])])
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in found and name not in NOT_BUNDLED:
            found.add(name)
            waiting += _wanted(requires(name) or [])
    return sorted(found)


NOT_BUNDLED = ("scipy", "setuptools")
"""Needed by some distribution's metadata, and left out."""


def _wanted(needed: list[str]) -> list[str]:
    every = [Requirement(line) for line in needed]
    return [
        canonicalize_name(one.name)
        for one in every
        if one.marker is None or one.marker.evaluate({"extra": ""})
    ]


def program_icon() -> str | None:
    """The icon that is put into the programs of Windows and macOS; None elsewhere."""
    ending = {"win32": "ico", "darwin": "icns"}.get(sys.platform)
    path = ICONS / f"gossamer.{ending}"
    return str(path) if ending and path.exists() else None


def signed_by() -> str | None:
    """The identity that macOS' programs are signed with, from GOSSAMER_SIGNED_BY."""
    return os.environ.get("GOSSAMER_SIGNED_BY") or None
