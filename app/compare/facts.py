"""Facts in a row, which goes on in the next line where there is no room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_BETWEEN = " · "
_BOUND = "\N{NO-BREAK SPACE}"


class FactsLabel(QLabel):
    """Breaks its line between two facts only, and keeps the lines that it once needed.

    So what lies beneath it does not jump while a matte is counted up.
    """

    def __init__(self, alignment: Qt.AlignmentFlag, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._highest = 0
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(alignment | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    @property
    def words(self) -> str:
        """All facts, as one line would have them."""
        return self._words

    def set_text(self, words: str) -> None:
        """Tell other facts, with a point between two of them."""
        self._words = words
        facts = words.split(_BETWEEN)
        self.setText(f"{_BOUND}· ".join(fact.replace(" ", _BOUND) for fact in facts))
        self.setToolTip(words)
        self._grow()

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """As high as it was for this width."""
        return QSize(0, max(self._highest, self.fontMetrics().height()))

    def hasHeightForWidth(self) -> bool:
        """The height is known already: a layout needs no second round."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._highest = 0
            self._grow()

    def _grow(self) -> None:
        needed = self.heightForWidth(self.width())
        if needed > self._highest:
            self._highest = needed
            self.updateGeometry()
