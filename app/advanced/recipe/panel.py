"""The recipe: data, length, start; and everything else one unfolding away."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QThread, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.advanced.lanes import LOOKING_LANE, WORKING_LANE
from app.advanced.recipe.chapter import Chapter
from app.advanced.recipe.foot import Foot
from app.advanced.recipe.known_folders import own_foregrounds
from app.advanced.recipe.layer_sheet import LayerSheet
from app.advanced.recipe.layers_box import LayersBox
from app.advanced.recipe.machine_box import MachineBox
from app.advanced.recipe.memory import remember, remembered
from app.advanced.recipe.method_box import MethodBox
from app.advanced.recipe.open_picture import is_usable, kept_picture, usable_picture
from app.advanced.recipe.pair_box import PairBox
from app.advanced.recipe.preset_bar import PresetBar
from app.advanced.recipe.refusals import place_of
from app.advanced.recipe.sources_box import SourcesBox
from app.advanced.recipe.trial_controller import TrialController
from app.desk.parts import Parts
from app.messages import Message, explain
from app.tasks import FILE_LANE, Task
from engine.catalog import CATALOG, DEFAULT
from engine.errors import EngineError
from engine.runs.presets import DEFAULT as FIRST
from engine.runs.presets import LENGTHS, length_of, name_of, with_preset
from engine.runs.teachers import card_of, require_comparable
from engine.training.combinations import require_shareable
from engine.training.spec import RunSpec

_LEAST_WIDTH = 340
_WAIT = 150
"""Milliseconds after the last change before the recipe is judged as a whole."""


class RecipePanel(QWidget):
    """Boxes on one side, a RunSpec on the other; what it refuses stands beside what is at fault."""

    start_wanted = Signal(object, str)
    """The RunSpec, and what the run is called."""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._base = RunSpec(network=DEFAULT)
        """What the boxes do not tell: the rest of a preset, or of a spec that was shown."""
        self.presets = PresetBar()
        self.sources = SourcesBox(parts.dialogs, parts.settings)
        self.pair, self.method, self.layers = PairBox(), MethodBox(), LayersBox()
        self.machine = MachineBox(parts.devices)
        self.preview = QCheckBox(self.tr("Watch the open photograph while it learns"))
        self.preview.setChecked(True)
        self.trial = TrialController(self)
        self.foot = Foot()
        self._boxes: dict[str, Any] = {
            "data": self.sources,
            "pair": self.pair,
            "method": self.method,
            "layers": self.layers,
            "machine": self.machine,
        }
        titles = (
            *(self.tr("Data"), self.tr("Student and teacher"), self.tr("Method")),
            *(self.tr("Layers"), self.tr("Length and machine")),
        )
        self.chapters = {
            name: Chapter(title, box, opened=name == "data")
            for (name, box), title in zip(self._boxes.items(), titles, strict=True)
        }
        self._judging = QTimer(self)
        self._judging.setSingleShot(True)
        self._judging.setInterval(_WAIT)
        self._judging.timeout.connect(self.judge)
        self._lay_out()
        self._connect()
        if (last := remembered()) is not None:
            self.show_spec(last)
        else:
            self._begin()

    def _lay_out(self) -> None:
        self.setMinimumWidth(_LEAST_WIDTH)
        head = QWidget()
        top = QVBoxLayout(head)
        top.setContentsMargins(14, 12, 14, 10)
        top.setSpacing(8)
        title = QLabel(self.tr("Teach a student"))
        title.setObjectName("emptyTitle")
        top.addWidget(title)
        top.addWidget(self.presets)
        top.addWidget(self.preview)
        inner = QWidget()
        inner.setMinimumWidth(1)  # a row that is too wide is squeezed, and no other cut off
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        for chapter in self.chapters.values():
            column.addWidget(chapter)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("recipe")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(self.foot)

    def _connect(self) -> None:
        self.presets.chosen.connect(self._on_preset)
        self.pair.changed.connect(self._on_pair)
        self.method.row_chosen.connect(self._on_row)
        self.layers.sheet_wanted.connect(self._on_layers)
        for box in self._boxes.values():
            box.changed.connect(self._judging.start)
        self.foot.start_wanted.connect(self._on_start)
        self.foot.measure_wanted.connect(self._on_measure)
        self.foot.rest_wanted.connect(self.trial.rest)
        self.trial.progressed.connect(self.foot.show_progress)
        self.trial.changed.connect(self._on_trial)
        self.trial.failed.connect(self.refuse)
        self._parts.document.image_changed.connect(self._on_document)
        self._parts.theme.changed.connect(self._colour)
        self._colour()
        self._on_document()

    def _begin(self) -> None:
        """The ordinary path: the cut-outs that are there, and the first preset."""
        come_along = str(own_foregrounds()) if own_foregrounds().is_dir() else ""
        cores = max(1, QThread.idealThreadCount())
        loaders = min(4, max(1, cores // 4))
        first = replace(self._base, threads=max(1, cores - loaders), workers=loaders)
        self.show_spec(replace(first, foregrounds=come_along))
        self._on_preset(FIRST)

    @property
    def processes(self) -> int:
        """How many shall share the run that is started."""
        return self.machine.processes

    def spec(self) -> RunSpec:
        """What the boxes say. EngineError for what no run can be."""
        values: dict[str, Any] = {}
        for box in self._boxes.values():
            values |= box.values()
        spec = replace(self._base, **values)
        require_shareable(spec, self.machine.processes)
        if spec.teacher is not None:
            require_comparable(spec, card_of(spec.teacher).network)
        return spec

    def show_spec(self, spec: RunSpec) -> None:
        """Let the boxes say this; previews are those of the photograph that is open."""
        self._base = replace(spec, previews=())
        for box in self._boxes.values():
            box.show_spec(spec)
        self.judge()

    @Slot()
    def judge(self) -> None:
        """Say what each part holds, and beside the right one what cannot be."""
        self._judging.stop()
        for name, box in self._boxes.items():
            self.chapters[name].say(box.summary)
            self.chapters[name].complain("")
        spec = self._possible()
        self.foot.allow(spec is not None and not self.sources.trouble)
        if self.sources.trouble:
            self.chapters["data"].complain(self.sources.trouble)
        if spec is None:
            self.presets.show_preset(None)
            self.foot.say(self.tr("Mend what is said above, then it can be measured and started."))
            return
        self.presets.show_preset(length_of(spec))
        self.foot.call(name_of(spec))
        self.foot.expect(self.trial.known(spec, self.machine.processes))
        remember(spec)

    def finish(self) -> None:
        """The window is about to go: nothing that was begun here for it goes on."""
        self._judging.stop()
        self.trial.rest()
        self.sources.finish()
        for lane in (LOOKING_LANE, WORKING_LANE):
            lane.waitForDone()

    def _possible(self) -> RunSpec | None:
        try:
            return self.spec()
        except EngineError as error:
            self.chapters[place_of(error.message)].complain(explain(error).words)
            return None

    @Slot(str)
    def _on_preset(self, name: str) -> None:
        self._base = with_preset(self._base, LENGTHS[name])
        self.pair.take(self._base.network, self._base.width)
        self.machine.show_spec(self._base)
        if "terms" in LENGTHS[name]:
            self.method.show_spec(self._base)
        self.layers.pick(None)
        self.judge()

    @Slot()
    def _on_pair(self) -> None:
        teacher = self.pair.teacher
        self.method.taught(teacher)
        compares = self.method.values()["w2"] > 0 and bool(set(self.method.chosen) - {"hinton"})
        self.layers.suit(self.pair.network, teacher, compares=compares)

    @Slot(str)
    def _on_row(self, row: str) -> None:
        self.pair.teach(row != "plain")

    @Slot()
    def _on_layers(self) -> None:
        spec = self._possible()
        if spec is None:
            return
        titles = (
            self.tr("Teacher: {0}").format(spec.teacher),
            self.tr("Student: {0}").format(CATALOG[spec.network].title),
        )
        picture = usable_picture(self._parts.document)
        sheet = LayerSheet(spec, titles, picture, self._parts.theme.colours, self.window())
        sheet.picked.connect(self.layers.pick)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    @Slot()
    def _on_measure(self) -> None:
        spec = self._possible()
        if spec is not None:
            self.foot.show_progress(0)
            self.trial.measure(spec, self.machine.processes)

    @Slot()
    def _on_trial(self) -> None:
        self.foot.show_running(self.trial.is_running)
        if not self.trial.is_running:
            spec = self._possible()
            if spec is not None:
                self.foot.expect(self.trial.known(spec, self.machine.processes))

    @Slot(object)
    def refuse(self, message: Message) -> None:
        """Say why the run cannot be, beside what that is about."""
        self.chapters[place_of(message.sentence)].complain(message.words)

    @Slot(str)
    def _on_start(self, name: str) -> None:
        spec = self._possible()
        if spec is None:
            return
        self.trial.rest()
        picture = usable_picture(self._parts.document) if self.preview.isChecked() else None
        if picture is None:
            self.start_wanted.emit(spec, name)
            return
        self.foot.allow(False)
        task = Task(lambda _task: (replace(spec, previews=(kept_picture(*picture),)), name))
        task.succeeded.connect(self._on_kept)
        task.failed.connect(self._on_error)
        task.ended.connect(self.judge)
        task.start(FILE_LANE)

    @Slot(object)
    def _on_kept(self, started: tuple[RunSpec, str]) -> None:
        self.start_wanted.emit(*started)

    @Slot(object)
    def _on_error(self, error: BaseException) -> None:
        self.refuse(explain(error))

    def showEvent(self, event: QShowEvent) -> None:
        """Perhaps something was opened, painted, imported or promoted meanwhile."""
        super().showEvent(event)
        self.pair.refresh()
        self._on_document()

    @Slot()
    def _on_document(self) -> None:
        """A photograph on which nothing is marked cannot be matted."""
        self.preview.setEnabled(self.isVisible() and is_usable(self._parts.document))

    @Slot()
    def _colour(self) -> None:
        for chapter in self.chapters.values():
            chapter.colour(self._parts.theme.colours)
