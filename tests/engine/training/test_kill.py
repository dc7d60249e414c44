"""A run that is killed at any moment goes on as if nothing had been, and locks nobody out.

Processes are forked from one that has imported torch already, so that each costs no more than the
few steps it takes.
"""

import multiprocessing
import random
import time
from dataclasses import replace

import pytest
from safetensors.torch import load_file

from engine.errors import RunError
from engine.training import checkpoint, files, lock
from engine.training.events import Saved, StepDone, decode, encode
from engine.training.files import EVENTS
from engine.training.spec import RunSpec
from engine.training.worker import run

STEPS = 12
SPEC = RunSpec(
    network="dim-student", width=0.1, procedural=1, batch=2, crop=64, workers=0, steps=STEPS,
    warm_up=2, precision="float32", report_every=1, save_every=2, validate_every=1000,
    preview_composites=0, device="cpu",
)  # fmt: skip

processes = multiprocessing.get_context("forkserver")


@pytest.fixture(scope="module", autouse=True)
def _torch_is_imported_once():
    # An optimiser, too, imports a part of torch once it is made.
    processes.set_forkserver_preload(["engine.training.loop", "torch._dynamo"])


def begun(folder, spec=SPEC):
    """A process that trains in `folder`, from the beginning or from what is there."""
    resume = (folder / "spec.json").exists()
    # `encode` listens: it can be called with events, and found by another process
    process = processes.Process(target=run, args=(spec, folder, encode, resume))
    process.start()
    return process


def events(folder):
    path = folder / EVENTS
    lines = path.read_text().splitlines() if path.exists() else []
    found = []
    for line in lines:
        try:
            found.append(decode(line))
        except ValueError:  # half a line, of a killed run
            continue
    return found


def curve(folder):
    """Losses by step; those of steps that were taken twice must agree."""
    losses = {}
    for event in events(folder):
        if isinstance(event, StepDone):
            before = losses.setdefault(event.step, event.losses)
            assert event.losses == pytest.approx(before, rel=1e-5)
    return losses


def ended(folder):
    """Let the run in `folder` come to its end."""
    process = begun(folder)
    process.join(60)
    assert process.exitcode == 0


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("undisturbed") / "run"
    ended(folder)
    assert sorted(curve(folder)) == list(range(1, STEPS + 1))
    return folder


def require_same(folder, undisturbed):
    assert curve(folder)[STEPS] == pytest.approx(curve(undisturbed)[STEPS], rel=1e-5)
    one, two = (load_file(path / files.WEIGHTS) for path in (folder, undisturbed))
    assert all(one[key].float().allclose(two[key].float(), atol=1e-6) for key in one)


def killed_when(folder, moment):
    """Kill a run in `folder` once `moment()`; False if it came to its end before."""
    process = begun(folder)
    while process.is_alive() and not moment():
        time.sleep(0.0005)
    process.kill()
    process.join()
    return process.exitcode != 0


@pytest.mark.parametrize("seed", range(10))
def test_a_run_killed_at_a_random_moment_ends_as_if_it_had_not_been(tmp_path, undisturbed, seed):
    folder, draw = tmp_path / "run", random.Random(seed)
    step, later = draw.randrange(STEPS), draw.uniform(0, 0.02)

    def moment():
        if len([e for e in events(folder) if isinstance(e, StepDone)]) < step:
            return False
        time.sleep(later)
        return True

    assert killed_when(folder, moment)
    ended(folder)
    require_same(folder, undisturbed)


@pytest.mark.parametrize("name", [files.WEIGHTS, files.CHECKPOINT])
def test_a_run_killed_while_it_saves_goes_on_from_the_save_before(tmp_path, undisturbed, name):
    folder = tmp_path / "run"
    partial = folder / f"{name}.part"

    def moment():
        saved = any(isinstance(event, Saved) for event in events(folder))
        return saved and partial.exists()

    while True:  # until the kill does come amid the writing
        killed_when(folder, moment)
        if partial.exists():
            break
        for path in sorted(folder.glob("*")):
            path.unlink()
    saved = [event.step for event in events(folder) if isinstance(event, Saved)]
    assert checkpoint.load(folder)["step"] in (saved[-1], saved[-1] + 2)
    ended(folder)
    assert not partial.exists()
    require_same(folder, undisturbed)


def test_a_folder_in_which_one_trains_is_refused_to_another(tmp_path):
    folder = tmp_path / "run"
    process = begun(folder, replace(SPEC, steps=1000))  # which outlasts the other's patience
    while not events(folder):
        time.sleep(0.01)
    with pytest.raises(RunError, match="Another process is training in") as caught:
        run(SPEC, folder, encode, resume=True)
    assert "Stop it first" in caught.value.hint
    process.kill()
    process.join()
    with lock.held(folder):  # at once: the system lets go of what a killed process held
        pass
