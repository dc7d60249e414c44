"""What a folder of pictures says of its licence, in the files that people put beside pictures."""

import re
from pathlib import Path

_NOTES = re.compile(r"(licen[cs]e|copying|copyright|readme|terms)(\..*)?", re.IGNORECASE)
_TEXTS = {"", ".txt", ".md", ".rst", ".html"}
_MOST = 1 << 16
"""Bytes of a note that are looked at."""

_KNOWN: tuple[tuple[str, str], ...] = (
    (r"\bCC0\b|creative commons zero|creativecommons\.org/publicdomain/zero", "CC0"),
    (r"\bpublic domain\b", "Public domain"),
    (r"\bCC[- ]BY[- ]NC[- ]SA(?:[- ]([\d.]+\d))?", "CC-BY-NC-SA"),
    (r"\bCC[- ]BY[- ]NC[- ]ND(?:[- ]([\d.]+\d))?", "CC-BY-NC-ND"),
    (r"\bCC[- ]BY[- ]NC(?:[- ]([\d.]+\d))?", "CC-BY-NC"),
    (r"\bCC[- ]BY[- ]SA(?:[- ]([\d.]+\d))?", "CC-BY-SA"),
    (r"\bCC[- ]BY[- ]ND(?:[- ]([\d.]+\d))?", "CC-BY-ND"),
    (r"\bCC[- ]BY(?:[- ]([\d.]+\d))?", "CC-BY"),
    (r"\bMIT\b", "MIT"),
    (r"\bApache(?: License)?,?(?: Version)? 2\.0", "Apache-2.0"),
    (r"\bUnsplash\b", "Unsplash licence"),
    (r"\bresearch (?:purposes|use) only\b|\bnon-?commercial\b", "Research only"),
)
"""What is looked for, in this order, and how it is called; a group is its version."""

LAYOUTS = {
    "Composition-1k": "Research only, by its authors' agreement",
    "alphamatting.com": "Research only",
}
"""Of data sets whose terms are known by how their folders are laid out."""


def licence_of(folder: Path) -> str:
    """The licence that a note in `folder`, or else beside it, names first; empty if none does."""
    for place in (folder, folder.parent):
        for note in _notes(place):
            found = _named_in(note)
            if found:
                return found
    return ""


def _notes(folder: Path) -> list[Path]:
    try:
        files = sorted(folder.iterdir())
    except OSError:
        return []
    notes = [
        path
        for path in files
        if _NOTES.fullmatch(path.name) and path.suffix.lower() in _TEXTS and path.is_file()
    ]
    # a licence says more about itself than a readme does
    return sorted(notes, key=lambda path: path.name.lower().startswith("readme"))


def _named_in(note: Path) -> str:
    try:
        with note.open("rb") as file:
            text = file.read(_MOST).decode("utf-8", errors="replace")
    except OSError:
        return ""
    first: tuple[int, str] | None = None
    for pattern, name in _KNOWN:
        found = re.search(pattern, text, re.IGNORECASE)
        if found is not None and (first is None or found.start() < first[0]):
            version = found[1] if found.lastindex else None
            first = found.start(), f"{name}-{version}" if version else name
    return first[1] if first else ""
