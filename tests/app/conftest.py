"""A window without a screen, driven as a hand would, with a session that needs no weights."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"  # places are compared to the pixel

import threading
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, QSettings, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.collecting import Collector
from app.dialogs import Dialogs, Going, Unsaved
from app.language import install
from app.settings import Settings
from app.tasks import FILE_LANE, MODEL_LANE
from app.theme import ThemeKeeper
from app.window import Window
from engine.errors import Cancelled
from engine.imaging.picture import Picture
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN, clamp_known
from tests.hand import LEFT, NO_KEYS, drag, move
from tests.pictures import striped


@pytest.fixture(autouse=True, scope="session")
def _collected_here(qapp):
    """Garbage is collected in this thread, as in the program."""
    collector = Collector(qapp)
    yield
    collector.hand_back()


@pytest.fixture(autouse=True, scope="session")
def _clipboard_is_left_empty(qapp):
    """The offscreen clipboard outlives Python; content that Python made would crash its end."""
    yield
    qapp.clipboard().clear()


class Answers(Dialogs):
    """Answers in the person's place."""

    def __init__(self):
        self.file = None
        self.chosen = None
        self.discards = True
        self.saves = False
        self.inside = True
        self.asked = 0
        self.goes = Going.LEAVE

    def picture_to_open(self, _folder):
        return self.file

    def trimap_to_open(self, _folder):
        return self.file

    def mask_to_open(self, _folder):
        return self.file

    def ground_to_open(self, _folder):
        return self.file

    def truth_to_open(self, _folder):
        return self.file

    def file_to_write(self, _title, suggestion):
        self.suggestion = suggestion
        return self.file

    def colour(self, current):
        self.shown = current
        return self.chosen

    def tint(self, current, title):
        self.shown, self.title = current, title
        return self.chosen

    def unsaved(self, _path):
        self.asked += 1
        if self.saves:
            return Unsaved.SAVE
        return Unsaved.DISCARD if self.discards else Unsaved.KEEP

    def going(self, name):
        self.asked_of = name
        return self.goes

    def may_delete(self, _name):
        self.asked += 1
        return self.discards

    def folder(self, _title, _folder):
        return self.file

    def version_to_open(self, _folder):
        return self.file

    def photograph_to_find(self, _why, _folder):
        return self.file

    def project_to_write(self, suggestion, *, inside):
        self.suggestion = suggestion
        return None if self.file is None else (self.file, self.inside and inside)


class BlurSession:
    """A session of the engine whose network is a blur of the trimap; it can be held up."""

    gate = None
    error = None
    made = 0
    device = "cpu"
    mixing = "photograph"
    went_on = False
    name = ""
    blurs = {"guided-teacher": 8}  # models differ

    def __init__(self, name):
        self.name = name

    def live(self, _image):
        return None

    def matte(self, _image, trimap, progress=None, cancelled=None):
        type(self).made += 1
        if self.error is not None:
            raise self.error
        if progress is not None:
            progress(0.5)
        while self.gate is not None and not self.gate.wait(0.005):
            if cancelled():
                raise Cancelled
        blurred = cv2.GaussianBlur(
            trimap.astype(np.float32) / 255, (0, 0), self.blurs.get(self.name, 3)
        )
        return clamp_known(blurred, trimap)


@pytest.fixture
def german(qapp):
    """What is said from now on is said in German."""
    before = QLocale()
    made = install(qapp, "de")
    yield made
    for translator in made:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


@pytest.fixture(autouse=True)
def _own_places(tmp_path, monkeypatch):
    """Nothing that a test does reaches the person's own folders."""
    QStandardPaths.setTestModeEnabled(True)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def settings(tmp_path):
    made = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    made.live = False  # tests of it switch it on
    return made


@pytest.fixture
def theme(qapp):
    return ThemeKeeper(qapp, "dark")


@pytest.fixture
def session_class():
    return type("Session", (BlurSession,), {})


@pytest.fixture
def answers():
    return Answers()


