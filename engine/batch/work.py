"""The work on one picture of a batch."""

import time
import traceback
from collections.abc import Callable

from engine.arrays import Alpha, Trimap
from engine.batch.orders import Orders
from engine.batch.plan import Item
from engine.batch.state import Result
from engine.batch.strips import write_strip
from engine.errors import Cancelled, EngineError, TrimapError
from engine.export.plates import plate_of
from engine.export.writing import export
from engine.imaging.picture import Picture
from engine.imaging.reading import read_image, read_trimap
from engine.imaging.writing import write_trimap
from engine.matting.matter import Matter
from engine.refine.refinement import refined
from engine.trimap.codes import require_usable, unknown_of

REPORT_FILES = "report"
"""The folder of the report's thumbnails, within that of the results."""


def work_on(item: Item, orders: Orders, matter: Matter, cancelled: Callable[[], bool]) -> Result:
    """Read, matte and write one picture; whatever is wrong with it is told in the result.

    Cancelled, and nothing else, is raised: then nothing was written down, and it is done again.
    """
    started, stamp = time.perf_counter(), item.stamp
    try:
        picture, trimap, is_proposed = _read(item, orders, cancelled)
        matte = matter.matte(picture.in_srgb, trimap, cancelled=cancelled)
        alpha = refined(matte, orders.refinement)
        _write(item, orders, picture, trimap, (matte, alpha))
        write_strip(orders.output / strip_name(item), picture, trimap, alpha)
    except Cancelled:
        raise
    except (EngineError, MemoryError, OSError) as error:
        message, hint = _told(error)
    except Exception:  # noqa: BLE001 - one picture must not stop the others, whatever it does
        message = f"Something unexpected: {traceback.format_exc(limit=-1).strip()}"
        hint = "Please report this, with the picture if you can."
    else:
        return Result(
            name=item.name,
            status="done",
            seconds=round(time.perf_counter() - started, 3),
            stamp=stamp,
            size=(trimap.shape[1], trimap.shape[0]),
            unknown=round(float(unknown_of(trimap).mean()), 5),
            is_proposed=is_proposed,
            message=picture.remark,
            files=tuple(
                path.relative_to(orders.output).as_posix() for path in item.results.values()
            ),
        )
    return Result(
        name=item.name,
        status="failed",
        seconds=round(time.perf_counter() - started, 3),
        stamp=stamp,
        message=message,
        hint=hint,
    )


def strip_name(item: Item) -> str:
    """The file of a picture's thumbnails, within the folder of the results."""
    return f"{REPORT_FILES}/{item.number:04d}.webp"


def _read(
    item: Item, orders: Orders, cancelled: Callable[[], bool]
) -> tuple[Picture, Trimap, bool]:
    """The picture, its trimap, and whether that is a proposal."""
    picture = read_image(item.image)
    if item.trimap is not None:
        trimap = read_trimap(item.trimap, (picture.image.shape[0], picture.image.shape[1]))
        require_usable(trimap)
        return picture, trimap, False
    if not orders.propose:
        raise TrimapError(
            f"There is no trimap for “{item.name}”.",
            hint=f"Name it {item.image.stem}.png or {item.image.stem}-trimap.png, or let a"
            " proposal be made.",
        )
    from engine.proposals.proposal import proposed  # not at the window's start

    return picture, proposed(picture.in_srgb, width=orders.band, cancelled=cancelled), True


def _write(
    item: Item, orders: Orders, picture: Picture, trimap: Trimap, alphas: tuple[Alpha, Alpha]
) -> None:
    """Write every result; each file is read back before it takes its place.

    alphas: before and after refining.
    """
    matte, alpha = alphas
    for kind, path in item.results.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        wish = orders.wish(kind)
        if wish is None:
            write_trimap(path, trimap)
        else:
            export(path, plate_of(picture, alpha, wish, matte=matte), wish)


def _told(error: EngineError | MemoryError | OSError) -> tuple[str, str]:
    if isinstance(error, EngineError):
        return error.message, error.hint
    if isinstance(error, MemoryError):
        return "There is not enough memory for this picture.", "Scale it down."
    return f"The system refused ({error.strerror}).", "Check the folders and their disks."
