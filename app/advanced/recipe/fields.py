"""Fields of the recipe as they all look, and a form of them under each other."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QWidget,
)

from app.advanced.recipe.number_box import NumberBox


def whole(
    least: int, most: int, value: int, name: str, *, step: int = 1, suffix: str = ""
) -> QSpinBox:
    """A box for a whole number."""
    box = QSpinBox()
    box.setRange(least, most)
    box.setSingleStep(step)
    box.setValue(value)
    box.setSuffix(suffix)
    box.setAccessibleName(name)
    box.lineEdit().setTextMargins(5, 0, 5, 0)
    return box


def decimal(
    least: float, most: float, value: float, name: str, *, step: float = 0.1, digits: int = 2
) -> NumberBox:
    """A box for a number with decimals."""
    box = NumberBox()
    box.setDecimals(digits)
    box.setRange(least, most)
    box.setSingleStep(step)
    box.setValue(value)
    box.setAccessibleName(name)
    box.lineEdit().setTextMargins(5, 0, 5, 0)
    return box


def choice(entries: Sequence[tuple[str, object]], name: str) -> QComboBox:
    """A box of words, each with its value."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    fill(box, entries)
    return box


def fill(box: QComboBox, entries: Sequence[tuple[str, object]]) -> None:
    """Put other entries into a box, keeping what was chosen if it is still there."""
    before = box.currentData()
    box.blockSignals(True)
    box.clear()
    for words, value in entries:
        box.addItem(words, value)
    choose(box, before)
    box.blockSignals(False)


def choose(box: QComboBox, value: object) -> None:
    """Choose an entry by its value; the first one if it is not there."""
    index = next((i for i in range(box.count()) if box.itemData(i) == value), 0)
    box.setCurrentIndex(index)


def form(parent: QWidget) -> QFormLayout:
    """Names at the left, fields at the right."""
    layout = QFormLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setHorizontalSpacing(12)
    layout.setVerticalSpacing(8)
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return layout


def link(text: str) -> QToolButton:
    """A button as quiet as a word."""
    button = QToolButton()
    button.setObjectName("link")
    button.setText(text)
    return button


def note(words: str = "") -> QLabel:
    """Faint words that wrap."""
    label = QLabel(words)
    label.setObjectName("note")
    label.setWordWrap(True)
    return label
