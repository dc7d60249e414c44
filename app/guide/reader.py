"""The reader: one page of the guide at a time, its pictures as wide as there is room."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QImage, QImageReader, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from app.guide.dressing import dress, set_margin
from app.theme import LIGHT, Colours

_WIDEST = 820
"""Pixels of a line: longer ones are hard to read."""
_SIDES, _ENDS = 28, 20
"""Room around the text, at the least."""
_PICTURE = QTextDocument.ResourceType.ImageResource


class GuideReader(QTextBrowser):
    """Follows links between the pages and goes back; Alt+Left and Alt+Right do, too."""

    turned = Signal()
    """Another page is shown, or the same one anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setAccessibleName(self.tr("Guide"))
        self.page: Path | None = None
        """The file of the page that is shown."""
        self._colours = LIGHT
        self._pictures: dict[str, QImage] = {}
        """Those of the page, in their own size."""
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit)
        self.sourceChanged.connect(self._on_read)

    def show_page(self, path: Path) -> None:
        """Turn to the page in this file."""
        self.setSource(QUrl.fromLocalFile(str(path)))

    def colour(self, colours: Colours) -> None:
        """Show the page in the colours of a theme, from the line that is at the top now."""
        self._colours = colours
        if self.page is not None:
            place = self.verticalScrollBar().value()
            self.reload()
            self.verticalScrollBar().setValue(place)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture as wide as there is room; all else as it is. name: in full."""
        if kind != _PICTURE.value:
            self._pictures.clear()  # another page begins
            return super().loadResource(kind, name)
        address = QUrl(name)
        key = address.toString()
        if key not in self._pictures:
            self._pictures[key] = QImageReader(address.toLocalFile()).read()
        return self._fitted(self._pictures[key])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page into what room there is now."""
        super().resizeEvent(event)
        self._later.start()

    @Slot(QUrl)
    def _on_read(self, name: QUrl) -> None:
        # `source` is still the page before
        self.page = Path(self.document().baseUrl().resolved(name).toLocalFile())
        dress(self.document(), self._colours)
        self._fit()
        self.turned.emit()

    @Slot()
    def _fit(self) -> None:
        document = self.document()
        sides = max(_SIDES, (self.viewport().width() - _WIDEST) // 2)
        set_margin(document, sides, _ENDS)
        for name, picture in self._pictures.items():
            document.addResource(_PICTURE.value, QUrl(name), self._fitted(picture))
        document.markContentsDirty(0, document.characterCount())

    def _room(self) -> int:
        """Pixels of the screen that a line may be wide."""
        return max(100, min(_WIDEST, self.viewport().width() - 2 * _SIDES))

    def _fitted(self, picture: QImage) -> QImage:
        """Never larger than it is; as many pixels as the screen has for it."""
        if picture.isNull():
            return picture
        ratio = self.devicePixelRatioF()
        width = min(self._room(), picture.width())
        size = QSize(round(width * ratio), 1 << 20)
        smooth = Qt.TransformationMode.SmoothTransformation
        fitted = picture.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        fitted.setDevicePixelRatio(ratio)
        return fitted
