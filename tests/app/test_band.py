"""The unknown band in the window: wider, narrower, out of a mask, out of the alpha."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.messages import Tone
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN


def trimap_of(window):
    return window.parts.document.trimap


def codes(window):
    """The runs of the middle row: (code, length)…"""
    row = trimap_of(window)[60]
    ends = np.flatnonzero(np.diff(row.astype(int))) + 1
    return [(int(run[0]), len(run)) for run in np.split(row, ends)]


def button(window, name):
    found = [
        it for it in window.parts.side.findChildren(QPushButton) if it.accessibleName() == name
    ]
    return found[0]


@pytest.fixture
def banded(opened):
    """Foreground at the left, twenty unknown columns, background at the right."""
    trimap = np.full((120, 160), UNKNOWN, np.uint8)
    trimap[:, :70], trimap[:, 90:] = FOREGROUND, BACKGROUND
    opened.parts.document.replace_trimap(trimap)
    opened.parts.history.clear()
    return opened


@pytest.fixture
def mask_file(tmp_path, answers):
    """A mask to be chosen: white at the left, a ramp of ten columns, black at the right."""

    def write(row, height=120):
        path = tmp_path / "mask.png"
        Image.fromarray(np.tile(np.asarray(row, np.uint8), (height, 1))).save(path)
        answers.file = path

    return write


def test_keys_make_the_band_wider_and_narrower(banded, hand_over):
    hand = hand_over(banded)
    hand.key(".")
    assert codes(banded) == [(FOREGROUND, 62), (UNKNOWN, 36), (BACKGROUND, 62)]
    assert banded.parts.history.undoText() == "Widen the band by 8 px"
    hand.key(",")
    hand.key(",")
    assert codes(banded) == [(FOREGROUND, 78), (UNKNOWN, 4), (BACKGROUND, 78)]
    assert banded.parts.history.undoText() == "Narrow the band by 8 px"
    assert banded.parts.history.count() == 3
    for _ in range(3):
        hand.key("Z", Qt.KeyboardModifier.ControlModifier)
    assert codes(banded) == [(FOREGROUND, 70), (UNKNOWN, 20), (BACKGROUND, 70)]


def test_what_is_seen_follows(banded, hand_over):
    hand = hand_over(banded)
    assert hand.pixel(65, 60) != (200, 30, 30)
    hand.key(".")
    assert hand.pixel(65, 60) == (200, 30, 30)


def test_the_width_is_chosen_in_the_panel_and_remembered(banded, qtbot):
    box = banded.parts.band.pixels
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "3")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert banded.parts.canvas.hasFocus()
    assert banded.parts.settings.band == 3
    assert banded.parts.band.slider.value() == 3
    qtbot.mouseClick(button(banded, "Widen the band"), Qt.MouseButton.LeftButton)
    assert codes(banded)[1] == (UNKNOWN, 26)
    banded.parts.band.slider.setFocus()
    QTest.keyClick(banded.parts.band.slider, Qt.Key.Key_Right)
    assert box.value() == 4


def test_a_band_that_cannot_change_says_so_and_is_no_step(banded, hand_over):
    hand = hand_over(banded)
    banded.parts.band.pixels.setValue(40)
    hand.key(",")
    steps = banded.parts.history.count()
    hand.key(",")
    message = banded.parts.stage.messages.message
    assert message.tone is Tone.INFO
    assert message.sentence == "The band is as narrow as it can be."
    assert banded.parts.history.count() == steps


def test_nothing_known_has_no_band(opened, hand):
    hand.key(".")
    assert "nothing to widen" in opened.parts.stage.messages.message.sentence
    assert opened.parts.history.count() == 0


def test_a_mask_becomes_a_band_around_its_transition(opened, mask_file, qtbot):
    mask_file([255] * 75 + list(range(230, 30, -20)) + [0] * 75)
    opened.parts.band.pixels.setValue(5)
    with qtbot.waitSignal(opened.parts.document.trimap_changed):
        opened.parts.actions["band_from_file"].trigger()
    assert codes(opened) == [(FOREGROUND, 70), (UNKNOWN, 20), (BACKGROUND, 70)]
    assert opened.parts.history.count() == 1
    assert opened.parts.history.undoText() == "Trimap from a mask"
    opened.parts.undo.trigger()
    assert (trimap_of(opened) == UNKNOWN).all()


def test_a_hard_mask_gets_the_band_that_was_chosen(opened, mask_file, qtbot):
    mask_file([255] * 80 + [0] * 80)
    opened.parts.band.pixels.setValue(12)
    with qtbot.waitSignal(opened.parts.document.trimap_changed):
        qtbot.mouseClick(button(opened, "Trimap from a mask or alpha"), Qt.MouseButton.LeftButton)
    assert codes(opened) == [(FOREGROUND, 68), (UNKNOWN, 24), (BACKGROUND, 68)]


@pytest.mark.parametrize(
    ("row", "height", "words"),
    [
        ([255] * 40 + [0] * 40, 60, "is 80 × 60 pixels, the image is 160 × 120"),
        ([255] * 60 + [0] * 60, 160, "turn the mask as the picture is turned"),
        ([255] * 5 + [0] * 155, 120, "leaves no certain foreground"),
        ([255] * 160, 120, "leaves no certain background"),
    ],
)
def test_a_mask_that_does_not_fit_is_refused_in_words(opened, mask_file, qtbot, row, height, words):
    mask_file(row, height)
    messages = opened.parts.stage.messages
    opened.parts.actions["band_from_file"].trigger()
    qtbot.waitUntil(lambda: messages.message is not None)
    assert words in f"{messages.message.sentence} {messages.message.hint}"
    assert messages.message.tone is Tone.ERROR
    assert opened.parts.history.count() == 0


def test_no_file_no_change(opened, answers):
    answers.file = None
    opened.parts.actions["band_from_file"].trigger()
    assert opened.parts.history.count() == 0


def test_the_present_alpha_becomes_a_trimap(banded, qtbot):
    assert not banded.parts.actions["band_from_alpha"].isEnabled()
    alpha = np.tile(np.clip((82 - np.arange(160, dtype=np.float32)) / 8 + 0.5, 0, 1), (120, 1))
    banded.parts.document.accept_alpha(alpha, banded.parts.document.revision)
    banded.parts.band.pixels.setValue(2)
    with qtbot.waitSignal(banded.parts.document.trimap_changed):
        banded.parts.actions["band_from_alpha"].trigger()
    assert codes(banded) == [(FOREGROUND, 77), (UNKNOWN, 11), (BACKGROUND, 72)]
    assert banded.parts.history.undoText() == "Trimap from the alpha"


def test_what_the_trimap_learnt_since_the_alpha_counts(banded, hand_over, qtbot):
    alpha = np.tile(np.repeat(np.array([1, 0], np.float32), 80), (120, 1))
    banded.parts.document.accept_alpha(alpha, banded.parts.document.revision)
    hand_over(banded).drag((80, 60), button=Qt.MouseButton.RightButton)  # 40 px of background
    kept = codes(banded)[0][1]
    banded.parts.band.pixels.setValue(2)
    with qtbot.waitSignal(banded.parts.document.trimap_changed):
        banded.parts.actions["band_from_alpha"].trigger()
    assert kept < 65
    assert codes(banded)[0] == (FOREGROUND, kept - 2)
    assert trimap_of(banded)[60, 75] == BACKGROUND
