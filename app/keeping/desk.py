"""Keeping: saves and opens projects, restores what was left behind, and moves strokes over."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMainWindow

from app.desk.parts import Parts
from app.keeping.offer_bar import OfferBar
from app.keeping.projects import Kept
from app.keeping.recovery import Recovery
from app.keeping.reopening import Missed, Reopened
from app.keeping.steps import command_of
from app.messages import Message, Tone
from app.models import installed
from app.numbers import number
from app.paths import drafts_folder, folder_beside
from app.refining.amounts import EditAmount
from app.refining.commands import EditRefinement
from engine.keeping.carrying import Carried
from engine.keeping.drafts import LeftBehind
from engine.keeping.finishing import PackedAmount
from engine.keeping.project import SUFFIX
from engine.trimap.paint import Patch, box_of


class KeepingDesk(QObject):
    """Connects the actions that keep work with the project controller, and knows the file."""

    trimap_made = Signal(object, str)
    """A trimap to put in place, and the name of that deed."""
    opened = Signal()
    """A project, with its photograph, is there."""
    discard_asked = Signal(object)
    """Before another picture comes: what to call once the work may go (a Callable)."""

    def __init__(self, parts: Parts, window: QMainWindow) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self._path: Path | None = None
        self._is_inside = True
        self._then: Callable[[], object] | None = None
        self._bar = OfferBar(parts.stage.overlaid)
        self.recovery = Recovery(self._bar, parts.dialogs, drafts_folder(), self)
        actions, projects = parts.actions, parts.projects
        actions["save"].triggered.connect(self._on_save)
        actions["save_as"].triggered.connect(self._on_save_as)
        actions["carry_over"].triggered.connect(self._on_carry_over)
        projects.reopened.connect(self._on_reopened)
        projects.carried.connect(self._on_carried)
        projects.kept.connect(self._on_kept)
        projects.failed.connect(self._on_failed)
        projects.photograph_missed.connect(self._on_photograph_missed)
        projects.busy_changed.connect(parts.status.show_doing)
        parts.projects.autosave.failed.connect(parts.stage.messages.show_message)
        parts.canvas.hand.drawing_changed.connect(parts.projects.autosave.settle)
        parts.document.image_changed.connect(self._on_image_changed)
        parts.theme.changed.connect(self._colour)
        self.recovery.wanted.connect(self._on_recovery_wanted)
        self.recovery.told.connect(parts.stage.messages.show_message)
        self._colour()

    def save_then(self, then: Callable[[], object]) -> None:
        """Save the project, asking where if that is not known; once it is saved, go on."""
        self._then = then
        self._on_save()

    @Slot()
    def _on_save(self) -> None:
        if self._path is None:
            self._on_save_as()
        else:
            self._save(self._path, inside=self._is_inside)

    @Slot()
    def _on_save_as(self) -> None:
        answer = self._parts.dialogs.project_to_write(self._suggested(), inside=self._is_inside)
        if answer is None:
            self._then = None
        else:
            path, inside = answer
            self._save(path, inside=inside)

    def _save(self, path: Path, *, inside: bool) -> None:
        self._parts.canvas.hand.abandon_stroke()
        model = self._parts.matte_panel.model or self._parts.settings.model
        self._parts.projects.save(path, model, inside=inside)

    def _suggested(self) -> Path:
        if self._path is not None:
            return self._path.with_suffix(SUFFIX)
        path = self._parts.document.path or Path("picture")
        return folder_beside(path) / path.with_suffix(SUFFIX).name

    @Slot(object)
    def _on_kept(self, kept: Kept) -> None:
        parts, (then, self._then) = self._parts, (self._then, None)
        if kept.picture is not parts.document.picture:  # another one was opened meanwhile
            return
        self._belong(kept.path, inside=kept.is_inside)
        parts.projects.autosave.belong(kept.path)
        if kept.revision == parts.document.revision:  # else there were strokes meanwhile
            parts.history.setClean()
        parts.stage.messages.show_message(
            Message(Tone.INFO, self.tr("Saved {0}").format(kept.path.name), str(kept.path.parent))
        )
        if then is not None:
            then()

    @Slot(object)
    def _on_failed(self, message: Message) -> None:
        self._then = None
        self._parts.stage.messages.show_message(message)

    @Slot(object)
    def _on_reopened(self, reopened: Reopened) -> None:
        parts = self._parts
        parts.stage.messages.clear()
        parts.history.clear()
        message = self._chosen(reopened)
        if reopened.carried is not None:
            self._on_carried(reopened.carried)
        elif reopened.beginning is not None:
            parts.projects.autosave.go_on_with(reopened.beginning)
            parts.document.open_picture(reopened.picture, reopened.trimap)
            self._take_over(reopened)
            if reopened.amount is not None:
                parts.document.finish.take_over(reopened.refinement, reopened.amount)
        if reopened.alpha is not None:
            parts.document.accept_alpha(reopened.alpha, parts.document.revision)
        if reopened.path is not None:
            self._belong(reopened.path, inside=reopened.is_inside)
        if reopened.draft is not None and parts.projects.autosave.draft is not None:
            self.recovery.done_with(reopened.draft)
        if message is not None:
            parts.stage.messages.show_message(message)
        self.opened.emit()

    def _chosen(self, reopened: Reopened) -> Message | None:
        """Choose the project's model, if it is installed; what is to be said of it all."""
        name, message = reopened.model, reopened.message
        if any(model.name == name for model in installed()):
            self._parts.matte_panel.model_chosen.emit(name)
        elif name:
            sentence = self.tr("The model of this project, {0}, is not installed.").format(name)
            if message is not None:  # that matters more
                return replace(message, hint=f"{message.hint} {sentence}".strip())
            hint = self.tr("Another one makes the next matte.")
            return Message(Tone.INFO, sentence, hint)
        return message

    def _take_over(self, reopened: Reopened) -> None:
        history, document = reopened.history, self._parts.document
        if history is not None:
            steps = [command_of(document, done) for done in history.steps]
            clean = history.saved if reopened.draft is not None else history.index
            self._parts.history.take_over(steps, history.index, clean)

    def _belong(self, path: Path, *, inside: bool) -> None:
        """The work is in a file, whose name the window bears."""
        self._path, self._is_inside = path, inside
        self._window.setWindowTitle(f"{path.name}[*] — Gossamer")
        self._parts.settings.folder = str(path.parent)
        self._parts.settings.remember(str(path))

    @Slot()
    def _on_image_changed(self) -> None:
        self._path, self._is_inside = None, True

    @Slot()
    def _on_carry_over(self) -> None:
        path = self._parts.dialogs.version_to_open(self._parts.settings.folder)
        if path is not None:
            self.discard_asked.emit(lambda: self._parts.projects.carry(path))

    @Slot(object)
    def _on_carried(self, carried: Carried) -> None:
        """Each part is a step, so that a draft keeps it and it can be undone."""
        parts = self._parts
        document, history = parts.document, parts.history
        history.clear()
        document.open_picture(carried.picture)
        self.trimap_made.emit(carried.trimap, self.tr("Strokes of another version"))
        before, after = document.finish.refinement, carried.refinement
        if after != before:
            text = self.tr("Refinement of another version")
            history.push(EditRefinement(document, before, after, text))
        if carried.amount is not None:
            patch = Patch(box_of(carried.amount), document.finish.amount, carried.amount)
            text = self.tr("Cleaned colours of another version")
            history.push(EditAmount(document, (PackedAmount.of(patch),), text))
        if carried.is_shortened:
            parts.stage.messages.show_message(
                Message(
                    Tone.WARNING,
                    self.tr("The edge is shifted by {0} pixels, which is less than before.").format(
                        number(abs(after.shift), 0)
                    ),
                    self.tr("Edges of so large a picture cannot be shifted by more."),
                )
            )

    @Slot(object)
    def _on_recovery_wanted(self, draft: LeftBehind) -> None:
        self.discard_asked.emit(lambda: self._parts.projects.recover(draft))

    @Slot(object)
    def _on_photograph_missed(self, missed: Missed) -> None:
        parts, source = self._parts, missed.source
        parts.stage.messages.show_message(missed.message)
        path = parts.dialogs.photograph_to_find(missed.message.sentence, parts.settings.folder)
        if path is None:
            return
        parts.stage.messages.clear()
        if isinstance(source, LeftBehind):
            parts.projects.recover(source, path)
        else:
            parts.projects.open(source, path)

    @Slot()
    def _colour(self) -> None:
        self._bar.colour(self._parts.theme.colours)
