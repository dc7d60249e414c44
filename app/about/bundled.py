"""What a package brings along beside the program, each with the text of its licence.

The lists are made where packages are built; from a clone there are none.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

from engine.resources import resources_folder


@dataclass(frozen=True)
class Bundled:
    """One library of the package: its name, version, licence, and the file with the text."""

    name: str
    version: str
    licence: str
    text: Path


def bundled(folder: Path | None = None) -> tuple[Bundled, ...]:
    """All that is listed in `index.tsv`; nothing where there is no list."""
    place = folder or resources_folder() / "licences" / "bundled"
    try:
        with (place / "index.tsv").open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.reader(file, delimiter="\t") if len(row) == 4][1:]
    except OSError:
        return ()
    return tuple(
        Bundled(name, version, licence, place / Path(file).name)
        for name, version, licence, file in rows
    )
