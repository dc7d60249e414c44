"""Opening and exporting: dropped, named, imported, written, refused in words."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from app.commands import EditTrimap
from app.messages import Tone
from app.paths import samples
from engine.export.png import photograph_bytes
from engine.imaging.picture import Picture
from engine.keeping.photographs import photograph_of
from engine.keeping.project import read_project
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN
from engine.trimap.paint import Dab, stroke_patches
from tests.engine.imaging.profiles import DISPLAY_P3, profile_of

PATIENCE = 20_000


@pytest.fixture
def trimap_file(tmp_path):
    trimap = np.full((120, 160), UNKNOWN, np.uint8)
    trimap[:, :60], trimap[:, 100:] = FOREGROUND, BACKGROUND
    path = tmp_path / "fox-trimap.png"
    cv2.imwrite(str(path), trimap)
    return path


@pytest.fixture
def matted(window, qtbot, photo, trimap_file):
    open_files(window, qtbot, photo, trimap_file)
    with qtbot.waitSignal(window.parts.document.foreground_changed, timeout=10_000):
        window.parts.actions["matte"].trigger()
    return window


def open_files(window, qtbot, *paths):
    with qtbot.waitSignal(window.parts.pictures.busy_changed, check_params_cb=lambda t: not t):
        window.open_files(list(paths))


def drop(window, *paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    place = QPointF(400, 300)
    QApplication.sendEvent(window, QDragEnterEvent(place.toPoint(), copy, mime, left, none))
    QApplication.sendEvent(window, QDropEvent(place, copy, mime, left, none))


def paint(window, x, y, code):
    document = window.parts.document
    patches = stroke_patches(document.trimap, [Dab(x, y, 5)], code)
    window.parts.history.push(EditTrimap.of(document, patches, "Paint"))


def message_of(window):
    return window.parts.stage.messages.message


def test_a_dropped_picture_opens(window, qtbot, photo):
    with qtbot.waitSignal(window.parts.document.image_changed, timeout=5000):
        drop(window, photo)
    assert window.parts.document.image[0, 0].tolist() == [200, 30, 30]
    assert window.parts.canvas.isVisible()
    assert window.windowTitle().startswith("fox.png")
    assert window.parts.settings.recent == (str(photo),)


@pytest.mark.parametrize("turned_round", [False, True])
def test_a_picture_and_its_trimap_open_together(window, qtbot, photo, trimap_file, turned_round):
    paths = [trimap_file, photo] if turned_round else [photo, trimap_file]
    open_files(window, qtbot, *paths)
    assert window.parts.document.path == photo
    assert window.parts.document.trimap[0, [0, 80, 159]].tolist() == [255, 128, 0]
    assert window.parts.stage.hint.text() == "Press M to make the matte."
    assert not window.parts.undo.isEnabled()


def test_a_trimap_dropped_later_is_imported(window, qtbot, photo, trimap_file):
    open_files(window, qtbot, photo)
    with qtbot.waitSignal(window.parts.document.trimap_changed, timeout=5000):
        drop(window, trimap_file)
    assert window.parts.document.path == photo
    assert window.parts.history.undoText() == "Import trimap"
    window.parts.undo.trigger()
    assert (window.parts.document.trimap == UNKNOWN).all()


def test_a_trimap_of_another_size_is_refused_and_the_picture_stays(window, qtbot, photo, tmp_path):
    small = tmp_path / "small.png"
    cv2.imwrite(str(small), np.zeros((10, 10), np.uint8))
    open_files(window, qtbot, photo, small)
    assert window.parts.document.path == photo
    assert "10 × 10" in message_of(window).sentence
    assert message_of(window).hint


def test_the_menu_opens_a_picture(window, qtbot, photo, answers):
    answers.file = photo
    with qtbot.waitSignal(window.parts.document.image_changed, timeout=5000):
        window.parts.actions["open"].trigger()
    canvas = window.parts.canvas
    left, top = canvas.viewport.to_screen(20, 60)
    assert canvas.grab().toImage().pixelColor(int(left), int(top)).getRgb()[:3] == (200, 30, 30)


def test_a_copied_picture_is_pasted(window, answers):
    picture = QImage(5, 3, QImage.Format.Format_ARGB32)
    picture.fill(QColor(10, 20, 30))
    QGuiApplication.clipboard().setImage(picture)
    window.parts.actions["paste"].trigger()
    assert window.parts.document.image.tolist() == [[[10, 20, 30]] * 5] * 3
    assert window.parts.settings.recent == ()
    window.parts.actions["export_trimap"].trigger()
    assert answers.suggestion.name == "pasted-trimap.png"


def test_a_copied_picture_keeps_its_bits_and_its_profile(window, qtbot, answers, tmp_path):
    """16 bits in Display P3, as the bytes of a PNG; what Qt would make of it lies beside."""
    draw = np.random.default_rng(1)
    image = draw.integers(0, 65536, (30, 40, 3), dtype=np.uint16)
    icc = profile_of(DISPLAY_P3)
    offered = QMimeData()
    offered.setData("image/png", photograph_bytes(Picture(Path("p.png"), image, icc=icc)))
    offered.setImageData(QImage(40, 30, QImage.Format.Format_RGB888))
    QGuiApplication.clipboard().setMimeData(offered)
    with qtbot.waitSignal(window.parts.document.image_changed, timeout=PATIENCE):
        window.parts.actions["paste"].trigger()
    assert np.array_equal(window.parts.document.image, image)
    assert window.parts.document.icc == icc
    answers.file = tmp_path / "pasted.gossamer"
    with qtbot.waitSignal(window.parts.projects.kept, timeout=PATIENCE):
        window.parts.actions["save"].trigger()
    again = photograph_of(answers.file, read_project(answers.file)).picture
    assert np.array_equal(again.image, image)
    assert again.icc == icc


def test_a_copied_file_that_is_broken_gives_way_to_what_qt_has(window, qtbot):
    offered = QMimeData()
    offered.setData("image/png", b"no picture")
    shown = QImage(20, 10, QImage.Format.Format_RGB888)
    shown.fill(QColor(10, 200, 30))
    offered.setImageData(shown)
    QGuiApplication.clipboard().setMimeData(offered)
    with qtbot.waitSignal(window.parts.document.image_changed, timeout=PATIENCE):
        window.parts.actions["paste"].trigger()
    assert window.parts.document.image[5, 5].tolist() == [10, 200, 30]


def test_a_copied_file_is_pasted(window, qtbot, photo):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo))])
    QGuiApplication.clipboard().setMimeData(mime)
    with qtbot.waitSignal(window.parts.document.image_changed, timeout=5000):
        window.parts.actions["paste"].trigger()
    assert window.parts.document.path == photo


def test_nothing_to_paste_is_told(window):
    QGuiApplication.clipboard().setText("no picture")
    window.parts.actions["paste"].trigger()
    assert message_of(window).sentence == "There is no picture to paste."
    assert window.parts.document.is_empty


def test_what_was_opened_can_be_opened_again(window, qtbot, photo, tmp_path):
    window.parts.settings.remember(str(tmp_path / "gone.png"))
    open_files(window, qtbot, photo)
    menu = next(menu for menu in window.menuBar().findChildren(QMenu) if "recent" in menu.title())
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["fox.png"]
    with qtbot.waitSignal(window.parts.document.image_changed, timeout=5000):
        menu.actions()[0].trigger()


def test_a_missing_file_is_told_with_a_hint(window, qtbot, tmp_path):
    open_files(window, qtbot, tmp_path / "nothing.png")
    assert message_of(window).tone is Tone.ERROR
    assert message_of(window).hint
    assert window.parts.document.is_empty


def test_a_sample_opens_with_its_trimap(window, qtbot):
    button = window.parts.empty.findChildren(QToolButton, "sample")[0]
    with qtbot.waitSignal(window.parts.document.image_changed, timeout=5000):
        button.click()
    assert window.parts.document.path == samples()[0].picture
    assert 0 < window.parts.document.unknown_share < 1


def test_samples_have_thumbnails(window, qtbot):
    buttons = window.parts.empty.findChildren(QToolButton, "sample")
    assert len(buttons) == min(4, len(samples())) >= 3

    def painted():
        image = buttons[0].icon().pixmap(100, 72).toImage()
        assert image.pixelColor(image.rect().center()).alpha() == 255

    qtbot.waitUntil(painted)


@pytest.mark.parametrize("bits", [8, 16])
def test_alpha_and_cutout_are_written(matted, qtbot, answers, tmp_path, bits):
    text = {8: "8 bit", 16: "16 bit"}[bits]
    depths = matted.parts.export_panel.findChildren(QToolButton)
    next(button for button in depths if button.text() == text).click()
    for name in ("alpha", "cutout"):
        answers.file = tmp_path / f"out-{name}.png"
        with qtbot.waitSignal(matted.parts.pictures.saved, timeout=10_000):
            matted.parts.actions[f"export_{name}"].trigger()
        written = cv2.imread(str(answers.file), cv2.IMREAD_UNCHANGED)
        assert written.dtype == (np.uint8 if bits == 8 else np.uint16)
        assert written.ndim == (2 if name == "alpha" else 3)
        plane = written if name == "alpha" else written[..., 3]
        assert plane[0, 0] == 2**bits - 1
        assert plane[0, 159] == 0
    assert message_of(matted).sentence == "Saved out-cutout.png"
    assert matted.parts.settings.export == f"png {bits} straight record"


def test_strokes_after_the_matte_are_in_the_export_and_it_says_what_it_is(
    matted, qtbot, answers, tmp_path
):
    paint(matted, 80, 60, FOREGROUND)
    answers.file = tmp_path / "alpha.png"
    with qtbot.waitSignal(matted.parts.pictures.saved, timeout=10_000):
        matted.parts.actions["export_alpha"].trigger()
    assert cv2.imread(str(answers.file), cv2.IMREAD_UNCHANGED)[60, 80] == 255
    assert message_of(matted).tone is Tone.WARNING
    assert "older than the trimap" in message_of(matted).sentence
    assert not matted.parts.history.isClean()


def test_a_stroke_made_while_a_file_is_written_is_not_counted_as_saved(
    matted, qtbot, answers, tmp_path
):
    answers.file = tmp_path / "trimap.png"
    with qtbot.waitSignal(matted.parts.pictures.saved, timeout=10_000):
        matted.parts.actions["export_trimap"].trigger()
        paint(matted, 80, 60, FOREGROUND)
    assert matted.isWindowModified()


def test_the_trimap_is_written_as_it_was_painted(window, qtbot, photo, answers, tmp_path):
    open_files(window, qtbot, photo)
    window.parts.document.write_trimap([])
    answers.file = tmp_path / "painted.png"
    with qtbot.waitSignal(window.parts.pictures.saved, timeout=5000):
        window.parts.actions["export_trimap"].trigger()
    written = cv2.imread(str(answers.file), cv2.IMREAD_UNCHANGED)
    assert np.array_equal(written, window.parts.document.trimap)
    assert answers.suggestion == photo.with_name("fox-trimap.png")


def test_the_next_export_of_a_picture_is_suggested_where_the_last_one_went(
    matted, qtbot, answers, tmp_path
):
    answers.file = tmp_path / "elsewhere" / "trimap.png"
    answers.file.parent.mkdir()
    with qtbot.waitSignal(matted.parts.pictures.saved, timeout=10_000):
        matted.parts.actions["export_trimap"].trigger()
    answers.file = None
    matted.parts.actions["export_alpha"].trigger()
    assert answers.suggestion == tmp_path / "elsewhere" / "fox-alpha.png"


def test_nothing_is_suggested_among_what_the_program_brings(
    window, qtbot, answers, tmp_path, monkeypatch
):
    """Where it is installed nobody may write."""
    monkeypatch.setenv("HOME", str(tmp_path))
    open_files(window, qtbot, samples()[0].picture)
    window.parts.actions["export_trimap"].trigger()
    assert answers.suggestion.name == "astronaut-trimap.png"
    window.parts.actions["save"].trigger()
    assert answers.suggestion.name == "astronaut.gossamer"
    brought = samples()[0].picture.parent
    assert brought not in (answers.suggestion.parent, Path(window.parts.settings.folder))


def test_a_folder_that_is_not_there_is_told(matted, qtbot, answers, tmp_path):
    answers.file = tmp_path / "nowhere" / "alpha.png"
    with qtbot.waitSignal(matted.parts.pictures.failed, timeout=5000):
        matted.parts.actions["export_alpha"].trigger()
    assert "cannot be written" in message_of(matted).sentence
    assert message_of(matted).hint


def test_nothing_to_export_before_there_is_an_alpha(window, qtbot, photo):
    open_files(window, qtbot, photo)
    assert not window.parts.actions["export_alpha"].isEnabled()
    assert window.parts.actions["export_trimap"].isEnabled()


def test_painted_work_is_not_lost_without_a_question(opened, hand, answers, photo):
    hand.drag((30, 60))
    assert opened.isWindowModified()
    answers.discards = False
    opened.open_files([photo])
    opened.close()
    assert answers.asked == 2
    assert opened.isVisible()
    assert opened.parts.document.path == Path("stripes.png")


def test_another_picture_clears_history_and_matte(matted, qtbot, tmp_path):
    other = tmp_path / "other.png"
    cv2.imwrite(str(other), np.full((50, 70, 3), 7, np.uint8))
    open_files(matted, qtbot, other)
    assert matted.parts.history.count() == 0
    assert matted.parts.document.alpha is None
    assert not matted.parts.actions["export_alpha"].isEnabled()
    QTest.qWait(1)
    assert matted.parts.canvas.viewport.width == 70
