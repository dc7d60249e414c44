"""A run on trial: measured against what is in use, refused or taken, by window and command line."""

import json
from dataclasses import replace

import numpy as np
import pytest

from engine.cli import main
from engine.data.accepted import held_out_folder
from engine.errors import Cancelled, DataError, RunError, WeightsError
from engine.imaging.reading import read_alpha, read_image, read_trimap
from engine.matting import library
from engine.matting.session import Session
from engine.matting.watch import Watch
from engine.metrics import errors
from engine.promotion import former
from engine.promotion.comparison import OWN, Comparison, all_sets, set_in
from engine.promotion.trial import Trial
from engine.promotion.verdict import judged
from tests.runs import NETWORK, small_set

TRUTH = 0.6


@pytest.fixture
def in_use(make_run, shelf, pictures):
    """Weights that answer 0.5 have been promoted into the shelf, from the run “former”."""
    with Trial(make_run("former", 0.5), folder=shelf, sets=[pictures]) as trial:
        trial.promote(trial.look())
    return library.find(NETWORK, [shelf])


def matted(shelf, pictures):
    case = pictures.tables[""][0]
    image = read_image(case.image).image
    return Session(NETWORK, where=[shelf]).matte(image, read_trimap(case.trimap, image.shape[:2]))


def test_better_weights_are_promoted_and_the_former_come_back_to_the_bit(
    in_use, make_run, shelf, pictures
):
    before = matted(shelf, pictures)
    assert before[32].mean() == pytest.approx(0.5, abs=0.01)
    with Trial(make_run("better", 0.58), folder=shelf, sets=[pictures]) as trial:
        found = trial.look()
        assert not judged(found).is_refusal
        trial.promote(found)
    entry = library.find(NETWORK, [shelf])
    assert (entry.card.run, entry.card.steps) == ("better", 40)
    assert entry.card.metrics["check/mse"] == pytest.approx((TRUTH - 0.58) ** 2, abs=1e-3)
    assert matted(shelf, pictures)[32].mean() == pytest.approx(0.58, abs=0.01)
    assert former.bring_back(NETWORK, shelf).card == in_use.card
    np.testing.assert_array_equal(matted(shelf, pictures), before)


@pytest.mark.usefixtures("in_use")
def test_both_sides_are_measured_as_a_file_of_their_alpha_would_be(make_run, shelf, pictures):
    with Trial(make_run("mine", 0.55), folder=shelf, sets=[pictures]) as trial:
        found = trial.look()
        for row in found.rows:
            trimap = read_trimap(row.case.trimap, (64, 64))
            for score, file in zip((row.new, row.old), row.alphas, strict=True):
                expected = errors(read_alpha(file), read_alpha(row.case.alpha), trimap)
                assert score.errors == pytest.approx(expected)
    assert found.whole
    assert found.count("check") == 4
    assert found.old("sad", "check") == pytest.approx(2 * found.new("sad", "check"), rel=0.05)
    assert found.change("sad", "check") == pytest.approx(-0.5, abs=0.03)
    assert not row.alphas[0].exists()  # gone with the trial


def test_worse_weights_are_refused_in_words_unless_told_otherwise(
    in_use, make_run, shelf, pictures
):
    with Trial(make_run("worse", 0.4), folder=shelf, sets=[pictures]) as trial:
        found = trial.look()
        assert [each.metric for each in judged(found).against] == ["sad", "mse"]
        with pytest.raises(WeightsError, match=r"On the check set the SAD would rise from 0\.2"):
            trial.promote(found)
        assert library.find(NETWORK, [shelf]) == in_use
        trial.promote(found, anyway=True)
    assert library.find(NETWORK, [shelf]).card.run == "worse"


@pytest.mark.usefixtures("in_use")
def test_a_run_that_is_better_on_one_set_and_worse_on_the_other_is_refused(
    make_run, shelf, pictures
):
    with Trial(make_run("mixed", 0.55), folder=shelf, sets=[pictures]) as trial:
        found = trial.look()
    sides = [(row.new, row.old) for row in found.rows]
    own = tuple(
        replace(row, key=OWN, new=old, old=new)
        for row, (new, old) in zip(found.rows, sides, strict=True)
    )
    both = Comparison(found.candidate, found.current, found.rows + own, whole=True)
    verdict = judged(both)
    assert verdict.is_refusal
    assert {each.key for each in verdict.against} == {OWN}
    assert verdict.against[0].reason.startswith("On your own mattes the SAD would rise")
    assert set(both.metrics()) == {"check/sad", "check/mse", "own/sad", "own/mse"}


@pytest.mark.parametrize(("growth", "refused"), [(0.009, False), (0.011, True), (-0.5, False)])
def test_one_per_cent_is_chance_and_more_is_worse(
    in_use, make_run, shelf, pictures, growth, refused
):
    with Trial(make_run("near", 0.52), folder=shelf, sets=[pictures]) as trial:
        (row, *_) = trial.look().rows
    grown = {name: value * (1 + growth) for name, value in row.old.errors.items()}
    rows = (replace(row, new=replace(row.new, errors=grown)),)
    assert judged(Comparison(in_use.card, in_use.card, rows, whole=True)).is_refusal is refused


