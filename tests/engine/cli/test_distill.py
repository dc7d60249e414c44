"""`distill`: a run in the foreground, told in lines; and what it refuses."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest

from engine.cli import main
from engine.cli.distill import line
from engine.training.events import Finished, Previewed, Saved, Started, StepDone, Validated

SPEC = {"network": "guided-student", "minutes": 1e-6, "batch": 1, "crop": 64, "workers": 0}
SPEC |= {"preview_composites": 0}


@pytest.fixture
def spec(desk):
    path = desk / "hair.json"
    path.write_text(json.dumps(SPEC))
    return path


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (
            StepDone(50, 1.26, 1e-3, {"alpha": 0.123456, "coarse": 0.5}),
            "step 50, 1.3 min: alpha 0.12346, coarse 0.50000 (rate 0.001)",
        ),
        (Validated(50, 1.26, {"mse": 0.0625}), "step 50, 1.3 min: validated: mse 0.06250"),
        (
            Started(0, 0, "cpu", "bfloat16", 1),
            "step 0, 0.0 min: training on cpu in bfloat16",
        ),
        (
            Started(7, 1.26, "cuda", "float16", 8),
            "step 7, 1.3 min: training on cuda in float16, 8 processes",
        ),
        (Previewed(50, 1.26, ["a.png", "b.png"]), "step 50, 1.3 min: previews: a.png, b.png"),
        (Saved(50, 1.26), "step 50, 1.3 min: saved"),
        (Finished(51, 2, stopped=False), "step 51, 2.0 min: finished; the weights are in r"),
        (Finished(51, 2, stopped=True), "step 51, 2.0 min: stopped; --resume --out r goes on"),
    ],
)
def test_every_event_is_a_readable_line(event, words):
    assert line(event, Path("r")) == words


def test_a_run_goes_into_a_folder_named_after_spec_and_day(spec, desk, capsys):
    assert main(["distill", str(spec)]) == 0
    folder = f"runs/hair-{datetime.now():%Y-%m-%d}"
    printed = capsys.readouterr().out.splitlines()
    assert printed[-1].endswith(f"finished; the weights are in {folder}")
    assert (desk / folder / "average.safetensors").is_file()
    assert main(["distill", str(spec)]) == 2
    assert "already holds a run" in capsys.readouterr().err
    assert main(["distill", str(spec), "--resume"]) == 0
    assert len((desk / folder / "events.jsonl").read_text().splitlines()) == 8


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"batch": 0}, "“batch” is 0.|Give it a value above 0."),
        ({"foregrounds": "none"}, "There is no folder “none”.|Check its name in the spec."),
        ({"backgrounds": "hair.json"}, "There is no folder “hair.json”.|Check its name"),
        ({"start": "trimap.png"}, "The weights “trimap.png” to start from cannot be read.|"),
        ({"gpu": 1}, "The spec has unknown fields: gpu.|Known fields: network, "),
    ],
)
def test_wrong_specs_are_refused_and_leave_nothing(spec, refused, changes, words):
    spec.write_text(json.dumps(SPEC | changes))
    assert words in refused("distill", "hair.json", "--out", "run")


def test_wrong_places_are_refused_and_leave_nothing(spec, refused):
    assert "The spec “none.json” cannot be read.|" in refused("distill", "none.json")
    assert "There is no run “runs/hair-<date>”" in refused("distill", spec.name, "--resume")
    words = refused("distill", spec.name, "--resume", "--out", "run")
    assert words.startswith("“run” holds no run to go on with.|")
    words = refused("distill", spec.name, "--out", "image.png/run")
    assert words.startswith("The run cannot be written to “image.png/run”")


def test_an_interrupt_saves_first_and_ends_with_130(spec, desk):
    spec.write_text(json.dumps(SPEC | {"minutes": 60, "workers": 1, "save_every": 1}))
    process = subprocess.Popen(
        [sys.executable, "-m", "engine.cli", "distill", "hair.json", "--out", "run"],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=desk,
        start_new_session=True,
    )
    assert any("saved" in line for line in process.stdout)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: the workers hear it too
    began = time.monotonic()
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert out.splitlines()[-1].endswith("stopped; --resume --out run goes on")
    assert err == "\nStopped; what was finished before is kept.\n"
    assert time.monotonic() - began < 50
    assert (desk / "run" / "checkpoint.pt").is_file()
