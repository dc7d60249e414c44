"""Previews over time: fixed pictures, as the student mattes them step by step."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QSlider,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.advanced.lanes import RUN_LANE
from app.advanced.watching.developing import Preview, View, developed
from app.advanced.watching.picture_view import PictureView
from app.advanced.watching.watcher import Sight
from app.icons import icon
from app.images import Bytes
from app.numbers import number
from app.panels.segments import Segments, segment
from app.theme import Colours
from app.weighing import Question, Weigher
from engine.errors import EngineError
from engine.runs.story import Story


class PreviewsPanel(QWidget):
    """One picture at one step; the latest for as long as the slider is at its end."""

    shown = Signal()
    """A picture is on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._story: Story | None = None
        self._number = 0
        self._wanted: tuple[Preview, View] | None = None
        self._weigher = Weigher(self._prepare, self, pause=0, lane=RUN_LANE)
        self._weigher.found.connect(self._on_developed)
        self.view = PictureView()
        self._none = QLabel(self.tr("Previews come with the first validation."))
        self._none.setObjectName("emptyText")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setWordWrap(True)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Step of the preview"))
        self.slider.valueChanged.connect(self._ask)
        self._step = QLabel()
        self._step.setObjectName("note")
        self.before = self._arrow(self.tr("The picture before"), -1)
        self.after = self._arrow(self.tr("The next picture"), 1)
        self._place = QLabel()
        self._place.setObjectName("note")
        self._views = {
            View.PHOTOGRAPH: segment(self.tr("Photograph")),
            View.ALPHA: segment(self.tr("Alpha")),
            View.CUTOUT: segment(self.tr("Cut-out")),
            View.TRUTH: segment(self.tr("Truth")),
        }
        self._group = QButtonGroup(self)
        for button in self._views.values():
            self._group.addButton(button)
        self._views[View.ALPHA].setChecked(True)
        self._group.buttonClicked.connect(self._ask)
        self._lay_out()
        self._show_story(None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Segments(*self._views.values()))
        head.addStretch(1)
        for widget in (self.before, self._place, self.after):
            head.addWidget(widget)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._none)
        self._stack.addWidget(self.view)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.slider, 1)
        foot.addWidget(self._step)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._stack, 1)
        column.addLayout(foot)

    def _arrow(self, text: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName("quiet")
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: self._turn(by))
        return button

    @property
    def step(self) -> str:
        """The step whose preview is shown, as it is said."""
        return self._step.text()

    def colour(self, colours: Colours) -> None:
        """Take the colours of a theme."""
        self.view.colour(colours)
        self.before.setIcon(icon("chevron-left", colours))
        self.after.setIcon(icon("chevron-right", colours))

    def look(self, view: View) -> None:
        """Look at something else of the same picture."""
        self._views[view].setChecked(True)
        self._ask()

    @Slot(object)
    def show_sight(self, sight: Sight | None) -> None:
        """Show what is new of a run; None for no run."""
        self._show_story(sight.story if sight is not None else None)

    def _show_story(self, story: Story | None) -> None:
        before, self._story = self._story, story
        told = story.previewed if story is not None else ()
        if before is not None and story is not None and told is before.previewed:
            return
        was_last = self.slider.value() == self.slider.maximum()
        if before is None or story is None or before.folder != story.folder:
            was_last, self._number = True, 0
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(0, len(told) - 1))
        if was_last:
            self.slider.setValue(self.slider.maximum())
        self.slider.blockSignals(False)
        self.slider.setEnabled(len(told) > 1)
        self._ask()

    def _turn(self, by: int) -> None:
        self._number += by
        self._ask()

    @Slot()
    def _ask(self) -> None:
        """Develop what is to be seen now, off this thread; of several wishes the last counts."""
        told = self._story.previewed if self._story is not None else ()
        event = told[min(self.slider.value(), len(told) - 1)] if told else None
        files = event.files if event is not None else []
        self._number = max(0, min(self._number, len(files) - 1))
        self.before.setEnabled(self._number > 0)
        self.after.setEnabled(self._number < len(files) - 1)
        self._stack.setCurrentIndex(1 if files else 0)
        self._place.setText(f"{self._number + 1} / {len(files)}" if files else "")
        if self._story is None or event is None or not files:
            self._step.setText("")
            self._wanted = None
            self.view.show_rgb(None)
            return
        self._step.setText(self.tr("step {0}").format(number(event.step)))
        preview = Preview(self._story.folder, self._number, files[self._number])
        truth = self._views[View.TRUTH]
        truth.setEnabled(preview.target.exists())
        if truth.isChecked() and not truth.isEnabled():
            self._views[View.ALPHA].setChecked(True)
        view = next(view for view, button in self._views.items() if button.isChecked())
        self._wanted = (preview, view)
        self._weigher.ask()

    def _prepare(self) -> Question | None:
        wanted = self._wanted
        return Question(None, lambda: _developed(*wanted)) if wanted is not None else None

    @Slot(object)
    def _on_developed(self, rgb: Bytes | None) -> None:
        if self._wanted is not None and not self._weigher.is_behind:
            self.view.show_rgb(rgb)
            self.shown.emit()


def _developed(preview: Preview, view: View) -> Bytes | None:
    """On the lane; None for files that are gone."""
    try:
        return developed(preview, view)
    except EngineError:
        return None
