"""A batch that is shared by processes, or taken in pieces, teaches what it teaches as a whole."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from engine.errors import RunError
from engine.matting import library
from engine.matting.cards import Card
from engine.matting.weights import save_weights
from engine.networks import create
from engine.training import checkpoint, guided_samples, plain_samples, validation
from engine.training.events import Started, StepDone, Validated, decode
from engine.training.loop import train
from engine.training.processes import Processes
from engine.training.shares import shares
from engine.training.spec import RunSpec
from engine.training.worker import run

TERMS = ("spatial", "channel", "at", "fsp")

SPEC = RunSpec(
    network="dim-student", width=0.25, procedural=1, batch=4, crop=64, workers=0, steps=10,
    rate=2e-4, warm_up=2, precision="float32", device="cpu", freeze_norms=0, terms=TERMS,
    report_every=5, validate_every=1000, save_every=1000, preview_composites=1,
)  # fmt: skip


@pytest.fixture
def teacher(tmp_path):
    """A function: the file of an untrained, narrow teacher, with its card."""

    def made(name):
        torch.manual_seed(4)
        save_weights(tmp_path / "weights", create(name, 0.25))
        card = Card(
            name=name, title="", parameters=0, method="", data=(), intended_use="", limits="",
            licence="MIT", width=0.25,
        )  # fmt: skip
        return str(library.add(tmp_path / "weights", card, tmp_path / "shelf").path)

    return made


def quiet(_event):
    pass


def learnt(folder):
    return checkpoint.load(folder)["network"]


def require_same(one, two, tolerance):
    assert one.keys() == two.keys()
    apart = {key: float((one[key] - two[key]).abs().max()) for key in one}
    assert max(apart.values()) <= tolerance, max(apart, key=apart.get)


def gradients(folder):
    """The moving mean of all gradients, as Adam keeps it: one vector.

    Not the weights: one whose gradient is no more than rounding Adam moves as far as any other,
    wherever the rounding points, and how many there are depends on the processor.
    """
    moments = checkpoint.load(folder)["optimiser"]["state"]
    return torch.cat([moments[index]["exp_avg"].flatten() for index in sorted(moments)])


def told(folder, kind):
    lines = (folder / "events.jsonl").read_text().splitlines()
    return [event for event in map(decode, lines) if isinstance(event, kind)]


def test_two_processes_with_half_the_batch_each_learn_what_one_learns(tmp_path, teacher):
    """Batch norm's statistics frozen, unknown pixels counted over both, the term `batch` left out.

    Found to be apart by 9e-7 at most, where ten steps move a weight by 1e-3 or so.
    """
    spec = replace(SPEC, teacher=teacher("dim-teacher"), terms=(*TERMS, "ofd"))
    (tmp_path / "spec.json").write_text(spec.to_json())
    together, alone = tmp_path / "together", tmp_path / "alone"
    command = ["-m", "torch.distributed.run", "--nproc-per-node", "2", "-m"]
    done = subprocess.run(
        [sys.executable, *command, "engine.training.worker", tmp_path / "spec.json", together],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3]), "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == (together / "events.jsonl").read_text()
    run(spec, alone, quiet, resume=False)
    require_same(learnt(together), learnt(alone), 1e-5)
    assert [event.processes for event in told(together, Started)] == [2]
    for first, second in zip(told(together, StepDone), told(alone, StepDone), strict=True):
        assert first.losses == pytest.approx(second.losses, rel=1e-4)
    (first,), (second,) = told(together, Validated), told(alone, Validated)
    assert first.metrics == pytest.approx(second.metrics, rel=1e-4)


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(guided_samples, "SIDE", 192)
    monkeypatch.setattr(plain_samples, "SIDE", 192)
    monkeypatch.setattr(validation, "BATCHES", 1)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("family", "terms"),
    [("guided", (*TERMS, "hinton")), ("dim", (*TERMS, "ofd"))],
)
def test_pieces_teach_what_the_whole_batch_teaches(tmp_path, teacher, family, terms):
    spec = replace(
        SPEC, network=f"{family}-student", teacher=teacher(f"{family}-teacher"), terms=terms,
        steps=4, preview_composites=0,
    )  # fmt: skip
    folders = {pieces: tmp_path / f"{pieces}" for pieces in (1, 2, 4)}
    for pieces, folder in folders.items():
        run(replace(spec, accumulate=pieces), folder, quiet, resume=False)
    for pieces in (2, 4):
        found, wanted = gradients(folders[pieces]), gradients(folders[1])
        assert (found - wanted).norm() <= 1e-4 * wanted.norm()
        require_same(learnt(folders[pieces]), learnt(folders[1]), 2 * spec.rate)
    (whole,), (halves,) = (list(told(folders[pieces], Validated)) for pieces in (1, 2))
    assert whole.metrics == pytest.approx(halves.metrics, rel=1e-4)


def test_shares_follow_the_unknown_pixels():
    masks = [torch.ones(1, 1, 2, 2), torch.zeros(1, 1, 2, 2), torch.eye(2)[None, None]]

    class Plain:
        def unknown(self, batch):
            return {"alpha": batch}

    found = shares(Plain(), masks, Processes())
    assert [share.unknown["alpha"] for share in found] == pytest.approx([4 / 6, 0, 2 / 6])
    assert {share.of("spatial") for share in found} == {1 / 3}
    assert {share.of("ofd") for share in found} == {1}


def test_where_nothing_is_unknown_nothing_is_learnt_and_nothing_is_lost():
    class Plain:
        def unknown(self, batch):
            return {"alpha": batch}

    (share,) = shares(Plain(), [torch.zeros(1, 1, 2, 2)], Processes())
    assert share.unknown == {"alpha": 0}


def test_a_batch_that_processes_cannot_share_is_refused(tmp_path):
    with pytest.raises(RunError, match="A batch of 4 cannot be shared by 3 processes") as caught:
        train(SPEC, tmp_path, Processes(1, 3))
    assert "multiple" in caught.value.hint


def test_indexnet_refuses_pieces_of_one_picture_in_words(tmp_path):
    one = replace(SPEC, network="indexnet-student", batch=2, accumulate=2, freeze_norms=1)
    with pytest.raises(RunError, match="cannot learn from one picture at a time"):
        train(one, tmp_path)
    train(replace(one, freeze_norms=0), tmp_path)
