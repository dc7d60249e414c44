"""The library of weights: `<name>.safetensors` with its card `<name>.json` beside it.

Two folders make up the library: the person's own, and the one that ships with the program. An
entry in the first hides one of the same name in the second, so a promoted training replaces what
was shipped and its removal brings that back. Nothing here imports torch.
"""

import hashlib
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from engine.errors import OutputError, WeightsError
from engine.matting import shelving
from engine.matting.cards import Card, parse_card
from engine.resources import models_folder, own_folder

SUFFIX = ".safetensors"
_TRIES, _PAUSE = 4, 0.02
"""How often weights are read that are replaced meanwhile, and seconds in between."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True)
class WeightsEntry:
    """One file of weights and its card."""

    card: Card
    path: Path


def personal_folder() -> Path:
    """Where the person's own weights are kept; it need not exist yet."""
    return own_folder() / "models"


def folders() -> tuple[Path, Path]:
    """Where weights are looked for: the person's own folder first, then the shipped one."""
    return personal_folder(), models_folder()


def entries(where: Sequence[Path] | None = None) -> tuple[WeightsEntry, ...]:
    """Every usable entry by name, each name once; files with a missing or bad card are left out.

    `where` replaces `folders()`.
    """
    found: dict[str, WeightsEntry] = {}
    for folder in reversed(where if where is not None else folders()):
        for name in shelving.stems(folder, SUFFIX):
            try:
                found[name] = _entry(shelving.standing(folder / f"{name}{SUFFIX}"))
            except WeightsError:
                found.pop(name, None)
    return tuple(found[name] for name in sorted(found))


def find(name: str, where: Sequence[Path] | None = None) -> WeightsEntry:
    """The entry called `name`; WeightsError tells what is there instead, or what is wrong."""
    where = where if where is not None else folders()
    if _NAME.fullmatch(name):
        for folder in where:
            path = shelving.standing(folder / f"{name}{SUFFIX}")
            if path.is_file():
                return _entry(path)
    known = ", ".join(entry.card.name for entry in entries(where)) or "none yet"
    raise WeightsError(
        f"There are no weights called “{name}”.",
        hint=f"Choose others (the library holds {known}), or import or train these.",
    )


def located(teacher: str) -> tuple[str, list[Path] | None]:
    """The name of the weights, and where to look for them; None: in the library."""
    if not teacher.endswith(SUFFIX):
        return teacher, None
    path = Path(teacher)
    return path.stem, [path.parent]


def verify(entry: WeightsEntry) -> None:
    """Raise WeightsError unless the file's SHA-256 is the one on its card."""
    if _sha256(entry.path) != entry.card.sha256:
        raise WeightsError(
            f"The weights “{entry.card.name}” are damaged: {entry.path} is not what its card says.",
            hint="Import or install these weights again.",
        )


def find_sound(name: str, where: Sequence[Path] | None = None) -> WeightsEntry:
    """The entry called `name`, verified; errors as from `find` and `verify`.

    While others take its place, what is read may be of both; then it is read once more.
    """
    for _ in range(_TRIES - 1):
        with suppress(WeightsError):
            return _verified(find(name, where))
        time.sleep(_PAUSE)
    return _verified(find(name, where))


def _verified(entry: WeightsEntry) -> WeightsEntry:
    verify(entry)
    return entry


def add(source: Path, card: Card, folder: Path | None = None) -> WeightsEntry:
    """Copy the weights file `source` into the library under `card.name`, replacing an older one.

    The card that is kept has the file's checksum, and today's date if it had none. Both files
    change at once (`shelving`), or neither. OutputError if the folder cannot be written;
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
    with _refused(folder):
        shelving.put(source, card.to_json(), path)
    return WeightsEntry(card, path)


def remove(name: str, folder: Path | None = None) -> None:
    """Take the weights `name` out of the person's own folder, or of `folder`.

    Those of the same name that ship with the program are in use then. OutputError if it fails.
    """
    folder = folder if folder is not None else personal_folder()
    with _refused(folder):
        shelving.remove(folder / f"{name}{SUFFIX}")


@contextmanager
def _refused(folder: Path) -> Iterator[None]:
    """What the system refuses, in words."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"The weights could not be written to {folder} ({error.strerror or error}).",
            hint="Free some space there, or make the folder writable.",
        ) from error


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
