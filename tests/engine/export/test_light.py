import struct

import numpy as np
import PIL.ImageCms
import pytest

from engine.errors import OutputError
from engine.export.light import light_of, linear

RAMP = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)


def srgb():
    return PIL.ImageCms.ImageCmsProfile(PIL.ImageCms.createProfile("sRGB")).tobytes()


def with_curve(tag):
    """The sRGB profile with another curve for its three channels, at its end."""
    profile = bytearray(srgb())
    (count,) = struct.unpack_from(">I", profile, 128)
    place = len(profile)
    for number in range(count):
        at = 132 + 12 * number
        if profile[at : at + 4] in (b"rTRC", b"gTRC", b"bTRC"):
            struct.pack_into(">II", profile, at + 4, place, len(tag))
    profile += tag + b"\0" * (-len(tag) % 4)
    struct.pack_into(">I", profile, 0, len(profile))
    return bytes(profile)


def test_srgb_is_the_same_with_and_without_its_profile():
    stated, assumed = linear(RAMP, light_of(srgb())), linear(RAMP, light_of(None))
    assert np.abs(stated - assumed).max() < 3e-4
    expected = light_of(None).chromaticities
    assert light_of(srgb()).chromaticities == pytest.approx(expected, abs=2e-3)


def test_a_curve_of_one_number_is_a_power():
    tag = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256))
    found = linear(RAMP, light_of(with_curve(tag)))[0, :, 1]
    assert np.abs(found - (np.arange(256) / 255) ** (round(2.2 * 256) / 256)).max() < 1e-4


def test_a_curve_of_no_number_is_light_already():
    tag = b"curv\0\0\0\0" + struct.pack(">I", 0)
    assert np.abs(linear(RAMP, light_of(with_curve(tag)))[0, :, 0] - np.arange(256) / 255).max() < (
        1e-6
    )


def test_a_table_is_read_between_its_places():
    tag = b"curv\0\0\0\0" + struct.pack(">I3H", 3, 0, 13107, 65535)
    found = linear(RAMP, light_of(with_curve(tag)))[0, :, 2]
    assert np.abs(found - np.interp(np.arange(256) / 255, [0, 0.5, 1], [0, 0.2, 1])).max() < 1e-6


@pytest.mark.parametrize("kind", [0, 1, 2, 3, 4])
def test_parametric_curves_are_those_of_the_standard(kind):
    given = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045, 0.01, 0.02]
    if kind in (1, 2):
        given = [2.0, 1.25, -0.25, 0.05]
    count = (1, 3, 4, 5, 7)[kind]
    stored = [round(number * 65536) for number in given[:count]]
    tag = b"para\0\0\0\0" + struct.pack(f">HH{count}i", kind, 0, *stored)
    found = linear(RAMP, light_of(with_curve(tag)))[0, :, 1]
    x = np.arange(256) / 255
    g, a, b, c, d, e, f = [*given[:count], *[0.0] * (7 - count)]
    if kind == 0:
        expected = x**g
    elif kind in (1, 2):
        rest = c if kind == 2 else 0.0
        expected = np.where(x >= -b / a, np.maximum(a * x + b, 0) ** g + rest, rest)
    else:
        expected = np.where(x >= d, (a * x + b) ** g + e, c * x + f)
    assert np.abs(found - np.clip(expected, 0, 1)).max() < 1e-3


@pytest.mark.parametrize("profile", [b"", b"\0" * 200, b"tables"])
def test_a_profile_without_curves_is_refused_with_a_way_out(profile):
    with pytest.raises(OutputError) as caught:
        light_of(profile)
    assert caught.value.hint.startswith("Export a TIFF")
