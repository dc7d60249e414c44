import json
from dataclasses import asdict, replace

import numpy as np
import pytest

from engine.errors import RecordError
from engine.export.formats import wish_for
from engine.export.kinds import What
from engine.export.record import (
    Record,
    fingerprint,
    packed_trimap,
    place_of,
    read_record,
    write_record,
)
from engine.refine.refinement import Refinement

TRIMAP = np.random.default_rng(0).choice(np.array([0, 128, 255], np.uint8), (30, 40))
RECORD = Record(
    photograph="fox.jpg",
    photograph_sha256="1" * 64,
    trimap_sha256=fingerprint(TRIMAP),
    alpha_sha256="2" * 64,
    model="guided-student",
    model_sha256="3" * 64,
    device="cpu",
    threads=2,
    refinement=Refinement(shift=-0.5, threshold=0.4),
    trimap_png=packed_trimap(TRIMAP),
)


@pytest.fixture
def stored(tmp_path):
    """A function: changes of the JSON to the complaint about it."""

    def complaint(**changes):
        path = tmp_path / "r.json"
        given = json.loads(RECORD.to_json()) | changes
        path.write_text(json.dumps({key: value for key, value in given.items() if value != ...}))
        with pytest.raises(RecordError) as caught:
            read_record(path).trimap()
        assert caught.value.hint
        return caught.value.message

    return complaint


def test_a_record_comes_back_from_its_file_with_the_trimap(tmp_path):
    ours = RECORD.of_file(wish_for(tmp_path / "a.png", What.ALPHA))
    write_record(tmp_path / "a.png", ours)
    assert [path.name for path in tmp_path.iterdir()] == ["a.png.json"]
    assert read_record(place_of(tmp_path / "a.png")) == ours
    assert np.array_equal(ours.trimap(), TRIMAP)
    assert (ours.format, ours.depth, ours.colours) == ("png", "8", "")


def test_the_note_in_a_picture_has_all_but_the_trimap():
    told = json.loads(RECORD.note())
    assert "\n" not in RECORD.note()
    assert told.pop("kind") == "gossamer export record"
    expected = asdict(RECORD)
    del expected["trimap_png"]
    assert told == expected


def test_a_fingerprint_knows_values_shape_and_kind():
    values = np.arange(6, dtype=np.uint8)
    others = [values[::-1], values.reshape(2, 3), values.astype(np.uint16)]
    assert len({fingerprint(other) for other in [values, *others]}) == 4
    assert fingerprint(values.reshape(2, 3)) == fingerprint(values.reshape(3, 2).reshape(2, 3))


def test_strange_records_are_refused_in_words(stored):
    assert stored(kind="something").endswith("is no export record.")
    assert stored(threads="two").endswith("has a strange value for threads.")
    assert stored(model=...).endswith("lacks model.")
    assert "strange refinement: there is no “feather”" in stored(refinement={"feather": 1})
    assert "strange refinement" in stored(refinement=[1])
    assert stored(trimap_png="") == "This record carries no trimap."
    assert stored(trimap_png="?!") == "The trimap in this record is damaged."
    assert stored(trimap_png="AAAA") == "The trimap in this record is damaged."
    other = packed_trimap(TRIMAP[::-1].copy())
    assert stored(trimap_png=other) == "The trimap in this record is another than it says."


def test_no_file_and_no_json_are_refused_in_words(tmp_path):
    with pytest.raises(RecordError, match="cannot be read"):
        read_record(tmp_path / "none.json")
    for content in (b"\xff\xfe", b"[[[", b"[" * 100_000):
        (tmp_path / "r.json").write_bytes(content)
        with pytest.raises(RecordError, match="is no JSON"):
            read_record(tmp_path / "r.json")


def test_what_is_not_known_yet_is_passed_over(tmp_path):
    path = tmp_path / "r.json"
    path.write_text(json.dumps(json.loads(RECORD.to_json()) | {"mood": "good"}))
    assert read_record(path) == RECORD
    assert replace(RECORD, version="9").version == "9"
