"""Picking layers: the two networks, how alike their stages are, and what each finds alike."""

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.advanced.recipe.fields import note
from app.advanced.recipe.map_view import MapView
from app.advanced.recipe.matrix import Matrix
from app.advanced.recipe.network_drawing import NetworkDrawing
from app.advanced.recipe.pairing_controller import PairingController
from app.images import Bytes
from app.messages import Message
from app.panels.sheet_foot import sheet_button, sheet_foot
from app.theme import Colours
from engine.arrays import Image, Trimap
from engine.runs.stages import Plan
from engine.training.spec import RunSpec

_SIZE = QSize(1020, 700)
_MIDDLE = (0.5, 0.5)


class LayerSheet(QDialog):
    """Tells every pick at once; closing it keeps them."""

    picked = Signal(object)
    """The names of the stages; None for the published ones."""

    def __init__(
        self,
        spec: RunSpec,
        titles: tuple[str, str],
        picture: tuple[Image, Trimap] | None,
        colours: Colours,
        parent: QWidget,
    ) -> None:
        """titles: of teacher and student; picture: the open photograph, if there is one."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Layers that are compared"))
        self.resize(_SIZE)
        self._spec, self._titles = spec, titles
        self._plan: Plan | None = None
        self._stage, self._share = "", _MIDDLE
        self.drawing, self.matrix = NetworkDrawing(), Matrix()
        names = (self.tr("Teacher"), self.tr("Student"))
        self._maps_titles = {
            "spatial": self.tr("Alike to the ring"),
            "channel": self.tr("Channels alike"),
        }
        self.maps = {
            (kind, who): MapView(f"{title}, {name}", smooth=kind == "spatial")
            for kind, title in self._maps_titles.items()
            for who, name in enumerate(names)
        }
        self._words = note()
        self._matrix_words = note()
        self._bar = QProgressBar()
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the likeness"))
        self._bar.setVisible(picture is not None)
        self._published = sheet_button(self.tr("The published ones"), self._on_published)
        self._controller = PairingController(self)
        self._lay_out(names)
        for widget in (self.drawing, self.matrix):
            widget.colour(colours)
            widget.shown.connect(self._on_shown)
        self._connect()
        self._words.setText(self.tr("The networks are being drawn up…"))
        self._controller.ask(spec, picture)
        self._matrix_words.setText(
            self.tr("Linear CKA on the open photograph is being worked out…")
            if picture is not None
            else self.tr(
                "Open a photograph and mark what is foreground and background in it: then you see"
                " here how alike teacher and student find it, stage by stage and place by place."
            )
        )

    def _connect(self) -> None:
        self.drawing.picked.connect(self._on_picked)
        for (kind, _who), view in self.maps.items():
            if kind == "spatial":
                view.pointed.connect(self._on_pointed)
        self._controller.planned.connect(self._on_planned)
        self._controller.found.connect(self._on_found)
        self._controller.mapped.connect(self._on_mapped)
        self._controller.progressed.connect(lambda share: self._bar.setValue(round(100 * share)))
        self._controller.failed.connect(self._on_failed)
        self.finished.connect(self._controller.rest)

    def _lay_out(self, names: tuple[str, str]) -> None:
        grid = QGridLayout()
        grid.setSpacing(8)
        for who, name in enumerate(names):
            grid.addWidget(QLabel(name), 1 + who, 0)
        for column, (kind, title) in enumerate(self._maps_titles.items()):
            grid.addWidget(QLabel(title), 0, 1 + column)
            for who in range(2):
                grid.addWidget(self.maps[kind, who], 1 + who, 1 + column)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        grid.setRowStretch(1, 1)
        grid.setRowStretch(2, 1)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self._matrix_words)
        left.addWidget(self._bar)
        left.addWidget(self.matrix)
        left.addStretch(1)
        lower = QHBoxLayout()
        lower.setSpacing(24)
        lower.addLayout(left, 2)
        lower.addLayout(grid, 3)
        close = QPushButton(self.tr("Done"))
        close.setObjectName("primary")
        close.clicked.connect(self.accept)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 14)
        whole.setSpacing(14)
        whole.addWidget(self._words)
        whole.addWidget(self.drawing)
        whole.addLayout(lower, 1)
        whole.addLayout(sheet_foot(self._published, close=close))

    @property
    def words(self) -> str:
        """What is said of what is picked."""
        return self._words.text()

    @Slot(object)
    def _on_planned(self, plan: Plan) -> None:
        self._plan = plan
        self.drawing.show_plan(plan, self._titles)
        self._choose(self._spec.stages or plan.published)

    def _choose(self, stages: tuple[str, ...]) -> None:
        self.drawing.choose(stages)
        chosen = self.drawing.chosen
        self.matrix.choose(chosen)
        self._stage = self._stage or next(iter(chosen), "")
        self._words.setText(
            self.tr("Compared at {0}. Press a stage to take it or leave it.").format(
                ", ".join(chosen)
            )
            if chosen
            else self.tr("Nothing is compared: press a stage to take it.")
        )

    @Slot(object)
    def _on_picked(self, stages: tuple[str, ...]) -> None:
        self._choose(stages)
        assert self._plan is not None
        self.picked.emit(None if stages == self._plan.published else stages)

    @Slot()
    def _on_published(self) -> None:
        if self._plan is not None:
            self._choose(self._plan.published)
            self.picked.emit(None)

    @Slot(str)
    def _on_shown(self, stage: str) -> None:
        self._stage = stage
        self._controller.map(stage, self._share)

    @Slot(float, float)
    def _on_pointed(self, row: float, column: float) -> None:
        self._share = row, column
        self._controller.map(self._stage, self._share)

    @Slot(object)
    def _on_found(self, pairing: object) -> None:
        from engine.runs.pairing import Pairing

        assert isinstance(pairing, Pairing)
        self._bar.hide()
        rows, columns = tuple(pairing.teacher), tuple(pairing.student)
        self.matrix.show_values(pairing.cka, rows, columns)
        begun = (
            "" if self._spec.start else self.tr(" The student has not learnt yet: it is as drawn.")
        )
        self._matrix_words.setText(
            self.tr("Linear CKA on the open photograph: 1 is the same idea of it, 0 none.") + begun
        )
        self._controller.map(self._stage or columns[0], self._share)

    @Slot(str, object)
    def _on_mapped(self, stage: str, maps: tuple[Bytes, ...]) -> None:
        for (kind, who), view in self.maps.items():
            pixels = maps[who + (2 if kind == "channel" else 0)]
            view.show_map(pixels, self._share if kind == "spatial" else None)
            view.setToolTip(stage)

    @Slot(object)
    def _on_failed(self, message: Message) -> None:
        self._words.setText(message.words)
        self._matrix_words.clear()
        self._bar.hide()
