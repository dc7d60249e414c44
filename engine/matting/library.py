"""The library of weights: `<name>.safetensors` with its card `<name>.json` beside it.

Two folders make up the library: the person's own, and the one that ships with the program. An
entry in the first hides one of the same name in the second, so a promoted training replaces what
was shipped and its removal brings that back. Nothing here imports torch.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import platformdirs

from engine.errors import OutputError, WeightsError
from engine.matting.cards import Card, parse_card
from engine.resources import models_folder

SUFFIX = ".safetensors"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True)
class WeightsEntry:
    """One file of weights and its card."""

    card: Card
    path: Path


def personal_folder() -> Path:
    """Where the person's own weights are kept; it need not exist yet."""
    return Path(platformdirs.user_data_dir("gossamer", appauthor=False)) / "models"


def folders() -> tuple[Path, Path]:
    """Where weights are looked for: the person's own folder first, then the shipped one."""
    return personal_folder(), models_folder()


def entries(where: Sequence[Path] | None = None) -> tuple[WeightsEntry, ...]:
    """Every usable entry by name, each name once; files with a missing or bad card are left out.

    `where` replaces `folders()`.
    """
    found: dict[str, WeightsEntry] = {}
    for folder in reversed(where if where is not None else folders()):
        for path in sorted(folder.glob(f"*{SUFFIX}")):
            try:
                found[path.stem] = _entry(path)
            except WeightsError:
                found.pop(path.stem, None)
    return tuple(found[name] for name in sorted(found))


def find(name: str, where: Sequence[Path] | None = None) -> WeightsEntry:
    """The entry called `name`; WeightsError tells what is there instead, or what is wrong."""
    where = where if where is not None else folders()
    if _NAME.fullmatch(name):
        for folder in where:
            path = folder / f"{name}{SUFFIX}"
            if path.is_file():
                return _entry(path)
    known = ", ".join(entry.card.name for entry in entries(where)) or "none yet"
    raise WeightsError(
        f"There are no weights called “{name}”.",
        hint=f"Choose others (the library holds {known}), or import or train these.",
    )


def verify(entry: WeightsEntry) -> None:
    """Raise WeightsError unless the file's SHA-256 is the one on its card."""
    if _sha256(entry.path) != entry.card.sha256:
        raise WeightsError(
            f"The weights “{entry.card.name}” are damaged: {entry.path} is not what its card says.",
            hint="Import or install these weights again.",
        )


def add(source: Path, card: Card, folder: Path | None = None) -> WeightsEntry:
    """Copy the weights file `source` into the library under `card.name`, replacing an older one.

    The card that is kept has the file's checksum, and today's date if it had none. Both files are
    complete before either appears under its name. OutputError if the folder cannot be written;
    WeightsError for a name that is no file name, or a card made for another file.
    """
    folder = folder if folder is not None else personal_folder()
    if not _NAME.fullmatch(card.name):
        raise WeightsError(
            f"“{card.name}” cannot be the name of weights.",
            hint="Use letters, digits, points, hyphens and underscores.",
        )
    sha256 = _sha256(source)
    if card.sha256 not in ("", sha256):
        raise WeightsError(
            f"The card of “{card.name}” was made for another file than {source}.",
            hint="Take the file and the card from the same place.",
        )
    card = card.with_file(sha256, datetime.now(UTC).date().isoformat())
    path = folder / f"{card.name}{SUFFIX}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _copy_both(source, path, card)
    except OSError as error:
        raise OutputError(
            f"The weights could not be written to {folder} ({error.strerror}).",
            hint="Free some space there, or make the folder writable.",
        ) from error
    return WeightsEntry(card, path)


def _copy_both(source: Path, path: Path, card: Card) -> None:
    with TemporaryDirectory(dir=path.parent, prefix=".") as unfinished:
        new_weights, new_card = Path(unfinished) / "weights", Path(unfinished) / "card"
        shutil.copyfile(source, new_weights)
        new_card.write_text(card.to_json(), encoding="utf-8")
        os.replace(new_weights, path)
        os.replace(new_card, path.with_suffix(".json"))


def _entry(path: Path) -> WeightsEntry:
    card_path = path.with_suffix(".json")
    try:
        text = card_path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise WeightsError(
            f"The weights {path} have no readable card.",
            hint=f"Put {card_path.name} beside them, or import them again.",
        ) from error
    card = parse_card(text, str(card_path))
    if card.name != path.stem:
        raise WeightsError(
            f"The card {card_path} belongs to “{card.name}”.",
            hint="Give the weights file and the card the name that the card states.",
        )
    return WeightsEntry(card, path)


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise WeightsError(
            f"The weights {path} cannot be read ({error.strerror}).",
            hint="Check that the file is there and may be read.",
        ) from error
