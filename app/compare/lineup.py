"""Who can be compared: the present alpha, every model in the library, and a ground truth."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.canvas.shown import Shown
from app.compare.comparison import PRESENT, TRUTH, Kind, Source
from app.compare.second import SecondController, Stage
from app.compare.sheet import Sheet
from app.document import Document
from app.following import Settled
from app.matting import Answer
from app.models import Model, first_choice, installed, title_of
from app.numbers import number
from app.refining.finish import Finish
from engine.arrays import Alpha, Trimap
from engine.catalog import CATALOG
from engine.refine.refinement import refined
from engine.trimap.codes import clamp_known


class Lineup(QObject):
    """Knows for each source what it shows, what it is called, and what it took."""

    changed = Signal()
    """Words or mattes are other ones."""

    def __init__(
        self,
        document: Document,
        seconds: SecondController,
        cancel_key: Callable[[], str],
        models: Callable[[], list[Model]] = installed,
        parent: QObject | None = None,
    ) -> None:
        """cancel_key: how people read the key that gives a matte up."""
        super().__init__(parent)
        self._document = document
        self._seconds = seconds
        self._cancel_key = cancel_key
        self._read_models = models
        self._models: list[Model] = []
        self._last: Answer | Settled | None = None
        self._truth: Sheet | None = None
        self._truth_name = ""
        seconds.changed.connect(self.changed)
        document.alpha_changed.connect(self.changed)
        document.trimap_changed.connect(self.changed)
        document.alpha_settled.connect(self.changed)
        document.finish.refined.connect(self.changed)
        document.image_changed.connect(self._on_image_changed)

    @property
    def truth(self) -> Sheet | None:
        """The ground truth of this picture; None while none is open."""
        return self._truth

    @Slot()
    def read_library(self) -> None:
        """Look again which models there are."""
        self._models = self._read_models()

    def sources(self) -> list[Source]:
        """Everything that can stand on a side now."""
        models = [Source(Kind.MODEL, model.name) for model in self._models]
        return [PRESENT, *models, *([TRUTH] if self._truth is not None else [])]

    def rival(self, wanted: str = "", *, mine: str = "") -> Source | None:
        """What to compare the present alpha with, if nobody says: None if there is nothing.

        A ground truth if one is open, else the model wanted, a teacher, any other; but not the one
        that made the present alpha, or, as long as there is none, that would (`mine`).
        """
        if self._truth is not None:
            return TRUTH
        mine = self._last.model if self._last is not None else first_choice(self._models, mine)
        others = [model.name for model in self._models if model.name != mine]
        teachers = [name for name in others if name in CATALOG and _is_teacher(name)]
        names = [*(name for name in others if name == wanted), *teachers, *others]
        return Source(Kind.MODEL, names[0]) if names else None

    def shown(self, source: Source) -> Shown | None:
        """What a scene can show of it; None for a truth that is not open."""
        if source.kind is Kind.PRESENT:
            return self._document
        return self._truth if source.kind is Kind.TRUTH else self._seconds.sheet(source.model)

    def finish(self, source: Source) -> Finish | None:
        """What is done to its matte before it is shown, as it would be before it is written.

        A model's is refined as the present alpha is, for that is what would leave the program if
        it were chosen; a ground truth stays as it is: None.
        """
        return None if source.kind is Kind.TRUTH else self._document.finish

    def lent(self, source: Source) -> tuple[Alpha | None, int]:
        """Its alpha, which will not change under the eyes of who reads it, and its version."""
        if source.kind is Kind.PRESENT:
            return self._document.lend_alpha(), self._document.alpha_version
        sheet = self.shown(source)
        return (sheet.alpha, sheet.alpha_version) if isinstance(sheet, Sheet) else (None, 0)

    def finished(self, source: Source, alpha: Alpha, trimap: Trimap) -> Callable[[], Alpha]:
        """Makes of an alpha that was lent what would be written of it; for another thread."""
        if source.kind is Kind.TRUTH:
            return lambda: alpha
        how = self._document.finish.refinement
        return lambda: refined(clamp_known(alpha, trimap), how)

    def title(self, source: Source) -> str:
        """How people call it."""
        if source.kind is Kind.PRESENT:
            return self.tr("Present alpha")
        if source.kind is Kind.TRUTH:
            return self.tr("Ground truth")
        return title_of(self._models, source.model)

    def facts(self, source: Source) -> str:
        """Which model, its seconds and parameters; or how far it is."""
        if source.kind is Kind.PRESENT:
            return self._facts_of_present()
        return self._truth_name if source.kind is Kind.TRUTH else self._facts_of(source.model)

    def _facts_of_present(self) -> str:
        last = self._last
        if self._document.alpha is None or last is None:
            return self.tr("no matte yet")
        title = title_of(self._models, last.model)
        age = "" if self._document.is_alpha_current else self.tr("older than the trimap")
        facts = self._seconds_of(last.seconds), self._size_of(last.model)
        return _joined(title, self._refined(), *facts, age)

    def _facts_of(self, model: str) -> str:
        stage, made = self._seconds.stage(model), self._seconds.made(model)
        size = self._size_of(model)
        if stage is Stage.RUNNING:
            text = self.tr("computing {0} %; {1} cancels")
            share = round(100 * self._seconds.share)
            return _joined(text.format(share, self._cancel_key()), size)
        if stage is Stage.GIVEN_UP:
            return _joined(self.tr("given up: choose it again"), size)
        if stage is Stage.READY and made is not None:
            return _joined(self._refined(), self._seconds_of(made.seconds), size)
        if not self._document.knows_both_sides:
            return self.tr("paint both sides first")
        return _joined(self.tr("waiting"), size)

    def _refined(self) -> str:
        """That what is shown is refined, which both sides are alike."""
        return "" if self._document.finish.shown.is_nothing else self.tr("refined")

    def _seconds_of(self, seconds: float) -> str:
        return self.tr("{0} s").format(number(seconds, 2))

    def _size_of(self, model: str) -> str:
        count = next((each.parameters for each in self._models if each.name == model), 0)
        return self.tr("{0} M parameters").format(number(count / 1e6, 1)) if count else ""

    @Slot(object)
    def hear(self, done: Answer | Settled) -> None:
        """The present alpha was made by a model."""
        self._last = done
        self.changed.emit()

    def open_truth(self, truth: Sheet, name: str) -> None:
        """There is a ground truth."""
        self.close_truth()
        self._truth, self._truth_name = truth, name
        self.changed.emit()

    def close_truth(self) -> None:
        """There is none any more."""
        if self._truth is not None:
            self._truth.deleteLater()
            self._truth = None
            self.changed.emit()

    @Slot()
    def _on_image_changed(self) -> None:
        self._last = None
        self.close_truth()


def _is_teacher(name: str) -> bool:
    return CATALOG[name].role == "teacher"


def _joined(*facts: str) -> str:
    return " · ".join(fact for fact in facts if fact)
