"""The door to exports: a file is written, read back by another library, and only then in place."""

from pathlib import Path

from engine.export.formats import FORMATS, require_possible, require_room
from engine.export.kinds import Plate, Wish
from engine.export.round_trip import RoundTrip, check
from engine.imaging.placing import placed, require_place


def export(path: Path, plate: Plate, wish: Wish) -> RoundTrip:
    """Write `plate` to `path` as wished for, and tell how it reads back.

    OutputError when the format cannot hold that, when the file cannot be written, and when it does
    not read back as it should; then nothing is left behind and an older file is as it was.
    """
    require_possible(wish)
    require_room(wish, (plate.alpha.shape[0], plate.alpha.shape[1]))
    require_place(path)
    with placed(path) as unfinished:
        FORMATS[wish.format].write(unfinished, plate, wish)
        return check(unfinished, plate, wish)
