"""Every state that the window can be in, by name, each brought about as a person would."""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.about.dialog import About
from app.batch.form import BatchForm
from app.batch.progress import BatchProgress
from app.canvas.canvas import Canvas
from app.compare.comparison import Mode
from app.compare.second import Stage
from app.keeping.offer_bar import OfferBar
from app.looks import Ground, Look
from app.messages import explain
from app.preferences.dialog import Preferences
from app.preferences.key_field import KeyField
from app.tasks import MODEL_LANE, Task
from app.window import Window
from engine.batch.orders import Orders
from engine.batch.run import Started, Told, Working
from engine.batch.state import Result
from engine.keeping.drafts import LeftBehind
from engine.keeping.notes import PictureNote
from engine.refine.refinement import Refinement
from engine.resources import sample_folder
from tests.hand import LEFT, RIGHT, click, drag, live, move, wait_for
from tests.hidden_states import hidden_states
from tests.run_states import run_states

SAMPLE = "astronaut"
Arrange = Callable[[Window], None]


def sample(name: str = SAMPLE) -> list[Path]:
    """A photograph and its trimap."""
    folder = sample_folder()
    return [next(folder.glob(f"{name}.[jp]*")), folder / f"{name}-trimap.png"]


def opened(window: Window, files: int = 2, name: str = SAMPLE) -> None:
    """Open a sample, with its trimap or without."""
    document = window.parts.document
    window.open_files(sample(name)[:files])
    wait_for(lambda: not document.is_empty and (files == 1 or document.unknown_share < 1))


def finished(
    window: Window, look: Look = Look.CUTOUT, ground: Ground = Ground.CHECKER, name: str = SAMPLE
) -> None:
    """A finished matte, looked at in some way."""
    parts = window.parts
    opened(window, name=name)
    parts.actions["matte"].trigger()
    messages = parts.stage.messages
    parts.looks.set_ground(ground)
    parts.looks.set_look(look)
    wait_for(lambda: parts.document.is_alpha_current or messages.message is not None)
    parts.looks.set_look(look)
    wait_for(lambda: look is not Look.CUTOUT or parts.document.foreground is not None)


def states() -> Iterator[tuple[str, Arrange]]:
    """Each with its name."""
    yield from _at_the_beginning()
    yield from _painting()
    yield from _matting()
    yield from _comparing()
    yield from _beside_the_canvas()
    yield from hidden_states()
    yield from run_states()


def _at_the_beginning() -> Iterator[tuple[str, Arrange]]:
    yield "empty", lambda _window: None
    yield "empty-hovered", lambda window: window.parts.empty.invite(True)
    yield "opened", lambda window: opened(window, 1)
    yield "opened-trimap", opened
    yield "refused-file", _refuse_file
    yield "left-behind", _offer


def _painting() -> Iterator[tuple[str, Arrange]]:
    yield "painting", _paint
    yield "erasing", _erase
    yield "border", lambda window: (opened(window), window.parts.actions["border"].trigger())
    yield "lasso-corners", _lasso
    yield "lasso-freehand", lambda window: _lasso(window, freehand=True)
    yield "fill", _fill
    yield "proposal", _propose
    yield "proposal-lasso", _within
    yield "pixels", lambda window: (finished(window, Look.TRIMAP), _zoom(window, 16))


def _matting() -> Iterator[tuple[str, Arrange]]:
    yield "running", _run
    yield "stale-trimap", _stale
    yield "stale-alpha", lambda window: _stale(window, Look.ALPHA)
    yield "stale-cutout", lambda window: _stale(window, Look.CUTOUT)
    yield "alpha", lambda window: finished(window, Look.ALPHA)
    for ground in (Ground.CHECKER, Ground.BLACK, Ground.WHITE, Ground.COLOUR):
        yield f"cutout-{ground.value}", lambda window, g=ground: finished(window, ground=g)
    yield "cutout-picture", _on_picture
    yield "saved", _export
    yield "refused-matte", _refuse_matte
    yield "bug", lambda window: (opened(window), window.tell(explain(ValueError("no such row"))))


