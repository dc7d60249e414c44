"""The history: held to bytes, oldest first; what stays can be undone and done again."""

import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoCommand

from app.commands import EditTrimap
from app.document import Document
from app.history import History
from engine.imaging.picture import Picture
from engine.trimap.codes import FOREGROUND, UNKNOWN
from engine.trimap.paint import Dab, stroke_patches

CTRL = Qt.KeyboardModifier.ControlModifier
STROKE = 250
"""About as many bytes as each of the strokes below takes."""


@pytest.fixture
def document(qapp):
    made = Document(qapp)
    made.open_picture(Picture(Path("grey.png"), np.full((200, 200, 3), 90, np.uint8)))
    return made


def stroke(document, turn):
    dab = Dab(10 + 15 * (turn % 12), 10 + 15 * (turn // 12), 6)
    patches = stroke_patches(document.trimap, [dab], FOREGROUND)
    return EditTrimap.of(document, patches, f"stroke {turn}")


def painted(document):
    return int((document.trimap == FOREGROUND).sum())


def test_the_oldest_steps_leave_when_there_is_no_room(document):
    history = History(5 * STROKE)
    areas = [0]
    for turn in range(60):
        history.push(stroke(document, turn))
        areas.append(painted(document))
        assert history.size <= 5 * STROKE
    assert 4 <= history.count() <= 6
    left = history.count()
    for turn in range(left):
        assert history.undoText() == f"stroke {59 - turn}"
        history.undo()
        assert painted(document) == areas[59 - turn]
    assert not history.canUndo()
    for _ in range(left):
        history.redo()
    assert painted(document) == areas[-1]


def test_a_step_larger_than_the_budget_can_still_be_undone(document):
    history = History(10)
    for turn in range(3):
        history.push(stroke(document, turn))
        assert history.count() == 1
    before = painted(document)
    history.undo()
    assert 0 < painted(document) < before
    history.redo()
    assert painted(document) == before


def test_a_step_drops_what_was_undone_and_its_bytes(document):
    history = History(1 << 20)
    for turn in range(4):
        history.push(stroke(document, turn))
    full = history.size
    for _ in range(3):
        history.undo()
    history.push(stroke(document, 9))
    assert history.count() == 2
    assert history.size == pytest.approx(full / 2, rel=0.2)
    history.clear()
    assert history.size == 0


@pytest.mark.parametrize(("kept", "is_clean"), [(20, True), (2, False)])
def test_what_was_saved_stays_saved_as_long_as_one_can_go_back_there(document, kept, is_clean):
    history = History(kept * STROKE)
    changes = []
    history.cleanChanged.connect(changes.append)
    for turn in range(12):
        history.push(stroke(document, turn))
        if turn == 7:
            history.setClean()
    assert not history.isClean()
    assert changes[-1] is False
    while history.canUndo() and not history.isClean():
        history.undo()
    assert history.isClean() == is_clean


def test_after_the_trim_the_clean_state_is_where_it_was(document):
    history = History(6 * STROKE)
    for turn in range(40):
        history.push(stroke(document, turn))
        if turn == 37:
            history.setClean()
            saved = painted(document)
    history.undo()
    assert not history.isClean()
    history.undo()
    assert history.isClean()
    assert painted(document) == saved


def test_the_menu_follows_while_steps_leave(document, qapp):
    history = History(3 * STROKE)
    undo = history.createUndoAction(qapp, "Undo")
    redo = history.createRedoAction(qapp, "Redo")
    for turn in range(20):
        history.push(stroke(document, turn))
        assert undo.text() == f"Undo stroke {turn}"
        assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
    undo.trigger()
    assert redo.text() == "Redo stroke 19"


def test_only_edits_of_the_trimap_are_taken(document):
    with pytest.raises(TypeError):
        History(100).push(QUndoCommand("something else"))
    assert painted(document) == 0


def test_a_smaller_budget_holds_from_the_next_step_on(document):
    history = History(1 << 20)
    for turn in range(10):
        history.push(stroke(document, turn))
    history.set_budget(3 * STROKE)
    history.push(stroke(document, 10))
    assert history.count() < 10
    assert history.size <= 3 * STROKE


def test_thirty_strokes_on_24_megapixels_are_undone_and_done_again(window, hand_over):
    document = window.parts.document
    image = np.zeros((4000, 6000, 3), np.uint8)
    document.open_picture(Picture(Path("large.png"), image))
    window.parts.brush.set_diameter(160)
    hand = hand_over(window)
    shares = [1.0]
    for turn in range(30):
        y = 100 + 120 * turn
        hand.drag((300, y), (2500, y + 300), (5600, y), button=Qt.MouseButton.LeftButton)
        shares.append(document.unknown_share)
    assert window.parts.history.count() == 30
    assert window.parts.history.size < 3 << 20
    began = time.perf_counter()
    for turn in range(30):
        hand.key("Z", CTRL)
        assert document.unknown_share == shares[29 - turn]
    assert (document.trimap == UNKNOWN).all()
    assert not window.parts.history.canUndo()
    for _ in range(30):
        hand.key("Z", CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert document.unknown_share == shares[-1]
    assert time.perf_counter() - began < 60  # a hang, not a number to hold
