"""The library of weights: what is found, what is refused, what a failed write leaves."""

import json
import subprocess
import sys

import pytest

from engine.errors import OutputError, WeightsError
from engine.matting.cards import Card, Source, parse_card
from engine.matting.library import add, entries, find, folders, verify


def card(name="guided-student", **changes):
    fields = {
        "name": name,
        "title": "Guided student",
        "parameters": 5,
        "method": "alpha loss",
        "data": (Source("our renders", "MIT"),),
        "metrics": {"check/sad": 4.25},
        "intended_use": "photographs",
        "limits": "small",
        "licence": "MIT",
    }
    return Card(**{**fields, **changes})


@pytest.fixture
def weights(tmp_path):
    path = tmp_path / "any.safetensors"
    path.write_bytes(b"weights")
    return path


@pytest.fixture
def library(tmp_path):
    return tmp_path / "person", tmp_path / "shipped"


def test_a_card_survives_its_file():
    assert parse_card(card().to_json(), "here") == card()


def test_a_card_without_a_network_is_of_the_network_it_is_named_after():
    assert card().network == "guided-student"
    assert card("mine", network="dim-student").network == "dim-student"


def test_what_is_added_is_found_with_checksum_and_date(weights, library):
    added = add(weights, card(), library[0])
    found = find("guided-student", library)
    verify(found)
    assert found == added
    assert found.path.read_bytes() == b"weights"
    assert len(found.card.sha256) == 64
    assert len(found.card.created) == 10


def test_the_persons_weights_hide_the_shipped_ones(weights, library):
    add(weights, card(title="shipped"), library[1])
    add(weights, card("other"), library[1])
    add(weights, card(title="mine"), library[0])
    assert [entry.card.title for entry in entries(library)] == ["mine", "Guided student"]
    assert find("guided-student", library).card.title == "mine"


def test_the_person_comes_before_the_program(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert [folder.name for folder in folders()] == ["models", "models"]
    assert folders()[0].parent.name == "gossamer"


def test_an_empty_library_says_so(library):
    assert entries(library) == ()
    with pytest.raises(WeightsError, match="no weights called “dim-student”") as caught:
        find("dim-student", library)
    assert "none yet" in caught.value.hint


@pytest.mark.parametrize("name", ["../guided-student", "", ".hidden", "a/b"])
def test_a_name_cannot_leave_the_library(name, weights, library):
    with pytest.raises(WeightsError, match="no weights called"):
        find(name, library)
    with pytest.raises(WeightsError, match="cannot be the name"):
        add(weights, card(name), library[0])


def test_a_flipped_bit_is_noticed(weights, library):
    entry = add(weights, card(), library[0])
    entry.path.write_bytes(b"weighty")
    with pytest.raises(WeightsError, match="damaged") as caught:
        verify(entry)
    assert "again" in caught.value.hint


def test_weights_without_a_card_are_refused_but_do_not_hide_the_others(weights, library):
    add(weights, card("good"), library[0])
    add(weights, card("bare"), library[0]).path.with_suffix(".json").unlink()
    assert [entry.card.name for entry in entries(library)] == ["good"]
    with pytest.raises(WeightsError, match="no readable card"):
        find("bare", library)


def test_a_card_under_another_name_is_refused(weights, library):
    entry = add(weights, card("one"), library[0])
    for path in (entry.path, entry.path.with_suffix(".json")):
        path.rename(path.with_stem("two"))
    with pytest.raises(WeightsError, match="belongs to “one”"):
        find("two", library)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda _: "{", "is no JSON"),
        (lambda _: "[]", "is no JSON object"),
        (lambda c: json.dumps({**c, "title": 5}), "strange value for title"),
        (lambda c: json.dumps({**c, "metrics": {"sad": "low"}}), "strange data or metrics"),
        (lambda c: json.dumps({**c, "data": ["photos"]}), "strange data or metrics"),
        (lambda c: json.dumps({**c, "data": "photos"}), "strange value for data"),
        (lambda c: json.dumps({**c, "steps": None}), "strange value for steps"),
        (lambda c: json.dumps({k: v for k, v in c.items() if k != "limits"}), "lacks limits"),
    ],
)
def test_a_bad_card_is_told_in_words(change, fault):
    with pytest.raises(WeightsError, match=fault):
        parse_card(change(json.loads(card().to_json())), "here.json")


def test_a_card_may_know_more_than_this_version():
    text = json.dumps({**json.loads(card().to_json()), "colour": "blue"})
    assert parse_card(text, "here") == card()


def test_a_card_of_another_file_is_not_added(weights, library):
    with pytest.raises(WeightsError, match="made for another file"):
        add(weights, card(sha256="0" * 64), library[0])
    assert not library[0].exists()


def test_a_folder_that_cannot_be_written_leaves_nothing(weights, library):
    library[0].write_text("a file where the folder should be")
    with pytest.raises(OutputError, match="could not be written"):
        add(weights, card(), library[0])


def test_a_failed_write_leaves_no_unfinished_files(weights, library):
    entry = add(weights, card(), library[0])
    entry.path.with_suffix(".json").unlink()
    entry.path.with_suffix(".json").mkdir()
    with pytest.raises(OutputError):
        add(weights, card(), library[0])
    assert [path.name for path in library[0].glob(".*")] == [".guided-student.lock"]


def test_the_library_needs_no_torch():
    code = "import sys, engine.matting.library; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
