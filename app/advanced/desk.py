"""The hidden page, connected: what is started, what waits for its turn, and what is watched."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMainWindow

from app.advanced.lanes import RUN_LANE
from app.advanced.outcome.panel import RunsPanel
from app.advanced.page import AdvancedPage
from app.advanced.recipe.panel import RecipePanel
from app.desk.parts import Parts
from app.messages import Message, Tone, explain
from app.tasks import Task
from engine.runs.folders import alive, folders, new_folder
from engine.runs.launching import go_on, prepare
from engine.runs.queue import enqueue
from engine.training.spec import RunSpec


class AdvancedDesk(QObject):
    """Builds the page and connects it with the window's parts."""

    def __init__(self, parts: Parts, window: QMainWindow) -> None:
        super().__init__(window)
        self._parts = parts
        self.page = AdvancedPage()
        self.recipe = RecipePanel(parts)
        self.recipe.start_wanted.connect(self.start)
        self.page.put_recipe(self.recipe)
        self.runs = RunsPanel(lambda: parts.devices.choice)
        self.page.put_runs(self.runs)
        self.runs.watch_wanted.connect(self.page.watch.watch)
        self.runs.spec_wanted.connect(self.recipe.show_spec)
        self.runs.promoted.connect(parts.mattes.renew)
        self.runs.promoted.connect(self.recipe.pair.refresh)
        parts.theme.changed.connect(self._colour)
        self._colour()
        self._do(_to_watch, self._on_found)

    @Slot(object, str)
    def start(self, spec: RunSpec, name: str) -> None:
        """Begin a run and watch it; or let it wait for its turn, if another one is alive."""
        processes = self.recipe.processes
        self._do(lambda: _begun(spec, name, processes), self._on_begun)

    def finish(self) -> None:
        """The window is about to go; runs go on."""
        self.recipe.finish()
        self.page.finish()
        self.runs.finish()

    def _do(self, call: Callable[[], object], then: object) -> None:
        task = Task(lambda _task: call())
        task.succeeded.connect(then)
        task.failed.connect(self._on_failed)
        task.start(RUN_LANE)

    @Slot(object)
    def _on_found(self, folder: Path | None) -> None:
        if folder is not None and self.page.watch.folder is None:
            self.page.watch.watch(folder)

    @Slot(object)
    def _on_begun(self, begun: tuple[Path, bool]) -> None:
        folder, waits = begun
        self.page.show_run()
        if not waits:
            self.page.watch.watch(folder)
            return
        self.page.watch.watcher.look()
        words = self.tr("“{0}” waits until the run under way has ended.").format(folder.name)
        self.page.tell(Message(Tone.INFO, words))

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.page.tell(explain(error))

    @Slot()
    def _colour(self) -> None:
        self.page.colour(self._parts.theme.colours)
        self.runs.colour(self._parts.theme.colours)


def _begun(spec: RunSpec, name: str, processes: int) -> tuple[Path, bool]:
    """On the lane: the run's new folder, and whether it waits for its turn."""
    folder = new_folder(name)
    prepare(spec, folder)
    if alive():
        enqueue(folder, processes)
        return folder, True
    go_on(folder, processes)
    return folder, False


def _to_watch() -> Path | None:
    """On the lane: the run that is under way, else the one that was started last."""
    return next(iter((*alive(), *folders())), None)
