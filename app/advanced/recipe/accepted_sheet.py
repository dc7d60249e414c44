"""The mattes that were kept to learn from: to look at, and to remove."""

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QImageReader, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.messages import explain
from app.numbers import number
from app.panels.sheet_foot import sheet_button, sheet_foot
from engine.data.accepted import Accepted, accepted, accepted_folder, files_of, forget
from engine.errors import EngineError

_SIZE, _ICON = QSize(560, 460), QSize(64, 48)


class AcceptedSheet(QDialog):
    """Removes at once what is chosen; nothing else of it is touched."""

    changed = Signal()
    """Some are gone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Mattes that were kept"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_SIZE)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._list = QListWidget()
        self._list.setObjectName("failures")
        self._list.setIconSize(_ICON)
        self._list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self._list.setAccessibleName(self.tr("Mattes that were kept"))
        self._list.itemSelectionChanged.connect(self._allow)
        self._remove = sheet_button(self.tr("Remove"), self._on_remove)
        close = sheet_button(self.tr("Close"), self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(12)
        column.addWidget(self._words)
        column.addWidget(self._list, 1)
        column.addLayout(sheet_foot(self._remove, close=close))
        self._show()

    def _show(self) -> None:
        kept = accepted()
        held_out = sum(one.held_out for one in kept)
        self._words.setText(
            self.tr(
                "{0} mattes are kept in {1}, and nowhere else. {2} of them, chosen by their"
                " pictures, are never learnt from: a new student is measured on them."
            ).format(number(len(kept)), accepted_folder(), number(held_out))
        )
        self._list.clear()
        for one in kept:
            words = f"{one.title}\n{one.width} × {one.height} · {_day(one)}"
            if one.held_out:
                words += " · " + self.tr("held out")
            item = QListWidgetItem(_icon(one), words, self._list)
            item.setData(Qt.ItemDataRole.UserRole, one)
            item.setToolTip(one.origin)
        self._allow()

    @Slot()
    def _allow(self) -> None:
        chosen = len(self._list.selectedItems())
        self._remove.setEnabled(chosen > 0)
        words = self.tr("Remove {0}").format(number(chosen)) if chosen > 1 else self.tr("Remove")
        self._remove.setText(words)

    @Slot()
    def _on_remove(self) -> None:
        trouble = ""
        for item in self._list.selectedItems():
            try:
                forget(item.data(Qt.ItemDataRole.UserRole))
            except EngineError as error:
                trouble = explain(error).words
        self._show()
        if trouble:
            self._words.setText(trouble)
        self.changed.emit()


def _day(one: Accepted) -> str:
    day = QDateTime.fromString(one.added, Qt.DateFormat.ISODate).toLocalTime().date()
    return QLocale().toString(day, QLocale.FormatType.ShortFormat)


def _icon(one: Accepted) -> QIcon:
    reader = QImageReader(str(files_of(one)["image"]))
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(_ICON, Qt.AspectRatioMode.KeepAspectRatio))
    return QIcon(QPixmap.fromImage(reader.read()))
