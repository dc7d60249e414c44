"""What is refined is refined wherever it is shown, measured or written: alike, to the pixel."""

import cv2
import numpy as np
import pytest

from app.compare.mirror import Mirror
from app.compare.second import Stage
from app.looks import Ground, Look
from engine.metrics import METRICS
from engine.refine.refinement import Refinement, refined
from engine.trimap.codes import clamp_known
from tests.app.test_seeing import SHIFT, point

PATIENCE = 30_000
HARD = Refinement(shift=-2.0, black=0.3, gamma=0.5)


@pytest.fixture
def refining(opened, matted, qtbot):
    """A hand over a picture whose matte is refined, and the alpha that would be written."""
    opened.parts.refine_panel.decided.emit(HARD)
    alpha = opened.parts.document.alpha
    matted.expected = refined(alpha, HARD)
    changed = np.abs(matted.expected - alpha)[:, 20]
    matted.row = int(changed.argmax())
    assert changed.max() > 0.2
    qtbot.wait(1)
    return matted


def grey(alpha, x, y):
    return round(255 * float(alpha[y, x]))


def test_the_loupe_tells_the_refined_alpha(opened, refining):
    refining.key("I")
    point(refining, 20, refining.row)
    loupe = opened.compare.loupe
    assert loupe.lines()[-1] == f"α {refining.expected[refining.row, 20]:.3f}"
    opened.parts.undo.trigger()
    assert loupe.lines()[-1] == f"α {opened.parts.document.alpha[refining.row, 20]:.3f}"


def test_every_ground_of_the_fringe_card_shows_the_refined_alpha(opened, refining, qtbot):
    opened.parts.looks.set_ground(Ground.WHITE)
    refining.key("F", SHIFT)
    qtbot.wait(1)
    x, y = refining.canvas.viewport.to_screen(20.5, refining.row + 0.5)
    black = opened.findChildren(Mirror)[0].grab().toImage().pixelColor(int(x), int(y))
    share = float(refining.expected[refining.row, 20])
    assert black.red() == pytest.approx(share * 200, abs=2)  # the photograph is (200, 30, 30)
    opened.parts.undo.trigger()
    qtbot.wait(1)
    black = opened.findChildren(Mirror)[0].grab().toImage().pixelColor(int(x), int(y))
    share = float(opened.parts.document.alpha[refining.row, 20])
    assert black.red() == pytest.approx(share * 200, abs=2)


def test_both_sides_are_refined_alike_and_that_is_said(opened, refining, qtbot):
    seconds, comparison = opened.compare.seconds, opened.compare.comparison
    refining.key("A")
    refining.key("C")
    qtbot.waitUntil(lambda: seconds.stage("guided-teacher") is Stage.READY, timeout=PATIENCE)
    other = refined(seconds.sheet("guided-teacher").alpha, HARD)
    row = refining.row
    comparison.divide_at(0.0)
    assert refining.pixel(20, row)[0] == pytest.approx(grey(other, 20, row), abs=1)
    comparison.divide_at(1.0)
    assert refining.pixel(20, row)[0] == pytest.approx(grey(refining.expected, 20, row), abs=1)
    facts = opened.compare.strip._facts
    assert all("refined" in side.words.split(" · ") for side in facts.values())
    far = np.abs(other - refining.expected)[opened.parts.document.trimap == 128]
    qtbot.waitUntil(lambda: opened.compare.found is not None, timeout=PATIENCE)
    qtbot.waitUntil(
        lambda: opened.compare.found.mean == pytest.approx(far.mean(), abs=1e-5), timeout=PATIENCE
    )
    opened.parts.undo.trigger()
    assert not any("refined" in side.words for side in facts.values())


def test_a_ground_truth_is_not_refined_and_what_is_measured_is(
    opened, refining, qtbot, answers, tmp_path
):
    truth = np.tile(np.linspace(255, 0, 120).astype(np.uint8)[:, None], (1, 160))
    answers.file = tmp_path / "truth.png"
    cv2.imwrite(str(answers.file), truth)
    opened.parts.actions["open_truth"].trigger()
    label = opened.compare.measuring.panel._values["sad"][0]
    stored = np.rint(refining.expected * 255).astype(np.uint8)
    wanted = f"{METRICS['sad'](stored, truth, opened.parts.document.trimap):.3f}"
    qtbot.waitUntil(lambda: label.text() == wanted, timeout=PATIENCE)
    opened.compare.comparison.divide_at(0.0)
    assert refining.pixel(20, refining.row)[0] == pytest.approx(truth[refining.row, 20], abs=1)


def test_the_cut_out_in_the_file_is_the_one_on_the_screen(opened, matted, qtbot, answers, tmp_path):
    """Over black, with an edge that was moved outwards, and colours cleaned."""
    parts = opened.parts
    how = Refinement(shift=3.0, gamma=1.6)
    parts.looks.set_ground(Ground.BLACK)
    with qtbot.waitSignal(parts.document.foreground_changed, timeout=PATIENCE):
        parts.looks.set_look(Look.CUTOUT)
    parts.refine_panel.decided.emit(how)
    parts.actions["clean"].trigger()
    qtbot.waitUntil(lambda: parts.document.finish.sides is not None, timeout=PATIENCE)
    matted.drag((20, 50), (140, 55))
    answers.file = tmp_path / "cutout.png"
    with qtbot.waitSignal(parts.pictures.saved, timeout=PATIENCE):
        parts.actions["export_cutout"].trigger()
    written = cv2.imread(str(answers.file), cv2.IMREAD_UNCHANGED)
    expected = refined(clamp_known(parts.document.alpha, parts.document.trimap), how)
    assert np.array_equal(written[..., 3], np.rint(expected * 255))
    over_black = np.rint(written[..., 2::-1] * (written[..., 3:] / 255.0))
    for y in range(5, 120, 10):
        for x in range(5, 160, 50):
            assert matted.pixel(x, y) == pytest.approx(tuple(over_black[y, x]), abs=2)
