"""Where teacher and student are compared: the published stages, the paper's others, or picked."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from app.advanced.recipe.fields import choice, choose, fill, form, note
from engine.catalog import CATALOG, DISTILLED, STAGES
from engine.runs.presets import LAYERS
from engine.training.spec import RunSpec

_PUBLISHED = "published"


class LayersBox(QWidget):
    """Offers what both networks have; the rest is picked on a drawing of them."""

    changed = Signal()
    sheet_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stages: tuple[str, ...] | None = None
        self._family = "guided"
        self._choices = choice([], self.tr("Layers"))
        self._choices.activated.connect(self._on_choice)
        self._pick = QPushButton(self.tr("Pick them on the networks…"))
        self._pick.clicked.connect(self.sheet_wanted)
        self._words = note()
        fields = form(self)
        fields.addRow(self.tr("Compared at"), self._choices)
        fields.addRow("", self._pick)
        fields.addRow(self._words)
        self._offer()

    @property
    def stages(self) -> tuple[str, ...] | None:
        """The stages that are picked; None for the published ones."""
        return self._stages

    @property
    def summary(self) -> str:
        """Their names."""
        return ", ".join(DISTILLED[self._family] if self._stages is None else self._stages)

    def values(self) -> dict[str, Any]:
        """The field of a RunSpec that is told here."""
        return {"stages": self._stages}

    def show_spec(self, spec: RunSpec) -> None:
        """Choose what the spec says."""
        self._family = CATALOG[spec.network].family
        self.pick(spec.stages)

    def pick(self, stages: tuple[str, ...] | None) -> None:
        """Compare at these stages; None for the published ones."""
        self._stages = None if stages == DISTILLED[self._family] else stages
        self._offer()
        self.changed.emit()

    def suit(self, network: str, teacher: str | None, *, compares: bool) -> None:
        """Offer what this pair has; stages that it does not have are left out."""
        family = CATALOG[network].family
        if family != self._family:
            self._family = family
            if self._stages is not None and not set(self._stages) <= set(STAGES[family]):
                self._stages = None
        self._pick.setEnabled(teacher is not None)
        self._choices.setEnabled(teacher is not None)
        words = "" if compares else self.tr("With these terms and weights no layers are compared.")
        self._words.setText(
            self.tr("Without a teacher there is nothing to compare.") if teacher is None else words
        )
        self._words.setVisible(bool(self._words.text()))
        self._offer()

    def _offer(self) -> None:
        known = set(STAGES[self._family])
        names = self.tr("as published: {0}").format(", ".join(DISTILLED[self._family]))
        entries: list[tuple[str, object]] = [(names, _PUBLISHED)]
        entries += [
            (name, name)
            for name, stages in LAYERS.items()
            if set(stages) <= known and stages != DISTILLED[self._family]
        ]
        current = self._current()
        if current is None:
            entries.append((self.tr("picked: {0}").format(", ".join(self._stages or ())), None))
        with QSignalBlocker(self._choices):
            fill(self._choices, entries)
            choose(self._choices, current)

    def _current(self) -> str | None:
        if self._stages is None:
            return _PUBLISHED
        return next((name for name, stages in LAYERS.items() if stages == self._stages), None)

    @Slot(int)
    def _on_choice(self, _index: int) -> None:
        name = self._choices.currentData()
        if name is not None:
            self.pick(None if name == _PUBLISHED else LAYERS[name])
