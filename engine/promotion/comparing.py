"""The same pictures matted with the weights of a run and with those in use, and both measured."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from engine.arrays import Alpha, Image, Trimap
from engine.imaging.writing import write_alpha
from engine.matting.evaluation import Case, Score, scores
from engine.matting.library import WeightsEntry
from engine.matting.watch import Watch
from engine.metrics import METRICS
from engine.mixing import Mixing
from engine.promotion.comparison import Comparison, EvaluationSet, Row

if TYPE_CHECKING:  # it imports torch
    from engine.matting.session import Session


@dataclass
class Rival:
    """One side: its weights, opened when they are first needed, and what they scored so far.

    pictures: a folder for its alphas, None to keep none.
    """

    entry: WeightsEntry
    device: str = "auto"
    pictures: Path | None = None
    scores: dict[tuple[str, str, str], Score] = field(default_factory=dict)
    session: "Session | None" = None

    def score(self, among: EvaluationSet, width: str, case: Case, watch: Watch) -> Score:
        """The score of one picture; one that was scored before is not matted again."""
        name = (among.key, width, case.name)
        if name not in self.scores:
            self.scores[name] = self._scored(name, among.mixing, case, watch)
        return self.scores[name]

    def alpha_file(self, name: tuple[str, str, str]) -> Path | None:
        """Where the answer to a picture is kept."""
        if self.pictures is None:
            return None
        return self.pictures / f"{'-'.join(part.replace('/', '-') for part in name)}.png"

    def _scored(
        self, name: tuple[str, str, str], mixing: Mixing, case: Case, watch: Watch
    ) -> Score:
        # Only here: importing torch takes seconds.
        from engine.matting.session import Session

        if self.session is None:
            card, folder = self.entry.card, self.entry.path.parent
            self.session = Session(card.name, self.device, where=[folder])
        session, file = self.session, self.alpha_file(name)
        session.mixing = mixing

        def matte(image: Image, trimap: Trimap) -> Alpha:
            alpha = session.matte(image, trimap, None, watch.cancelled)
            if file is not None:
                file.parent.mkdir(parents=True, exist_ok=True)
                write_alpha(file, alpha)
            return alpha

        return next(scores(matte, [case], tuple(METRICS)))


def compared(
    candidate: Rival,
    current: Rival | None,
    sets: Sequence[EvaluationSet],
    watch: Watch,
    *,
    whole: bool = True,
) -> Comparison:
    """Both sides' scores on every picture of the sets, in turn.

    watch: told how far it is, and asked also within a matte whether it is to end (Cancelled); what
    was scored until then stays with the rivals. whole: whether the sets are complete. EngineErrors
    as from `evaluation.scores` and `Session`.
    """
    everything = [
        (chosen, width, case)
        for chosen in sets
        for width, found in chosen.tables.items()
        for case in found
    ]
    rows: list[Row] = []
    watch.reached(0.0)
    for number, (among, width, case) in enumerate(everything, 1):
        name = (among.key, width, case.name)
        new = candidate.score(among, width, case, watch)
        old = current.score(among, width, case, watch) if current is not None else None
        files = (candidate.alpha_file(name), current.alpha_file(name) if current else None)
        rows.append(Row(among.key, width, case, new, old, files))
        watch.reached(number / len(everything))
    before = current.entry.card if current is not None else None
    return Comparison(candidate.entry.card, before, tuple(rows), whole)
