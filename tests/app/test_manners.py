"""Manners: hints that go once their deed was done, controls for every hand, and stillness."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollBar,
)

from app.lessons import MATTE, PAINT
from app.panels.switch import Switch
from app.preferences.dialog import Preferences
from app.preferences.key_field import KeyField
from engine.imaging.picture import Picture
from tests.pictures import striped

CONTROLS = (
    *(QAbstractButton, QComboBox, QAbstractSlider, QAbstractSpinBox, QLineEdit, QListWidget),
)


def controls_of(root):
    """What can be used with a hand, and is not a part of another control."""
    for kind in CONTROLS:
        for widget in root.findChildren(kind):
            inner = isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox | QLineEdit)
            if widget.isVisible() and not inner and not isinstance(widget, QScrollBar):
                yield widget


def name_of(widget):
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def reached_from(start):
    """All that Shift+Tab comes to until it is where it began."""
    start.setFocus()
    seen = [start]
    for _ in range(400):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier(0))
        here = QApplication.focusWidget()
        if here in seen:
            return seen
        seen.append(here)
    raise AssertionError("the focus never comes back")


def company_of(widget):
    """The control, and those of which only one can be on: the arrows go on from one to the next."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group.buttons() if group is not None and group.exclusive() else [widget]


def test_every_control_has_a_name(window, opened):
    assert [widget for widget in controls_of(opened) if not name_of(widget).strip()] == []
    assert window.parts.canvas.accessibleName()


def test_every_control_can_be_reached_by_keys(opened):
    seen = set(reached_from(opened.parts.canvas))
    missed = [
        name_of(widget)
        for widget in controls_of(opened)
        if widget.isEnabled() and not seen.intersection(company_of(widget))
    ]
    assert missed == []


def test_the_focus_goes_down_the_tools_then_down_the_panels(opened):
    seen = list(reversed(reached_from(opened.parts.canvas)))
    for room in (opened.parts.tools, opened.parts.side):
        heights = [
            widget.mapTo(opened, widget.rect().center()).y()
            for widget in seen
            if room.isAncestorOf(widget)
        ]
        # neighbours of one row may differ by a few pixels
        names = [name_of(widget) for widget in seen if room.isAncestorOf(widget)]
        pairs = zip(heights, heights[1:], strict=False)
        assert all(b > a - 12 for a, b in pairs), [*zip(names, heights, strict=True)]


def test_the_empty_state_can_be_used_by_keys(window):
    seen = reached_from(window.parts.empty)
    missed = [name_of(w) for w in controls_of(window) if w.isEnabled() and w not in seen]
    assert missed == []
    assert [w for w in controls_of(window) if not name_of(w).strip()] == []


def looks_of(widget):
    return widget.grab().toImage()


def test_the_focus_can_be_seen(opened):
    for widget in controls_of(opened):
        if not widget.isEnabled() or isinstance(widget, QLineEdit):
            continue
        opened.parts.canvas.setFocus()
        before = looks_of(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert looks_of(widget) != before, name_of(widget)


@pytest.fixture
def preferences(opened):
    opened.parts.actions["preferences"].trigger()
    dialog = opened.findChild(Preferences)
    yield dialog
    dialog.close()


def test_every_control_of_the_preferences_has_a_name_and_is_reached(preferences):
    for row in range(preferences._list.count()):
        preferences._list.setCurrentRow(row)
        assert [w for w in controls_of(preferences) if not name_of(w).strip()] == []
        if row != 1:
            seen = reached_from(preferences._list)
            missed = [w for w in controls_of(preferences) if w.isEnabled() and w not in seen]
            assert [name_of(w) for w in missed if not isinstance(w, KeyField)] == []


def test_hints_go_once_their_deed_was_done_and_stay_away(opened, hand, qtbot):
    hint, settings = opened.parts.stage.hint, opened.parts.settings
    assert hint.text().startswith("Paint where you are sure")
    hand.drag((30, 60))
    hand.drag((130, 60), button=Qt.MouseButton.RightButton)
    assert settings.learnt == {PAINT}
    assert hint.text() == "Press M to make the matte."
    with qtbot.waitSignal(opened.parts.mattes.finished):
        hand.key("M")
    assert settings.learnt == {MATTE, PAINT}
    opened.parts.history.setClean()
    opened.parts.document.open_picture(Picture(Path("again.png"), striped()))
    assert not hint.isVisible()


def test_hints_can_be_brought_back(opened):
    opened.parts.settings.learnt = {PAINT}
    opened.parts.actions["preferences"].trigger()
    dialog = opened.findChild(Preferences)
    buttons = dialog.findChildren(QPushButton)
    QTest.mouseClick(
        next(b for b in buttons if b.text() == "Show the hints again"), Qt.MouseButton.LeftButton
    )
    dialog.close()
    opened.parts.document.open_picture(Picture(Path("again.png"), striped()))
    assert opened.parts.stage.hint.text().startswith("Paint where you are sure")


def test_nothing_moves_by_itself_if_that_is_wanted(preferences, opened):
    bar = opened.parts.matte_panel._bar
    opened.parts.matte_panel.show_progress(0)
    assert bar.maximum() == 0  # Fusion lets such a bar run to and fro
    preferences.findChild(Switch).click()
    opened.parts.matte_panel.show_progress(0)
    assert bar.maximum() > 0
    assert opened.parts.settings.still
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateCombo)


def test_the_memory_of_undo_is_set(preferences, opened):
    preferences._list.setCurrentRow(2)
    box = next(b for b in controls_of(preferences) if name_of(b) == "Memory of undo")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert opened.parts.settings.history == 129


_DOUBLE = """
import sys
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from app.settings import Settings
from app.theme import ThemeKeeper
from app.window import Window
application = QApplication([])
settings = Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat))
window = Window(settings, ThemeKeeper(application, "dark"))
window.resize(1000, 640)
window.show()
picture = window.grab()
print(picture.width(), picture.height(), picture.devicePixelRatio())
window.close()
"""


def test_on_a_fine_screen_everything_is_drawn_with_all_its_pixels(tmp_path):
    environment = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", _DOUBLE, str(tmp_path / "settings.ini")],
        cwd=Path(__file__).parents[2],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.split() == ["2000", "1280", "2.0"], done.stderr
