"""Who can teach whom, of what the library holds."""

import numpy as np
import pytest
from safetensors.numpy import save_file

from engine.catalog import CATALOG, DISTILLED, INPUTS, NORMED, PUBLISHED, STAGES
from engine.errors import RunError
from engine.matting import library
from engine.networks import NETWORKS
from engine.networks.upstream import RULES
from engine.runs.teachers import best_teacher, require_comparable, starts, teachers
from engine.training.spec import RunSpec
from tests.weights import card


@pytest.fixture
def shelf(tmp_path):
    """A function that puts weights into a library of its own, which it answers."""

    def put(name, network, width=1.0):
        source = tmp_path / "weights"
        save_file({"a": np.zeros(1, np.float32)}, source)
        library.add(source, card(name, network=network, width=width), tmp_path / "library")
        return [tmp_path / "library"]

    return put


def test_the_inputs_are_those_of_the_networks():
    assert {name: INPUTS[CATALOG[name].family] for name in CATALOG} == {
        name: entry.trimap_input for name, entry in NETWORKS.items()
    }


def test_the_published_are_those_that_can_be_imported():
    assert {name for name, entry in CATALOG.items() if entry.family in PUBLISHED} == set(RULES)


def test_the_stages_are_those_of_the_networks():
    for name, entry in NETWORKS.items():
        family = CATALOG[name].family
        assert STAGES[family] == tuple(stage.name for stage in entry.stages)
        assert DISTILLED[family] == entry.distilled
        assert {bool(stage.norm) for stage in entry.stages} == {family in NORMED}


@pytest.mark.parametrize(
    ("changes", "teacher", "words"),
    [
        ({"network": "dim-student", "terms": ("ofd",)}, "dim-teacher", ""),
        ({"network": "gca-student", "terms": ("ofd",)}, "gca-teacher", "before their ReLU"),
        ({"network": "gca-student", "terms": ("ofd",), "w2": 0}, "gca-teacher", ""),
        ({"network": "guided-student", "stages": ("conv5",)}, "guided-teacher", "no stage “conv5”"),
        ({"network": "gca-student", "stages": ("conv9",), "terms": ("hinton",)}, "gca-teacher", ""),
    ],
)
def test_what_cannot_be_compared_is_said_before_the_start(changes, teacher, words):
    spec = RunSpec(teacher="mine", **changes)
    if not words:
        require_comparable(spec, teacher)
        return
    with pytest.raises(RunError, match=words):
        require_comparable(spec, teacher)


def test_a_narrow_student_learns_from_the_wide_one_until_there_is_a_teacher(shelf):
    where = shelf("guided-student", "guided-student")
    assert best_teacher("guided-student", 0.25, where) == "guided-student"
    assert best_teacher("guided-student", 1.0, where) is None
    shelf("guided-teacher", "guided-teacher")
    assert best_teacher("guided-student", 1.0, where) == "guided-teacher"
    assert best_teacher("guided-teacher", 1.0, where) is None


def test_only_what_takes_the_same_is_offered_and_the_own_family_first(shelf):
    where = shelf("gca", "gca-teacher")
    shelf("indexnet", "indexnet-teacher")
    shelf("dim-student", "dim-student")
    assert [card.name for card in teachers("dim-student", where)] == ["dim-student", "indexnet"]
    assert teachers("guided-student", where) == ()
    assert best_teacher("dim-student", 1.0, where) is None  # another family is not above it


def test_a_run_begins_with_weights_of_its_own_width(shelf):
    where = shelf("wide", "dim-student")
    shelf("narrow", "dim-student", 0.25)
    assert [entry.card.name for entry in starts("dim-student", 0.25, where)] == ["narrow"]
