"""From a run to weights in the library, and never a step back."""

import json

import pytest
import torch
from safetensors.torch import save_file

from engine.errors import RunError, WeightsError
from engine.matting import library
from engine.matting.cards import Card, Source
from engine.matting.weights import load_network
from engine.networks import create
from engine.training import delivery
from engine.training.events import Finished, Started, encode
from engine.training.spec import RunSpec

EVERY = 64  # one picture, three trimaps


@pytest.fixture
def run(tmp_path):
    """The folder of a finished run of the guided student, whose head prefers one guide."""
    folder = tmp_path / "run"
    folder.mkdir()
    data = [{"source": "our renders", "licence": "MIT"}]
    (folder / "spec.json").write_text(
        RunSpec(network="guided-student", procedural=0.5, data=data).to_json()
    )
    told = (Started(0, 0.0, "cpu", "bfloat16", 1), Finished(40, 12.5, stopped=False))
    lines = [*map(encode, told), '{"kind": "st']  # the last one cut off by a kill
    (folder / "events.jsonl").write_text("\n".join(lines))
    torch.manual_seed(1)
    network = create("guided-student")
    with torch.no_grad():  # of the five alphas, trust the closed form's
        network.local.blend.head.bias[3] = 8
    save_file(network.state_dict(), folder / "average.safetensors")
    return folder


def test_a_candidate_carries_what_it_was_trained_on_and_how_good_it_is(run):
    with delivery.candidate(run, "mine", EVERY) as new:
        card = new.entry.card
        library.verify(new.entry)
        network = load_network("mine", where=[new.entry.path.parent])
    assert (card.name, card.network, card.steps, card.minutes) == (
        "mine",
        "guided-student",
        40,
        12.5,
    )
    assert [source.source for source in card.data][0] == "our renders"
    assert delivery.PROCEDURAL in card.data
    assert card.method.endswith("no teacher; trained on cpu in bfloat16")
    assert card.metrics == new.metrics
    assert set(card.metrics) >= {"check/sad", "check/mse", "check-wide/sad"}
    assert 0 < card.metrics["check/sad"] < 30
    assert network.local.blend.head.bias[3] == 8
    assert not new.entry.path.exists()


def test_a_run_that_goes_on_from_shipped_weights_adds_to_their_card(run, tmp_path):
    shelf = tmp_path / "shelf"
    before = Card(
        name="guided-student", title="", parameters=0, method="", intended_use="", limits="",
        licence="MIT", data=(Source("older renders", "CC0"),), steps=40, minutes=12.5,
    )  # fmt: skip
    library.add(run / "average.safetensors", before, shelf)
    spec = json.loads((run / "spec.json").read_text())
    spec["start"] = str(shelf / "guided-student.safetensors")
    (run / "spec.json").write_text(json.dumps(spec))
    with delivery.candidate(run, "guided-student", EVERY) as again:
        assert (again.entry.card.steps, again.entry.card.minutes) == (80, 25.0)
        assert [source.licence for source in again.entry.card.data] == ["CC0", "MIT", "MIT"]


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ("events.jsonl", "told nothing yet"),
        ("average.safetensors", "has no weights yet"),
        ("spec.json", "is no training run"),
    ],
)
def test_a_run_without_anything_to_give_is_refused(run, tmp_path, missing, words):
    (run / missing).unlink()
    with pytest.raises(RunError, match=words):
        delivery.delivered(run, "mine", tmp_path)


def test_a_run_whose_weights_are_damaged_foreign_or_no_numbers_is_refused(run, tmp_path):
    weights = run / "average.safetensors"
    network = create("dim-student", 0.1)
    for damage, error, words in (
        (lambda: weights.write_bytes(weights.read_bytes()[:-9]), RunError, "are damaged"),
        (lambda: save_file(network.state_dict(), weights), WeightsError, "do not belong"),
        (lambda: save_file({"a": torch.tensor([torch.nan])}, weights), RunError, "are none"),
    ):
        damage()
        with pytest.raises(error, match=words):
            delivery.delivered(run, "mine", tmp_path)
