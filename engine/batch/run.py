"""A batch run: one picture after the other, told as it goes, to be stopped and gone on with."""

import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from engine.batch.orders import Orders
from engine.batch.page import ENGLISH, Voice
from engine.batch.plan import Item, plan
from engine.batch.report import REPORT, write_report
from engine.batch.state import CONTROL, Begun, Result, State, alone, begun
from engine.batch.work import work_on
from engine.errors import BatchError, Cancelled
from engine.imaging.placing import refusal, tidy
from engine.matting.library import find
from engine.matting.matter import Matter

_RECENT = 20
"""Pictures whose times tell how long the others will take."""
_NAP = 0.2
"""Seconds between two looks whether a pause is over."""


class Demand(Enum):
    """What somebody wants of a batch that runs."""

    GO = "go"
    PAUSE = "pause"
    STOP = "stop"


@dataclass(frozen=True)
class Started:
    """The batch begins, or goes on: how many pictures there are, and are done already."""

    total: int
    done: int


@dataclass(frozen=True)
class Working:
    """A picture's turn has come; the number-th of all."""

    name: str
    number: int


@dataclass(frozen=True)
class Told:
    """A picture is done, or failed; done and failed count all so far.

    left: about how many seconds all the others will take.
    """

    result: Result
    done: int
    failed: int
    left: float


@dataclass(frozen=True)
class Paused:
    """It waits until the pause is over."""


@dataclass(frozen=True)
class Ended:
    """It is over, or was stopped: what became of each picture so far, and the report."""

    results: tuple[Result, ...]
    total: int
    is_stopped: bool
    report: Path

    @property
    def failed(self) -> int:
        """How many pictures failed."""
        return sum(result.status == "failed" for result in self.results)


Event = Started | Working | Told | Paused | Ended
Open = Callable[[str, str], Matter]


def run(
    orders: Orders,
    *,
    resume: bool = False,
    anew: bool = False,
    demand: Callable[[], Demand] = lambda: Demand.GO,
    open_session: Open | None = None,
    voice: Voice = ENGLISH,
) -> Iterator[Event]:
    """Work through a batch, and tell how it goes.

    resume: go on with the batch in the folder of the results: what is done, and was made of the
    same files, stays; what failed is tried again. anew: begin it again, and replace its results.
    With neither, results that are there already are an error. demand: asked all the time. voice:
    of the report.

    Raises BatchError, WeightsError, DeviceError or OutputError before anything is written; later
    only OutputError, for the state or the report. What is wrong with a picture is in its result.
    """
    items = plan(orders)
    find(orders.model)
    try:
        orders.output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refusal(orders.output, error.errno, error.strerror) from error
    with alone(orders.output):
        before = begun(orders.output)
        done = _done_before(orders, items, before, resume=resume, anew=anew)
        matter = open_session(orders.model, orders.device) if open_session else _open(orders)
        tidy(orders.output, deep=True)
        # a moment ago somebody may have been asked to stop another run of it
        (orders.output / CONTROL).unlink(missing_ok=True)
        with closing(State(orders, anew=anew or before is None)) as state:
            yield from _through(orders, items, done, (matter, state, demand), voice)


def _through(
    orders: Orders,
    items: tuple[Item, ...],
    done: dict[str, Result],
    means: tuple[Matter, State, Callable[[], Demand]],
    voice: Voice,
) -> Iterator[Event]:
    matter, state, demand = means
    results, times = dict(done), deque[float](maxlen=_RECENT)
    yield Started(len(items), len(done))
    is_stopped, index = False, 0
    waiting = [item for item in items if item.name not in done]
    while index < len(waiting) and not is_stopped:
        wanted = demand()
        if wanted is not Demand.GO:
            is_stopped = wanted is Demand.STOP
            if wanted is Demand.PAUSE:
                yield Paused()
                is_stopped = _wait(demand) is Demand.STOP
            continue
        item = waiting[index]
        yield Working(item.name, item.number)
        try:
            result = work_on(item, orders, matter, lambda: demand() is not Demand.GO)
        except Cancelled:
            continue  # its turn comes again
        state.add(result)
        results[item.name] = result
        index += 1
        if result.status == "done":
            times.append(result.seconds)
        failed = sum(one.status == "failed" for one in results.values())
        pace = sum(times) / len(times) if times else 0.0
        yield Told(result, len(results) - failed, failed, pace * (len(waiting) - index))
    in_order = tuple(results[item.name] for item in items if item.name in results)
    report = orders.output / REPORT
    write_report(orders, items, results, voice)
    yield Ended(in_order, len(items), is_stopped, report)


def _wait(demand: Callable[[], Demand]) -> Demand:
    while (wanted := demand()) is Demand.PAUSE:
        time.sleep(_NAP)
    return wanted


def _done_before(
    orders: Orders, items: tuple[Item, ...], before: Begun | None, *, resume: bool, anew: bool
) -> dict[str, Result]:
    """What need not be done again. Raises BatchError where something would be replaced unasked."""
    if anew:
        return {}
    if before is None:
        there = [path for item in items for path in item.results.values() if path.exists()]
        if there:
            raise BatchError(
                f"“{there[0]}” is there already.",
                hint="Choose an empty folder for the results, or have them made anew.",
            )
        return {}
    if not resume:
        raise BatchError(
            f"A batch was begun in “{orders.output}” already.",
            hint="Go on with it, have it made anew, or choose another folder for the results.",
        )
    if _essence(before.orders) != _essence(orders):
        raise BatchError(
            f"The batch in “{orders.output}” was begun with other orders.",
            hint="Give the same model, outputs and names, or choose another folder.",
        )
    known = {item.name: item for item in items}
    return {
        name: result
        for name, result in before.results.items()
        if name in known and _still_holds(result, known[name], orders)
    }


def _still_holds(result: Result, item: Item, orders: Orders) -> bool:
    is_there = all((orders.output / file).is_file() for file in result.files)
    return result.status == "done" and result.stamp == item.stamp and is_there


def _essence(orders: Orders) -> tuple[object, ...]:
    """What must be the same for results to belong together; folders may have moved."""
    wishes = tuple(orders.wish(kind) for kind in orders.kinds)
    return (
        *(orders.model, orders.kinds, orders.names, wishes),
        *(orders.refinement, orders.propose, orders.band, orders.mixing),
    )


def demand_in(output: Path) -> Demand:
    """What the control file in a batch's folder says: pause, stop, or anything else to go on."""
    try:
        text = (output / CONTROL).read_text(encoding="utf-8").strip().lower()
    except (OSError, UnicodeDecodeError):
        return Demand.GO
    return {"pause": Demand.PAUSE, "stop": Demand.STOP}.get(text, Demand.GO)


def _open(orders: Orders) -> Matter:
    # Only here: importing torch takes seconds.
    from engine.matting.session import Session

    return Session(orders.model, device=orders.device, mixing=orders.mixing)
