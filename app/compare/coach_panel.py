"""The panel of the band coach: check, see what was found, take it."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.actions import Actions
from app.compare.advice_legend import AdviceLegend
from app.panels.push_button import push_button
from engine.matting.coach import Advice


class CoachPanel(QWidget):
    """Two buttons, a sentence, and a legend of the two tints with their numbers of pixels."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = QLabel()
        self._note.setObjectName("note")
        self._note.setWordWrap(True)
        self._legend = AdviceLegend()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(push_button(actions["check_band"], self.tr("Check the band")))
        buttons.addWidget(push_button(actions["take_advice"], self.tr("Take the advice")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(buttons)
        layout.addWidget(self._note)
        layout.addWidget(self._legend)
        self.begin_anew()

    @property
    def note(self) -> str:
        """The sentence that is shown."""
        return self._note.text()

    def begin_anew(self) -> None:
        """Nothing was checked yet: say what checking is."""
        self.say(
            self.tr(
                "Matted again with other widths of the band, this shows where it is too narrow,"
                " and what could be known."
            )
        )

    def say(self, text: str) -> None:
        """Show a sentence, and no numbers."""
        self._note.setText(text)
        self._note.show()
        self._legend.hide()

    def tell(self, advice: Advice) -> None:
        """Show what was found."""
        if advice.is_empty:
            self.say(self.tr("The band is neither too narrow anywhere nor wider than it need be."))
            return
        self._legend.tell(advice)
        self._note.setText("")
        self._note.hide()
        self._legend.show()
