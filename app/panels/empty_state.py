"""What is there before a picture is: a place to drop one, samples, and what was open lately."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QImage, QImageReader, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.actions import Actions
from app.icons import icon
from app.paths import Sample
from app.tasks import FILE_LANE, Task
from app.theme import Colours

_THUMB = QSize(132, 96)
_WIDEST = QSize(860, 480)
_SAMPLES, _RECENT = 4, 4


class EmptyState(QWidget):
    """Offers pictures, and tells which one was chosen."""

    sample_chosen = Signal(object)
    recent_chosen = Signal(str)

    def __init__(
        self,
        actions: Actions,
        samples: list[Sample],
        recent: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("empty")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._buttons: list[QToolButton] = []
        self._emblem = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._target = self._build_target(actions)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        column.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._target, 12)
        middle.addStretch(1)
        column.addLayout(middle, 6)
        if samples:
            column.addWidget(_caption(self.tr("Or begin with a sample")))
            column.addLayout(self._build_samples(samples[:_SAMPLES]))
        present = [path for path in recent if Path(path).exists()][:_RECENT]
        if present:
            column.addWidget(_caption(self.tr("Opened lately")))
            column.addLayout(self._build_recent(present))
        column.addStretch(1)
        self._load(samples[:_SAMPLES])

    def _build_target(self, actions: Actions) -> QFrame:
        target = QFrame()
        target.setObjectName("dropTarget")
        target.setMinimumHeight(210)
        target.setMaximumSize(_WIDEST)
        title = QLabel(self.tr("Drop a photograph here"), alignment=Qt.AlignmentFlag.AlignCenter)
        title.setObjectName("emptyTitle")
        text = QLabel(
            self.tr("PNG, JPEG, TIFF or WebP, 8 or 16 bit; a trimap may come along."),
            alignment=Qt.AlignmentFlag.AlignCenter,
        )
        text.setObjectName("emptyText")
        text.setWordWrap(True)
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addStretch(1)
        for action, is_primary in ((actions["open"], True), (actions["paste"], False)):
            button = QPushButton(action.text())
            button.setObjectName("primary" if is_primary else "secondary")
            button.setToolTip(action.toolTip())
            action.changed.connect(lambda a=action, b=button: b.setToolTip(a.toolTip()))
            button.setMinimumWidth(104)
            button.clicked.connect(action.trigger)
            choices.addWidget(button)
        choices.addStretch(1)
        inner = QVBoxLayout(target)
        inner.setSpacing(8)
        inner.addStretch(1)
        inner.addWidget(self._emblem)
        inner.addWidget(title)
        inner.addWidget(text)
        inner.addSpacing(8)
        inner.addLayout(choices)
        inner.addStretch(1)
        return target

    def _build_samples(self, samples: list[Sample]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        for sample in samples:
            button = QToolButton()
            button.setObjectName("sample")
            button.setText(QCoreApplication.translate("Samples", sample.title))
            button.setIconSize(_THUMB)
            button.setIcon(QIcon(_blank()))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setToolTip(self.tr("Open this sample and its trimap"))
            button.clicked.connect(lambda _=False, chosen=sample: self.sample_chosen.emit(chosen))
            self._buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _build_recent(self, paths: list[str]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addStretch(1)
        for path in paths:
            button = QPushButton(Path(path).name)
            button.setObjectName("recent")
            button.setToolTip(path)
            button.clicked.connect(lambda _=False, chosen=path: self.recent_chosen.emit(chosen))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def colour(self, colours: Colours) -> None:
        """Draw the emblem in the colours of a theme."""
        emblem = icon("image-plus-outline", colours, colours.faint)
        self._emblem.setPixmap(emblem.pixmap(QSize(44, 44)))

    def invite(self, hovered: bool) -> None:
        """Show that what hovers over the window may be dropped."""
        self._target.setProperty("hovered", hovered)
        self._target.style().unpolish(self._target)
        self._target.style().polish(self._target)

    def _load(self, samples: list[Sample]) -> None:
        if samples:
            paths = [sample.picture for sample in samples]
            task = Task(lambda _task: [_thumbnail(path) for path in paths])
            task.succeeded.connect(self._on_thumbnails_read)
            task.start(FILE_LANE)

    @Slot(object)
    def _on_thumbnails_read(self, images: list[QImage]) -> None:
        for button, image in zip(self._buttons, images, strict=True):
            if not image.isNull():
                button.setIcon(QIcon(_rounded(image)))


def _caption(text: str) -> QLabel:
    label = QLabel(text, alignment=Qt.AlignmentFlag.AlignCenter)
    label.setObjectName("emptyText")
    return label


def _thumbnail(path: Path) -> QImage:
    """A small picture that fills a thumbnail; decoded small, as JPEGs can be."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    wanted = _THUMB * 2
    reader.setScaledSize(
        reader.size().scaled(wanted, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    )
    image = reader.read()
    left, top = (image.width() - wanted.width()) // 2, (image.height() - wanted.height()) // 3
    return image.copy(left, top, wanted.width(), wanted.height())


def _blank() -> QPixmap:
    pixmap = QPixmap(_THUMB)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def _rounded(image: QImage) -> QPixmap:
    pixmap = QPixmap(image.size())
    pixmap.fill(Qt.GlobalColor.transparent)
    outline = QPainterPath()
    outline.addRoundedRect(pixmap.rect(), 10, 10)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(outline)
    painter.drawImage(0, 0, image)
    painter.end()
    pixmap.setDevicePixelRatio(2.0)
    return pixmap
