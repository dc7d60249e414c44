"""From a run's folder to weights in the library: half precision, a card, and never a step back.

What a run delivers is the moving average of its weights. It is measured on the check set as it
will be used (stored in 16 bits, through a session) before anybody is given it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor

from engine.catalog import CATALOG
from engine.errors import RunError, WeightsError
from engine.matting import library
from engine.matting.cards import Card, Source
from engine.matting.evaluation import CHECK_MIXING, check_set, means, scores
from engine.matting.library import WeightsEntry
from engine.matting.session import Session
from engine.matting.weights import save_weights
from engine.networks import create, parameter_counts
from engine.networks.state import load_exactly
from engine.training import files
from engine.training.events import Event, Started
from engine.training.reading import read_on
from engine.training.spec import RunSpec

PROCEDURAL = Source("strands, blobs, smoke and nets drawn by the program itself", "MIT")

INTENDED_USE = "Alpha mattes of photographs with a painted trimap: hair, fur, foliage, lace, glass."
LIMITS = (
    "Trained on rendered and drawn foregrounds over photographs, on one processor. It is at its"
    " best where the trimap is narrow, and least sure in wide unknown regions where foreground and"
    " background have the same colours."
)


@dataclass(frozen=True)
class Measured:
    """A run's weights in a library of their own, measured; metrics as a card has them."""

    entry: WeightsEntry
    metrics: dict[str, float]


@contextmanager
def candidate(run: Path, name: str, every: int = 1) -> Iterator[Measured]:
    """The weights of `run` under `name`, measured on each `every`-th picture of the check set.

    They live in a temporary folder that goes with the context. RunError and WeightsError as from
    `delivered`.
    """
    with TemporaryDirectory() as folder:
        entry = delivered(run, name, Path(folder))
        metrics = measured(entry, every)
        card = replace(entry.card, metrics=metrics)
        yield Measured(library.add(entry.path, card, Path(folder)), metrics)


def delivered(run: Path, name: str, folder: Path) -> WeightsEntry:
    """What the run in a folder gives, in 16 bits and with a card, as an entry of `folder`.

    RunError for what is no run, has delivered nothing yet or is damaged, WeightsError if its
    weights are not those of its network.
    """
    card = _card(run, name)
    network = create(card.network, card.width)
    load_exactly(network, _weights(run), of=card.network)
    with TemporaryDirectory(dir=folder) as unfinished:
        weights = Path(unfinished) / "weights"
        save_weights(weights, network)
        return library.add(weights, card, folder)


def measured(entry: WeightsEntry, every: int = 1) -> dict[str, float]:
    """SAD and MSE on the check set, by trimap width and over all: {"check/sad": …, …}."""
    session = Session(entry.card.name, where=[entry.path.parent], mixing=CHECK_MIXING)
    found = {
        width: list(scores(session.matte, cases, ("sad", "mse")))
        for width, cases in check_set(every).items()
    }
    everything = [score for some in found.values() for score in some]
    tables = {"check": everything, **{f"check-{width}": some for width, some in found.items()}}
    return {
        f"{table}/{name}": round(means(some)[name], 5)
        for table, some in tables.items()
        for name in ("sad", "mse")
    }


def spec_of(run: Path) -> RunSpec:
    """What a run was told to do; RunError for a folder that is none."""
    if not (run / files.SPEC).is_file():
        raise RunError(
            f"“{run}” is no training run: it holds no {files.SPEC}.",
            hint="Choose the folder that “distill” was given.",
        )
    return RunSpec.read(run / files.SPEC)


def _card(run: Path, name: str) -> Card:
    spec = spec_of(run)
    last = _events(run)[-1]
    before = _start_card(spec)
    data = [*(before.data if before else ()), *(Source(**source) for source in spec.data)]
    if spec.procedural > 0:
        data.append(PROCEDURAL)
    return Card(
        name=name,
        network=spec.network,
        title=CATALOG[spec.network].title,
        parameters=parameter_counts(spec.network, spec.width)["deployed"],
        pair=CATALOG[spec.network].family,
        method=_method(spec) + _computed(run),
        data=tuple(dict.fromkeys(data)),
        steps=last.step + (before.steps if before else 0),
        minutes=round(last.minutes + (before.minutes if before else 0), 1),
        intended_use=INTENDED_USE,
        limits=LIMITS,
        licence="MIT",
        width=spec.width,
        run=run.absolute().name,
    )


def _method(spec: RunSpec) -> str:
    losses = "alpha loss (L1 and Laplacian pyramid over unknown pixels)"
    if spec.teacher is None:
        return f"{losses}, no teacher"
    terms = ", ".join(spec.terms)
    stages = ", ".join(spec.stages) if spec.stages else "the published stages"
    return (
        f"{losses}, distilled from “{spec.teacher}” (w1 {spec.w1:g}, w2 {spec.w2:g}; {terms};"
        f" {stages})"
    )


def _start_card(spec: RunSpec) -> Card | None:
    """The card of the weights that the run began with, if they have one."""
    if spec.start is None:
        return None
    path = Path(spec.start)
    try:
        return library.find(path.stem, [path.parent]).card
    except WeightsError:
        return None


def _computed(run: Path) -> str:
    """On what; nothing for runs from before that was told."""
    started = [event for event in _events(run) if isinstance(event, Started)]
    places = {f"{event.device} in {event.precision}": None for event in started}
    return f"; trained on {', then '.join(places)}" if places else ""


def _events(run: Path) -> list[Event]:
    """At least one."""
    try:
        found, _end = read_on(run / files.EVENTS)
    except OSError:
        found = []
    if not found:
        raise RunError(
            f"The run “{run}” has told nothing yet.", hint="Wait until it has saved its weights."
        )
    return found


def _weights(run: Path) -> dict[str, Tensor]:
    path = run / files.WEIGHTS
    if not path.is_file():
        raise RunError(f"The run “{run}” has no weights yet.", hint="Wait until it has saved some.")
    try:
        tensors = load_file(path)
    except (OSError, SafetensorError) as error:
        raise RunError(
            f"The weights of the run “{run}” are damaged.",
            hint="Resume the run: it saves them anew.",
        ) from error
    if not all(bool(tensor.isfinite().all()) for tensor in tensors.values()):
        raise RunError(
            f"The weights of the run “{run}” hold numbers that are none, or infinite.",
            hint="Begin another run, with a lower rate.",
        )
    return tensors
