"""JSON that means no good, drawn by hypothesis: a value or a refusal comes of it."""

import json
from dataclasses import asdict, replace

import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from safetensors.torch import save_file

from engine.batch.orders import Orders
from engine.batch.state import STATE, Result, begun
from engine.errors import BatchError, EngineError, RecordError, RunError, WeightsError
from engine.export.record import read_record
from engine.keeping.journal import MAGIC, read_payloads
from engine.keeping.notes import parse_note, parse_object
from engine.keeping.records import decode
from engine.matting.cards import parse_card
from engine.matting.library import add, verify
from engine.matting.weights import load_network, read_weights
from engine.networks import create
from engine.training.spec import RunSpec
from tests.engine.hostile.seeds import NARROW, NETWORK, card, seeds

QUICK = settings(
    max_examples=60,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
LEAF = some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=20)
ANY = some.recursive(
    LEAF,
    lambda inner: (
        some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
NOTE = {"path": "a.png", "width": 4, "height": 3, "sha256": ""}


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    corpus = seeds(tmp_path_factory.mktemp("seeds"))
    return {kind: json.loads(corpus[kind]) for kind in ("card", "record", "spec")}


@QUICK
@given(value=ANY, data=some.data())
@pytest.mark.parametrize("kind", ["card", "record", "spec"])
def test_one_strange_value_is_taken_or_refused_in_words(texts, tmp_path, kind, value, data):
    sound = texts[kind]
    name = data.draw(some.sampled_from(sorted(sound)))
    text = json.dumps(sound | {name: value})
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    try:
        if kind == "card":
            made = parse_card(text, "a.json")
            assert parse_card(made.to_json(), "a.json") is not None
        elif kind == "record":
            read_record(path)
        else:
            made = RunSpec.read(path)
            assert RunSpec.from_json(made.to_json()) == made
    except EngineError as error:
        refusal = error
        assert refusal.hint.strip()  # noqa: PT017 - it may well not be refused


@QUICK
@given(value=ANY, name=some.sampled_from(sorted(NOTE)))
def test_a_strange_note_of_a_picture_is_a_value_error(value, name):
    try:
        note = parse_note(NOTE | {name: value})
    except ValueError:
        return
    assert note.width * note.height <= 400_000_000


@QUICK
@given(given_value=ANY)
def test_a_strange_batch_is_refused_in_words(tmp_path, given_value):
    lines = [json.dumps({"batch": 1, "orders": given_value}), json.dumps(given_value), ""]
    (tmp_path / STATE).write_text("\n".join(lines), encoding="utf-8")
    try:
        begun(tmp_path)
    except EngineError as error:
        refusal = error
        assert refusal.hint.strip()  # noqa: PT017


@QUICK
@given(content=some.binary(max_size=300))
def test_bytes_that_are_no_journal_are_value_errors(content):
    for start in (b"", MAGIC):
        try:
            payloads, end = read_payloads(start + content)
        except ValueError:
            continue
        assert end <= len(start + content)
        assert payloads == [] or end > len(start)
    for way in (lambda: decode(content, (30, 40)), lambda: parse_object(content)):
        try:
            way()
        except ValueError:
            continue


def test_a_card_nested_too_deeply_is_refused():
    with pytest.raises(WeightsError, match="is no JSON"):
        parse_card('{"name":' + "[" * 100_000, "a.json")


@pytest.mark.parametrize("width", [0, -1, 1e9, float("nan"), float("inf")])
def test_a_card_cannot_ask_for_a_network_that_no_memory_holds(width):
    with pytest.raises(WeightsError, match="a strange value for width"):
        parse_card(replace(card(), width=width).to_json(), "a.json")


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_weights_that_are_no_numbers_are_refused(tmp_path, number):
    state = {name: part.contiguous() for name, part in create(NETWORK, NARROW).state_dict().items()}
    first = next(name for name, part in state.items() if part.is_floating_point())
    state[first] = torch.full_like(state[first], number)
    save_file(state, tmp_path / "made.safetensors")
    entry = add(tmp_path / "made.safetensors", card(), tmp_path / "library")
    verify(entry)
    with pytest.raises(WeightsError, match="numbers that are none") as caught:
        read_weights(entry)
    assert caught.value.hint
    with pytest.raises(WeightsError):
        load_network("net", where=[tmp_path / "library"])


@pytest.mark.parametrize("number", [10**400, -(10**400)])
def test_a_number_that_no_float_can_hold_is_refused(texts, tmp_path, number):
    spec, stamp = texts["spec"], json.dumps({"do": "undo", "at": number}).encode()
    with pytest.raises(RunError):
        RunSpec.from_json(json.dumps(spec | {"rate": number}))
    with pytest.raises(WeightsError):
        parse_card(json.dumps(texts["card"] | {"metrics": {"a": number}}), "a.json")
    with pytest.raises(ValueError, match="out of this world"):
        decode(len(stamp).to_bytes(4, "little") + stamp, (30, 40))
    orders = Orders(images=tmp_path, trimaps=tmp_path, output=tmp_path).as_json()
    (tmp_path / STATE).write_text(
        json.dumps({"batch": 1, "orders": orders | {"band": number}}) + "\n"
    )
    with pytest.raises(BatchError):
        begun(tmp_path)


@pytest.mark.parametrize("odd", [[], 3, "x", {"gamma": -(10**400)}, {"shift": float("nan")}])
def test_a_strange_refinement_of_a_batch_or_a_record_is_refused(texts, tmp_path, odd):
    orders = Orders(images=tmp_path, trimaps=tmp_path, output=tmp_path).as_json()
    head = {"batch": 1, "orders": orders | {"refinement": odd}}
    (tmp_path / STATE).write_text(json.dumps(head) + "\n")
    with pytest.raises(BatchError):
        begun(tmp_path)
    (tmp_path / "a.json").write_text(json.dumps(texts["record"] | {"refinement": odd}))
    with pytest.raises(RecordError):
        read_record(tmp_path / "a.json")


@pytest.mark.parametrize(
    "odd",
    [
        {"name": []},
        {"files": [[]]},
        {"size": [1]},
        {"unknown": "x"},
        {"size": 3},
        {"status": []},
        {"seconds": 1e999},
        {"message": None},
    ],
)
def test_a_strange_result_of_a_batch_is_as_if_it_were_not_there(tmp_path, odd):
    orders = Orders(images=tmp_path, trimaps=tmp_path, output=tmp_path).as_json()
    sound = Result(name="a.png", status="done", seconds=1.0, stamp=[1, 2], size=(4, 3))
    lines = [{"batch": 1, "orders": orders}, asdict(sound), asdict(sound) | {"name": "b.png"} | odd]
    (tmp_path / STATE).write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert begun(tmp_path).results == {"a.png": sound}
