"""A whole run, small: steps, files, stopping, going on, and what ends it in words."""

import json
import math
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from engine.errors import DataError, EngineError, RunError
from engine.networks import NETWORKS, create
from engine.networks.state import load_exactly
from engine.training import checkpoint, control, files, guided_samples, validation
from engine.training.events import Finished, Saved, Started, StepDone, Validated, decode
from engine.training.lessons import LESSONS
from engine.training.spec import RunSpec
from engine.training.worker import run

pytestmark = pytest.mark.filterwarnings("ignore:This DataLoader will create")


@pytest.fixture(autouse=True)
def small(monkeypatch):
    """Few crops of small pictures; threads as they were."""
    threads = torch.get_num_threads()
    monkeypatch.setattr(validation, "BATCHES", 1)
    monkeypatch.setattr(guided_samples, "SIDE", 192)
    yield
    torch.set_num_threads(threads)


def spec_of(network="guided-student", **changes):
    values = {"batch": 2, "crop": 64, "workers": 0, "warm_up": 2, "precision": "float32"}
    values |= {"minutes": 5, "report_every": 2, "validate_every": 4, "save_every": 4}
    values |= {"preview_composites": 0}
    return RunSpec(network=network, **(values | changes))


def ran(spec, folder, steps, *, resume=False):
    """The events of a run that is told to stop once a report of `steps` steps is heard."""
    events = []

    def listener(event):
        events.append(event)
        if event.step >= steps:
            control.say(folder, "stop")

    run(spec, folder, listener, resume)
    return events


def weights(folder):
    return load_file(folder / files.WEIGHTS)


@pytest.mark.parametrize(
    ("network", "workers"), [("guided-student", 0), ("dim-student", 0), ("dim-student", 1)]
)
def test_a_few_steps_leave_events_a_checkpoint_and_an_average(tmp_path, network, workers):
    folder = tmp_path / "run"
    spec = spec_of(network, workers=workers, data=[{"source": "numbers", "licence": "CC0"}])
    events = ran(spec, folder, 4)
    assert [type(event) for event in events] == [
        Started,
        *(StepDone, StepDone, Validated, Saved),
        *(Validated, Saved, Finished),
    ]
    assert events[-1].stopped
    assert events[-1].step == 4
    losses = [loss for event in events[1:3] for loss in event.losses.values()]
    assert all(math.isfinite(loss) and loss > 0 for loss in losses)
    lines = (folder / "events.jsonl").read_text(encoding="utf-8").splitlines()
    assert [decode(line) for line in lines] == events
    assert RunSpec.read(folder / "spec.json") == spec
    assert checkpoint.load(folder)["step"] == 4
    load_exactly(create(network), weights(folder), of=network)
    assert all(tensor.isfinite().all() for tensor in weights(folder).values())


def test_every_kind_of_network_can_be_taught():
    assert {entry.trimap_input for entry in NETWORKS.values()} == set(LESSONS)


def test_steps_change_the_weights_and_the_average_follows(tmp_path):
    ran(spec_of(average=0.5), tmp_path / "run", 4)
    state = checkpoint.load(tmp_path / "run")
    moved = (
        (state["network"][key] - tensor).abs().max()
        for key, tensor in weights(tmp_path / "run").items()
        if tensor.is_floating_point()
    )
    assert any(distance > 0 for distance in moved)


def test_the_same_spec_learns_the_same(tmp_path):
    for name in ("one", "two"):
        ran(spec_of(steps=9), tmp_path / name, 2)
    one, two = weights(tmp_path / "one"), weights(tmp_path / "two")
    assert all(one[key].equal(two[key]) for key in one)


def test_a_stopped_run_goes_on_from_its_step(tmp_path):
    folder = tmp_path / "run"
    ran(spec_of(), folder, 4)
    before = checkpoint.load(folder)
    events = ran(spec_of(), folder, 6, resume=True)
    assert [event.step for event in events if isinstance(event, StepDone)] == [6]
    after = checkpoint.load(folder)
    assert after["step"] == 6
    assert after["seconds"] > before["seconds"]
    assert len((folder / "events.jsonl").read_text().splitlines()) == 8 + len(events)


@pytest.mark.parametrize("network", ["guided-student", "indexnet-student"])  # one draws itself
def test_a_resumed_run_repeats_what_an_unbroken_one_does(tmp_path, network):
    spec = spec_of(network, width=0.25, steps=7, report_every=3)
    unbroken = ran(spec, tmp_path / "unbroken", 99)
    broken = ran(spec, tmp_path / "broken", 4)  # amid two reports
    broken += ran(spec, tmp_path / "broken", 99, resume=True)
    curves = [
        [(event.step, event.rate, event.losses) for event in events if isinstance(event, StepDone)]
        for events in (unbroken, broken)
    ]
    assert curves[0] == curves[1]
    assert unbroken[-1].step == broken[-1].step == 7
    one, two = weights(tmp_path / "unbroken"), weights(tmp_path / "broken")
    assert all(one[key].equal(two[key]) for key in one)


def test_a_run_of_so_many_steps_cares_for_no_clock(tmp_path):
    events = ran(spec_of(steps=3, report_every=1, minutes=1e-9), tmp_path / "run", 99)
    rates = [event.rate for event in events if isinstance(event, StepDone)]
    assert events[-1] == Finished(3, events[-1].minutes, stopped=False)
    cosine = [(1 + math.cos(math.pi * step / 3)) / 2 for step in (1, 2, 3)]
    assert rates == pytest.approx([1e-3 * share for share in cosine])


