"""The start: quick, without torch, and with arguments."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import app.__main__
from app.paths import samples
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


_NAMED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.__main__ import main
from app.window import Window

def look(window):
    document = window.parts.document
    if not document.is_empty and document.unknown_share < 1:
        print(document.path.name, window.isVisible())
        QApplication.exit(0)

def show(window, shown=Window.show):
    shown(window)
    timer = QTimer(window, interval=10)
    timer.timeout.connect(lambda: look(window))
    timer.start()

Window.show = show
sys.exit(main(sys.argv[1:]))
"""


def run(*arguments, **variables):
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        **variables,
    }
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


def test_a_picture_and_a_trimap_named_on_the_command_line_open(tmp_path):
    sample = next(sample for sample in samples() if sample.trimap)
    own = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    done = run("-c", _NAMED, str(sample.picture), str(sample.trimap), **own)
    assert done.stdout.split() == [sample.picture.name, "True"], done.stderr
    assert done.returncode == 0


def test_without_a_display_it_refuses_and_says_what_else_there_is():
    done = run("-m", "app", QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert done.returncode == 2
    assert done.stderr.startswith("There is no display")
    assert "gossamer-cli" in done.stderr
    assert "Traceback" not in done.stderr


def test_version_is_told_without_a_window():
    done = run("-m", "app", "--version")
    assert done.stdout.strip() == f"gossamer {__version__}"
    assert done.returncode == 0


def test_strange_options_are_refused(capsys):
    with pytest.raises(SystemExit) as left:
        app.__main__.main(["--no-such-thing"])
    assert left.value.code == 2
    assert "usage: gossamer" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="only GNU's OpenMP tells how it waits")
@pytest.mark.parametrize(("wish", "policy"), [(None, "PASSIVE"), ("ACTIVE", "ACTIVE")])
@pytest.mark.parametrize(
    "start",
    [
        "import app.__main__ as p; p._run = lambda *_, **__: 0; p.main([])",
        "from engine.cli.program import main; main(['models'])",
    ],
)
def test_torchs_threads_leave_the_processor_to_others_while_they_wait(start, wish, policy):
    code = f"{start}; import torch"
    told = {"OMP_DISPLAY_ENV": "TRUE", "QT_QPA_PLATFORM": "offscreen"}
    environment = {key: value for key, value in os.environ.items() if key != "OMP_WAIT_POLICY"}
    environment.update(told, **({"OMP_WAIT_POLICY": wish} if wish else {}))
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert f"OMP_WAIT_POLICY = '{policy}'" in done.stderr