@pytest.fixture
def window(qtbot, settings, theme, answers, session_class):
    made = Window(settings, theme, answers, session_class)
    made.resize(1280, 720)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    yield made
    answers.discards, answers.saves = True, False
    if session_class.gate is not None:
        session_class.gate.set()
    made.close()
    MODEL_LANE.waitForDone()
    FILE_LANE.waitForDone()
    qtbot.wait(1)
    made.deleteLater()


@pytest.fixture
def gate(session_class):
    """Mattes wait until it is set."""
    session_class.gate = threading.Event()
    return session_class.gate


@pytest.fixture
def photo(tmp_path):
    """A file with a small picture, as OpenCV writes it: blue first."""
    path = tmp_path / "fox.png"
    cv2.imwrite(str(path), striped()[..., ::-1])
    return path


@pytest.fixture
def opened(window):
    """The window with a small picture open."""
    window.parts.document.open_picture(Picture(Path("stripes.png"), striped()))
    QTest.qWait(1)
    return window


def on_screen(widget, x, y):
    """The colour that the screen shows at a place of a widget, as (red, green, blue).

    Not what the widget would paint if it were asked now: whoever forgets to ask is found out.
    """
    QTest.qWait(1)
    window = widget.window()
    place = widget.mapTo(window, QPoint(x, y))
    shown = QGuiApplication.primaryScreen().grabWindow(window.winId(), place.x(), place.y(), 1, 1)
    return shown.toImage().pixelColor(0, 0).getRgb()[:3]


class Hand:
    """A hand over the canvas: places are pixels of the picture."""

    def __init__(self, window):
        self.canvas = window.parts.canvas
        self.canvas.setFocus()

    def at(self, x, y):
        """Where a pixel of the picture lies, in the window's own units."""
        density = self.canvas.devicePixelRatioF()
        left, top = self.canvas.viewport.to_screen(x + 0.5, y + 0.5)
        return QPoint(round(left / density), round(top / density))

    def drag(self, *points, button=LEFT, modifier=None, release=True):
        places = [self.at(*point) for point in points]
        QTest.mouseMove(self.canvas, places[0])
        drag(self.canvas, *places, button=button, keys=modifier or NO_KEYS, release=release)

    def hover(self, x, y, modifier=None):
        """Move there with no button down."""
        move(self.canvas, self.at(x, y), keys=modifier or NO_KEYS)

    def key(self, key, modifier=NO_KEYS):
        QTest.keyClick(self.canvas, key, modifier)

    def turn_wheel(self, place, modifier=NO_KEYS, notches=1):
        where, everywhere = QPointF(place), QPointF(self.canvas.mapToGlobal(place))
        none, still = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        turn = QPoint(0, round(120 * notches))
        event = QWheelEvent(where, everywhere, QPoint(), turn, none, modifier, still, False)
        QApplication.sendEvent(self.canvas, event)

    def pixel(self, x, y):
        """The colour that the screen shows at a pixel of the picture, as (red, green, blue)."""
        QTest.qWait(1)  # what was hidden just now gives the canvas room, and moves the picture
        while True:
            place = self.canvas.viewport.to_screen(x + 0.5, y + 0.5)
            colour = on_screen(self.canvas, *map(int, place))
            if self.canvas.viewport.to_screen(x + 0.5, y + 0.5) == place:
                return colour  # else the picture moved while the screen was looked at


@pytest.fixture
def hand_over():
    """Lays a hand over a window."""
    return Hand


@pytest.fixture
def hand(opened, hand_over):
    return hand_over(opened)


@pytest.fixture
def matted(opened, hand, qtbot):
    """A hand over a picture with a wide unknown band and a present alpha; it shows the trimap."""
    document = opened.parts.document
    trimap = np.full_like(document.trimap, UNKNOWN)
    trimap[:40], trimap[80:] = FOREGROUND, BACKGROUND
    document.replace_trimap(trimap)
    with qtbot.waitSignal(opened.parts.mattes.finished, timeout=5000):
        hand.key("M")
    hand.key("T")
    return hand
