"""Every format at every depth, read by a library that neither wrote nor checked it."""

from dataclasses import replace

import numpy as np
import PIL.Image
import pytest
from PIL.ExifTags import IFD

from engine.errors import OutputError
from engine.export import formats
from engine.export.formats import FORMATS, suffixes, wish_for
from engine.export.kinds import STEPS, Colours, Depth, What, Wish
from engine.export.writing import export
from engine.imaging.reading import read_image

CASES = [
    Wish(what, name, depth, colours)
    for name, kind in FORMATS.items()
    for what, depths in kind.depths.items()
    for depth in depths
    for colours in (kind.colours if what is What.CUTOUT else (None,))
]


def named(wish):
    return "-".join(str(part) for part in (wish.format, wish.what, wish.depth, wish.colours))


def written(folder, plate, wish):
    path = folder / f"out{FORMATS[wish.format].suffixes[0]}"
    if wish.what is What.ALPHA:
        plate = replace(plate, foreground=None)
    return path, export(path, plate, wish)


@pytest.mark.parametrize("wish", CASES, ids=named)
def test_a_file_comes_back_to_the_rounding_of_its_depth(tmp_path, plate, wish):
    path, trip = written(tmp_path, plate, wish)
    assert trip.steps <= (1.52 if wish.colours is Colours.PREMULTIPLIED else 1.02)
    assert trip.depth is wish.depth
    assert trip.colours is wish.colours
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def of_pillow(path):
    with PIL.Image.open(path) as picture:
        return np.asarray(picture)


def of_opencv(path):
    import cv2

    pixels = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    return pixels if pixels.ndim == 2 else pixels[..., [2, 1, 0, 3]]


def of_psd_tools(path):
    """The colours of the layer, and its mask as alpha."""
    from psd_tools import PSDImage

    document = PSDImage.open(path)
    (layer,) = document
    top = 2**document.depth - 1
    both = np.dstack([layer.numpy("color"), layer.numpy("mask")])
    return np.rint(both * top).astype(np.uint8 if top == 255 else np.uint16)


def of_openexr(path):
    import OpenEXR

    with OpenEXR.File(str(path)) as file:
        channels = file.channels()
        return next(iter(channels.values())).pixels


THIRD = {
    ("png", Depth.EIGHT): of_pillow,
    ("png", Depth.SIXTEEN): of_opencv,
    ("tiff", Depth.EIGHT): of_pillow,
    ("tiff", Depth.SIXTEEN): of_opencv,
    ("webp", Depth.EIGHT): of_opencv,
    ("psd", Depth.EIGHT): of_psd_tools,
    ("psd", Depth.SIXTEEN): of_psd_tools,
    ("exr", Depth.HALF): of_openexr,
    ("exr", Depth.FLOAT): of_openexr,
}


def srgb(numbers):
    """To light, by the standard."""
    return np.where(numbers <= 0.04045, numbers / 12.92, ((numbers + 0.055) / 1.055) ** 2.4)


@pytest.mark.parametrize("wish", CASES, ids=named)
def test_a_third_reader_finds_the_numbers_of_the_formula(tmp_path, plate, wish):
    path, _ = written(tmp_path, plate, wish)
    is_premultiplied = wish.colours is Colours.PREMULTIPLIED
    # Pillow divides premultiplied colours by alpha again; of straight ones OpenCV makes such
    is_multiplied = is_premultiplied and wish.format == "tiff"
    pixels = (of_opencv if is_multiplied else THIRD[wish.format, wish.depth])(path)
    top = np.iinfo(pixels.dtype).max if pixels.dtype.kind == "u" else 1
    assert pixels.dtype.itemsize == {"8": 1, "16": 2, "half": 2, "float": 4}[wish.depth]
    values = pixels.astype(np.float64) / top
    alpha = plate.alpha.astype(np.float64)
    step = STEPS[wish.depth]
    if wish.what is What.ALPHA:
        assert np.abs(values - alpha).max() <= 0.51 * step
        return
    assert np.abs(values[..., 3] - alpha).max() <= 0.51 * step
    colours = plate.foreground / np.float64(np.iinfo(plate.foreground.dtype).max)
    if wish.format == "exr":
        colours = srgb(colours)
    if is_premultiplied:
        colours = colours * alpha[..., None]
    # the curve of a profile has 1024 places in it, of which light is read between two
    slack = 3e-4 if wish.format == "exr" else 0
    assert (
        np.abs(values[..., :3] - colours).max()
        <= (1.51 if is_premultiplied else 1.01) * step + slack
    )


def folders_of(exif):
    """What EXIF says of the picture, of the camera's settings, and of the place."""
    return dict(exif), exif.get_ifd(IFD.Exif), exif.get_ifd(IFD.GPSInfo)


def brought(path):
    """The EXIF, the profile and the dots an inch that Pillow finds."""
    with PIL.Image.open(path) as picture:
        folders, info = folders_of(picture.getexif()), picture.info
    dots = [folders[0][tag] for tag in (282, 283)] if path.suffix == ".webp" else info["dpi"]
    return folders, info.get("icc_profile"), tuple(float(number) for number in dots)


def brought_of_psd(path):
    """The same among the resources of a Photoshop file, of which Pillow reads some only."""
    from psd_tools import PSDImage
    from psd_tools.constants import Resource

    resources, exif = PSDImage.open(path).image_resources, PIL.Image.Exif()
    exif.load(b"Exif\0\0" + resources.get_data(Resource.EXIF_DATA_1))
    dots = resources.get_data(Resource.RESOLUTION_INFO)
    assert (dots.horizontal_unit, dots.vertical_unit) == (1, 1)  # inches
    across, down = dots.horizontal / 65536, dots.vertical / 65536
    return folders_of(exif), resources.get_data(Resource.ICC_PROFILE), (across, down)