def _comparing() -> Iterator[tuple[str, Arrange]]:
    yield "compare-waiting", lambda window: _compare(window, wait=False)
    yield "compare-wipe", _compare
    yield "compare-wipe-cutout", lambda window: _compare(window, look=Look.CUTOUT)
    yield "compare-side-by-side", lambda window: _compare(window, Mode.SIDE_BY_SIDE)
    yield "compare-difference", lambda window: _compare(window, Mode.DIFFERENCE)
    yield "compare-truth", _measure
    yield "differences-map", _map
    yield "worst-spot", _worst
    yield "fringe-card", _card
    yield "loupe", _loupe
    yield "coach", _coach


def _beside_the_canvas() -> Iterator[tuple[str, Arrange]]:
    yield "panels-unfolded", _unfold
    yield "histogram", lambda window: _unfold(window, "histogram")
    yield "export", lambda window: _unfold(window, "export")
    yield "refining", _refine
    yield (
        "panels-hidden",
        lambda window: (finished(window), window.parts.actions["panels"].toggle()),
    )
    yield "batch", _order
    yield "batch-running", _run_batch
    yield "small", lambda window: (window.resize(860, 560), finished(window))
    yield "small-compare", lambda window: (window.resize(860, 560), _compare(window))
    yield "small-truth", lambda window: (window.resize(860, 560), _measure(window))
    yield "large", lambda window: (window.resize(2560, 1440), finished(window))
    for menu in ("File", "Edit", "View", "Trimap", "Matte", "Compare", "Window", "Help"):
        yield f"menu-{menu.lower()}", lambda window, m=menu: _open_menu(window, m)
    yield "keys", _show_keys
    for row, name in enumerate(("about", "models", "licences")):
        yield name, lambda window, r=row: _about(window, r)
    for page, name in enumerate(("appearance", "keys", "performance", "advanced")):
        yield f"preferences-{name}", lambda window, p=page: _prefer(window, p)
    yield "preferences-conflict", _conflict


def _refine(window: Window) -> None:
    """A cut-out with its edge shifted, the brush over it, and what is left of the background."""
    parts = window.parts
    _unfold(window, "refine")
    parts.looks.set_ground(Ground.BLACK)
    parts.refine_panel.decided.emit(Refinement(shift=-1.0, gamma=0.8))
    parts.actions["clean"].trigger()
    wait_for(lambda: parts.document.finish.sides is not None)
    parts.brush.set_diameter(60)
    middle = middle_of(parts.canvas)
    drag(parts.canvas, middle - QPoint(90, 90), middle - QPoint(20, 120))
    live(1200)


def middle_of(canvas: Canvas) -> QPoint:
    """Where the middle of the canvas is."""
    return canvas.rect().center()


def _paint(window: Window) -> None:
    opened(window, 1)
    canvas = window.parts.canvas
    middle = middle_of(canvas)
    drag(canvas, middle, middle + QPoint(-20, 120))
    drag(canvas, middle + QPoint(-200, -66), middle + QPoint(-200, 66), button=RIGHT)
    move(canvas, middle + QPoint(90, 40))


def _erase(window: Window) -> None:
    """A stroke of the eraser under way over a finished alpha."""
    finished(window, Look.ALPHA)
    canvas = window.parts.canvas
    window.parts.actions["eraser"].trigger()
    middle = middle_of(canvas)
    drag(canvas, middle + QPoint(-80, -60), middle + QPoint(60, 40), release=False)


def _lasso(window: Window, *, freehand: bool = False) -> None:
    opened(window, 1)
    canvas, middle = window.parts.canvas, middle_of(window.parts.canvas)
    window.parts.actions["lasso"].trigger()
    turns = np.linspace(0, 1.6 * np.pi, 60 if freehand else 6)
    places = [middle + QPoint(round(140 * np.cos(t)), round(170 * np.sin(t))) for t in turns]
    if freehand:
        drag(canvas, *places, release=False)
    else:
        click(canvas, places)
        move(canvas, middle + QPoint(90, -40))


