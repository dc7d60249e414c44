"""Proposals in the window: asked for by key, button and lasso, laid in as one step."""

import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.canvas.tools import ToolName
from app.looks import Look
from app.panels.proposal_width import ProposalWidth
from engine.imaging.picture import Picture
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN

SHIFT = Qt.KeyboardModifier.ShiftModifier


def disc():
    """A red disc at the left of a grey ground."""
    image = np.full((120, 160, 3), 170, np.uint8)
    cv2.circle(image, (60, 60), 32, (190, 40, 40), -1, cv2.LINE_AA)
    return image


def show(window, image, name="disc.png"):
    window.parts.document.open_picture(Picture(Path(name), image))
    QTest.qWait(1)


@pytest.fixture
def hand(window, hand_over):
    show(window, disc())
    return hand_over(window)


@pytest.fixture
def settle(window, qtbot):
    """Waits until a proposal has ended."""

    def wait():
        qtbot.waitUntil(lambda: not window.parts.proposals.is_running, timeout=60_000)
        QTest.qWait(1)

    return wait


def trimap_of(window):
    return window.parts.document.trimap


def test_p_proposes_as_one_step_that_can_be_undone(window, hand, settle):
    hand.key(Qt.Key.Key_P)
    assert window.parts.proposals.is_running
    settle()
    trimap = trimap_of(window)
    assert trimap[60, 60] == FOREGROUND
    assert trimap[10, 150] == BACKGROUND
    assert (trimap[60] == UNKNOWN).any()
    history = window.parts.history
    assert history.count() == 1
    assert history.undoText() == "Propose a trimap"
    window.parts.undo.trigger()
    assert (trimap_of(window) == UNKNOWN).all()


def test_the_proposal_is_seen(window, hand, settle):
    window.parts.looks.set_look(Look.ORIGINAL)
    before = hand.pixel(60, 60), hand.pixel(150, 10)
    hand.key(Qt.Key.Key_P)
    settle()
    assert window.parts.looks.look is Look.TRIMAP
    inside, outside = hand.pixel(60, 60), hand.pixel(150, 10)
    assert inside[2] > before[0][2] + 40
    assert outside[2] < before[1][2] - 30


def test_the_button_proposes_too(window, hand, settle):
    button = next(
        button
        for button in window.parts.side.findChildren(QPushButton)
        if button.text() == "Propose"
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert trimap_of(window)[60, 60] == FOREGROUND
    hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_what_is_painted_stays(window, hand, settle):
    window.parts.brush.set_diameter(8)
    hand.key(Qt.Key.Key_2)
    hand.drag((50, 60), (70, 60))
    painted = trimap_of(window) == BACKGROUND
    assert painted.any()
    hand.key(Qt.Key.Key_P)
    settle()
    trimap = trimap_of(window)
    assert (trimap[painted] == BACKGROUND).all()
    assert trimap[40, 60] == FOREGROUND
    assert window.parts.history.count() == 2


def test_a_stroke_under_way_is_finished_first(window, hand, settle, qtbot):
    window.parts.brush.set_diameter(8)
    hand.key(Qt.Key.Key_2)
    hand.key(Qt.Key.Key_P)
    hand.drag((50, 60), (70, 60), release=False)
    settle()
    assert (trimap_of(window) == UNKNOWN).all()
    QTest.mouseRelease(
        hand.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, hand.at(70, 60)
    )
    qtbot.waitUntil(lambda: window.parts.history.count() == 2)
    assert trimap_of(window)[60, 60] == BACKGROUND
    assert trimap_of(window)[40, 60] == FOREGROUND


def test_nothing_that_stands_out_is_said_with_a_remedy(window, hand_over, settle):
    show(window, np.full((90, 120, 3), 128, np.uint8), "grey.png")
    hand_over(window).key(Qt.Key.Key_P)
    settle()
    message = window.parts.stage.messages.message
    assert message.sentence == "Nothing in this picture stands out enough for a proposal."
    assert message.hint.startswith("Paint a few strokes")
    assert window.parts.history.count() == 0


def test_nothing_unknown_leaves_nothing_to_propose(window, hand):
    window.parts.document.replace_trimap(np.full((120, 160), BACKGROUND, np.uint8))
    hand.key(Qt.Key.Key_P)
    assert not window.parts.proposals.is_running
    assert "nothing to propose" in window.parts.stage.messages.message.sentence
    hand.key(Qt.Key.Key_P, SHIFT)
    assert window.parts.canvas.hand.tool is ToolName.BRUSH


def test_escape_gives_it_up(window, hand):
    hand.key(Qt.Key.Key_P)
    window.parts.actions["cancel"].trigger()
    assert not window.parts.proposals.is_running
    QTest.qWait(300)
    assert (trimap_of(window) == UNKNOWN).all()


def test_a_proposal_for_another_picture_is_dropped(window, hand, settle):
    hand.key(Qt.Key.Key_P)
    show(window, disc()[:, ::-1].copy(), "other.png")
    settle()
    QTest.qWait(300)
    assert (trimap_of(window) == UNKNOWN).all()


LOOP = [(20, 20), (100, 20), (100, 100), (20, 100), (20, 24)]


def test_a_lasso_bounds_the_proposal_and_gives_the_brush_back(window, hand, settle):
    hand.key(Qt.Key.Key_P, SHIFT)
    assert window.parts.canvas.hand.tool is ToolName.LASSO
    assert window.parts.stage.hint.text().startswith("Draw a line around")
    hand.drag(*LOOP)
    assert window.parts.canvas.hand.tool is ToolName.BRUSH
    settle()
    trimap = trimap_of(window)
    assert trimap[60, 60] == FOREGROUND
    assert trimap[24, 24] == BACKGROUND
    assert (trimap[:, 104:] == UNKNOWN).all()
    assert window.parts.history.undoText() == "Propose inside a lasso"


def test_escape_calls_the_lasso_off(window, hand):
    hand.key(Qt.Key.Key_P, SHIFT)
    hand.key(Qt.Key.Key_Escape)
    assert window.parts.canvas.hand.tool is ToolName.BRUSH
    assert window.parts.stage.hint.text() == ""
    assert not window.parts.proposals.is_running


def test_the_first_hint_names_it_and_goes_once_it_is_done(window, hand, settle):
    hint = window.parts.stage.hint
    assert hint.text() == (
        "Paint where you are sure: 1 foreground, 2 background. Or press P for a proposal."
    )
    hand.key(Qt.Key.Key_P)
    settle()
    assert hint.text() == "Press M to make the matte."


def test_the_window_starts_without_any_of_it():
    code = (
        "import sys, app.window;"
        "assert not [name for name in sys.modules if name.startswith('engine.proposals')]"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_slider_makes_proposals_wider_and_is_remembered(window, hand, settle):
    slider = window.parts.proposal_width.slider
    assert window.parts.proposal_width.value.text() == "× 1"
    hand.key(Qt.Key.Key_P)
    settle()
    usual = (trimap_of(window) == UNKNOWN).mean()
    window.parts.undo.trigger()
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert window.parts.proposal_width.value.text() == "× 4"
    assert window.parts.settings.proposal_width == 4.0
    window.parts.canvas.setFocus()
    hand.key(Qt.Key.Key_P)
    settle()
    assert (trimap_of(window) == UNKNOWN).mean() > 1.1 * usual  # of a crisp edge
    again = ProposalWidth(window.parts.settings.proposal_width)
    assert again.width == 4.0
