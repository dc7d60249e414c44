"""A ground truth beside the matte: numbers, and the way to the worst spots."""

import threading

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt

from app.compare.comparison import PRESENT, TRUTH, Mode
from app.looks import Look
from app.tasks import FILE_LANE, Task
from engine.metrics import METRICS

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def truth(tmp_path, opened):
    """A true alpha in a file: the matte that will be, but for two places."""
    trimap = opened.parts.document.trimap
    alpha = np.linspace(1, 0, trimap.shape[0], dtype=np.float32)[:, None].repeat(160, axis=1)
    path = tmp_path / "truth.png"
    cv2.imwrite(str(path), np.rint(alpha * 255).astype(np.uint8))
    return path


@pytest.fixture
def measured(opened, matted, truth, answers, qtbot):
    """The same with the ground truth open, and its numbers there."""
    answers.file = truth
    opened.parts.actions["open_truth"].trigger()
    qtbot.waitUntil(lambda: bool(numbers(opened)["sad"][0]), timeout=5000)
    return matted


def numbers(window):
    panel = window.compare.measuring.panel
    return {name: [label.text() for label in labels] for name, labels in panel._values.items()}


@pytest.mark.usefixtures("measured")
def test_the_numbers_are_those_of_the_metrics(opened, truth):
    document = opened.parts.document
    target = cv2.imread(str(truth), cv2.IMREAD_UNCHANGED)
    stored = np.rint(document.alpha * 255).astype(np.uint8)
    for name, digits in (("sad", 3), ("mse", 5), ("gradient", 3), ("connectivity", 3)):
        wanted = METRICS[name](stored, target, document.trimap)
        assert numbers(opened)[name] == [f"{wanted:.{digits}f}", ""]


@pytest.mark.usefixtures("measured")
def test_the_smallest_window_shows_every_fact_of_both_sides(opened, qtbot):
    opened.resize(QSize(860, 560))
    assert opened.width() == 860
    sad, mse = (numbers(opened)[name][0] for name in ("sad", "mse"))
    for label in opened.compare.strip._facts.values():
        qtbot.waitUntil(lambda label=label: label.height() >= label.heightForWidth(label.width()))
        longest = max(label.text().split("\N{NO-BREAK SPACE}· "), key=len)
        assert label.fontMetrics().horizontalAdvance(f"{longest} ·") <= label.width()
    facts = opened.compare.strip._facts["left"].words
    assert facts.startswith("Guided student · 0.0")
    assert facts.endswith(f"M parameters · SAD {sad} · MSE {mse}")
    assert opened.compare.strip._names["left"].text() == "Present alpha"


def test_opening_a_truth_compares_with_it(opened, measured):
    comparison = opened.compare.comparison
    assert (comparison.left, comparison.right) == (PRESENT, TRUTH)
    assert comparison.mode is Mode.WIPE
    assert opened.parts.looks.look is Look.ALPHA
    # a truth is shown as it is, also where the trimap would say otherwise
    comparison.divide_at(0)
    assert measured.pixel(20, 20)[0] == pytest.approx(255 * (1 - 20 / 119), abs=1)


@pytest.mark.usefixtures("measured")
def test_two_models_are_both_measured_and_the_better_stands_out(opened, qtbot):
    comparison, seconds = opened.compare.comparison, opened.compare.seconds
    entry = next(each for each in opened.compare.lineup.sources() if each.model == "guided-teacher")
    opened.compare.strip.chosen.emit("right", entry)
    qtbot.waitUntil(lambda: bool(numbers(opened)["sad"][1]), timeout=8000)
    assert comparison.right == entry
    assert seconds.made("guided-teacher") is not None
    first, second = (float(text) for text in numbers(opened)["sad"])
    labels = opened.compare.measuring.panel._values["sad"]
    assert [label.font().bold() for label in labels] == [first < second, second < first]


@pytest.mark.usefixtures("matted")
def test_a_truth_of_another_size_is_refused_in_words(opened, answers, tmp_path, qtbot):
    answers.file = tmp_path / "small.png"
    cv2.imwrite(str(answers.file), np.zeros((60, 80), np.uint8))
    messages = opened.parts.stage.messages
    opened.parts.actions["open_truth"].trigger()
    qtbot.waitUntil(lambda: messages.message is not None, timeout=5000)
    assert "80 × 60 pixels, the image is 160 × 120" in messages.message.sentence
    assert messages.message.hint
    assert opened.compare.lineup.truth is None


