"""What is learnt from: cut-outs of several kinds, photographs behind them, and the drawn share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from app.advanced.recipe.accepted_box import AcceptedBox
from app.advanced.recipe.details_sheet import DetailsSheet
from app.advanced.recipe.drawn_box import DrawnBox
from app.advanced.recipe.known_folders import Known, known_folders
from app.advanced.recipe.rendering_box import RenderingBox
from app.advanced.recipe.source_row import SourceRow
from app.batch.folder_field import folder_in
from app.dialogs import Dialogs
from app.numbers import number
from app.settings import Settings
from engine.data.accepted import learnt_folder
from engine.data.layouts import composition_1k
from engine.data.render.environment import own_python
from engine.training.spec import RunSpec


class SourcesBox(QWidget):
    """Rows that can be ticked; folders may be added, and dropped in."""

    changed = Signal()

    def __init__(self, dialogs: Dialogs, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dialogs = dialogs
        self._rows: dict[Path, SourceRow] = {}
        self._behind: SourceRow | None = None
        self._licences: dict[str, str] = {}
        """That a spec names, by what it calls the data."""
        self.setAcceptDrops(True)
        self.accepted = AcceptedBox(settings)
        self.accepted.changed.connect(self._on_changed)
        self.rendering = RenderingBox()
        self.rendering.rendered.connect(self._on_rendered)
        self.rendering.hide()
        self._add = QPushButton(self.tr("Add"))
        self._add.setMenu(self._menu())
        self._photographs = QPushButton(self.tr("Photographs…"))
        self._photographs.setToolTip(self.tr("A folder of photographs to put behind the cut-outs"))
        self._photographs.clicked.connect(self._on_photographs)
        self._drawn = DrawnBox()
        self._drawn.changed.connect(self._on_changed)
        self._nothing = QLabel(self.tr("Behind them: smooth colours, for no photographs are added"))
        self._nothing.setObjectName("note")
        self._nothing.setWordWrap(True)
        self._lay_out()
        self._fill()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self._backs = QVBoxLayout()
        self._backs.setSpacing(4)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._add)
        buttons.addWidget(self._photographs)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._column)
        layout.addWidget(self.accepted)
        layout.addWidget(self.rendering)
        layout.addWidget(self._drawn)
        layout.addLayout(self._backs)
        layout.addWidget(self._nothing)
        layout.addLayout(buttons)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("A folder of cut-outs…"), self._on_folder)
        menu.addAction(self.tr("Composition-1k…"), self._on_composition)
        rendering = menu.addAction(self.tr("Render some here"), self._on_rendering)
        rendering.setEnabled(own_python().exists())
        if not own_python().exists():
            rendering.setToolTip(
                self.tr(
                    "Blender's module is not set up: “gossamer-cli data render --setup” fetches it."
                    " Until then the program draws cut-outs itself."
                )
            )
        menu.setToolTipsVisible(True)
        return menu

    def _fill(self) -> None:
        for known in known_folders():
            if known.folder.is_dir():
                self._row(known.title, known.folder, known=known)

    def _row(self, title: str, folder: Path, known: Known | None = None) -> SourceRow:
        """The row of a folder, which is made if it is not there."""
        if folder in self._rows:
            return self._rows[folder]
        row = SourceRow(
            title,
            folder,
            "foregrounds",
            licence=known.licence if known else self._licences.get(folder.name, ""),
            origin=known.origin if known else "",
            removable=known is None,
        )
        self._connect(row, self._rows.pop)
        self._rows[folder] = row
        self._column.addWidget(row)
        return row

    def _connect(self, row: SourceRow, drop: Callable[[Path], object]) -> None:
        row.changed.connect(self._on_changed)
        row.details_wanted.connect(lambda: DetailsSheet(row, self.window()).open())
        row.removed.connect(lambda: self._dropped(row, drop))

    def _dropped(self, row: SourceRow, drop: Callable[[Path], object]) -> None:
        drop(row.folder)
        row.rest()
        row.hide()
        row.deleteLater()
        self._on_changed()

    @property
    def rows(self) -> list[SourceRow]:
        """The folders of cut-outs."""
        return list(self._rows.values())

    @property
    def behind(self) -> SourceRow | None:
        """The folder of photographs."""
        return self._behind

    @property
    def trouble(self) -> str:
        """Why nothing can be learnt from this; empty if nothing is known against it."""
        rows = [*self._used(), *([self._behind] if self._behind else [])]
        return next((f"{row.title}: {row.trouble}" for row in rows if row.trouble), "")

    @property
    def summary(self) -> str:
        """What is chosen, in a few words."""
        counts = [row.count for row in self._used()]
        count = sum(known or 0 for known in counts) + self.accepted.used_count
        parts = [self.tr("{0} cut-outs").format(number(count))] if count else []
        if self._drawn.share:
            parts.append(self.tr("{0} % drawn").format(round(100 * self._drawn.share)))
        return " · ".join(parts) or self.tr("nothing")

    def values(self) -> dict[str, Any]:
        """The fields of a RunSpec that are told here."""
        folders = [str(row.folder) for row in self._used()]
        data = [(row.origin, row.licence) for row in self._used()]
        if self.accepted.is_used:
            folders.append(str(learnt_folder()))
            data.append(self.accepted.card)
        if self._behind is not None and self._behind.is_used:
            data.append((f"Backgrounds: {self._behind.origin}", self._behind.licence))
        used = self._behind is not None and self._behind.is_used
        return {
            "foregrounds": folders[0] if folders else "",
            "more_foregrounds": tuple(folders[1:]),
            "backgrounds": str(self._behind.folder) if used and self._behind else "",
            "procedural": self._drawn.share,
            "data": tuple(
                {"source": origin, "licence": licence or "not known"} for origin, licence in data
            ),
        }

    def show_spec(self, spec: RunSpec) -> None:
        """Tick what the spec learns from, adding its folders if need be."""
        self._licences = {one["source"]: one["licence"] for one in spec.data}
        wanted = {Path(name) for name in (spec.foregrounds, *spec.more_foregrounds) if name}
        with QSignalBlocker(self):
            self.accepted.use(learnt_folder() in wanted)
            for folder in wanted - {learnt_folder()}:
                self._row(folder.name, folder)
            for folder, row in self._rows.items():
                row.use(folder in wanted)
            self._put_behind(Path(spec.backgrounds) if spec.backgrounds else None)
            self._drawn.put(spec.procedural)
        self._on_changed()

    def add(self, folder: Path) -> SourceRow:
        """Learn from a folder of cut-outs."""
        row = self._row(folder.name, folder)
        row.use(True)
        self._on_changed()
        return row

    def put_behind(self, folder: Path | None) -> None:
        """Put the photographs of a folder behind the cut-outs; None for smooth colours."""
        self._put_behind(folder)
        self._on_changed()

    def finish(self) -> None:
        """Leave all folders alone, and what is being rendered."""
        for row in (*self._rows.values(), *([self._behind] if self._behind else [])):
            row.rest()
        self.rendering.finish()

    def _put_behind(self, folder: Path | None) -> None:
        if self._behind is not None and self._behind.folder != folder:
            self._behind.rest()
            self._behind.hide()
            self._behind.deleteLater()
            self._behind = None
        if folder is not None and self._behind is None:
            title = self.tr("Behind them: {0}").format(folder.name)
            licence = self._licences.get(f"Backgrounds: {folder.name}", "")
            row = SourceRow(title, folder, "backgrounds", licence=licence, removable=True)
            self._connect(row, lambda _folder: self._forget_behind())
            self._behind = row
            self._backs.addWidget(row)
        if self._behind is not None:
            self._behind.use(True)

    def _forget_behind(self) -> None:
        self._behind = None

    def _used(self) -> list[SourceRow]:
        return [row for row in self._rows.values() if row.is_used]

    @Slot()
    def _on_changed(self) -> None:
        self._nothing.setVisible(self._behind is None or not self._behind.is_used)
        self._drawn.allow(bool(self._used()) or self.accepted.is_used)
        self.changed.emit()

    @Slot()
    def _on_rendered(self) -> None:
        """There is a picture more; the row is looked into again once all of them are there."""
        known = known_folders()[-1]
        if known.folder.is_dir():
            row = self._row(known.title, known.folder, known=known)
            if not self.rendering.is_running:
                row.use(True)
                row.look()

    @Slot()
    def _on_folder(self) -> None:
        folder = self._dialogs.folder(self.tr("A folder of cut-outs"), "")
        if folder is not None:
            self.add(folder)

    @Slot()
    def _on_composition(self) -> None:
        folder = self._dialogs.folder(self.tr("The folder of Composition-1k"), "")
        if folder is None:
            return
        row = self.add(folder)
        if not folder.is_dir() or composition_1k(folder) is None:
            row.trouble = self.tr(
                "There is no “Training_set” in it: choose the folder that was unpacked."
            )
            self._on_changed()

    @Slot()
    def _on_rendering(self) -> None:
        self.rendering.show()

    @Slot()
    def _on_photographs(self) -> None:
        folder = self._dialogs.folder(self.tr("Photographs to put behind the cut-outs"), "")
        if folder is not None:
            self.put_behind(folder)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A folder is welcome."""
        if folder_in(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """It is taken for cut-outs; the check says if it holds none."""
        folder = folder_in(event)
        if folder is not None:
            self.add(folder)
        event.acceptProposedAction()
