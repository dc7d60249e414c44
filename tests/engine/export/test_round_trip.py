"""The check finds what is wrong with a file, and such a file is not kept."""

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import OutputError
from engine.export import round_trip
from engine.export.formats import FORMATS, wish_for
from engine.export.kinds import Colours, Depth, What
from engine.export.writing import export


def fault(path, plate, wanted, *, written=None, plate_written=None):
    """What the check says of a file that was written otherwise than wanted."""
    written = written or wanted
    FORMATS[written.format].write(path, plate_written or plate, written)
    with pytest.raises(OutputError) as caught:
        round_trip.check(path, plate, wanted)
    return caught.value.message


@pytest.fixture
def tiff(tmp_path):
    path = tmp_path / "a.tif"
    return path, wish_for(path, What.CUTOUT)


def test_fewer_bits_are_noticed(plate, tiff):
    path, wish = tiff
    eight = replace(wish, depth=Depth.EIGHT)
    assert fault(path, plate, wish, written=eight).endswith("read back, its depth is another.")


def test_premultiplied_colours_are_not_taken_for_straight_ones(plate, tiff):
    path, wish = tiff
    other = replace(wish, colours=Colours.PREMULTIPLIED)
    words = fault(path, plate, wish, written=other)
    assert words.endswith("its colours are stored in another way.")


def test_a_lost_profile_and_a_lost_resolution_are_noticed(plate, tiff):
    path, wish = tiff
    words = fault(path, plate, wish, plate_written=replace(plate, icc=None))
    assert words.endswith("its colour profile is lost.")
    words = fault(path, plate, wish, plate_written=replace(plate, dpi=None))
    assert words.endswith("its resolution is lost.")


def test_a_lost_record_is_noticed(plate, tmp_path):
    path = tmp_path / "a.png"
    words = fault(path, plate, wish_for(path, What.CUTOUT), plate_written=replace(plate, note=""))
    assert words.endswith("its record is lost.")


@pytest.mark.parametrize("suffix", [".png", ".tif", ".webp", ".exr", ".psd"])
def test_one_wrong_pixel_is_noticed(plate, tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    top = np.iinfo(plate.foreground.dtype).max
    colours = plate.foreground.copy()
    colours[12, 5, 1] = top - colours[12, 5, 1]  # where alpha is 1
    colours[12, 5, 0] = top if colours[12, 5, 0] < top // 2 else 0
    words = fault(
        path, plate, wish_for(path, What.CUTOUT), plate_written=replace(plate, foreground=colours)
    )
    assert "its pixels differ by" in words


def test_a_file_that_reads_back_wrong_is_not_kept(plate, tmp_path, monkeypatch):
    path = tmp_path / "a.png"
    path.write_bytes(b"older")
    png = FORMATS["png"]

    def careless(where, plate, wish):
        png.write(where, replace(plate, alpha=1 - plate.alpha), wish)

    monkeypatch.setitem(FORMATS, "png", replace(png, write=careless))
    with pytest.raises(OutputError, match="was not kept: read back, its pixels differ by"):
        export(path, plate, wish_for(path, What.CUTOUT))
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"older"]
