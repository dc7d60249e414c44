"""The process of a run: its stream of events, how it is steered, and whom it outlives."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from engine.training import control
from engine.training.events import Finished, Saved, decode
from engine.training.spec import RunSpec
from tests.runs import wait_for

SPEC = RunSpec(
    network="dim-student", width=0.1, procedural=1, batch=2, crop=64, workers=0, steps=100_000,
    precision="float32", device="cpu", preview_composites=0, save_every=20, validate_every=100_000,
)  # fmt: skip
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
ENVIRONMENT.pop("PYTHONUNBUFFERED", None)  # as people have it: Python holds back what is printed

PRINTING = """
import os, sys
from engine.training import loop, worker
before = loop.train
def train(*arguments):
    for event in before(*arguments):
        print("a library prints")
        os.write(1, b"and its C++ too")
        yield event
loop.train = train
sys.exit(worker.main())
"""


def events(folder):
    path = folder / "events.jsonl"
    text = path.read_text() if path.exists() else ""
    return [decode(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]


@pytest.fixture
def arguments(tmp_path):
    (tmp_path / "spec.json").write_text(SPEC.to_json())
    return [str(tmp_path / "spec.json"), str(tmp_path / "run")]


def test_what_libraries_print_cannot_reach_the_stream_of_events(arguments, tmp_path):
    (tmp_path / "spec.json").write_text(replace(SPEC, steps=2).to_json())
    done = subprocess.run(
        [sys.executable, "-c", PRINTING, *arguments],
        env=ENVIRONMENT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout == (tmp_path / "run" / "events.jsonl").read_text()
    assert "a library prints" in done.stderr
    assert "and its C++ too" in done.stderr


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no terminal hangs up here")
def test_a_run_outlives_who_started_it_obeys_the_control_file_and_saves_when_ended(
    arguments, tmp_path
):
    (tmp_path / "spec.json").write_text(replace(SPEC, workers=1).to_json())
    folder = tmp_path / "run"
    starter = (
        "import subprocess, sys;"
        "p = subprocess.Popen([sys.executable, '-m', 'engine.training.worker', *sys.argv[1:]],"
        " stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True);"
        "print(p.pid); sys.stdout.flush();"
        "p.returncode = 0"  # so that Popen does not complain of a process that goes on
    )
    started = subprocess.run(
        [sys.executable, "-c", starter, *arguments],
        env=ENVIRONMENT, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    pid = int(started.stdout)  # nobody reads its events any more
    wait_for(lambda: any(isinstance(event, Saved) for event in events(folder)))
    os.kill(pid, signal.SIGHUP)
    control.say(folder, "pause")
    time.sleep(0.3)
    paused = events(folder)[-1].step
    time.sleep(0.3)
    assert events(folder)[-1].step == paused
    control.say(folder, "resume")
    wait_for(lambda: events(folder)[-1].step > paused)
    os.killpg(pid, signal.SIGTERM)  # as schedulers do: the process that draws samples hears it too
    wait_for(lambda: isinstance(events(folder)[-1], Finished))
    saved, finished = events(folder)[-2:]
    assert isinstance(saved, Saved)
    assert finished.stopped
    assert saved.step == finished.step
