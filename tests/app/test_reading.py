"""Photographs that other programs stumble over, in the window."""

import numpy as np
import PIL.Image
import pytest

from app.images import to_screen
from app.messages import Tone
from engine.trimap.paint import Box
from tests.engine.imaging.profiles import ADOBE, in_srgb, profile_of

GREEN = (60, 200, 40)


def opened(window, qtbot, path):
    with qtbot.waitSignal(window.parts.pictures.busy_changed, check_params_cb=lambda t: not t):
        window.open_files([path])
    return window.parts


def shown_at(canvas, x, y):
    left, top = canvas.viewport.to_screen(x, y)
    return canvas.grab().toImage().pixelColor(int(left), int(top)).getRgb()[:3]


def test_wide_colours_are_shown_as_they_are_meant(window, qtbot, tmp_path):
    PIL.Image.new("RGB", (200, 150), GREEN).save(tmp_path / "a.png", icc_profile=profile_of(ADOBE))
    parts = opened(window, qtbot, tmp_path / "a.png")
    middle = shown_at(parts.canvas, 100, 75)
    wanted = in_srgb(np.array([[GREEN]], np.uint8), ADOBE)[0, 0]
    assert np.abs(np.array(middle) - wanted).max() < 3
    assert abs(middle[0] - GREEN[0]) > 50
    assert parts.document.image[0, 0].tolist() == list(GREEN)


def test_deep_wide_colours_are_shown_like_shallow_ones():
    shallow = np.random.default_rng(0).integers(0, 256, (9, 7, 3), dtype=np.uint8)
    deep = shallow.astype(np.uint16) * np.uint16(257)
    icc = profile_of(ADOBE)
    assert np.array_equal(to_screen(deep, icc), to_screen(shallow, icc))
    assert np.array_equal(to_screen(deep, None), shallow)


def test_what_is_taken_of_an_animation_is_said(window, qtbot, tmp_path):
    frames = [PIL.Image.new("RGB", (40, 30), (90 * n, 0, 0)) for n in (0, 1, 2)]
    frames[0].save(tmp_path / "a.gif", save_all=True, append_images=frames[1:])
    message = opened(window, qtbot, tmp_path / "a.gif").stage.messages.message
    assert message.tone is Tone.INFO
    assert message.sentence == "“a.gif” is animated: its first frame is taken."


def test_no_word_about_a_plain_picture(window, qtbot, tmp_path):
    PIL.Image.new("RGB", (40, 30)).save(tmp_path / "a.gif")
    assert opened(window, qtbot, tmp_path / "a.gif").stage.messages.message is None


@pytest.mark.parametrize("shape", [(8, 40_000), (40_000, 8)])
def test_a_picture_longer_than_qt_can_read_is_seen_to_its_end(window, qtbot, tmp_path, shape):
    image = np.zeros((*shape, 3), np.uint8)
    image[-8:, -8:] = (250, 10, 20)
    PIL.Image.fromarray(image).save(tmp_path / "a.png")
    parts = opened(window, qtbot, tmp_path / "a.png")
    assert parts.document.image.shape == (*shape, 3)
    end = Box(shape[1] - 8, shape[0] - 8, shape[1], shape[0])
    parts.canvas.show_part(end)
    assert shown_at(parts.canvas, shape[1] - 4, shape[0] - 4) == (250, 10, 20)
    assert shown_at(
        parts.canvas, *((4, shape[0] - 12) if shape[1] == 8 else (shape[1] - 12, 4))
    ) == (0, 0, 0)
