"""A run with a teacher."""

import json

import pytest
import torch

from engine.catalog import TERMS as NAMES
from engine.distill import TERMS
from engine.errors import RunError, WeightsError
from engine.matting import library
from engine.matting.cards import Card
from engine.matting.weights import save_weights
from engine.networks import create
from engine.training import guided_samples, validation
from engine.training.events import StepDone
from engine.training.loop import train
from engine.training.spec import RunSpec


@pytest.fixture(autouse=True)
def _small(monkeypatch):
    """Few crops of small pictures."""
    monkeypatch.setattr(validation, "BATCHES", 1)
    monkeypatch.setattr(guided_samples, "SIDE", 128)


def spec(**changes):
    fields = {
        "network": "guided-student",
        "procedural": 1.0,
        "batch": 2,
        "crop": 64,
        "workers": 0,
        "steps": 2,
        "precision": "float32",
        "validate_every": 1000,
        "save_every": 1000,
        "report_every": 1,
        "preview_composites": 0,
    }
    return RunSpec(**{**fields, **changes})


def folder(tmp_path):
    run = tmp_path / "run"
    run.mkdir(exist_ok=True)
    return run


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """A function: puts an untrained network of that name into the person's library."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def put(name):
        torch.manual_seed(4)
        save_weights(tmp_path / name, create(name))
        card = Card(
            name=name, title=name, parameters=0, method="none", data=(), intended_use="tests",
            limits="knows nothing", licence="MIT",
        )  # fmt: skip
        library.add(tmp_path / name, card)

    return put


def test_the_catalogue_names_the_terms():
    assert tuple(TERMS) == NAMES


def test_a_taught_student_reports_every_part_and_its_adapters_are_resumed(shelf, tmp_path):
    shelf("guided-teacher")
    taught = spec(teacher="guided-teacher", terms=("spatial", "channel"))
    first, *_ = (e for e in train(taught, folder(tmp_path)) if isinstance(e, StepDone))
    assert set(first.losses) >= {"alpha", "alpha, teacher", "coarse, teacher", "spatial", "channel"}
    state = torch.load(tmp_path / "run" / "checkpoint.pt", weights_only=True)
    assert {key.split(".")[0] for key in state["adapters"]} == {
        f"adapt-{stage}" for stage in ("conv2", "conv3", "conv4")
    }
    longer = spec(teacher="guided-teacher", steps=3)
    steps = [e.step for e in train(longer, folder(tmp_path)) if isinstance(e, StepDone)]
    assert steps[0] == state["step"] + 1
    delivered = {key for key in state["network"]}
    assert not any("adapt" in key for key in delivered)


def test_a_student_that_is_all_teacher_learns_its_teachers_alphas(shelf, tmp_path):
    shelf("guided-teacher")
    events = train(spec(teacher="guided-teacher", w1=1.0, terms=("hinton",)), folder(tmp_path))
    first = next(e for e in events if isinstance(e, StepDone))
    assert first.losses["alpha"] == 0
    # untrained, both answer the mean of their guides: the student's coarse alpha is one of its own
    assert first.losses["alpha, teacher"] == pytest.approx(0, abs=1e-4)


def test_without_a_say_a_teacher_is_not_even_loaded(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    list(train(spec(teacher="nobody", w1=0, w2=0), folder(tmp_path)))
    with pytest.raises(WeightsError, match="nobody"):
        train(spec(teacher="nobody"), folder(tmp_path))


def test_a_teacher_with_other_inputs_is_refused(shelf, tmp_path):
    shelf("dim-student")
    with pytest.raises(RunError, match="take different inputs"):
        train(spec(teacher="dim-student"), folder(tmp_path))


@pytest.mark.parametrize(
    "wrong",
    [
        {"terms": ["cosine"]},
        {"terms": "spatial"},
        {"w1": 2},
        {"w2": -1},
        {"stages": [1]},
        {"teacher": 3},
    ],
)
def test_an_impossible_method_is_refused_when_the_spec_is_read(wrong):
    with pytest.raises(RunError):
        RunSpec.from_json(json.dumps({"network": "guided-student", **wrong}))


def test_a_narrow_student_learns_from_a_narrow_teacher_in_a_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    save_weights(tmp_path / "weights", create("guided-teacher", 0.25))
    card = Card(
        name="narrow", network="guided-teacher", title="", parameters=0, method="", data=(),
        intended_use="", limits="", licence="MIT", width=0.25,
    )  # fmt: skip
    entry = library.add(tmp_path / "weights", card, tmp_path / "shelf")
    narrow = spec(width=0.25, teacher=str(entry.path))
    first, *_ = (e for e in train(narrow, folder(tmp_path)) if isinstance(e, StepDone))
    assert first.losses["channel"] > 0
