"""The batch in the window: ordered in a form, run beside it, paused, stopped, gone on with."""

import threading

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton

from app.batch.controller import BATCH_LANE
from app.batch.dialog import BatchDialog
from app.batch.memory import remembered
from app.paths import batch_file
from engine.imaging.reading import read_alpha

NAMES = ("ant", "bee", "cat")


@pytest.fixture
def folders(tmp_path):
    images, trimaps = tmp_path / "images", tmp_path / "trimaps"
    images.mkdir()
    trimaps.mkdir()
    trimap = np.zeros((40, 48), np.uint8)
    trimap[:, 16:32], trimap[:, 32:] = 128, 255
    for name in NAMES:
        cv2.imwrite(str(images / f"{name}.png"), np.full((40, 48, 3), 90, np.uint8))
        cv2.imwrite(str(trimaps / f"{name}.png"), trimap)
    (images / "bad.jpg").write_bytes(b"bad")
    return images, trimaps, tmp_path / "out"


@pytest.fixture
def dialog(window):
    window.parts.actions["batch"].trigger()
    yield window.findChild(BatchDialog)
    window._batch.finish()
    BATCH_LANE.waitForDone()


def field(dialog, name):
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name)


def button(dialog, text):
    found = [one for one in dialog.findChildren(QPushButton) if one.text() == text]
    return next((one for one in found if one.isVisible()), None)


def press(dialog, text):
    QTest.mouseClick(button(dialog, text), Qt.MouseButton.LeftButton)


def fill(dialog, folders):
    for name, folder in zip(("Photographs", "Trimaps", "Results"), folders, strict=True):
        line = field(dialog, name)
        line.clear()
        QTest.keyClicks(line, str(folder))


def run(qtbot, window, dialog, text="Start"):
    with qtbot.waitSignal(window._batch.controller.running_changed, timeout=10_000):
        press(dialog, text)
    qtbot.waitUntil(lambda: not window._batch.controller.is_running, timeout=10_000)


def test_a_batch_is_ordered_run_and_reported(window, qtbot, dialog, folders):
    fill(dialog, folders)
    run(qtbot, window, dialog)
    assert dialog.progress.words == "3 of 4 done · 1 failed"
    (failure,) = dialog.progress.failures
    assert failure.startswith("bad.jpg: ")
    assert read_alpha(folders[2] / "bee.png").shape == (40, 48)
    assert (folders[2] / "report.html").exists()
    assert button(dialog, "Show the report") is not None
    assert not remembered(batch_file()).is_unfinished
    assert window.parts.document.is_empty


def test_it_goes_on_with_what_was_begun(window, qtbot, dialog, folders, session_class):
    fill(dialog, folders)
    run(qtbot, window, dialog)
    (folders[2] / "bee.png").unlink()
    (folders[0] / "bad.jpg").unlink()
    made = session_class.made
    assert "3 pictures are done" in dialog.notice
    run(qtbot, window, dialog, "Go on")
    assert session_class.made == made + 1
    assert dialog.progress.words == "3 of 3 done"
    run(qtbot, window, dialog, "Begin anew")
    assert session_class.made == made + 4


def test_it_is_paused_and_stopped(window, qtbot, dialog, folders, session_class):
    session_class.gate = threading.Event()
    fill(dialog, folders)
    press(dialog, "Start")
    qtbot.waitUntil(lambda: session_class.made == 1, timeout=5000)
    assert not field(dialog, "Photographs").isEnabled()
    press(dialog, "Pause")
    assert window._batch.controller.is_paused
    session_class.gate.set()
    qtbot.wait(100)
    assert window._batch.controller.is_running
    made = session_class.made
    qtbot.wait(100)
    assert session_class.made == made
    press(dialog, "Go on")
    qtbot.waitUntil(lambda: not window._batch.controller.is_running, timeout=5000)
    assert dialog.progress.words.startswith("3 of 4 done")
    session_class.gate.clear()
    press(dialog, "Begin anew")
    qtbot.waitUntil(lambda: window._batch.controller.is_running, timeout=5000)
    press(dialog, "Stop")
    qtbot.waitUntil(lambda: not window._batch.controller.is_running, timeout=5000)
    assert button(dialog, "Go on") is not None


def test_closing_the_window_stops_it_and_its_orders_are_there_again(
    window, qtbot, dialog, folders, session_class
):
    session_class.gate = threading.Event()
    fill(dialog, folders)
    next(one for one in dialog.findChildren(QCheckBox) if one.text() == "Cut-out").click()
    press(dialog, "Start")
    qtbot.waitUntil(lambda: session_class.made == 1, timeout=5000)
    window.close()
    assert BATCH_LANE.activeThreadCount() == 0
    assert not list(folders[2].glob("*.png"))
    window._batch.look()
    message = window.parts.stage.messages.message
    assert str(folders[2]) in message.sentence
    assert message.hint == "Press Ctrl+Shift+A to go on with it."
    form = type(dialog._form)([], window.parts.dialogs)
    last = remembered(batch_file())
    assert last.is_unfinished
    form.fill(last.orders)
    assert form.output == folders[2]
    assert form._kinds["cutout"].isChecked()


def test_orders_that_make_no_sense_are_answered_in_words(window, qtbot, dialog, folders, tmp_path):
    press(dialog, "Start")
    assert "needs a folder of photographs" in dialog.notice
    fill(dialog, (folders[0], tmp_path / "nowhere", folders[2]))
    run(qtbot, window, dialog)
    assert "folder of trimaps" in dialog.notice
    fill(dialog, folders)
    QTest.keyClicks(field(dialog, "Names"), "{{evil}")
    press(dialog, "Start")
    assert "no pattern" in dialog.notice
    assert not folders[2].exists()


def test_results_that_are_there_are_replaced_only_if_wanted(window, qtbot, dialog, folders):
    folders[2].mkdir()
    (folders[2] / "ant.png").write_bytes(b"mine")
    fill(dialog, folders)
    run(qtbot, window, dialog)
    assert "is there already" in dialog.notice
    assert (folders[2] / "ant.png").read_bytes() == b"mine"
    run(qtbot, window, dialog, "Begin anew")
    assert read_alpha(folders[2] / "ant.png").shape == (40, 48)


def test_the_form_shows_how_results_will_be_called(dialog):
    def example():
        return dialog._form._example.text()

    assert example() == "fox.jpg → fox.png"
    next(one for one in dialog.findChildren(QCheckBox) if one.text() == "Cut-out").click()
    assert example() == "fox.jpg → fox-alpha.png, fox-cutout.png"
    QTest.keyClicks(field(dialog, "Names"), "{number}{kind}")
    assert example() == "fox.jpg → 0001alpha.png, 0001cutout.png"
    formats = next(
        one for one in dialog.findChildren(QComboBox) if one.accessibleName() == "Format"
    )
    formats.setFocus()
    QTest.keyClick(formats, "W")
    assert example() == "fox.jpg → 0001alpha.png, 0001cutout.webp"
    QTest.keyClicks(field(dialog, "Names"), "{")
    assert example() == ""


def test_a_folder_is_chosen_with_a_dialog(dialog, answers, tmp_path):
    answers.file = tmp_path
    button(dialog, "Choose…").click()
    assert field(dialog, "Photographs").text() == str(tmp_path)
