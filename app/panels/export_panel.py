"""The panel of the export: format, depth, colours, and how the last file was read back."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from app.actions import Actions
from app.exporting.choice import ExportChoice, parse_choice
from app.panels.push_button import push_button
from app.panels.segments import Segments, segment
from engine.export.formats import FORMATS
from engine.export.kinds import Colours, Depth, What


class ExportPanel(QWidget):
    """Chooses how files are written, and offers to write them."""

    chosen = Signal(object)
    """The ExportChoice."""

    def __init__(self, actions: Actions, choice: str, parent: QWidget | None = None) -> None:
        """choice: an `ExportChoice`, as text."""
        super().__init__(parent)
        self._choice = parse_choice(choice)
        self._formats = QComboBox()
        for name, kind in FORMATS.items():
            self._formats.addItem(kind.title, name)
        self._formats.setAccessibleName(self.tr("Format of exported files"))
        self._depths = QButtonGroup(self)
        self._colours = QComboBox()
        self._colours.setAccessibleName(self.tr("How colours are stored"))
        self._note = QLabel()
        self._note.setObjectName("note")
        self._note.setWordWrap(True)
        self._note.hide()
        self._without = QLabel()
        self._without.setObjectName("note")
        self._without.setWordWrap(True)
        self._lay_out(actions)
        self.show_choice(self._choice)
        self._formats.activated.connect(self._on_format_chosen)
        self._depths.idClicked.connect(self._on_depth_clicked)
        self._colours.activated.connect(self._on_colours_chosen)

    def _lay_out(self, actions: Actions) -> None:
        kind = QHBoxLayout()
        kind.setSpacing(8)
        kind.addWidget(self._formats, 1)
        kind.addWidget(self._build_depths())
        files = QHBoxLayout()
        files.setSpacing(8)
        for name, text in (
            ("export_alpha", self.tr("Alpha…")),
            ("export_cutout", self.tr("Cut-out…")),
            ("copy_cutout", self.tr("Copy")),
        ):
            button = push_button(actions[name], text)
            button.setObjectName("slim")  # three in a row, in languages of long words too
            files.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(kind)
        layout.addWidget(self._colours)
        layout.addWidget(self._without)
        layout.addLayout(files)
        layout.addWidget(self._note)

    def _build_depths(self) -> Segments:
        box = Segments()
        for number, (text, tip) in enumerate(self._words_for_depths().values()):
            button = segment(text)
            button.setToolTip(tip)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._depths.addButton(button, number)
            box.add(button)
        return box

    def _words_for_depths(self) -> dict[Depth, tuple[str, str]]:
        bits = self.tr("{0} bits in each channel")
        return {
            Depth.EIGHT: (self.tr("8 bit"), bits.format(8)),
            Depth.SIXTEEN: (self.tr("16 bit"), bits.format(16)),
            Depth.HALF: (self.tr("Half"), self.tr("Floating point of 16 bits")),
            Depth.FLOAT: (self.tr("Float"), self.tr("Floating point of 32 bits")),
        }

    def _words_for_colours(self) -> dict[Colours, tuple[str, str]]:
        return {
            Colours.STRAIGHT: (
                self.tr("Straight"),
                self.tr("The foreground's own colours; alpha stands beside them"),
            ),
            Colours.PREMULTIPLIED: (
                self.tr("Premultiplied"),
                self.tr("Colours times alpha, over black: what compositing programs expect"),
            ),
            Colours.MASK: (
                self.tr("Layer with a mask"),
                self.tr("The foreground's own colours in a layer, and alpha as its mask"),
            ),
        }

    def show_choice(self, choice: ExportChoice) -> None:
        """Show what is chosen, and what there is to choose from."""
        self._choice = choice
        kind = FORMATS[choice.format]
        self._formats.setCurrentIndex(self._formats.findData(choice.format))
        for number, depth in enumerate(self._words_for_depths()):
            button = self._depths.button(number)
            button.setVisible(depth in kind.depths[What.CUTOUT])
            button.setChecked(depth is choice.depth)
        self._colours.clear()
        for colours in kind.colours:
            text, tip = self._words_for_colours()[colours]
            self._colours.addItem(text, str(colours))
            self._colours.setItemData(self._colours.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self._colours.setCurrentIndex(self._colours.findData(str(choice.colours)))
        words, tip = self._words_for_colours()[choice.colours]
        self._colours.setToolTip(tip)
        self._colours.setVisible(len(kind.colours) > 1)
        self._formats.setToolTip(f"{kind.title}: {words}\n{tip}")
        has_place = "exif" in kind.keeps
        self._without.setVisible(not has_place)
        self._without.setText(
            ""
            if has_place
            else self.tr("{0} has no place for the camera's notes (EXIF).").format(kind.title)
        )

    def show_note(self, text: str) -> None:
        """Say how the last file was read back."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def _choose(self, choice: ExportChoice) -> None:
        self.show_choice(choice)
        self.chosen.emit(choice)

    @Slot(int)
    def _on_format_chosen(self, index: int) -> None:
        self._choose(self._choice.with_format(self._formats.itemData(index)))

    @Slot(int)
    def _on_depth_clicked(self, number: int) -> None:
        depth = list(self._words_for_depths())[number]
        self._choose(replace(self._choice, depth=depth))

    @Slot(int)
    def _on_colours_chosen(self, index: int) -> None:
        self._choose(replace(self._choice, colours=Colours(self._colours.itemData(index))))