def _fill(window: Window) -> None:
    """The fill under way, its tolerance at the pointer."""
    opened(window, 1)
    window.parts.actions["fill"].trigger()
    window.parts.brush.set_tolerance(18)
    view = window.parts.canvas.viewport
    start = QPoint(round(view.left + 40 * view.scale), round(view.top + 40 * view.scale))
    drag(window.parts.canvas, start, start + QPoint(60, 0), release=False)


def _propose(window: Window) -> None:
    opened(window, 1)
    window.parts.actions["propose"].trigger()
    wait_for(lambda: window.parts.document.unknown_share < 1)
    wait_for(lambda: not window.parts.live.is_working)


def _within(window: Window) -> None:
    opened(window, 1)
    window.parts.actions["propose_within"].trigger()


def _zoom(window: Window, scale: float) -> None:
    window.parts.canvas.zoom_to(scale)


def _run(window: Window) -> None:
    opened(window)
    window.parts.mattes.started.emit("guided-student")
    window.parts.mattes.progressed.emit(0.4)


def _stale(window: Window, look: Look = Look.TRIMAP) -> None:
    """Between a stroke and its alpha: the matte had settled, and is stale around the hair."""
    finished(window, look)
    parts = window.parts
    wait_for(lambda: not parts.live.is_working)
    parts.brush.set_diameter(30)
    parts.actions["eraser"].trigger()
    middle = middle_of(parts.canvas)
    Task(lambda _task: time.sleep(1)).start(MODEL_LANE)  # the picture is taken before this ends
    drag(parts.canvas, middle + QPoint(-60, -190), middle + QPoint(60, -190))
    parts.live.progressed.emit(0.4)


def _on_picture(window: Window) -> None:
    finished(window)
    ground = cv2.imread(str(sample_folder() / "dandelion.jpg"))
    window.parts.looks.set_picture(np.ascontiguousarray(ground[..., ::-1]))
    window.parts.looks.set_ground(Ground.PICTURE)


def _export(window: Window) -> None:
    """A cut-out was written, and read back."""
    finished(window)
    target = Path(tempfile.mkdtemp()) / "astronaut-cutout.png"
    window.parts.dialogs.file_to_write = (  # type: ignore[method-assign]
        lambda _title, _suggestion: target
    )
    window.parts.actions["export_cutout"].trigger()
    wait_for(lambda: window.parts.stage.messages.message is not None)
    _open_sections(window, "export")


def _refuse_matte(window: Window) -> None:
    opened(window, 1)
    window.parts.actions["matte"].trigger()


def _refuse_file(window: Window) -> None:
    window.open_files([Path("holiday.txt")])
    wait_for(lambda: window.parts.stage.messages.message is not None)


def _compare(
    window: Window, mode: Mode = Mode.WIPE, *, look: Look = Look.ALPHA, wait: bool = True
) -> None:
    finished(window, look)
    window.parts.actions[mode.value].trigger()
    seconds = window.compare.seconds
    if wait:
        wait_for(lambda: seconds.stage("dim-student") is Stage.READY)
        wait_for(lambda: mode is not Mode.DIFFERENCE or window.compare.found is not None)
        live(300)  # colours of the second side


def _measure(window: Window) -> None:
    finished(window, Look.ALPHA, name="curls")
    truth = sample_folder() / "curls-alpha.png"
    window.parts.dialogs.truth_to_open = lambda _folder: truth  # type: ignore[method-assign]
    window.parts.settings.set_open("truth", True)
    _open_sections(window, "truth")
    window.parts.actions["open_truth"].trigger()
    labels = window.compare.measuring.panel._values["sad"]
    wait_for(lambda: bool(labels[0].text()))


def _map(window: Window) -> None:
    finished(window, Look.TRIMAP)
    window.parts.actions["disagreement"].trigger()
    wait_for(lambda: window.compare.found is not None)


def _worst(window: Window) -> None:
    _map(window)
    window.parts.canvas.setFocus()
    window.parts.actions["next_worst"].trigger()
    live(200)


def _card(window: Window) -> None:
    finished(window)
    window.parts.actions["fringe_card"].trigger()
    live(200)


