"""Which of the system's libraries are needed, once what `leftout.py` names is gone.

PyInstaller takes along what every plugin asks for before we leave plugins out: GTK with all that it
stands on, for one, where the machine that builds happens to have it.
"""

import sys
from pathlib import PurePosixPath

from PyInstaller.depend import bindepend

Entry = tuple[str, str, str]
"""Path in the package, path on this machine, and PyInstaller's word for what it is."""

_OPENED = ("libpython",)
"""Opened by name: nothing is linked to them."""


def needed(entries: list[Entry]) -> list[Entry]:
    """The binaries without libraries of the system that none of the others asks for (Linux)."""
    if sys.platform != "linux":
        return entries
    asked: set[str] = set()
    for entry in entries:
        if not _is_of_the_system(entry):
            asked |= {name for name, _place in bindepend.get_imports(entry[1])}
    return [entry for entry in entries if not _is_of_the_system(entry) or entry[0] in asked]


def _is_of_the_system(entry: Entry) -> bool:
    """Wheels' libraries lie in folders, and at the top there are only links to them."""
    name, _source, kind = entry
    is_at_the_top = len(PurePosixPath(name).parts) == 1
    is_linked = name.startswith("lib") and not name.startswith(_OPENED)
    return kind == "BINARY" and is_at_the_top and is_linked
