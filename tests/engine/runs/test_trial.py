"""The ten-second measurement, in its own process, and what follows from it."""

import time

import psutil
import pytest

from engine.cli import main
from engine.errors import Cancelled, RunError
from engine.matting.watch import Watch
from engine.runs import trial
from engine.runs.trial import Measured, expected, tried
from engine.training.spec import RunSpec

SMALL = {"width": 0.05, "crop": 64, "batch": 2, "workers": 0, "preview_composites": 0}


def test_a_run_is_measured_in_a_process_of_its_own():
    spec = RunSpec(network="dim-student", device="cpu", precision="float32", **SMALL)
    told = []
    found = tried(spec, watch=Watch(progress=told.append), seconds=0.5)
    assert found.steps >= 1
    assert found.seconds > 0
    assert (found.device, found.precision) == ("cpu", "float32")
    assert found.memory > 50e6  # torch alone
    assert found.saved > 50_000
    assert found.ready > 0
    assert told == sorted(told)


def test_what_cannot_be_is_said_as_the_run_would(tmp_path, capsys):
    spec = RunSpec(network="dim-student", foregrounds=str(tmp_path / "nowhere"), **SMALL)
    path = tmp_path / "spec.json"
    path.write_text(spec.to_json())
    assert main(["distill", str(path), "--try"]) == 2
    assert capsys.readouterr().err.startswith("There is no folder")
    assert sorted(tmp_path.iterdir()) == [path]


def test_a_measurement_that_is_cancelled_leaves_no_process():
    began = time.monotonic()

    def cancelled():
        return time.monotonic() - began > 0.3

    with pytest.raises(Cancelled):
        tried(RunSpec(network="dim-student", **SMALL), watch=Watch(cancelled=cancelled))
    children = psutil.Process().children()
    assert not [child for child in children if "measuring" in str(child.cmdline())]


def test_a_process_that_ends_without_a_word_is_told_of(monkeypatch):
    monkeypatch.setattr(trial, "command", lambda *_: ["sleep", "0"])
    with pytest.raises(RunError, match=r"without an answer \(code 0\)"):
        tried(RunSpec(network="dim-student", **SMALL))


def test_the_whole_follows_from_the_part():
    found = Measured(
        steps=20,
        seconds=10,
        validating=4,
        saving=1,
        saved=1000,
        previewed=100,
        device="cpu",
        precision="float32",
        memory=10_000,
        ready=25,
    )
    every = {"validate_every": 100, "save_every": 200}
    counted = expected(RunSpec(network="dim-student", steps=1000, **every), found)
    assert (counted.steps, counted.seconds) == (1000, 25 + 500 + 11 * 4 + 6 * 1)
    assert (counted.disk, counted.memory) == (2 * 1000 + 11 * 100, 11_000)
    timed = expected(RunSpec(network="dim-student", minutes=10, **every), found)
    assert timed.steps == 1200
    assert timed.seconds == 25 + 600 + 13 * 4 + 7 * 1