def _loupe(window: Window) -> None:
    finished(window, Look.TRIMAP)
    window.parts.actions["loupe"].trigger()
    canvas = window.parts.canvas
    move(canvas, middle_of(canvas) + QPoint(-70, -150))


def _coach(window: Window) -> None:
    finished(window, Look.TRIMAP)
    _open_sections(window, "coach")
    window.parts.actions["check_band"].trigger()
    coach = window.compare.coach
    wait_for(lambda: coach.advice is not None or not coach.is_running)


def _open_sections(window: Window, *names: str) -> None:
    """Unfold these, and fold all others."""
    for name, section in window.parts.side._sections.items():
        section.fold(name not in names)
    live(50)


def _unfold(window: Window, *names: str) -> None:
    finished(window)
    _open_sections(window, *(names or window.parts.side._sections))
    live(300)  # what is counted behind


def _open_menu(window: Window, name: str) -> None:
    finished(window)
    entry = next(e for e in window.menuBar().actions() if e.text().replace("&", "") == name)
    menu = entry.menu()
    assert isinstance(menu, QMenu)
    bar = window.menuBar()
    menu.popup(bar.mapToGlobal(bar.actionGeometry(entry).bottomLeft()))
    live(50)


def _about(window: Window, row: int) -> None:
    window.parts.actions["about"].trigger()
    dialog = window.findChild(About)
    dialog.show_page(dialog.pages[row])
    live(50)


def _offer(window: Window) -> None:
    """What a killed program left behind."""
    bar = window.findChild(OfferBar)
    note = PictureNote("astronaut.png", 512, 512, "")
    bar.offer(LeftBehind(Path(), note, Path(), 42, time.time()), 1)


def _order(window: Window) -> None:
    """The form of a batch, filled in."""
    window.parts.actions["batch"].trigger()
    home = Path("/") / "home" / "ana" / "shoot"
    window.findChild(BatchForm).fill(
        Orders(
            images=home / "raw",
            trimaps=home / "trimaps",
            output=home / "mattes",
            kinds=("alpha", "cutout"),
            propose=True,
        )
    )
    live(50)


def _run_batch(window: Window) -> None:
    """A batch as it runs, with two pictures that failed."""
    _order(window)
    progress = window.findChild(BatchProgress)
    progress.show_event(Started(300, 120))
    for name, message, hint in (
        (
            "0042.jpg",
            "“0042.jpg” is damaged or cut off (image file is truncated).",
            "Copy or download it again.",
        ),
        (
            "0077.jpg",
            "The trimap “0077.png” has no foreground.",
            "Paint a few strokes of foreground where you are certain.",
        ),
    ):
        failed = Result(
            name=name, status="failed", seconds=1.0, stamp=[], message=message, hint=hint
        )
        progress.show_event(Told(failed, 143, 2, 540.0))
    progress.show_event(Working("0146.jpg", 146))
    live(50)


def _show_keys(window: Window) -> None:
    opened(window)
    window.parts.actions["keys"].trigger()
    live(50)


def _prefer(window: Window, page: int) -> Preferences:
    opened(window)
    window.parts.actions["preferences"].trigger()
    dialog = window.findChild(Preferences)
    dialog._list.setCurrentRow(page)
    wait_for(lambda: page != 2 or window.parts.devices.found is not None)
    return dialog


def _conflict(window: Window) -> None:
    """A key is wanted that another action has."""
    dialog = _prefer(window, 1)
    field = next(f for f in dialog.findChildren(KeyField) if "Matte" in f.accessibleName())
    QTest.mouseClick(field, LEFT)
    key = QKeySequence("B")[0]
    kind = QKeyEvent.Type.KeyPress
    QApplication.sendEvent(field, QKeyEvent(kind, key.key(), Qt.KeyboardModifier.NoModifier, "b"))
    live(50)


def on_colour(window: Window) -> None:
    """For the README's picture in the dark."""
    finished(window)
    window.parts.looks.set_colour(QColor(0x35, 0x3F, 0x5C))
