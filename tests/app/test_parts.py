"""Parts without a window: viewport, mosaic, document, brush, tasks, messages."""

import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter, QUndoStack

from app.brush import Brush
from app.canvas.layers import ImageLayer, TintLayer
from app.canvas.mosaic import Mosaic
from app.canvas.viewport import Viewport
from app.commands import EditTrimap
from app.document import Document
from app.images import picture_of_bgra, picture_of_rgb, shrunk
from app.messages import catch_unexpected, explain
from app.tasks import FILE_LANE, Task
from app.tints import Tints
from engine.errors import Cancelled
from engine.imaging.picture import Picture
from engine.trimap.codes import FOREGROUND, UNKNOWN
from engine.trimap.paint import Box, Dab, stroke_patches


@pytest.fixture
def document(qapp):
    made = Document(qapp)
    rng = np.random.default_rng(1)
    image = rng.integers(0, 255, (300, 401, 3)).astype(np.uint8)
    made.open_picture(Picture(Path("noise.png"), image))
    return made


def painted(mosaic, viewport, width, height):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    mosaic.paint(painter, viewport, QRect(0, 0, width, height))
    painter.end()
    view = np.frombuffer(image.constBits(), np.uint8).reshape(height, width, 4)
    return view[..., 2::-1].copy()


def test_odd_rows_survive_the_way_to_qt():
    rgb = np.arange(5 * 3 * 3, dtype=np.uint8).reshape(3, 5, 3)
    picture = picture_of_rgb(rgb)
    assert picture.pixelColor(4, 2).red() == rgb[2, 4, 0]
    del rgb
    assert picture.pixelColor(4, 2).blue() == 44


def test_colours_keep_their_order():
    bgra = np.zeros((2, 3, 4), np.uint8)
    bgra[...] = (10, 20, 30, 255)
    colour = picture_of_bgra(bgra).pixelColor(2, 1)
    assert (colour.red(), colour.green(), colour.blue()) == (30, 20, 10)


def test_shrinking_averages_whole_blocks():
    rows = np.zeros((5, 7), np.uint8)
    rows[:4, :4] = 100
    assert shrunk(rows, 4).tolist() == [[100, 0], [0, 0]]


def test_at_full_size_the_mosaic_is_the_picture(document):
    mosaic = Mosaic(ImageLayer(document), 401, 300)
    assert np.array_equal(painted(mosaic, Viewport(401, 300), 401, 300), document.image)


def test_a_mended_tile_equals_a_new_one(document):
    viewport = Viewport(401, 300, scale=0.25)
    mended = Mosaic(ImageLayer(document), 401, 300)
    painted(mended, viewport, 101, 75)
    document.image[130:160, 333:401] = 255
    mended.refresh(Box(333, 130, 401, 160), viewport.step)
    fresh = Mosaic(ImageLayer(document), 401, 300)
    assert np.array_equal(painted(mended, viewport, 101, 75), painted(fresh, viewport, 101, 75))


