"""Proposals: what asks for them, what is told of them, and when they are laid in."""

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from app.desk.parts import Parts
from app.looks import Look
from app.messages import Message, Tone
from engine.arrays import Trimap
from engine.trimap.codes import UNKNOWN
from engine.trimap.regions import Region


class ProposalsDesk(QObject):
    """Connects the actions that propose with the controller, and its answers with the trimap."""

    trimap_found = Signal(object, str)
    """A trimap to put in place, and the name of that deed."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._waiting: Trimap | None = None
        """A proposal that waits for the end of a stroke, which knows the trimap as it was."""
        self._deed = ""
        parts.actions["propose"].triggered.connect(self._on_propose)
        parts.actions["propose_within"].triggered.connect(self._on_propose_within)
        parts.actions["cancel"].triggered.connect(parts.proposals.cancel)
        parts.proposal_width.changed.connect(self._on_width_changed)
        parts.proposals.started.connect(self._on_started)
        parts.proposals.proposed.connect(self._on_proposed)
        parts.proposals.failed.connect(parts.stage.messages.show_message)
        parts.proposals.ended.connect(self._on_ended)
        parts.document.image_changed.connect(self._on_image_changed)
        hand = parts.canvas.hand
        hand.drawing_changed.connect(self._on_drawing_changed)
        hand.tool_changed.connect(self._on_tool_changed)

    @Slot(float)
    def _on_width_changed(self, width: float) -> None:
        self._parts.settings.proposal_width = width

    @Slot()
    def _on_propose(self) -> None:
        if self._is_anything_unknown():
            self._deed = self.tr("Propose a trimap")
            self._parts.proposals.propose(self._parts.proposal_width.width)

    @Slot()
    def _on_propose_within(self) -> None:
        if self._is_anything_unknown():
            self._parts.canvas.hand.ask_region(self._take)
            self._parts.canvas.setFocus()
            self._parts.stage.hint.say(self._words_for_lasso())

    def _take(self, region: Region) -> None:
        self._deed = self.tr("Propose inside a lasso")
        self._parts.proposals.propose_within(region, self._parts.proposal_width.width)

    def _is_anything_unknown(self) -> bool:
        if self._parts.document.unknown_share > 0:
            return True
        key = self._parts.actions.key
        self._parts.stage.messages.show_message(
            Message(
                Tone.INFO,
                self.tr("Nothing is unknown, so there is nothing to propose."),
                self.tr("Erase with {0} what shall be proposed anew.").format(key("eraser")),
            )
        )
        return False

    def _words_for_lasso(self) -> str:
        return self.tr("Draw a line around what you want to be proposed. Esc calls it off.")

    @Slot()
    def _on_started(self) -> None:
        self._waiting = None
        self._parts.stage.messages.clear()
        words = self.tr("proposing a trimap; {0} cancels")
        self._parts.status.show_doing(words.format(self._parts.actions.key("cancel")))

    @Slot()
    def _on_ended(self) -> None:
        self._parts.status.show_doing("")

    @Slot(object)
    def _on_proposed(self, proposal: Trimap) -> None:
        self._waiting = proposal
        self._lay_in()

    @Slot(bool)
    def _on_drawing_changed(self, _is_down: bool) -> None:
        self._lay_in()

    def _lay_in(self) -> None:
        """Take what is unknown by now from the proposal, unless a stroke is under way."""
        parts, proposal = self._parts, self._waiting
        if proposal is None or parts.canvas.hand.is_drawing:
            return
        self._waiting = None
        known = parts.document.trimap
        trimap = np.where(known == UNKNOWN, proposal, known).astype(np.uint8)
        if parts.looks.look is Look.ORIGINAL:
            parts.looks.set_look(Look.TRIMAP)  # what was asked for is what should be seen
        self.trimap_found.emit(trimap, self._deed)

    @Slot()
    def _on_tool_changed(self) -> None:
        hint = self._parts.stage.hint
        if hint.text() == self._words_for_lasso():
            hint.say("")

    @Slot()
    def _on_image_changed(self) -> None:
        self._waiting = None
