"""A run's spec: in and out of JSON, and every value that is refused."""

import json
from dataclasses import asdict, fields

import pytest

from engine.errors import EngineError, RunError
from engine.resources import resources_folder
from engine.training.spec import RunSpec

SOURCES = [{"source": "Our own renders", "licence": "CC0"}]


def refusal(text):
    with pytest.raises(EngineError) as caught:
        RunSpec.from_json(text)
    return f"{caught.value.message}|{caught.value.hint}"


def test_spec_returns_from_json_as_it_went():
    spec = RunSpec(network="dim-student", foregrounds="Vordergründe", minutes=0.5, data=SOURCES)
    assert RunSpec.from_json(spec.to_json()) == spec
    assert "Vordergründe" in spec.to_json()


def test_example_is_sound_and_names_every_field():
    path = resources_folder() / "specs" / "example.json"
    spec = RunSpec.read(path)
    assert set(json.loads(path.read_text(encoding="utf-8"))) == {f.name for f in fields(RunSpec)}
    assert json.loads(path.read_text(encoding="utf-8")) == json.loads(spec.to_json())


def test_every_field_is_explained():
    assert [f.name for f in fields(RunSpec) if f.name not in RunSpec.__doc__] == []


OLDEST = {"network", "foregrounds", "backgrounds", "minutes", "batch", "crop", "rate", "seed"}


def test_an_older_spec_with_fewer_fields_is_read():
    old = {
        key: value for key, value in asdict(RunSpec(network="dim-student")).items() if key in OLDEST
    }
    assert RunSpec.from_json(json.dumps(old)) == RunSpec(network="dim-student")


def test_data_is_carried_through():
    spec = RunSpec.from_json(json.dumps({"network": "dim-student", "data": SOURCES}))
    assert spec.data == tuple(SOURCES)
    assert json.loads(spec.to_json())["data"] == SOURCES


