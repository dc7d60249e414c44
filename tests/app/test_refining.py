"""Refining in the window: sliders, the brush that cleans colours, and the steps they are."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSlider

from app.canvas.tools import ToolName
from app.looks import Ground, Look
from engine.keeping.records import decode, encode, step_of
from engine.refine.refinement import Refinement, refined
from engine.refine.sides import sides_of

PATIENCE = 10_000


@pytest.fixture
def parts(opened, matted):  # noqa: ARG001 - a picture with an alpha
    return opened.parts


def slider(parts, name):
    return next(
        found
        for found in parts.refine_panel.findChildren(QSlider)
        if found.accessibleName() == name
    )


def button(parts, text):
    found = parts.refine_panel.findChildren(QPushButton)
    return next(button for button in found if button.text() == text)


def choose(parts, qtbot, name, ticks):
    """Move a slider as the keys do, and wait until it is decided on."""
    steps = parts.history.count()
    slider(parts, name).setValue(ticks)
    qtbot.waitUntil(lambda: parts.history.count() > steps, timeout=PATIENCE)


def test_a_slider_shows_the_refined_alpha_while_it_moves_and_is_one_step(parts, matted):
    finish = parts.document.finish
    parts.looks.set_look(Look.ALPHA)
    before = matted.pixel(80, 60)
    assert 0 < before[0] < 255
    steps = parts.history.count()
    threshold = slider(parts, "Threshold")
    threshold.setSliderDown(True)
    for ticks in (10, 30, 99):
        threshold.setValue(ticks)
    assert finish.is_previewing
    assert matted.pixel(80, 60) == (0, 0, 0)
    assert parts.history.count() == steps
    threshold.setSliderDown(False)
    assert parts.history.count() == steps + 1
    assert finish.refinement == Refinement(threshold=0.99)
    assert not finish.is_previewing
    parts.undo.trigger()
    assert finish.refinement == Refinement()
    assert threshold.value() == 0
    assert matted.pixel(80, 60) == before
    parts.redo.trigger()
    assert matted.pixel(80, 60) == (0, 0, 0)
    assert threshold.value() == 99


@pytest.mark.parametrize(
    ("name", "ticks", "expected"),
    [
        ("Edge", -15, Refinement(shift=-1.5)),
        ("Black", 20, Refinement(black=0.2)),
        ("White", 70, Refinement(white=0.7)),
        ("Middle", 100, Refinement(gamma=2.0)),
        ("Threshold", 40, Refinement(threshold=0.4)),
    ],
)
def test_every_slider_is_a_number_of_the_refinement(parts, qtbot, name, ticks, expected):
    choose(parts, qtbot, name, ticks)
    assert parts.document.finish.refinement == expected


def test_black_and_white_push_each_other(parts, qtbot):
    choose(parts, qtbot, "White", 30)
    choose(parts, qtbot, "Black", 60)
    assert parts.document.finish.refinement == Refinement(black=0.6, white=0.61)
    choose(parts, qtbot, "White", 10)
    assert parts.document.finish.refinement == Refinement(black=0.09, white=0.1)


def test_reset_is_a_step_that_can_be_undone_and_nothing_when_there_is_nothing(parts, qtbot):
    choose(parts, qtbot, "Edge", 20)
    steps = parts.history.count()
    button(parts, "Reset").click()
    assert parts.document.finish.refinement == Refinement()
    assert slider(parts, "Edge").value() == 0
    button(parts, "Reset").click()
    assert parts.history.count() == steps + 1
    parts.undo.trigger()
    assert parts.document.finish.refinement == Refinement(shift=2.0)


def test_an_edge_reaches_beyond_the_stroke_that_moves_it(parts, matted, qtbot):
    """After a stroke all that its refinement reaches is painted again, not only the stroke."""
    choose(parts, qtbot, "Edge", 50)
    parts.looks.set_look(Look.ALPHA)
    matted.key("1")
    parts.brush.set_diameter(4)
    matted.drag((120, 110))
    assert matted.pixel(120, 110 - 5) == (255, 255, 255)


def test_what_is_seen_is_what_the_engine_refines(parts, matted, qtbot):
    choose(parts, qtbot, "Edge", -25)
    parts.looks.set_look(Look.ALPHA)
    expected = refined(parts.document.alpha, Refinement(shift=-2.5))
    for y in (30, 38, 44, 60, 79):
        assert abs(matted.pixel(80, y)[0] - round(float(expected[y, 80]) * 255)) <= 1


def test_another_picture_begins_with_nothing_refined(opened, parts, qtbot):
    choose(parts, qtbot, "Black", 20)
    opened.parts.document.open_picture(parts.document.picture)
    assert parts.document.finish.refinement == Refinement()
    assert slider(parts, "Black").value() == 0


@pytest.fixture
def cleaning(parts, matted, qtbot):
    """The brush in the hand over a cut-out, whose sides are known."""
    parts.looks.set_ground(Ground.BLACK)
    with qtbot.waitSignal(parts.document.foreground_changed, timeout=PATIENCE):
        button(parts, "Clean colours").click()
    qtbot.waitUntil(lambda: parts.document.finish.sides is not None, timeout=PATIENCE)
    parts.brush.set_diameter(20)
    return matted


def test_the_brush_shows_the_cutout_and_cleans_as_one_step(parts, cleaning):
    finish = parts.document.finish
    assert parts.looks.look is Look.CUTOUT
    assert parts.canvas.hand.tool is ToolName.CLEAN
    assert parts.canvas.hand.shows_ring
    steps = parts.history.count()
    cleaning.drag((60, 60), (100, 60))
    assert parts.history.count() == steps + 1
    assert finish.amount[60, 80] == 255
    assert finish.amount[20, 80] == 0
    trimap = parts.document.trimap.copy()
    parts.undo.trigger()
    assert not finish.is_cleaned
    parts.redo.trigger()
    assert finish.amount[60, 60:100].min() == 255
    assert np.array_equal(parts.document.trimap, trimap)


def test_strength_is_how_much_and_the_other_button_gives_it_back(parts, cleaning):
    slider(parts, "Strength").setValue(40)
    cleaning.drag((40, 60), (100, 60))
    assert parts.document.finish.amount[60, 80] == 102
    cleaning.drag((80, 60), (100, 60), button=Qt.MouseButton.RightButton)
    assert parts.document.finish.amount[60, 90] == 0
    assert parts.document.finish.amount[60, 50] == 102


def test_escape_drops_the_stroke(parts, cleaning):
    steps = parts.history.count()
    cleaning.drag((60, 60), (100, 60), release=False)
    assert parts.document.finish.cleans(parts.canvas.seen())
    cleaning.key(Qt.Key.Key_Escape)
    assert not parts.document.finish.is_cleaned
    assert parts.history.count() == steps


def test_a_stroke_is_seen_while_it_is_drawn(parts, cleaning):
    """Colours as photographed, as other programs leave them: red over blue, mixed by alpha."""
    document = parts.document
    share = document.alpha[..., None]
    mixed = np.rint(share * (220, 60, 60) + (1 - share) * (40, 60, 220)).astype(np.uint8)
    document.finish.accept_sides(sides_of(mixed, document.alpha))
    document.accept_foreground(mixed, document.alpha_version)
    shown = cleaning.pixel(80, 62)
    cleaning.drag((60, 62), (100, 62), release=False)
    assert cleaning.pixel(80, 62)[2] < shown[2]  # less of the background's blue
    cleaning.key(Qt.Key.Key_Escape)
    assert cleaning.pixel(80, 62) == shown


def test_a_class_chosen_takes_the_trimap_brush_again(parts, cleaning):
    cleaning.key("2")
    assert parts.canvas.hand.tool is ToolName.BRUSH
    cleaning.key("R")
    assert parts.canvas.hand.tool is ToolName.CLEAN


def test_steps_of_refining_stay_when_the_oldest_leave_and_are_counted(parts, cleaning):
    cleaning.drag((60, 60), (100, 60))
    parts.history.set_budget(1)
    parts.refine_panel.decided.emit(Refinement(shift=1.0))
    assert parts.history.count() == 1
    parts.undo.trigger()
    assert parts.document.finish.refinement == Refinement()
    assert parts.document.finish.amount[60, 80] == 255
    parts.redo.trigger()
    assert parts.document.finish.refinement == Refinement(shift=1.0)
    assert 0 < parts.history.size < 2000


def test_a_journal_keeps_their_names_and_places():
    step = step_of("Refine", (), None, 1.0)
    again = decode(encode(step), (120, 160))
    assert (again.text, again.changes, again.trace) == ("Refine", (), None)
