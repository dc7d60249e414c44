"""A run's weights on trial: measured against those in use, and put in their place if better."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from engine.catalog import CATALOG
from engine.errors import WeightsError
from engine.matting.cards import Card
from engine.matting.library import WeightsEntry
from engine.matting.watch import Watch
from engine.promotion import former
from engine.promotion.comparing import Rival, compared
from engine.promotion.comparison import Comparison, EvaluationSet, all_sets
from engine.promotion.verdict import require_better


class Trial:
    """A context: what it measured, and its pictures, go with it. For one thread at a time."""

    def __init__(
        self,
        run: Path,
        name: str = "",
        folder: Path | None = None,
        sets: Sequence[EvaluationSet] | None = None,
        device: str = "auto",
    ) -> None:
        """run: a run's folder; name: in the library, empty for that of the run's network.

        folder: of weights, instead of the person's own; sets: what is measured, None for the check
        set and the person's own held-out mattes.
        Building it takes what the run has delivered until now, whatever it saves later: RunError
        for what is no run, has nothing yet or is damaged, WeightsError for weights that cannot
        have that name.
        """
        # Only here: importing torch takes seconds.
        from engine.training import delivery

        self._folder = folder
        self._sets = tuple(sets) if sets is not None else all_sets()
        self._place = TemporaryDirectory(prefix="gossamer-")
        place = Path(self._place.name)
        try:
            self.name = name or delivery.spec_of(run).network
            entry = delivery.delivered(run, self.name, place)
            self.current = former.in_use(self.name, folder)
            self._require_fitting(entry.card)
        except BaseException:
            self._place.cleanup()
            raise
        self._new = Rival(entry, device, place / "new")
        self._old = Rival(self.current, device, place / "old") if self.current else None

    @property
    def candidate(self) -> WeightsEntry:
        """The run's weights."""
        return self._new.entry

    def count(self, every: int = 1) -> int:
        """How many mattes each side has to make."""
        return sum(len(chosen.each(every)) for chosen in self._sets)

    def look(self, every: int = 1, watch: Watch | None = None) -> Comparison:
        """Measure both on each `every`-th picture; what was measured before is not again.

        Errors as from `compared`.
        """
        sets = [chosen.each(every) for chosen in self._sets]
        return compared(self._new, self._old, sets, watch or Watch(), whole=every == 1)

    def promote(self, found: Comparison, *, anyway: bool = False) -> WeightsEntry:
        """Put the run's weights in use; the card has what `found` measured.

        WeightsError unless they are good enough, or `anyway`; and if others have been promoted
        since they were compared.
        """
        now = former.in_use(self.name, self._folder)
        if _mark(now) != _mark(self.current):
            raise WeightsError(
                f"Other weights than those compared have become “{self.name}” meanwhile.",
                hint="Compare once more.",
            )
        if not anyway:
            require_better(found)
        card = replace(self.candidate.card, metrics=found.metrics())
        return former.replace(self.candidate.path, card, self._folder)

    def close(self) -> None:
        """Remove its pictures."""
        self._place.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _require_fitting(self, card: Card) -> None:
        """Raise WeightsError for a run of another network, and for the very weights in use."""
        before = self.current.card.network if self.current is not None else card.network
        wanted = self.name if self.name in CATALOG else before
        if card.network != wanted:
            raise WeightsError(
                f"“{self.name}” is {_title(wanted)}, and the run trained {_title(card.network)}.",
                hint="Promote it under another name, or under that of its own network.",
            )
        if self.current is not None and card.sha256 == self.current.card.sha256:
            raise WeightsError(
                f"The run's weights are those in use as “{self.name}”.",
                hint="Go on with the run, or choose another one.",
            )


def _title(network: str) -> str:
    return CATALOG[network].title if network in CATALOG else f"“{network}”"


def _mark(entry: WeightsEntry | None) -> str:
    return entry.card.sha256 if entry is not None else ""