def test_numbers_follow_the_matte(opened, measured, qtbot):
    before = numbers(opened)["sad"][0]
    measured.drag((80, 60))
    with qtbot.waitSignal(opened.parts.mattes.finished, timeout=5000):
        measured.key("M")
    qtbot.waitUntil(lambda: numbers(opened)["sad"][0] != before, timeout=5000)


def test_another_picture_closes_the_truth(opened, measured, qtbot):
    opened.parts.document.open_picture(opened.parts.document._picture)
    assert opened.compare.lineup.truth is None
    assert not opened.compare.comparison.is_on
    qtbot.waitUntil(lambda: not numbers(opened)["sad"][0], timeout=5000)
    assert measured.canvas.isVisible()


def test_n_goes_to_the_worst_spot_and_then_to_the_next(opened, measured, qtbot):
    qtbot.waitUntil(lambda: opened.compare.found is not None, timeout=5000)
    spots = opened.compare.found.spots
    assert len(spots) > 1
    for spot in spots[:2]:
        measured.key("N")
        box = measured.canvas.seen()
        assert box.left <= spot.x < box.right
        assert box.top <= spot.y < box.bottom
        assert opened.parts.brush.diameter == pytest.approx(
            min(spot.diameter, opened.compare.found.window), abs=1
        )
        middle = measured.canvas.viewport.to_screen(spot.x, spot.y)
        assert middle[0] == pytest.approx(measured.canvas.width() / 2, abs=20)
    assert measured.canvas.viewport.scale > 1


def test_n_makes_the_second_matte_first_if_there_is_none(opened, matted, qtbot):
    matted.key("N")
    assert "Looking" in opened.parts.stage.hint.text()
    qtbot.waitUntil(lambda: "Place 1 of" in opened.parts.stage.hint.text(), timeout=8000)
    assert opened.compare.comparison.mode is Mode.OFF


def test_the_map_lies_over_what_is_painted(opened, matted, qtbot):
    before = matted.pixel(20, 50)
    matted.key("N", SHIFT)
    legend = opened.compare.screen.legend
    qtbot.waitUntil(lambda: opened.compare.found is not None, timeout=8000)
    assert legend.isVisible()
    assert opened.parts.looks.look is not Look.ALPHA
    far = np.abs(opened.parts.document.alpha - opened.compare.seconds.sheet("guided-teacher").alpha)
    row = int(far[:, 20].argmax())
    with_map, outside = matted.pixel(20, row), matted.pixel(20, 100)
    matted.key("N", SHIFT)
    assert not legend.isVisible()
    assert matted.pixel(20, row) != with_map
    assert matted.pixel(20, 100) == outside
    assert matted.pixel(20, 50) == before


def test_the_legend_leaves_the_words_about_a_spot_to_be_read(opened, measured, qtbot):
    opened.resize(900, 600)
    measured.key("N", SHIFT)
    qtbot.waitUntil(lambda: opened.compare.found is not None, timeout=5000)
    legend, hint = opened.compare.screen.legend, opened.parts.stage.hint
    foot = legend.geometry().bottom()
    measured.key("N")
    assert hint.isVisible()
    assert not legend.geometry().intersects(hint.geometry())
    hint.say("")
    assert legend.geometry().bottom() == foot


def test_n_never_goes_to_a_spot_that_is_older_than_the_matte(opened, measured, qtbot):
    qtbot.waitUntil(lambda: opened.compare.found is not None, timeout=5000)
    hint, before = opened.parts.stage.hint, measured.canvas.seen()
    door = threading.Event()
    for _ in range(2):
        Task(lambda _task: door.wait(20)).start(FILE_LANE)
    measured.drag((20, 60))
    qtbot.wait(400)  # the map of this stroke is under way, behind the door
    measured.key("N")
    measured.drag((20, 50), (140, 50))
    door.set()
    with qtbot.waitSignal(opened.compare.weigher.found, timeout=5000) as first:
        pass
    assert "Place" not in hint.text()
    assert measured.canvas.seen() == before
    with qtbot.waitSignal(opened.compare.weigher.found, timeout=5000) as second:
        pass
    assert "Place 1 of" in hint.text()
    spot, box = second.args[0].spots[0], measured.canvas.seen()
    assert box.left <= spot.x < box.right
    assert first.args[0] is not second.args[0]
