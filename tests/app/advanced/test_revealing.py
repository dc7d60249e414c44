"""The hidden page: found by a key or in the preferences, and never imported before."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.dialogs import Going
from app.preferences.advanced_page import AdvancedPage
from engine.runs import folders, launching
from engine.training import control, lock
from engine.training.spec import RunSpec
from tests.hand import LEFT

ROOT = Path(__file__).parents[3]
SPEC = RunSpec(network="dim-student", width=0.1, procedural=1, crop=64, steps=10)

_UNFOUND = """
import sys
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from app.settings import Settings
from app.theme import ThemeKeeper
from app.window import Window

application = QApplication([])
settings = Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat))
settings.advanced = len(sys.argv) > 2
window = Window(settings, ThemeKeeper(application, "light"))
window.show()
window.settle_in()
QTest.qWait(50)
rooms = ["app.advanced", "pyqtgraph", "torch", "engine.runs.launching"]
rooms += ["engine.promotion", "engine.inspection", "engine.data.accepted", "engine.training.spec"]
if not settings.advanced:  # else it was asked whether a run is under way
    rooms += ["engine.runs", "engine.training", "engine.data"]
print(sorted(name for name in sys.modules if name in rooms))
window.close()
"""


@pytest.mark.parametrize("revealed", [[], ["revealed"]])
def test_nothing_of_it_is_imported_before_it_is_opened(tmp_path, revealed):
    done = subprocess.run(
        [sys.executable, "-c", _UNFOUND, str(tmp_path / "settings.ini"), *revealed],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert done.stdout.strip() == "[]"


_PACKAGED = """
import importlib, runpy, sys

for name in runpy.run_path("packaging/leftout.py")["MODULES"]:
    sys.modules[name] = None  # whoever imports it now is refused
importlib.import_module("app.advanced.desk")
from PySide6.QtWidgets import QApplication
from app.advanced.watching.plot import Plot

application = QApplication([])
plot = Plot("Losses")
plot.show()
application.processEvents()
"""


def test_what_the_package_leaves_out_is_not_missed():
    subprocess.run(
        [sys.executable, "-c", _PACKAGED],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        check=True, timeout=60,
    )  # fmt: skip


def press_chord(window):
    assert QTest.qWaitForWindowActive(window)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_D, modifiers)


def in_menus(window):
    action = window.parts.actions["distil"]
    return any(action in entry.menu().actions() for entry in window.menuBar().actions())


def test_the_key_finds_it_leads_back_and_it_stays_found(window, settings):
    assert not settings.advanced
    assert not in_menus(window)
    press_chord(window)
    page = window.hidden.inside.page
    assert page.isVisible()
    assert not window.parts.canvas.isVisible()
    assert settings.advanced
    assert in_menus(window)
    press_chord(window)
    assert not page.isVisible()
    switch = window.menuBar().cornerWidget()
    QTest.mouseClick(switch.distil, LEFT)
    assert page.isVisible()
    QTest.mouseClick(switch.matte, LEFT)
    assert not page.isVisible()


def test_a_picture_that_is_opened_leads_back_to_the_canvas(window, photo, qtbot):
    press_chord(window)
    window.open_files([photo])
    qtbot.waitUntil(lambda: not window.parts.document.is_empty)
    assert window.parts.canvas.isVisible()


def test_the_preferences_show_it_and_hide_it_again(window, settings):
    window.parts.actions["preferences"].trigger()
    page = window.findChild(AdvancedPage)
    page.box.click()
    assert settings.advanced
    assert in_menus(window)
    assert window.hidden.inside is None
    page.box.click()
    assert not settings.advanced
    assert not in_menus(window)


@pytest.fixture
def under_way(settings):
    """A run that somebody trains."""
    settings.advanced = True
    folder = folders.new_folder("Fur")
    launching.prepare(SPEC, folder)
    with lock.held(folder):
        yield folder


@pytest.mark.parametrize("goes", Going)
def test_closing_asks_of_a_run_under_way(under_way, window, answers, goes):
    answers.goes = goes
    assert window.close() == (goes is not Going.STAY)
    assert answers.asked_of == under_way.name
    assert control.is_stopping(under_way) == (goes is Going.STOP)
    answers.goes = Going.LEAVE


def test_a_window_that_opens_again_tells_of_it_and_watches_it(under_way, window, qtbot):
    window.settle_in()
    shown = window.parts.stage.messages.message
    assert under_way.name in shown.sentence
    assert "Ctrl+Shift+D" in shown.hint
    press_chord(window)
    watch = window.hidden.inside.page.watch
    qtbot.waitUntil(lambda: watch.state == "Learning")
    assert watch.folder == under_way
