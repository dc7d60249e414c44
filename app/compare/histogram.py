"""The histogram of alpha, counted behind the matte for as long as somebody can see it."""

from PySide6.QtCore import QObject

from app.compare.bars import Bars
from app.desk.parts import Parts
from app.weighing import Question, Weigher
from engine.metrics.histogram import alpha_histogram
from engine.refine.refinement import refined
from engine.trimap.codes import clamp_known


class HistogramDesk(QObject):
    """Connects the section of the histogram with the document."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._document = parts.document
        self.bars = Bars()
        opened = parts.settings.is_open("histogram", default=False)
        parts.side.add("histogram", self.tr("Alpha histogram"), self.bars, opened=opened)
        self._weigher = Weigher(self._prepare, self)
        document = parts.document
        for changed in (document.image_changed, document.alpha_changed, document.piece_laid):
            changed.connect(self._weigher.ask)
        document.trimap_changed.connect(self._weigher.ask)
        document.finish.refined.connect(self._weigher.ask)
        self.bars.shown.connect(self._weigher.ask)
        self._weigher.found.connect(self.bars.tell)
        self._weigher.failed.connect(parts.stage.messages.show_message)

    def finish(self) -> None:
        """Begin nothing more: the window is about to go."""
        self._weigher.finish()

    def _prepare(self) -> Question | None:
        document = self._document
        alpha, trimap = document.alpha, document.trimap
        if alpha is None or not self.bars.isVisible():
            return None
        # both may be written meanwhile: the next piece asks again, and the bars are right then
        how = document.finish.shown
        key = (document.alpha_version, document.revision, how)
        return Question(
            key, lambda: alpha_histogram(refined(clamp_known(alpha, trimap), how), trimap)
        )