@pytest.mark.parametrize(
    "data",
    [
        "Our own renders",
        {"source": "Our own renders", "licence": "CC0"},
        ["Our own renders"],
        [{"source": "Our own renders"}],
        [{"source": "Our own renders", "licence": ""}],
        [{"source": "Our own renders", "licence": None}],
        [{"source": "Our own renders", "licence": "CC0", "size": "3"}],
        None,
    ],
)
def test_strange_data_is_refused(data):
    words = refusal(json.dumps({"network": "dim-student", "data": data}))
    assert words.startswith("“data” is ")
    assert '|It is a list of {"source": …, "licence": …}' in words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "The spec is not JSON: "),
        ('{"network": "dim-student",}', "The spec is not JSON: "),
        ('{"network": "dim-student", "seed": ' + 5000 * "9" + "}", "The spec is not JSON: "),
        ("[]", "The spec is not a JSON object.|Start it with “{”."),
        ("{}", 'The spec names no network.|Give it a field "network".'),
        ('{"network": "dim-student", "lr": 1, "gpu": 0}', "has unknown fields: gpu, lr.|Known"),
        ('{"network": "resnet"}', "There is no network called “resnet”.|Known networks: guided-"),
    ],
)
def test_what_is_no_spec_is_refused_in_words(text, words):
    assert words in refusal(text)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("network", 5, "“network” is 5.|It must be a text."),
        ("network", ["dim-student"], '“network” is ["dim-student"].|It must be a text.'),
        ("foregrounds", None, "“foregrounds” is null.|It must be a text."),
        ("start", 3, "“start” is 3.|It must be a text or null."),
        ("minutes", "90", '“minutes” is "90".|It must be a number'),
        ("minutes", True, "“minutes” is true.|It must be a number"),
        ("minutes", float("nan"), "“minutes” is NaN.|It must be a number"),
        ("minutes", float("inf"), "“minutes” is Infinity.|It must be a number"),
        ("minutes", 0, "“minutes” is 0.|Give it a value above 0."),
        ("batch", 2.5, "“batch” is 2.5.|It must be a whole number"),
        ("batch", 0, "“batch” is 0.|Give it a value above 0."),
        ("rate", -1e-3, "“rate” is -0.001.|Give it a value above 0."),
        ("threads", 0, "“threads” is 0.|Give it a value above 0."),
        ("validate_every", 0, "“validate_every” is 0.|Give it a value above 0."),
        ("save_every", 0, "“save_every” is 0.|Give it a value above 0."),
        ("warm_up", -1, "“warm_up” is -1.|Give it a value of 0 or more."),
        ("weight_decay", -1, "“weight_decay” is -1.|Give it a value of 0 or more."),
        ("laplacian", -1, "“laplacian” is -1.|Give it a value of 0 or more."),
        ("seed", -1, "“seed” is -1.|Give it a value of 0 or more."),
        ("seed", 2**64, "|It must be a whole number below 2147483648."),
        ("workers", -1, "“workers” is -1.|Give it a value of 0 or more."),
        ("crop", 32, "A crop of 32 pixels cannot be learnt from.|Choose a multiple of 32,"),
        ("crop", 100, "A crop of 100 pixels cannot be learnt from."),
        ("procedural", 1.5, "“procedural” is 1.5.|It is a share, from 0 to 1."),
        ("average", 1, "“average” is 1.|Give it a value from 0 to below 1."),
        ("width", 5, "“width” is 5.|Give it a value from 0.05 to 4."),
        ("steps", 0, "“steps” is 0.|Give it a value above 0."),
        ("steps", 2.5, "“steps” is 2.5.|It must be a whole number below 2147483648, or null."),
        ("accumulate", 0, "“accumulate” is 0.|Give it a value above 0."),
        ("accumulate", 3, "A batch of 16 cannot be taken in 3 equal pieces.|Choose a batch"),
        ("freeze_norms", 2, "“freeze_norms” is 2.|It is a share, from 0 to 1."),
        ("device", "tpu", "There is no device “tpu”.|Choose one of: auto, cpu, cuda, mps."),
        ("report_every", 0, "“report_every” is 0.|Give it a value above 0."),
        ("preview_composites", -1, "“preview_composites” is -1.|Give it a value of 0 or more."),
        ("previews", ["a.png"], '“previews” is ["a.png"].|It is a list of {"image": …, "trimap"'),
        (
            "precision",
            "half",
            "no precision “half”.|Choose one of: auto, float32, bfloat16, float16.",
        ),
    ],
)
def test_impossible_values_are_refused_in_words(field, value, words):
    assert words in refusal(json.dumps({"network": "dim-student", field: value}))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"terms": ["cosine"]}, "There is no distillation term “cosine”.|Known terms: batch, "),
        ({"terms": ["at", "at"]}, "“terms” names “at” twice.|Name each once"),
        ({"stages": ["conv2", "conv2"]}, "“stages” names “conv2” twice.|Name each once"),
        ({"stages": []}, "“stages” is empty.|Name some, or null for the published ones."),
        ({"terms": ["fsp"], "stages": ["conv2"]}, "“fsp” compares each stage with the next"),
        ({"terms": ["batch"], "batch": 1}, "“batch” compares the pictures of a piece"),
        ({"terms": ["batch"], "batch": 4, "accumulate": 4}, "fewer pieces (“accumulate”)"),
    ],
)
def test_what_cannot_be_at_once_is_refused_in_words(fields, words):
    assert words in refusal(json.dumps({"network": "dim-student", "teacher": "t", **fields}))


def test_without_a_teacher_no_features_are_compared():
    RunSpec(network="dim-student", terms=["batch"], batch=1)
    RunSpec(network="dim-student", terms=["fsp"], stages=["conv2"], teacher="t", w2=0)


def test_missing_file_is_refused_in_words(tmp_path):
    with pytest.raises(RunError, match="cannot be read"):
        RunSpec.read(tmp_path / "none.json")
    with pytest.raises(RunError, match="cannot be read"):
        RunSpec.read(tmp_path)
    (tmp_path / "latin.json").write_bytes(b"\xff\xfe")
    with pytest.raises(RunError, match="cannot be read"):
        RunSpec.read(tmp_path / "latin.json")
