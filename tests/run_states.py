"""The states of the hidden page's runs: listed, compared with each other, promoted or refused."""

import os
import tempfile
from collections.abc import Callable, Iterator
from functools import cache

import cv2
import numpy as np
from PySide6.QtTest import QTest

from app.advanced.outcome.panel import RunsPanel
from app.advanced.outcome.sheet import PromotionSheet
from app.window import Window
from engine.promotion import former
from engine.promotion.comparison import EvaluationSet, shipped_set
from engine.runs.folders import runs_folder
from tests.hand import LEFT, live, wait_for
from tests.runs import NETWORK, deliver

Arrange = Callable[[Window], None]
EVERY = 32
"""Of the check set's pictures one in so many is measured."""


def run_states() -> Iterator[tuple[str, Arrange]]:
    """Each with its name."""
    yield "runs", listed
    yield "runs-compared", _compare
    yield "runs-promoting", _promote
    yield "runs-quick-look", lambda window: _measure(window, quick=True)
    yield "runs-refused", lambda window: _measure(window, quick=False)
    yield "runs-promoted", _take_anyway


@cache
def _data() -> str:
    """A folder of data for these states alone."""
    return tempfile.mkdtemp()


def listed(window: Window) -> RunsPanel:
    """Three runs on the page."""
    os.environ["XDG_DATA_HOME"] = _data()
    window.resize(max(window.width(), 1280), max(window.height(), 800))
    made = (
        ("overnight", 6000, 1.2, 480.0),
        ("first-try", 400, 2.4, 10.0),
        ("spkd", 400, 2.0, 10.0),
    )
    for name, steps, last, minutes in made:
        folder = runs_folder() / f"{name}-2026-11-24"
        if not folder.exists():
            _keep_preview(folder / "previews", steps, blur=last)
            deliver(folder, 0.5, steps=steps, curve=_curve(last), minutes=minutes, rate=last / 1000)
    window.parts.actions["distil"].trigger()
    (panel,) = window.findChildren(RunsPanel)
    wait_for(lambda: len(panel.list.rows) == len(made))
    live(300)
    return panel


def _curve(last: float) -> tuple[float, ...]:
    wobble = 1 + 0.06 * np.random.default_rng(round(100 * last)).standard_normal(24)
    falling = last + (4 - last) * np.exp(-np.arange(24) / 6)
    return tuple((falling * wobble).tolist())


def _keep_preview(folder: object, steps: int, blur: float) -> None:
    """A picture of the check set, and its alpha as a network that is not quite there finds it."""
    case = shipped_set().tables["medium"][3]
    folder.mkdir(parents=True)
    cv2.imwrite(str(folder / "image-0.png"), cv2.imread(str(case.image)))
    alpha = cv2.imread(str(case.alpha), cv2.IMREAD_GRAYSCALE)
    cv2.imwrite(str(folder / "target-0.png"), alpha)
    cv2.imwrite(str(folder / f"{steps}-0.png"), cv2.GaussianBlur(alpha, (0, 0), blur * 2))


def _choose(panel: RunsPanel, *places: int) -> None:
    selection = panel.list.selectionModel()
    for place in places:
        selection.select(panel.list.model().index(place), selection.SelectionFlag.Select)
    live(50)


def _compare(window: Window) -> None:
    panel = listed(window)
    _choose(panel, 0, 1)
    QTest.mouseClick(panel.compare, LEFT)
    live(600)


def _promote(window: Window) -> PromotionSheet:
    panel = listed(window)
    panel._asking.sets = _few  # all of them would take minutes
    _choose(panel, 0)
    QTest.mouseClick(panel.promote, LEFT)
    (sheet,) = window.findChildren(PromotionSheet)
    wait_for(lambda: not sheet.work.is_busy)
    return sheet


def _few() -> tuple[EvaluationSet, ...]:
    return (shipped_set().each(EVERY),)


def _measure(window: Window, *, quick: bool) -> PromotionSheet:
    sheet = _promote(window)
    QTest.mouseClick(sheet.quick if quick else sheet.all, LEFT)
    wait_for(lambda: not sheet.work.is_busy)
    live(500)
    return sheet


def _take_anyway(window: Window) -> None:
    sheet = _measure(window, quick=False)
    sheet.verdict.anyway.click()
    QTest.mouseClick(sheet.promote, LEFT)
    wait_for(lambda: not sheet.work.is_busy)
    sheet.close()
    live(500)
    former.bring_back(NETWORK)  # so that the next picture begins as this one did