HOLDING_EXIF = [wish for wish in CASES if wish.format != "exr"]


@pytest.mark.parametrize("wish", HOLDING_EXIF, ids=named)
def test_what_the_photograph_brought_along_is_kept(tmp_path, plate, wish):
    path, _ = written(tmp_path, replace(plate, dpi=(240, 120)), wish)
    folders, icc, dpi = (brought_of_psd if wish.format == "psd" else brought)(path)
    exif, settings, place = folders
    assert icc == (plate.icc if wish.what is What.CUTOUT else None)
    assert dpi == pytest.approx((240, 120), abs=0.1)
    assert exif[0x010F] == "Argus"
    assert exif[0x013B] == "Ann"
    assert exif.get(0x0112, 1) == 1  # upright, whatever the photograph's file was
    assert settings[0x829A] == pytest.approx(1 / 60)
    assert settings[0x9003] == "2024:01:02 03:04:05"
    assert (settings[0xA002], settings[0xA003]) == (32, 48)
    assert place[2] == (48, 8, 15)


@pytest.mark.parametrize("suffix", [".png", ".tif", ".webp"])
def test_a_photograph_read_from_an_export_brings_all_of_it_along_again(tmp_path, plate, suffix):
    path = tmp_path / f"a{suffix}"
    written(tmp_path, plate, replace(wish_for(path, What.CUTOUT), depth=Depth.EIGHT))
    again = read_image(tmp_path / f"out{suffix}")
    assert again.icc == plate.icc
    ours, theirs = PIL.Image.Exif(), PIL.Image.Exif()
    ours.load(b"Exif\0\0" + plate.exif)
    theirs.load(b"Exif\0\0" + again.exif)
    for folder in (IFD.Exif, IFD.GPSInfo):
        assert dict(theirs.get_ifd(folder)) == dict(ours.get_ifd(folder))


def test_a_png_carries_its_record_as_text(tmp_path, plate):
    path, _ = written(tmp_path, plate, wish_for(tmp_path / "a.png", What.CUTOUT))
    with PIL.Image.open(path) as picture:
        assert picture.text["gossamer"] == plate.note


@pytest.mark.parametrize("wish", [wish for wish in CASES if wish.format == "exr"], ids=named)
def test_an_exr_carries_its_record_the_resolution_and_the_primaries(tmp_path, plate, wish):
    import OpenEXR

    path, _ = written(tmp_path, replace(plate, dpi=(240, 120)), wish)
    with OpenEXR.File(str(path)) as file:
        header = dict(file.header())  # it is empty once the file is closed
    assert header["gossamer"] == plate.note
    assert header["xDensity"] == pytest.approx(240)
    assert header["xDensity"] * header["pixelAspectRatio"] == pytest.approx(120)  # down
    if wish.what is What.ALPHA:
        assert "chromaticities" not in header  # no colours
        return
    expected = (0.64, 0.33, 0.30, 0.60, 0.15, 0.06, 0.3127, 0.3290)
    assert header["chromaticities"] == pytest.approx(expected, abs=2e-3)


def refused(call):
    with pytest.raises(OutputError) as caught:
        call()
    return f"{caught.value.message}|{caught.value.hint}"


def test_a_depth_is_never_lowered_without_a_word(tmp_path):
    words = refused(lambda: wish_for(tmp_path / "a.webp", What.CUTOUT, Depth.SIXTEEN))
    assert words == "WebP does not hold 16 bits.|Choose 8 bits, or another format."
    words = refused(lambda: wish_for(tmp_path / "a.png", What.CUTOUT, Depth.HALF))
    assert words == (
        "PNG does not hold half floating point.|Choose 8 bits or 16 bits, or another format."
    )


def test_colours_are_never_stored_another_way_without_a_word(tmp_path):
    words = refused(lambda: wish_for(tmp_path / "a.png", What.CUTOUT, None, Colours.PREMULTIPLIED))
    assert words == "PNG does not hold colours as “premultiplied”.|Choose straight, or another" + (
        " format."
    )


def test_an_ending_decides_and_others_are_refused(tmp_path):
    assert wish_for(tmp_path / "a.TIF", What.ALPHA).format == "tiff"
    assert wish_for(tmp_path / "a.tiff", What.CUTOUT).depth is Depth.SIXTEEN
    words = refused(lambda: wish_for(tmp_path / "a.psd", What.ALPHA))
    assert words.endswith("|Let its name end in one of: .png .tif .tiff .exr.")
    assert suffixes(What.CUTOUT) == (".png", ".tif", ".tiff", ".webp", ".exr", ".psd")


def test_a_missing_library_is_named_with_its_remedy(monkeypatch, tmp_path):
    lacking = replace(FORMATS["psd"], module="no_such_library")
    monkeypatch.setitem(FORMATS, "psd", lacking)
    words = refused(lambda: wish_for(tmp_path / "a.psd", What.CUTOUT))
    assert words == (
        "Photoshop files need a library that is not installed.|"
        "Install it with: pip install 'gossamer[psd]'"
    )


def test_a_picture_that_a_format_cannot_hold_is_refused(tmp_path, plate):
    wide = replace(plate, alpha=np.zeros((1, 16384), np.float32), foreground=None)
    words = refused(
        lambda: export(tmp_path / "a.webp", wide, wish_for(tmp_path / "a.webp", What.CUTOUT))
    )
    assert (
        words == "WebP holds at most 16383 pixels a side, and this has 16384.|Choose TIFF or PNG."
    )
    assert not list(tmp_path.iterdir())
    assert formats.FORMATS["psd"].largest == 30000
