"""Presets: possible runs, and what the paper's rows say."""

import pytest

from engine.catalog import CATALOG
from engine.distill.method import LAYER_CHOICES, PUBLISHED
from engine.runs.presets import LAYERS, LENGTHS, ROWS, length_of, row_of, with_preset
from engine.training.spec import RunSpec


def test_rows_and_layers_are_those_of_the_method():
    assert list(ROWS) == list(PUBLISHED)
    for name, method in PUBLISHED.items():
        row = ROWS[name]
        assert (row["w1"], row["w2"], row["terms"]) == (method.w1, method.w2, method.terms), name
    assert dict(LAYERS) == dict(LAYER_CHOICES)


@pytest.mark.parametrize("length", LENGTHS)
def test_every_length_goes_with_every_row_and_network(length):
    for network in CATALOG:
        for row, changes in ROWS.items():
            teacher = None if row == "plain" else "dim-teacher"
            spec = with_preset(RunSpec(network=network, teacher=teacher), LENGTHS[length])
            spec = with_preset(spec, changes)
            assert row_of(spec) == row
            if length != "paper":  # which names its own method
                assert length_of(spec) == length
                assert spec.network == network


def test_a_spec_of_ones_own_is_no_preset():
    spec = with_preset(RunSpec(network="guided-student", teacher="mine"), LENGTHS["ten-minutes"])
    changed = with_preset(spec, {"crop": 160, "terms": ("at", "fsp")})
    assert (length_of(changed), row_of(changed)) == (None, None)
