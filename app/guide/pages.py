"""The pages of the guide, in the order of its table of contents."""

import re
from dataclasses import dataclass
from pathlib import Path

from engine.resources import resources_folder

CONTENTS = "README.md"
"""The first page, which lists the others."""

_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)
_ENTRY = re.compile(r"^\d+\. \[[^]]+\]\(([^)]+\.md)\)", re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """A page: its heading, and the Markdown that holds it."""

    title: str
    path: Path


def guide_folder() -> Path:
    """Where the guide lies: Markdown, and pictures in a folder of their own."""
    return resources_folder() / "guide"


def pages(folder: Path | None = None) -> list[Page]:
    """The contents and what they list; OSError when the guide is not there."""
    contents = (folder or guide_folder()) / CONTENTS
    listed = _ENTRY.findall(contents.read_text(encoding="utf-8"))
    paths = [contents, *(contents.with_name(name) for name in listed)]
    return [Page(_title(path), path) for path in paths]


def _title(path: Path) -> str:
    found = _HEADING.search(path.read_text(encoding="utf-8"))
    return found.group(1) if found else path.stem