@pytest.mark.usefixtures("in_use")
def test_a_quick_look_is_said_to_be_one_and_is_not_measured_twice(make_run, shelf, pictures):
    told = []
    with Trial(make_run("mine", 0.55), folder=shelf, sets=[pictures]) as trial:
        quick = trial.look(2, Watch(told.append))
        assert (quick.whole, len(quick.rows), trial.count(2), trial.count()) == (False, 2, 2, 4)
        assert not judged(quick).whole
        files = {path: path.stat().st_mtime_ns for row in quick.rows for path in row.alphas}
        whole = trial.look()
        assert {path: path.stat().st_mtime_ns for path in files} == files
    assert whole.whole
    assert [row for row in whole.rows if row in quick.rows] == list(quick.rows)
    assert told == [0, 0.5, 1]


def test_measuring_is_cancelled_within_a_picture_and_goes_on_later(
    in_use, make_run, shelf, pictures
):
    with Trial(make_run("mine", 0.55), folder=shelf, sets=[pictures]) as trial:
        asked = []

        def enough():
            asked.append(1)
            return len(asked) > 8

        with pytest.raises(Cancelled):
            trial.look(1, Watch(cancelled=enough))
        assert len(trial.look().rows) == 4
    assert library.find(NETWORK, [shelf]) == in_use


@pytest.mark.usefixtures("in_use")
def test_what_cannot_take_a_name_is_refused_in_words(make_run, shelf, pictures, tmp_path):
    with pytest.raises(WeightsError, match="is Guided student, and the run trained Deep Image"):
        Trial(make_run("foreign"), "guided-student", shelf, [pictures])
    with pytest.raises(WeightsError, match="are those in use"):
        Trial(tmp_path / "runs" / "former", folder=shelf, sets=[pictures])
    with pytest.raises(RunError, match="is no training run"):
        Trial(tmp_path, folder=shelf, sets=[pictures])
    damaged = make_run("damaged", 0.55)
    weights = damaged / "average.safetensors"
    weights.write_bytes(weights.read_bytes()[:1000])
    with pytest.raises(RunError, match="are damaged"):
        Trial(damaged, folder=shelf, sets=[pictures])


@pytest.mark.usefixtures("in_use")
def test_a_trial_whose_opponent_was_replaced_meanwhile_decides_nothing(make_run, shelf, pictures):
    with Trial(make_run("mine", 0.55), folder=shelf, sets=[pictures]) as trial:
        found = trial.look()
        with Trial(make_run("faster", 0.57), folder=shelf, sets=[pictures]) as other:
            other.promote(other.look())
        with pytest.raises(WeightsError, match="Other weights than those compared"):
            trial.promote(found, anyway=True)
    assert library.find(NETWORK, [shelf]).card.run == "faster"


def test_the_command_line_promotes_refuses_and_goes_back(make_run, shelf, capsys):
    def promote(*arguments):
        return main(["promote", *map(str, arguments), "--into", str(shelf), "--every", "64"])

    assert promote(make_run("first", 0.5)) == 0
    assert "A quick look at 3 of 192 pictures" in capsys.readouterr().out
    assert promote(make_run("worst", 0.99)) == 2
    told = capsys.readouterr()
    assert "The weights in use are the better ones. On the check set" in told.err
    assert "narrow" in told.out
    assert promote("--force", shelf.parent / "runs" / "worst") == 0
    assert library.find(NETWORK, [shelf]).card.run == "worst"
    assert f"--back --as {NETWORK} uses them again" in capsys.readouterr().out
    assert promote("--back", "--as", NETWORK) == 0
    entry = library.find(NETWORK, [shelf])
    assert entry.card.run == "first"
    assert json.loads(entry.path.with_suffix(".json").read_text())["metrics"]["check-wide/sad"] > 0
    assert main(["promote"]) == 2
    assert "No run is named" in capsys.readouterr().err


@pytest.mark.usefixtures("pictures")
def test_own_pictures_are_taken_from_folders_in_the_layouts_of_evaluate(tmp_path):
    folder = tmp_path / "pictures"
    widths = folder / "trimaps" / "narrow", folder / "trimaps" / "wide"
    for width in widths:
        width.mkdir()
        for path in (folder / "trimaps").glob("*.png"):
            (width / path.name).write_bytes(path.read_bytes())
    found = set_in(folder, "alphamatting")
    assert {width: len(chosen) for width, chosen in found.tables.items()} == {
        "narrow": 4,
        "wide": 4,
    }
    assert len(found.each(3)) == 4
    with pytest.raises(DataError, match="There is no folder"):
        set_in(tmp_path / "nowhere")


def test_what_ships_and_the_persons_own_held_out_mattes_decide(tmp_path):
    assert [chosen.key for chosen in all_sets()] == ["check"]
    assert len(all_sets()[0]) == 192
    small_set(held_out_folder())
    check, own = all_sets()
    assert (own.key, len(own), own.tables[""][0].name) == (OWN, 4, "0")
    assert str(tmp_path) in str(own.tables[""][0].alpha)
