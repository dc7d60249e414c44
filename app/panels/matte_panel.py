"""The panel of the matte: which model, the button that starts it, how far it is."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.actions import Actions
from app.models import Model
from app.panels.push_button import push_button
from app.panels.switch import Switch
from app.panels.work_stack import WorkStack


class MattePanel(QWidget):
    """Shows the models and the progress, and tells which model was chosen."""

    model_chosen = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._models = QComboBox()
        self._models.setAccessibleName(self.tr("Model"))
        self._models.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._models.activated.connect(self._on_activated)
        self._start = push_button(actions["matte"], self.tr("Matte"))
        self._start.setObjectName("primary")
        self._is_still = False
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._live = Switch()
        self._live.setAccessibleName(self.tr("Live"))
        self._live_action = actions["live"]
        self._live.clicked.connect(self._live_action.trigger)
        self._live_action.changed.connect(self._show_live)
        self._note = QLabel()
        self._note.setObjectName("note")
        self._note.setWordWrap(True)
        self._note.setMinimumHeight(self._note.fontMetrics().height())
        self._expected = QLabel()
        self._expected.setObjectName("note")
        self._expected.hide()
        self._build(actions)

    def _build(self, actions: Actions) -> None:
        label = QLabel(self.tr("Model"))
        label.setBuddy(self._models)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(label)
        row.addWidget(self._models, 1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setToolTip(actions["cancel"].toolTip())
        actions["cancel"].changed.connect(lambda: cancel.setToolTip(actions["cancel"].toolTip()))
        cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        cancel.clicked.connect(actions["cancel"].trigger)
        self._stack = WorkStack(self._start, self._bar, cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addLayout(self._build_live())
        layout.addWidget(self._stack)
        layout.addWidget(self._expected)
        layout.addWidget(self._note)

    def _build_live(self) -> QHBoxLayout:
        label = QLabel(self.tr("Live"))
        label.setBuddy(self._live)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addStretch(1)
        row.addWidget(self._live)
        self._live_label = label
        self._show_live()
        return row

    @Slot()
    def _show_live(self) -> None:
        action = self._live_action
        self._live.setChecked(action.isChecked() and action.isEnabled())
        self._live.setEnabled(action.isEnabled())
        for widget in (self._live, self._live_label):
            widget.setToolTip(action.toolTip())
        self._live.setAccessibleDescription(action.toolTip())

    def offer(self, models: list[Model], chosen: str) -> None:
        """List the models that have weights."""
        self._models.clear()
        for model in models:
            self._models.addItem(model.title, model.name)
        self._models.setEnabled(bool(models))
        if not models:
            self._models.addItem(self.tr("None installed"), "")
        self.choose(chosen)

    def choose(self, name: str) -> None:
        """Show the model that is used."""
        index = self._models.findData(name)
        if index >= 0:
            self._models.setCurrentIndex(index)
        self._models.setToolTip(self._models.currentText())

    @Slot(float)
    def show_progress(self, share: float) -> None:
        """How far the matte is; 0 means that nobody knows yet."""
        self._bar.setRange(0, 1000 if share > 0 or self._is_still else 0)
        self._bar.setValue(round(1000 * share))

    def show_running(self, running: bool) -> None:
        """Offer to cancel while a matte runs, and to start otherwise."""
        self._stack.show_running(running)
        if running:
            self.show_progress(0)

    @property
    def model(self) -> str:
        """The model that is chosen; empty when there is none."""
        return self._models.currentData() or ""

    def keep_still(self, still: bool) -> None:
        """Whether nothing is to move by itself: a bar that nobody knows the end of stays empty."""
        self._is_still = still

    def expect(self, text: str) -> None:
        """Say what the matte will take, or what is left of it; nothing for an empty text."""
        self._expected.setText(text)
        self._expected.setVisible(bool(text))
        self._share_line()

    def note(self, text: str) -> None:
        """Say something about the matte in a line."""
        self._note.setText(text)
        self._share_line()

    def _share_line(self) -> None:
        """One line for both, so that nothing moves: what is ahead comes before what is done."""
        self._note.setVisible(not self._expected.text())
        self._expected.setToolTip(self._note.text())

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        self._models.setToolTip(self._models.currentText())
        self.model_chosen.emit(self._models.itemData(index))
