"""The weights that come with the program: what their cards say, and that they are worth having."""

import subprocess
import sys

import pytest

from engine.catalog import CATALOG, DEFAULT
from engine.matting import library
from engine.matting.cards import Card
from engine.matting.evaluation import check_set, means, scores
from engine.matting.session import Session
from engine.matting.weights import load_network, save_weights
from engine.networks import create, parameter_counts
from engine.resources import models_folder

SHIPPED = library.entries([models_folder()])
SUM_OF_ALL = 120e6
"""Bytes: what all weights together may take."""


def test_the_default_is_shipped():
    assert DEFAULT in {entry.card.name for entry in SHIPPED}


@pytest.mark.parametrize("entry", SHIPPED, ids=lambda entry: entry.card.name)
def test_a_card_tells_the_truth_about_its_file(entry):
    card = entry.card
    library.verify(entry)
    load_network(card.name, where=[models_folder()])
    assert card.network in CATALOG
    assert card.parameters == parameter_counts(card.network)["deployed"]
    assert card.data
    assert all(source.licence for source in card.data)
    assert card.licence == "MIT"
    assert card.steps > 0
    assert card.minutes > 0
    assert card.metrics["check/sad"] > 0


def test_every_file_of_weights_has_its_card():
    names = {path.stem for path in models_folder().glob("*.safetensors")}
    assert names == {entry.card.name for entry in SHIPPED}


def test_all_weights_together_are_small_enough_to_install():
    assert sum(entry.path.stat().st_size for entry in SHIPPED) < SUM_OF_ALL


def test_the_ledger_has_a_line_for_every_shipped_network():
    ledger = (models_folder() / "LEDGER.md").read_text(encoding="utf-8")
    assert all(entry.card.name in ledger for entry in SHIPPED)


def test_training_has_taught_the_default_more_than_its_guides_know(tmp_path):
    """Untrained, it answers the mean of its guides."""
    save_weights(tmp_path / "untrained", create(DEFAULT))
    card = Card(
        name=DEFAULT, title="", parameters=0, method="none", data=(), intended_use="", limits="",
        licence="MIT",
    )  # fmt: skip
    library.add(tmp_path / "untrained", card, tmp_path / "library")
    cases = check_set(every=20)["medium"]
    sads = [
        means(list(scores(Session(DEFAULT, where=[folder]).matte, cases, ("sad",))))["sad"]
        for folder in (models_folder(), tmp_path / "library")
    ]
    assert sads[0] < 0.85 * sads[1]


def test_make_runs_command_line_mattes_a_sample_with_it(tmp_path):
    sample = models_folder().parent / "samples" / "curls"
    done = subprocess.run(
        [
            sys.executable, "-m", "engine.cli", "matte", f"{sample}.jpg", "--trimap",
            f"{sample}-trimap.png", "--truth", f"{sample}-alpha.png", "--output",
            str(tmp_path / "alpha.png"),
        ],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert DEFAULT in done.stdout
    assert "SAD" in done.stdout
