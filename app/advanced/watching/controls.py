"""The buttons that steer a run: only those that mean something now are there."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.numbers import number
from engine.runs.story import Story


class Controls(QWidget):
    """Asks for what is to be done; who does it shows the story that follows."""

    pause_wanted = Signal()
    resume_wanted = Signal()
    stop_wanted = Signal()
    kill_wanted = Signal()
    go_on_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pause = self._button(self.tr("Pause"), self._on_pause)
        self.stop = self._button(self.tr("Stop"), self.stop_wanted)
        self.stop.setToolTip(self.tr("Save, and end after the step under way"))
        self.kill = self._button(self.tr("End at once"), self.kill_wanted)
        self.kill.setToolTip(self.tr("What it has learnt since it saved last is lost"))
        self.go_on = self._button(self.tr("Go on"), self.go_on_wanted)
        self.go_on.setObjectName("primary")
        self._is_paused = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.pause, self.stop, self.kill, self.go_on):
            row.addWidget(button)

    def _button(self, text: str, then: object) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(then)
        return button

    def show_story(self, story: Story | None) -> None:
        """Offer what can be done with the run; nothing with none."""
        alive = story is not None and story.is_alive
        ending = story is not None and story.is_ending
        starting = story is not None and story.is_starting
        self._is_paused = story is not None and story.state == "paused"
        self.pause.setVisible(alive and not ending and not starting)
        self.pause.setText(self.tr("Go on") if self._is_paused else self.tr("Pause"))
        self.stop.setVisible(alive and not ending and not starting)
        self.kill.setVisible(alive and (ending or starting))
        self.go_on.setVisible(story is not None and not alive and story.state != "finished")
        if story is None:
            return
        saved = story.saved[-1].step if story.saved else 0
        words = self.tr("Go on from step {0}").format(number(saved))
        self.go_on.setText(words if saved else self.tr("Begin"))

    @Slot()
    def _on_pause(self) -> None:
        (self.resume_wanted if self._is_paused else self.pause_wanted).emit()
