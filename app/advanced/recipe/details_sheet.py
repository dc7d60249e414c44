"""All that is known of one folder: what is in it, file by file what is wrong, and its licence."""

from PySide6.QtCore import QSize, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.advanced.recipe.kinds import kind_words
from app.advanced.recipe.source_row import SourceRow
from app.compare.elided import ElidedLabel
from app.numbers import number
from app.panels.sheet_foot import sheet_button, sheet_foot
from app.words import engine_words

LICENCES = ("CC0", "CC-BY-4.0", "CC-BY-SA-4.0", "MIT", "Public domain", "Research only")
_SIZE = QSize(900, 480)


class DetailsSheet(QDialog):
    """Follows its row for as long as it is open."""

    def __init__(self, row: SourceRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = row
        self._shown = row.licence
        self.setWindowTitle(row.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_SIZE)
        self._folder = ElidedLabel()
        self._counts = QLabel()
        self._counts.setWordWrap(True)
        self._licence = QLineEdit(row.licence)
        self._licence.setPlaceholderText(self.tr("Not known: say it if you do"))
        self._licence.setAccessibleName(self.tr("Licence"))
        self._licence.setCompleter(QCompleter([*LICENCES, self.tr("My own")], self))
        self._licence.editingFinished.connect(self._on_licence)
        self._list = QTreeWidget()
        self._list.setObjectName("failures")
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(False)
        self._list.setWordWrap(True)
        self._list.setHeaderLabels([self.tr("File"), self.tr("What it is"), self.tr("Remedy")])
        self._list.setAccessibleName(self.tr("What is wrong"))
        self._lay_out()
        row.changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Folder"), self._folder)
        form.addRow(self.tr("Holds"), self._counts)
        form.addRow(self.tr("Licence"), self._licence)
        folder = sheet_button(self.tr("Open the folder"), self._on_open)
        again = sheet_button(self.tr("Look again"), self._row.look)
        close = sheet_button(self.tr("Close"), self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(self._list, 1)
        column.addLayout(sheet_foot(folder, again, close=close))

    @Slot()
    def _show(self) -> None:
        row, report = self._row, self._row.report
        self._folder.set_text(str(row.folder))
        if not self._licence.hasFocus():
            self._licence.setText(row.licence)
        self._shown = row.licence
        self._counts.setText(self._words())
        self._list.clear()
        for complaint in report.complaints if report else ():
            said = engine_words(complaint.message), engine_words(complaint.hint)
            item = QTreeWidgetItem(self._list, [complaint.file, *said])
            for column in range(3):
                item.setToolTip(column, item.text(column))
        for column, most in ((0, 200), (1, 440)):
            self._list.resizeColumnToContents(column)
            self._list.setColumnWidth(column, min(self._list.columnWidth(column) + 8, most))
        self._list.setVisible(bool(report and report.complaints))

    def _words(self) -> str:
        row, report = self._row, self._row.report
        if report is None and row.trouble:
            return row.trouble
        if report is None:
            return self.tr("It is being looked into…")
        words = self.tr("{0}: {1} of {2} can be used.").format(
            kind_words(report.kind), number(report.usable), number(report.files)
        )
        if not report.complaints:
            words += " " + self.tr("Nothing is wrong with them.")
        families = [
            f"{name} {number(files)}" for name, (files, _) in report.families.items() if files
        ]
        kept = sum(kept for _, kept in report.families.values())
        if len(families) > 1:
            words += "\n" + ", ".join(families)
        if kept:
            held = self.tr("{0} of them are held out, to measure on.").format(number(kept))
            words += "\n" + held
        return words

    @Slot()
    def _on_licence(self) -> None:
        licence = self._licence.text().strip()
        if licence != self._shown:  # also said when the line only loses the keys
            self._row.set_licence(licence)

    @Slot()
    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._row.folder)))
