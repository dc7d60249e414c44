"""Methods side by side."""

import sys

import numpy as np
import PIL.Image
import pytest

from engine.catalog import DEFAULT
from engine.cli import main
from engine.errors import WeightsError
from engine.inspection import report
from engine.inspection.rivals import RIVALS, rival
from engine.matting.evaluation import check_set


def unsure(_image, trimap):
    return np.where(trimap == 128, np.float32(0.5), trimap / np.float32(255))


def bold(_image, trimap):
    return np.where(trimap == 128, np.float32(1), trimap / np.float32(255))


def numbers(text, method):
    (row,) = [line for line in text.splitlines() if line.startswith(f"| {method} ")]
    return [cell.strip() for cell in row.strip("|").split("|")][1:]


@pytest.fixture(scope="module")
def table():
    methods = {"unsure": unsure, "bold": bold}
    return report.measured(methods, check_set(every=40))


def test_the_table_has_the_means_and_their_ratios(table):
    text = report.markdown(table, "unsure")
    ours, theirs = numbers(text, "bold"), numbers(text, "unsure")
    scores = [score for found in table["bold"].values() for score in found]
    others = [score for found in table["unsure"].values() for score in found]
    means = [np.mean([score.errors["sad"] for score in some]) for some in (scores, others)]
    assert float(ours[3]) == pytest.approx(means[0], abs=1e-4)
    assert float(ours[-3]) == pytest.approx(means[0] / means[1], abs=1e-3)
    wins = np.mean([a.errors["sad"] < b.errors["sad"] for a, b in zip(scores, others, strict=True)])
    assert ours[-1] == f"{wins:.0%}"
    assert theirs[-3:] == ["1.000", "1.000", "0%"]


def test_without_a_baseline_there_are_no_ratios(table):
    assert len(numbers(report.markdown(table, "nobody"), "bold")) == 3 + 4 + 1


def test_the_page_shows_every_method_twice():
    sheet = report.page({"bold": bold}, check_set(every=40)["medium"])
    assert sheet.shape[1] > 5 * 300
    assert (sheet == report.GROUND).all(axis=2).mean() > 0.02


@pytest.mark.parametrize("name", RIVALS)
def test_a_rival_that_is_not_installed_says_how_to_install_it(name, monkeypatch):
    monkeypatch.setitem(sys.modules, "pymatting", None)
    with pytest.raises(WeightsError, match="PyMatting") as caught:
        rival(name)
    assert "pip install" in caught.value.hint


def test_report_writes_a_table_and_a_page(tmp_path, capsys):
    assert main(["report", DEFAULT, "--every", "64", "--out", str(tmp_path / "out")]) == 0
    text = (tmp_path / "out" / "report.md").read_text()
    assert text.strip() in capsys.readouterr().out
    assert len(numbers(text, DEFAULT)) == 3 + 4 + 1
    with PIL.Image.open(tmp_path / "out" / "report.png") as picture:
        assert picture.width > 5 * 300
