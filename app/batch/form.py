"""The form of a batch: folders, what is written, under which names, by which model."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from app.batch.folder_field import FolderField
from app.dialogs import Dialogs
from app.models import Model
from app.panels.line import line
from engine.batch.orders import Kind, Orders, result_name
from engine.errors import BatchError
from engine.export.formats import FORMATS, suffixes
from engine.export.kinds import Depth, What
from engine.mixing import Mixing


class BatchForm(QWidget):
    """Fields on one side, Orders on the other."""

    changed = Signal()

    def __init__(
        self, models: list[Model], dialogs: Dialogs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._images = FolderField(self.tr("Photographs"), dialogs)
        self._trimaps = FolderField(self.tr("Trimaps"), dialogs)
        self._output = FolderField(self.tr("Results"), dialogs)
        self._propose = QCheckBox(self.tr("Propose a trimap where there is none"))
        self._below = QCheckBox(self.tr("With the folders below"))
        self._kinds: dict[Kind, QCheckBox] = {
            "alpha": QCheckBox(self.tr("Alpha")),
            "cutout": QCheckBox(self.tr("Cut-out")),
            "trimap": QCheckBox(self.tr("Trimap")),
        }
        self._kinds["alpha"].setChecked(True)
        self._names = QLineEdit()
        self._names.setAccessibleName(self.tr("Names"))
        self._example = QLabel()
        self._example.setObjectName("note")
        self._formats, self._depths = QComboBox(), QComboBox()
        self._formats.setAccessibleName(self.tr("Format"))
        self._depths.setAccessibleName(self.tr("Depth"))
        for kind_of_file in FORMATS.values():
            self._formats.addItem(kind_of_file.title, kind_of_file.suffixes[0])
        for depth, words in (
            (None, self.tr("Usual depth")),
            (Depth.EIGHT, self.tr("8 bit")),
            (Depth.SIXTEEN, self.tr("16 bit")),
            (Depth.HALF, self.tr("Half float")),
            (Depth.FLOAT, self.tr("Float")),
        ):
            self._depths.addItem(words, depth)
        self._models = QComboBox()
        self._models.setAccessibleName(self.tr("Model"))
        for model in models:
            self._models.addItem(model.title, model.name)
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Photographs"), self._images)
        form.addRow("", self._below)
        form.addRow(self.tr("Trimaps"), self._trimaps)
        form.addRow("", self._propose)
        form.addRow(self.tr("Results"), self._output)
        form.addRow(self.tr("Write"), line(*self._kinds.values(), spacing=16))
        form.addRow(self.tr("Format"), line(self._formats, self._depths, spacing=16))
        form.addRow(self.tr("Names"), self._names)
        form.addRow("", self._example)
        form.addRow(self.tr("Model"), self._models)

    def _connect(self) -> None:
        for field in (self._images, self._trimaps, self._output):
            field.changed.connect(self._on_changed)
        for box in (self._propose, self._below, *self._kinds.values()):
            box.toggled.connect(self._on_changed)
        self._names.textChanged.connect(self._on_changed)
        for combo in (self._formats, self._depths, self._models):
            combo.currentIndexChanged.connect(self._on_changed)

    @property
    def output(self) -> Path | None:
        """The folder of the results."""
        return self._output.path

    def orders(self, device: str, mixing: Mixing) -> Orders:
        """What the fields say. Raises BatchError when that makes no sense."""
        images, output = self._images.path, self._output.path
        if images is None or output is None:
            raise BatchError(
                self.tr("A batch needs a folder of photographs and one for the results."),
                hint=self.tr("Choose both."),
            )
        return Orders(
            images=images,
            trimaps=self._trimaps.path,
            output=output,
            model=self._models.currentData() or "",
            device=device,
            mixing=mixing,
            kinds=self._chosen(),
            pattern=self._pattern(),
            depth=self._depths.currentData(),
            propose=self._propose.isChecked(),
            below=self._below.isChecked(),
        )

    def fill(self, orders: Orders) -> None:
        """Let the fields say this."""
        with QSignalBlocker(self):
            self._images.set_path(orders.images)
            self._trimaps.set_path(orders.trimaps)
            self._output.set_path(orders.output)
            for kind, box in self._kinds.items():
                box.setChecked(kind in orders.kinds)
            ending = Path(orders.names).suffix
            self._names.setText(orders.pattern.removesuffix(ending))
            self._formats.setCurrentIndex(max(0, self._formats.findData(ending)))
            self._depths.setCurrentIndex(max(0, self._depths.findData(orders.depth)))
            self._propose.setChecked(orders.propose)
            self._below.setChecked(orders.below)
        self.choose_model(orders.model)

    def choose_model(self, name: str) -> None:
        """Let a model be chosen, if it is there."""
        index = self._models.findData(name)
        if index >= 0:
            self._models.setCurrentIndex(index)
        self._on_changed()

    def _chosen(self) -> tuple[Kind, ...]:
        return tuple(kind for kind, box in self._kinds.items() if box.isChecked())

    def _pattern(self) -> str:
        """The names with the format's ending, unless they have one of their own."""
        text = self._names.text().strip() or self._names.placeholderText()
        is_whole = Path(text).suffix.lower() in suffixes(What.CUTOUT)
        return text if is_whole else f"{text}{self._formats.currentData()}"

    @Slot()
    def _on_changed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        kinds = self._chosen()
        self._names.setPlaceholderText("{stem}-{kind}" if len(kinds) > 1 else "{stem}")
        self._trimaps.invite(
            self.tr("None: every trimap is a proposal") if self._propose.isChecked() else ""
        )
        image = f"{self.tr('fox')}.jpg"
        try:
            made = [
                result_name(
                    self._pattern(),
                    stem=Path(image).stem,
                    name=image,
                    kind=kind,
                    model=self._models.currentData() or "",
                    number="0001",
                )
                for kind in kinds
            ]
        except BatchError:
            made = []
        self._example.setText(f"{image} → {', '.join(made)}" if made else "")
