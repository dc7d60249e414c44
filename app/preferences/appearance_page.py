"""The page of appearance: the theme, how strongly the trimap tints, and what the wheel does."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QWidget,
)

from app.language import NAMES
from app.looks import Looks
from app.panels.switch import Switch
from app.settings import Settings
from app.theme import ThemeKeeper


class AppearancePage(QWidget):
    """Shows the choices, and makes them at once."""

    theme_chosen = Signal(str)
    wheel_chosen = Signal(str)
    stillness_chosen = Signal(bool)
    hints_wanted = Signal()
    """All hints, from the first, please."""

    def __init__(
        self, settings: Settings, theme: ThemeKeeper, looks: Looks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._looks = looks
        self._theme = theme
        self._themes = self._box(
            (
                ("system", self.tr("As the system")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            )
        )
        self._wheel = self._box(
            (("zoom", self.tr("Zooms at the cursor")), ("size", self.tr("Changes the brush size")))
        )
        self._languages = self._box((("", self.tr("As the system")), *NAMES.items()))
        self._languages.setCurrentIndex(max(0, self._languages.findData(settings.language)))
        self._languages.setAccessibleName(self.tr("Language"))
        self._languages.activated.connect(self._on_language)
        self._settings = settings
        self._restart = QLabel()
        self._restart.setObjectName("note")
        self._wheel.setCurrentIndex(self._wheel.findData(settings.wheel))
        self._tint = QSlider(Qt.Orientation.Horizontal)
        self._tint.setRange(0, 100)
        self._note = QLabel(self.tr("With Ctrl held, the wheel does the other."))
        self._note.setObjectName("note")
        self._note.setWordWrap(True)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, widget in (
            (self.tr("Theme"), self._themes),
            (self.tr("Tint of the trimap"), self._tint),
            (self.tr("The wheel"), self._wheel),
        ):
            widget.setAccessibleName(words)
            form.addRow(words, widget)
        form.addRow("", self._note)
        form.addRow(self.tr("Language"), self._languages)
        form.addRow("", self._restart)
        self._add_comfort(form)
        self._themes.activated.connect(self._on_theme)
        self._wheel.activated.connect(self._on_wheel)
        self._tint.valueChanged.connect(self._on_tint)
        looks.changed.connect(self._show_looks)
        theme.changed.connect(self._show_theme)
        self._show_looks()
        self._show_theme()

    def _add_comfort(self, form: QFormLayout) -> None:
        words = self.tr("Nothing moves by itself")
        self._still = Switch()
        self._still.setAccessibleName(words)
        motion = QHBoxLayout()
        motion.setSpacing(10)
        motion.addWidget(self._still)
        motion.addWidget(QLabel(words))
        motion.addStretch(1)
        self._still.setChecked(self._settings.still)
        self._still.toggled.connect(self.stillness_chosen)
        form.addRow(self.tr("Motion"), motion)
        self._hints = QPushButton(self.tr("Show the hints again"))
        self._hints.setAutoDefault(False)
        self._hints.setEnabled(bool(self._settings.learnt))
        self._hints.clicked.connect(self._on_hints)
        row = QHBoxLayout()
        row.addWidget(self._hints)
        row.addStretch(1)
        form.addRow(self.tr("Hints"), row)

    @staticmethod
    def _box(choices: tuple[tuple[str, str], ...]) -> QComboBox:
        box = QComboBox()
        for value, words in choices:
            box.addItem(words, value)
        return box

    @Slot(int)
    def _on_theme(self, index: int) -> None:
        self.theme_chosen.emit(self._themes.itemData(index))

    @Slot()
    def _on_hints(self) -> None:
        self._hints.setEnabled(False)
        self.hints_wanted.emit()

    @Slot(int)
    def _on_language(self, index: int) -> None:
        self._settings.language = self._languages.itemData(index)
        self._restart.setText(self.tr("It is used from the next start on."))

    @Slot(int)
    def _on_wheel(self, index: int) -> None:
        self.wheel_chosen.emit(self._wheel.itemData(index))

    @Slot(int)
    def _on_tint(self, percent: int) -> None:
        self._looks.set_tint(percent / 100)

    @Slot()
    def _show_looks(self) -> None:
        with QSignalBlocker(self._tint):
            self._tint.setValue(round(100 * self._looks.tint))

    @Slot()
    def _show_theme(self) -> None:
        self._themes.setCurrentIndex(self._themes.findData(self._theme.choice))
