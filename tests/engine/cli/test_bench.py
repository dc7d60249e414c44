"""`bench`: time and memory of each model, in words and as JSON, kept for the window."""

import json

import pytest

from engine.cli import main
from engine.matting import calibration
from engine.matting.estimates import Setting, load_rates
from engine.matting.library import find


@pytest.fixture(autouse=True)
def _quick(tmp_path, monkeypatch):
    """Smaller pictures, in this process, and a cache of one's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    shapes = ((128, 0), (64, 0.9), (96, 0.9), (128, 0.1))
    monkeypatch.setattr(calibration, "_SHAPES", {True: shapes, False: shapes})


def test_bench_tells_and_keeps_what_it_measured(capsys):
    assert main(["bench", "--model", "guided-student", "--device", "cpu", "--json"]) == 0
    (report,) = json.loads(capsys.readouterr().out)["models"]
    assert (report["name"], report["device"]) == ("guided-student", "cpu")
    assert report["threads"] >= 1
    assert report["load_seconds"] > 0
    assert [one["megapixels"] for one in report["estimated"]] == [2.0, 12.0, 24.0]
    assert all(one["seconds"] > 0 and one["bytes"] > 0 for one in report["estimated"])
    assert all(one["seconds"] > 0 for one in report["measured"])
    card = find("guided-student").card
    assert load_rates(Setting(card.name, card.sha256, "cpu", report["threads"])) is not None


def test_a_model_that_is_not_there_is_refused(capsys):
    assert main(["bench", "--model", "no-such"]) == 2
    assert "no-such" in capsys.readouterr().err


def test_a_device_that_is_no_device_is_refused(capsys):
    assert main(["bench", "--model", "guided-student", "--device", "abacus"]) == 2
    told = capsys.readouterr().err
    assert "abacus" in told
    assert "choose from" in told
