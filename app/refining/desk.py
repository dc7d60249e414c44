"""Refining: the panel, the brush that cleans colours, and the steps of both in the history."""

from PySide6.QtCore import QObject, Slot

from app.canvas.tools import ToolName
from app.desk.parts import Parts
from app.looks import Look
from app.refining.amounts import EditAmount
from app.refining.clean_tool import CleanTool
from app.refining.cleaning import CleaningController
from app.refining.commands import EditRefinement
from engine.keeping.finishing import PackedAmount
from engine.refine.refinement import Refinement
from engine.trimap.paint import Patch


class RefiningDesk(QObject):
    """Connects the panel of refining with what is shown, undone and written."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._tool = CleanTool(parts.document, parts.brush, self)
        self.cleaning = CleaningController(parts.document, self)
        panel, finish, actions = parts.refine_panel, parts.document.finish, parts.actions
        parts.canvas.hand.lend(ToolName.CLEAN, self._tool)
        self._tool.stroke_made.connect(self._on_stroke_made)
        actions["clean"].triggered.connect(self._on_clean_taken)
        actions["reset_refining"].triggered.connect(self._on_reset)
        panel.previewed.connect(finish.preview)
        panel.decided.connect(self._on_decided)
        panel.strength_chosen.connect(self._on_strength_chosen)
        finish.refined.connect(self._on_refined)
        self.cleaning.measured.connect(panel.show_left)
        self.cleaning.failed.connect(parts.stage.messages.show_message)

    def finish(self) -> None:
        """Measure nothing any more: the window is about to go."""
        self.cleaning.finish()

    @Slot(object)
    def _on_decided(self, refinement: Refinement) -> None:
        self._push(refinement, self.tr("Refine"))

    @Slot()
    def _on_reset(self) -> None:
        self._push(Refinement(), self.tr("Reset refining"))

    def _push(self, refinement: Refinement, text: str) -> None:
        document = self._parts.document
        before = document.finish.refinement
        if refinement == before:
            document.finish.set_refinement(before)  # ends the preview
        elif not document.is_empty:
            self._parts.history.push(EditRefinement(document, before, refinement, text))

    @Slot()
    def _on_refined(self) -> None:
        self._parts.refine_panel.show_refinement(self._parts.document.finish.shown)

    @Slot()
    def _on_clean_taken(self) -> None:
        self._parts.canvas.hand.take(ToolName.CLEAN)
        self._parts.looks.set_look(Look.CUTOUT)  # where colours can be judged

    @Slot(int)
    def _on_strength_chosen(self, percent: int) -> None:
        self._tool.strength = round(2.55 * percent)

    @Slot(object)
    def _on_stroke_made(self, patches: tuple[Patch, ...]) -> None:
        pieces = tuple(PackedAmount.of(patch) for patch in patches)
        step = EditAmount(self._parts.document, pieces, self.tr("Clean colours"))
        self._parts.history.push(step)
