"""Which files belong to each picture of a batch, and where its results go."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from engine.batch.orders import Kind, Orders, result_name
from engine.errors import BatchError
from engine.imaging.suffixes import PICTURES, PLAIN

_COMPANIONS = ("-trimap", "_trimap", "-alpha", "_alpha", "-cutout", "_cutout")
"""What names of pictures end in that belong to a photograph in the same folder."""


@dataclass(frozen=True)
class Item:
    """One photograph: its name within the batch, its files, and its results by kind.

    trimap: None where there is none.
    """

    name: str
    number: int
    image: Path
    trimap: Path | None
    results: dict[Kind, Path]

    @property
    def stamp(self) -> list[int]:
        """What changes when a file that is read changes: sizes and times; 0 for what is gone."""
        return [part for path in (self.image, self.trimap) for part in _stamp(path)]


def plan(orders: Orders) -> tuple[Item, ...]:
    """An item for each photograph, by name. BatchError for folders that do not do.

    Whether the files are any good is found out when their turn comes.
    """
    if not orders.images.is_dir():
        raise BatchError(
            f"The folder of photographs, “{orders.images}”, is none.", hint="Check its name."
        )
    if orders.trimaps is not None and not orders.trimaps.is_dir():
        raise BatchError(
            f"The folder of trimaps, “{orders.trimaps}”, is none.", hint="Check its name."
        )
    trimaps = {} if orders.trimaps is None else _by_name(orders.trimaps, orders.below)
    found = _each_once(_pictures(orders.images, orders.below))
    if orders.trimaps is not None and orders.trimaps.resolve() == orders.images.resolve():
        found = [path for path in found if not path.stem.lower().endswith(_COMPANIONS)]
    if orders.below:  # the results of an earlier run may lie there
        output = orders.output.resolve()
        found = [path for path in found if output not in path.resolve().parents]
    if not found:
        raise BatchError(
            f"There is no photograph in “{orders.images}”.",
            hint=f"Choose a folder with pictures ({', '.join(PLAIN)}, HEIC or raw).",
        )
    items = tuple(_item(orders, path, index, trimaps) for index, path in enumerate(found, 1))
    _require_no_harm(items, trimaps.values())
    return items


def _item(orders: Orders, image: Path, number: int, trimaps: dict[str, Path]) -> Item:
    relative = image.relative_to(orders.images)
    words = {
        "stem": image.stem,
        "name": image.name,
        "model": orders.model,
        "number": f"{number:04d}",
    }
    folder = orders.output / relative.parent
    results = {kind: folder / result_name(orders.names, kind, **words) for kind in orders.kinds}
    return Item(relative.as_posix(), number, image, _trimap_of(relative, image, trimaps), results)


def _trimap_of(relative: Path, image: Path, trimaps: dict[str, Path]) -> Path | None:
    for folder in dict.fromkeys((relative.parent, Path())):
        for ending in ("-trimap", "_trimap", ""):
            trimap = trimaps.get((folder / f"{image.stem}{ending}").as_posix())
            if trimap is not None and trimap.resolve() != image.resolve():
                return trimap
    return None


def _by_name(folder: Path, below: bool) -> dict[str, Path]:
    """The pictures of a folder by their places in it, without endings; a PNG comes first."""
    found: dict[str, Path] = {}
    for path in sorted(
        _pictures(folder, below), key=lambda path: PICTURES.index(path.suffix.lower())
    ):
        found.setdefault(path.relative_to(folder).with_suffix("").as_posix(), path)
    return found


def _pictures(folder: Path, below: bool) -> list[Path]:
    every: Iterable[Path] = folder.rglob("*") if below else folder.iterdir()
    pictures = (path for path in every if path.suffix.lower() in PICTURES)
    return sorted(path for path in pictures if not path.name.startswith(".") and path.is_file())


def _each_once(pictures: list[Path]) -> list[Path]:
    """Without what a camera wrote beside a JPEG (or the like) of the same name: HEIC and raw."""
    plain = {path.with_suffix("") for path in pictures if path.suffix.lower() in PLAIN}
    return [
        path
        for path in pictures
        if path.suffix.lower() in PLAIN or path.with_suffix("") not in plain
    ]


def _require_no_harm(items: tuple[Item, ...], trimaps: Iterable[Path]) -> None:
    read = {path.resolve() for path in (*(item.image for item in items), *trimaps)}
    written: dict[str, Item] = {}
    for item in items:
        for path in item.results.values():
            if path.resolve() in read:
                raise BatchError(
                    f"“{path}” is one of the inputs and would be overwritten.",
                    hint="Choose another folder for the results, or another pattern for names.",
                )
            key = os.path.normcase(path.resolve()).lower()  # as some disks tell names apart
            other = written.setdefault(key, item)
            if other is not item or len(set(item.results.values())) < len(item.results):
                raise BatchError(
                    f"Two results would be called “{path.name}” ({other.name}, {item.name}).",
                    hint="Let names hold “name”, in braces, and “kind” where several are written.",
                )


def _stamp(path: Path | None) -> tuple[int, int]:
    try:
        status = path.stat() if path else None
    except OSError:
        status = None
    return (status.st_size, status.st_mtime_ns) if status else (0, 0)
