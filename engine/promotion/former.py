"""Weights that were in use: kept when others take their name, and brought back.

Each generation is a folder `<library>/former/<name>/<when it was kept>-<checksum>/` with the file
of weights and its card, so that it is a library of its own. Nothing here imports torch.
"""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from engine.errors import OutputError, WeightsError
from engine.matting import library
from engine.matting.cards import Card
from engine.matting.library import WeightsEntry, personal_folder
from engine.resources import models_folder

MOST = 5
"""Generations that are kept of each name."""

_STAMP = "%Y%m%dT%H%M%S%f"
_PATIENCE = 60.0
"""Seconds; a promotion copies two files of weights."""


@dataclass(frozen=True)
class Former:
    """One generation; until: when it stopped being in use (UTC), None if that is not known."""

    entry: WeightsEntry
    until: datetime | None


def in_use(name: str, folder: Path | None = None) -> WeightsEntry | None:
    """What has the name now, in `folder` or else in the library; None if nothing usable has."""
    try:
        return library.find(name, [folder] if folder is not None else None)
    except WeightsError:
        return None


def kept(name: str, folder: Path | None = None) -> tuple[Former, ...]:
    """The former weights of `name`, those that were in use last first.

    The ones that ship with the program come last, unless they are among them or in use.
    """
    now = in_use(name, folder)
    seen = {now.card.sha256} if now is not None else set()
    found: list[Former] = []
    for generation in _generations(name, folder):
        with suppress(WeightsError):  # of one that is damaged nothing can be brought back
            entry = library.find(name, [generation])
            if entry.card.sha256 not in seen:
                seen.add(entry.card.sha256)
                found.append(Former(entry, _until(generation)))
    shipped = _shipped(name) if folder is None else None
    if shipped is not None and shipped.card.sha256 not in seen:
        found.append(Former(shipped, None))
    return tuple(found)


def last_replaced(folder: Path | None = None) -> str:
    """The name whose weights were replaced last; empty if none ever were."""
    place = _place("", folder)
    stamps = {
        path.name: found[0].name
        for path in (place.iterdir() if place.is_dir() else ())
        if (found := _generations(path.name, folder))
    }
    return max(stamps, key=stamps.__getitem__, default="")


def replace(weights: Path, card: Card, folder: Path | None = None) -> WeightsEntry:
    """Put a file of weights in use under its card's name, and keep what had the name before.

    At whatever moment the process is killed, the ones or the others are in use, each with its own
    card; of two that promote at a time one waits for the other. OutputError and WeightsError as
    from `library.add`; nothing has changed then.
    """
    with _alone(folder):
        return _replaced(weights, card, folder)


def _replaced(weights: Path, card: Card, folder: Path | None) -> WeightsEntry:
    before = in_use(card.name, folder)
    if before is not None:
        _keep(before, folder)
    entry = library.add(weights, card, folder)
    _thin_out(card.name, folder)
    return entry


def bring_back(name: str, folder: Path | None = None, sha256: str = "") -> WeightsEntry:
    """Put former weights in use again, and keep what they replace; gives the entry.

    sha256: of the generation that is wanted; empty for the one that was in use last. WeightsError
    if there is none.
    """
    with _alone(folder):
        return _brought_back(name, folder, sha256)


def _brought_back(name: str, folder: Path | None, sha256: str) -> WeightsEntry:
    former = next(
        (one for one in kept(name, folder) if sha256 in ("", one.entry.card.sha256)), None
    )
    if former is None:
        raise WeightsError(
            f"No former weights of “{name}” are kept.",
            hint="They are kept from the moment at which others are promoted.",
        )
    library.verify(former.entry)
    card = former.entry.card
    shipped = _shipped(name) if folder is None else None
    if shipped is None or shipped.card.sha256 != card.sha256:
        return _replaced(former.entry.path, card, folder)
    now = in_use(name, folder)
    if now is not None:
        _keep(now, folder)
    library.remove(name, folder)  # and those of a later version of the program will be seen too
    _thin_out(name, folder)
    return shipped


@contextmanager
def _alone(folder: Path | None) -> Iterator[None]:
    """Nobody else promotes, or goes back, meanwhile; OutputError if somebody will not end.

    The system lets the lock go when the process that holds it ends, however it ends.
    """
    place = _place("", folder)
    try:
        place.mkdir(parents=True, exist_ok=True)
        lock = FileLock(place / ".lock", timeout=_PATIENCE)
        lock.acquire()
    except Timeout as error:
        raise OutputError(
            "Other weights are being put in use at this moment.",
            hint="Wait until that has ended, then try again.",
        ) from error
    except OSError as error:
        raise _cannot_keep(place, error) from error
    try:
        yield
    finally:
        lock.release()


def _cannot_keep(place: Path, error: OSError) -> OutputError:
    return OutputError(
        f"The weights in use could not be kept in {place} ({error.strerror}).",
        hint="Free some space there, or make the folder writable.",
    )


def _keep(entry: WeightsEntry, folder: Path | None) -> None:
    """Copy an entry into the folder of former ones; complete before it appears there.

    Of one that is damaged nothing is kept.
    """
    try:
        library.verify(entry)
    except WeightsError:
        return
    name, sha256 = entry.card.name, entry.card.sha256
    stamp = f"{datetime.now(UTC).strftime(_STAMP)}-{sha256[:12]}"
    place = _place(name, folder)
    before = [path for path in _generations(name, folder) if path.name.endswith(sha256[:12])]
    try:
        place.mkdir(parents=True, exist_ok=True)
        if before:  # from an earlier time in use, or of a promotion that was killed
            os.replace(before[0], place / stamp)
            return
        unfinished = place / ".part"
        shutil.rmtree(unfinished, ignore_errors=True)
        library.add(entry.path, entry.card, unfinished)
        os.replace(unfinished, place / stamp)
    except OSError as error:
        raise _cannot_keep(place, error) from error


def _thin_out(name: str, folder: Path | None) -> None:
    """Remove what is more than `MOST`, the oldest first; the ones in use do not count."""
    now = in_use(name, folder)
    mark = now.card.sha256[:12] if now is not None else "none"
    others = [path for path in _generations(name, folder) if not path.name.endswith(mark)]
    for path in others[MOST:]:
        shutil.rmtree(path, ignore_errors=True)


def _generations(name: str, folder: Path | None) -> Sequence[Path]:
    """Their folders, the newest first."""
    paths = [path for path in _place(name, folder).glob("[0-9]*-*") if path.is_dir()]
    return sorted(paths, key=lambda path: path.name, reverse=True)


def _place(name: str, folder: Path | None) -> Path:
    return (folder if folder is not None else personal_folder()) / "former" / name


def _until(generation: Path) -> datetime | None:
    try:
        found = datetime.strptime(generation.name.split("-")[0], _STAMP)
    except ValueError:
        return None
    return found.replace(tzinfo=UTC)


def _shipped(name: str) -> WeightsEntry | None:
    return in_use(name, models_folder())