@pytest.mark.parametrize("step", [1, 2, 4])
def test_a_tint_is_the_mean_of_its_pixels(step):
    rng = np.random.default_rng(4)
    trimap = rng.choice([0, 128, 255], (16, 20)).astype(np.uint8)
    tints = Tints()
    picture = TintLayer(lambda box: trimap[box.slices], 0.5, tints).render(Box(0, 0, 20, 16), step)
    for y, x in np.ndindex(16 // step, 20 // step):
        block = trimap[y * step : (y + 1) * step, x * step : (x + 1) * step]
        share = [float((block == code).mean()) for code in (255, 0)]
        blue = sum(
            part * tints.colour(code).blue() for part, code in zip(share, (255, 0), strict=True)
        )
        bgra = np.frombuffer(picture.constScanLine(y), np.uint8)[4 * x : 4 * x + 4]
        assert bgra[3] == pytest.approx(127.5 * sum(share), abs=1.5)
        assert bgra[0] == pytest.approx(0.5 * blue, abs=1.5)


def test_a_view_keeps_its_place_under_zoom():
    viewport = Viewport(4000, 3000, scale=0.3, left=-100, top=20)
    zoomed = viewport.zoomed(2.5, 400, 300)
    assert zoomed.to_picture(400, 300) == pytest.approx(viewport.to_picture(400, 300), abs=0.3)


@pytest.mark.parametrize(
    ("scale", "step"), [(3, 1), (1, 1), (0.6, 1), (0.5, 2), (0.26, 2), (0.1, 8)]
)
def test_tiles_are_never_shrunk_further_than_the_screen(scale, step):
    assert Viewport(10, 10, scale=scale).step == step


def test_undo_restores_every_pixel_and_count(document):
    history = QUndoStack()
    before = document.trimap.copy()
    patches = stroke_patches(document.trimap, [Dab(20, 20, 9), Dab(390, 280, 15)], FOREGROUND)
    history.push(EditTrimap.of(document, patches, "Paint foreground"))
    share = float((document.trimap == UNKNOWN).mean())
    assert document.unknown_share == pytest.approx(share)
    history.undo()
    assert np.array_equal(document.trimap, before)
    assert document.unknown_share == 1


def test_only_a_timely_alpha_is_accepted(document):
    alpha = np.zeros((300, 401), np.float32)
    revision = document.revision
    document.write_trimap([])
    assert not document.accept_alpha(alpha, revision)
    assert document.accept_alpha(alpha, document.revision)
    assert document.is_alpha_current


def test_a_brush_grows_by_at_least_a_pixel():
    brush = Brush(1)
    sizes = []
    for _ in range(4):
        brush.grow(1)
        sizes.append(brush.diameter)
    assert sizes == [2, 3, 4, 5]
    for _ in range(99):
        brush.grow(-1)
    assert brush.diameter == 1


def test_a_task_answers_in_the_gui_thread(qtbot):
    threads = []
    task = Task(lambda _task: threads.append(threading.current_thread()) or 42)
    task.succeeded.connect(lambda _result: threads.append(threading.current_thread()))
    with qtbot.waitSignal(task.succeeded) as answer:
        task.start(FILE_LANE)
    assert answer.args == [42]
    assert threads[0] is not threads[1] is threading.main_thread()


@pytest.mark.parametrize("error", [ValueError("no"), SystemExit(3), MemoryError()])
def test_a_task_swallows_no_exception(qtbot, error):
    def call(_task):
        raise error

    task = Task(call)
    with qtbot.waitSignal(task.failed) as answer:
        task.start(FILE_LANE)
    assert answer.args == [error]


@pytest.mark.parametrize("early", [True, False])
def test_a_cancelled_task_says_so(qtbot, early):
    def call(task):
        task.cancel()
        if early:
            raise Cancelled
        return "too late"

    task = Task(call)
    with qtbot.waitSignal(task.cancelled), qtbot.assertNotEmitted(task.succeeded):
        task.start(FILE_LANE)


def test_what_nobody_caught_is_told_and_logged(monkeypatch, capsys, caplog):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    told = []
    catch_unexpected(told.append)
    try:
        raise KeyError("lost")
    except KeyError as error:
        sys.excepthook(KeyError, error, error.__traceback__)
    assert "lost" in told[0].sentence
    assert "Traceback" in caplog.text
    assert "Traceback" in capsys.readouterr().err


def test_qt_keeps_the_references_that_it_borrows(qapp):
    """PySide6 6.12.0 drops one at each call and signal: Python 3.11 dies once they are used up."""
    brush = Brush()

    def count():
        return np.array([sys.getrefcount(kept) for kept in (None, True, False)])

    before = count()
    for _ in range(200):
        brush.changed.emit()
        qapp.setApplicationName("gossamer")
    assert (count() - before > -100).all()


def test_too_little_memory_is_said_in_words():
    message = explain(MemoryError())
    assert "memory" in message.sentence
    assert message.hint
