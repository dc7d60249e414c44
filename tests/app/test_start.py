"""The start: quick, without torch, and with arguments."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import app.__main__
from engine import __version__

ROOT = Path(__file__).parents[2]

_PAINTED = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from app.paths import samples
from app.settings import Settings
from app.theme import ThemeKeeper
from app.window import Window

application = QApplication([])
settings = Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat))
window = Window(settings, ThemeKeeper(application, "light"))
window.show()
window.open_files([samples()[0].picture])
for _ in range(1000):
    if not window.parts.document.is_empty:
        break
    QTest.qWait(10)
canvas = window.parts.canvas
QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
assert window.parts.history.count() == 1
heavy = sorted({"torch", "scipy"} & set(sys.modules))
window.parts.history.setClean()
window.close()
print(heavy)
"""


def run(*arguments):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_window_opens_and_paints_without_torch(tmp_path):
    done = run("-c", _PAINTED, str(tmp_path / "settings.ini"))
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


def test_version_is_told_without_a_window():
    done = run("-m", "app", "--version")
    assert done.stdout.strip() == f"gossamer {__version__}"
    assert done.returncode == 0


def test_strange_options_are_refused(capsys):
    with pytest.raises(SystemExit) as left:
        app.__main__.main(["--no-such-thing"])
    assert left.value.code == 2
    assert "usage: gossamer" in capsys.readouterr().err
