"""What a matte will cost, in seconds and bytes, before it is made; nothing here imports torch.

Seconds and bytes are taken to be linear in a few sizes of the work: of the wide look, of the tiles,
of the largest tile, of the picture, of what the wide look finds unknown. The factors (`Rates`) are
measured on the person's machine by `engine.matting.calibration`, and kept in the user's cache with
version, weights, device and number of threads.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import platformdirs
import psutil

import engine
from engine.arrays import Mask
from engine.matting.tiles import covering, widened

TILES = {"guided": (256, 7), "published": (768, 128)}
"""Side and halo of the tiles of either way to matte; a test keeps them equal to theirs."""

WIDE_LOOK = 1 << 20
"""Most pixels of a wide look; a test keeps it equal to `engine.matting.context.MOST_PIXELS`."""

_LARGEST = 3
"""Place in `row_of` of the largest tile."""

_SIZES = 6
"""Length of `row_of`."""

_KEPT = 0.5
"""Part of its memory that a process has not given back yet when the alpha is put together.

As measured with dim-student on 12 and 24 megapixels, by tests.benchmarks.estimates.
"""

_ROOM = 0.9
"""Part of the free memory that a matte may take: others need some, too."""


@dataclass(frozen=True)
class Work:
    """The sizes of a matte's work, all in pixels.

    wide: of the wide look, 0 without one; tiles: of all tiles with their halos; largest: of the
    largest of them; picture: of the picture; doubted: about the unknown ones of the wide look, for
    which guides are found.
    """

    wide: int
    tiles: int
    largest: int
    picture: int
    doubted: int = 0


@dataclass(frozen=True)
class Rates:
    """seconds and bytes: what is always taken, then for each pixel of the sizes in `Work`.

    at_rest: bytes for each pixel of the picture when no network is at work.
    """

    seconds: tuple[float, ...]
    bytes: tuple[float, ...]
    at_rest: float = 0.0


@dataclass(frozen=True)
class Estimate:
    """What a matte will take; bytes: at most at once, beside the picture that is open."""

    seconds: float
    bytes: int


@dataclass(frozen=True)
class Setting:
    """Where rates hold: for which weights, on which device, with how many threads."""

    model: str
    sha256: str
    device: str
    threads: int

    @property
    def key(self) -> str:
        """One text for all of it."""
        return f"{self.model}|{self.sha256[:16]}|{self.device}|{self.threads}"


def work_of(unknown: Mask, *, guided: bool) -> Work:
    """The work that a trimap makes; unknown: bool (h, w), guided: whether there is a wide look."""
    side, halo = TILES["guided" if guided else "published"]
    picture = unknown.shape[0] * unknown.shape[1]
    if not guided and max(unknown.shape) <= side + 2 * halo:
        tiles = picture if unknown.any() else 0
        return Work(0, tiles, tiles, picture)
    wides = [widened(window, halo, unknown.shape) for window in covering(unknown, side)]
    sizes = [wide.height * wide.width for wide in wides]
    wide = min(picture, WIDE_LOOK) if guided and sizes else 0
    doubted = round(wide * np.count_nonzero(unknown) / picture)
    return Work(wide, sum(sizes), max(sizes, default=0), picture, doubted)


def work_for(height: int, width: int, share: float, *, guided: bool) -> Work:
    """About the work of a picture of which `share`, in [0, 1], is unknown in one band."""
    picture = height * width
    side, halo = TILES["guided" if guided else "published"]
    if share <= 0:
        return Work(0, 0, 0, picture)
    # a band touches more of the grid than it fills
    tiles = min(picture, picture * share * (1 + 2 * halo / side) ** 2 * 1.5)
    largest = min(picture, (side + 2 * halo) ** 2)
    wide = min(picture, WIDE_LOOK) if guided else 0
    return Work(wide, int(tiles), largest, picture, round(wide * share))


def estimate(rates: Rates, work: Work) -> Estimate:
    """What the work will take."""
    sizes = row_of(work)
    seconds = sum(rate * size for rate, size in zip(rates.seconds, sizes, strict=True))
    working = sum(rate * size for rate, size in zip(rates.bytes, sizes, strict=True))
    kept = _KEPT * rates.bytes[_LARGEST] * work.largest
    peak = max(working, rates.bytes[0] + kept + rates.at_rest * work.picture)
    return Estimate(float(seconds), round(peak))


def row_of(work: Work) -> tuple[int, ...]:
    """The sizes that rates go with: 1 for what is always taken, then those of `Work`."""
    return (1, work.wide, work.tiles, work.largest, work.picture, work.doubted)


def fitted(
    works: Sequence[Work], values: Sequence[float], without: tuple[int, ...] = ()
) -> tuple[float, ...]:
    """The rates, none below 0, that explain measured values best; sizes that never vary get none.

    Least squares of relative errors, with the most negative rate dropped until none is left.
    without: places of sizes in `row_of` that cannot matter.
    """
    rows = np.array([row_of(work) for work in works], np.float64)
    wanted = np.array(values, np.float64)
    weights = 1 / np.maximum(wanted, 1e-9)
    scale = np.maximum(rows.max(axis=0), 1)
    kept = [
        column
        for column in range(_SIZES)
        if column not in without and (column == 0 or np.ptp(rows[:, column]) > 0)
    ]
    while kept:
        part = rows[:, kept] / scale[kept] * weights[:, None]
        found = [float(rate) for rate in np.linalg.lstsq(part, wanted * weights, rcond=None)[0]]
        if min(found) >= 0:
            rates: dict[int, float] = {
                column: float(rate / scale[column])
                for column, rate in zip(kept, found, strict=True)
            }
            return tuple(rates.get(column, 0.0) for column in range(_SIZES))
        kept.pop(found.index(min(found)))
    return (0.0,) * _SIZES


def free_bytes() -> int:
    """Memory that can be had now without pushing other programs out."""
    return int(psutil.virtual_memory().available)


def fits(needed: int, free: int) -> bool:
    """Whether so many bytes may be taken of what is free."""
    return needed <= free * _ROOM


def cache_file() -> Path:
    """Where rates are kept; its folder need not exist yet."""
    return Path(platformdirs.user_cache_dir("gossamer", appauthor=False)) / "estimates.json"


def load_rates(setting: Setting, path: Path | None = None) -> Rates | None:
    """The rates that were measured in this setting by this version; None when none were."""
    known = _read(path or cache_file()).get(setting.key)
    try:
        if known is None:
            return None
        rates = Rates(tuple(known["seconds"]), tuple(known["bytes"]), float(known["at_rest"]))
    except (KeyError, TypeError, ValueError):
        return None
    return rates if len(rates.seconds) == len(rates.bytes) == _SIZES else None


def save_rates(setting: Setting, rates: Rates, path: Path | None = None) -> None:
    """Keep rates beside those of other settings; a cache that cannot be written is no harm."""
    path = path or cache_file()
    known = {**_read(path), setting.key: asdict(rates)}
    whole = {"version": engine.__version__, "rates": known}
    unfinished = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps(whole, indent=1), encoding="utf-8")
        os.replace(unfinished, path)
    except OSError:
        return


def _read(path: Path) -> dict[str, Any]:
    """What the cache holds of this version; nothing if it cannot be read."""
    try:
        whole = json.loads(path.read_text(encoding="utf-8"))
        rates = whole["rates"] if whole["version"] == engine.__version__ else {}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    return rates if isinstance(rates, dict) else {}