def test_a_run_ends_when_its_time_is_up(tmp_path):
    events = []
    run(spec_of(minutes=1e-6), tmp_path / "run", events.append, resume=False)
    assert events[-1] == Finished(1, events[-1].minutes, stopped=False)


def test_half_a_line_of_a_killed_run_is_ended(tmp_path):
    folder = tmp_path / "run"
    ran(spec_of(), folder, 2)
    with (folder / "events.jsonl").open("a") as file:
        file.write('{"kind": "ste')
    events = ran(spec_of(), folder, 4, resume=True)
    lines = (folder / "events.jsonl").read_text().splitlines()
    assert [decode(line) for line in lines[-len(events) :]] == events


def test_a_run_may_begin_with_weights(tmp_path):
    torch.manual_seed(5)
    start = create("guided-student")
    save_file(start.state_dict(), tmp_path / "start.safetensors")
    spec = spec_of(start=str(tmp_path / "start.safetensors"), rate=1e-12, weight_decay=0)
    ran(spec, tmp_path / "run", 2)
    found = weights(tmp_path / "run")
    for key, parameter in start.named_parameters():
        assert found[key].allclose(parameter, atol=1e-6)


def test_a_lost_loss_ends_the_run_and_keeps_what_was_saved(tmp_path):
    folder = tmp_path / "run"
    ran(spec_of(), folder, 4)
    state = checkpoint.load(folder)
    key = next(iter(state["network"]))
    state["network"][key].fill_(math.nan)
    torch.save(state, folder / files.CHECKPOINT)
    before = (folder / files.WEIGHTS).read_bytes()
    with pytest.raises(RunError, match="After 4 steps the loss is no number any more") as caught:
        ran(spec_of(), folder, 6, resume=True)
    assert "lower rate" in caught.value.hint
    assert (folder / files.WEIGHTS).read_bytes() == before


def refusal(folder, *, resume=False, **changes):
    with pytest.raises(EngineError) as caught:
        ran(spec_of(**changes), folder, 1, resume=resume)
    return f"{caught.value.message}|{caught.value.hint}"


def test_what_is_wrong_beforehand_leaves_no_folder(tmp_path):
    folder, none = tmp_path / "run", str(tmp_path / "none")
    assert "There is no folder" in refusal(folder, foregrounds=none)
    assert "There is no folder" in refusal(folder, backgrounds=none)
    assert "to start from cannot be read.|Name a safetensors" in refusal(folder, start=none)
    save_file({"strange": torch.zeros(1)}, tmp_path / "s.safetensors")
    start = str(tmp_path / "s.safetensors")
    assert "These weights do not belong to guided-student" in refusal(folder, start=start)
    assert "holds no run to go on with.|" in refusal(folder, resume=True)
    assert not folder.exists()


def test_a_folder_with_a_run_is_refused_unless_it_is_resumed(tmp_path):
    ran(spec_of(), tmp_path, 1)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert "already holds a run.|Resume it, or name another" in refusal(tmp_path)
    words = refusal(tmp_path, network="dim-student", resume=True)
    assert "trains “guided-student”, the spec “dim-student”.|Resume with" in words
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_damaged_or_foreign_checkpoint_is_refused(tmp_path):
    ran(spec_of(), tmp_path, 1)
    path = tmp_path / files.CHECKPOINT
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    assert "is damaged.|Put a copy back" in refusal(tmp_path, resume=True)
    torch.save({"step": 3}, path)
    assert "belongs to another run" in refusal(tmp_path, resume=True)


def test_a_checkpoint_that_was_deleted_is_missed(tmp_path):
    ran(spec_of(), tmp_path, 1)
    (tmp_path / files.CHECKPOINT).unlink()
    assert "is gone.|Put “checkpoint.pt” back, or begin" in refusal(tmp_path, resume=True)
    assert (tmp_path / files.WEIGHTS).exists()
    (tmp_path / "events.jsonl").write_text("")  # as of a run that was killed before it saved
    assert ran(spec_of(), tmp_path, 2, resume=True)[0].step == 0


def test_a_run_that_cannot_be_written_is_refused(tmp_path):
    (tmp_path / "file").write_text("no folder")
    words = refusal(tmp_path / "file" / "run")
    assert "The run cannot be written to “" in words


@pytest.mark.parametrize("workers", [0, 1])
def test_a_foreground_that_breaks_is_named_from_any_process(tmp_path, workers):
    (tmp_path / "broken.png").write_bytes(b"no picture")
    spec = spec_of(foregrounds=str(tmp_path), procedural=0, workers=workers)
    with pytest.raises(DataError, match="“broken.png” cannot be read") as caught:
        ran(spec, tmp_path / "run", 2)
    assert caught.value.hint == "Remove it from the folder."


def worker(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "engine.training.worker", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_process_refuses_a_bad_spec_with_one_sentence_and_no_torch(tmp_path):
    (tmp_path / "spec.json").write_text('{"network": "guided-student", "batch": 0}')
    done = worker(tmp_path / "spec.json", tmp_path / "run")
    assert done.returncode == 2
    assert done.stderr == "“batch” is 0.\nGive it a value above 0.\n"
    assert done.stdout == ""
    assert not (tmp_path / "run").exists()


def test_the_process_tells_its_events_line_by_line(tmp_path):
    spec = spec_of("dim-student", minutes=1e-6)
    (tmp_path / "spec.json").write_text(spec.to_json())
    done = worker(tmp_path / "spec.json", tmp_path / "run")
    assert done.returncode == 0, done.stderr
    assert done.stdout == (tmp_path / "run" / "events.jsonl").read_text()
    kinds = [json.loads(line)["kind"] for line in done.stdout.splitlines()]
    assert kinds == ["started", "validated", "saved", "finished"]
