"""What a run tells, how it is steered, and how fast it learns when."""

import math
import threading
import time

import pytest

from engine.training import control
from engine.training.events import (
    KINDS,
    Failed,
    Finished,
    Previewed,
    Saved,
    Slept,
    Started,
    StepDone,
    Validated,
    decode,
    encode,
)
from engine.training.schedule import rate_at

EVENTS = (
    Started(0, 0.0, "cpu", "bfloat16", 1),
    StepDone(50, 1.5, 1e-3, {"alpha": 0.25, "alpha laplacian": 0.125}),
    Validated(50, 1.5, {"mse": 0.0625}),
    Previewed(50, 1.5, ["previews/50-0.png"]),
    Saved(50, 1.5),
    Finished(51, 1.6, stopped=True),
    Failed(51, 1.6, "The disk is full.", "Make room."),
    Slept(52, 1.7, 3600.5),
)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_an_event_returns_from_its_line_as_it_went(event):
    assert "\n" not in encode(event)
    assert decode(encode(event) + "\n") == event


def test_every_kind_is_tried():
    assert set(KINDS.values()) == {type(event) for event in EVENTS}


@pytest.mark.parametrize(
    "line",
    ["", '{"kind": "saved", "st', "{}", "[]", "3", '{"kind": "saved"}', '{"kind": "ended"}']
    + ['{"kind": ["saved"]}', '{"kind": "saved", "step": 1, "minutes": 1, "more": 1}'],
)
def test_anything_else_is_a_value_error(line):
    with pytest.raises(ValueError, match=r"."):
        decode(line)


def test_silence_lets_a_run_go_on(tmp_path):
    assert not control.obeyed(tmp_path)


@pytest.mark.parametrize(("word", "stops"), [("stop", True), ("resume", False), ("bah", False)])
def test_words_are_obeyed(tmp_path, word, stops):
    control.say(tmp_path, word)
    assert control.obeyed(tmp_path) == stops


def test_what_was_said_can_be_forgotten(tmp_path):
    control.say(tmp_path, "stop")
    control.forget(tmp_path)
    control.forget(tmp_path)
    assert not control.obeyed(tmp_path)


def test_a_pause_lasts_until_another_word(tmp_path, monkeypatch):
    monkeypatch.setattr(control, "POLL_SECONDS", 0.01)
    control.say(tmp_path, "pause")
    threading.Timer(0.1, control.say, (tmp_path, "stop")).start()
    began = time.monotonic()
    assert control.obeyed(tmp_path)
    assert time.monotonic() - began >= 0.09


def test_rate_climbs_in_a_straight_line_under_a_cosine():
    for step, progress in ((0, 0.0), (4, 0.1), (9, 0.5), (500, 0.75)):
        climb = min((step + 1) / 10, 1)
        expected = 3 * climb * (1 + math.cos(math.pi * progress)) / 2
        assert rate_at(step=step, progress=progress, highest=3, warm_up=10) == pytest.approx(
            expected
        )


def test_rate_ends_at_zero_and_stays_there():
    assert rate_at(step=99, progress=1.0, highest=3, warm_up=10) == 0
    assert rate_at(step=99, progress=1.5, highest=3, warm_up=10) == 0


def test_without_warm_up_the_first_step_has_the_highest_rate():
    assert rate_at(step=0, progress=0.0, highest=3, warm_up=0) == 3
