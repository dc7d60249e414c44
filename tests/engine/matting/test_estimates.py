"""Estimates: the sizes of a matte's work, rates fitted to measurements, and what does not fit."""

import json
import time

import numpy as np
import pytest

from engine.errors import Cancelled, RoomError, WeightsError
from engine.matting import calibration, estimates, room
from engine.matting.calibration import calibrate
from engine.matting.cards import Card
from engine.matting.context import MOST_PIXELS
from engine.matting.estimates import (
    Estimate,
    Rates,
    Setting,
    Work,
    estimate,
    fits,
    fitted,
    load_rates,
    row_of,
    save_rates,
    work_for,
    work_of,
)
from engine.matting.library import find
from engine.matting.one_look import HALO
from engine.matting.one_look import TILE as PUBLISHED_TILE
from engine.matting.tiles import covering, widened
from engine.matting.two_looks import TILE
from engine.networks.guided import Local

SETTING = Setting("guided-student", "a" * 64, "cpu", 2)
RATES = Rates((0.1, 1e-6, 2e-6, 0.0, 1e-8, 4e-6), (5e7, 500.0, 0.0, 300.0, 20.0, 0.0))


def ring(height, width, thickness=20):
    rows, columns = np.ogrid[:height, :width]
    radius = np.hypot(rows - height / 2, columns - width / 2)
    return np.abs(radius - min(height, width) / 3) < thickness / 2


def test_tiles_are_those_that_mattes_are_made_of():
    assert estimates.TILES["guided"] == (TILE, Local.RADIUS)
    assert estimates.TILES["published"] == (PUBLISHED_TILE, HALO)
    assert estimates.WIDE_LOOK == MOST_PIXELS


def test_work_counts_the_tiles_with_their_halos():
    unknown = ring(1500, 1800)
    work = work_of(unknown, guided=True)
    tiles = [widened(tile, Local.RADIUS, unknown.shape) for tile in covering(unknown, TILE)]
    assert work.tiles == sum(tile.height * tile.width for tile in tiles)
    assert work.largest == max(tile.height * tile.width for tile in tiles)
    assert (work.wide, work.picture) == (MOST_PIXELS, 1500 * 1800)
    assert work.doubted == pytest.approx(MOST_PIXELS * unknown.mean(), abs=1)
    assert work_of(unknown, guided=False).doubted == 0


def test_a_small_picture_is_one_tile_for_the_published_networks():
    for height, width in ((500, 600), (1000, 900)):
        pixels = height * width
        assert work_of(ring(height, width), guided=False) == Work(0, pixels, pixels, pixels)


@pytest.mark.parametrize("guided", [True, False])
def test_nothing_unknown_is_no_work(guided):
    work = work_of(np.zeros((1200, 1300), bool), guided=guided)
    assert (work.wide, work.tiles, work.largest, work.doubted) == (0, 0, 0, 0)
    assert work_for(1200, 1300, 0, guided=guided) == work


def test_a_share_gives_about_the_work_of_a_band():
    unknown = ring(1500, 2000, 95)
    exact = work_of(unknown, guided=True)
    guess = work_for(1500, 2000, float(unknown.mean()), guided=True)
    assert guess.tiles == pytest.approx(exact.tiles, rel=0.35)
    assert (guess.wide, guess.picture) == (exact.wide, exact.picture)
    assert guess.doubted == pytest.approx(exact.doubted, abs=1)


def test_rates_come_back_from_what_they_explain():
    works = [
        Work(10_000, 9_000, 9_000, 10_000, 5_000),
        Work(200_000, 210_000, 66_000, 200_000, 120_000),
        Work(1 << 20, 160_000, 25_000, 1 << 20, 40_000),
        Work(1 << 20, 560_000, 69_000, 1 << 20, 330_000),
        Work(1 << 20, 490_000, 69_000, 1 << 22, 70_000),
        Work(0, 0, 0, 1 << 22),
    ]
    wanted = (0.2, 3e-6, 5e-6, 0.0, 2e-8, 4e-6)
    values = [sum(a * b for a, b in zip(wanted, row_of(work), strict=True)) for work in works]
    assert fitted(works, values, without=(3,)) == pytest.approx(wanted, rel=1e-6)


def test_no_rate_is_negative():
    works = [Work(0, size, size, size) for size in (1000, 4000, 9000)]
    rates = fitted(works, [1.0, 0.9, 0.7])
    assert min(rates) >= 0
    assert estimate(Rates(rates, rates), works[0]).seconds == pytest.approx(0.8, abs=0.15)


def test_an_estimate_adds_up_its_parts():
    expected = estimate(RATES, Work(1_000_000, 500_000, 60_000, 12_000_000, 250_000))
    assert expected.seconds == pytest.approx(0.1 + 1 + 1 + 0.12 + 1)
    assert expected.bytes == 50_000_000 + 500_000_000 + 18_000_000 + 240_000_000


def test_the_end_of_a_matte_of_a_huge_picture_takes_more_than_the_network():
    rates = Rates(RATES.seconds, RATES.bytes, at_rest=30.0)
    small, huge = Work(1 << 20, 10_000, 9_000, 2_000_000), Work(1 << 20, 10_000, 9_000, 100_000_000)
    assert estimate(rates, small) == estimate(RATES, small)
    assert estimate(rates, huge).bytes == 50_000_000 + 1_350_000 + 3_000_000_000


def test_rates_are_kept_for_their_setting_only(tmp_path):
    path = tmp_path / "cache" / "estimates.json"
    save_rates(SETTING, RATES, path)
    other = Setting("guided-student", "a" * 64, "cpu", 1)
    save_rates(other, Rates((1,) * 6, (1,) * 6), path)
    assert load_rates(SETTING, path) == RATES
    assert load_rates(Setting("guided-student", "b" * 64, "cpu", 2), path) is None


@pytest.mark.parametrize("content", ["", "[]", '{"version": "0.0.0", "rates": {}}', '{"rates": 3}'])
def test_a_strange_or_old_cache_counts_as_none(tmp_path, content):
    path = tmp_path / "estimates.json"
    save_rates(SETTING, RATES, path)
    kept = json.loads(path.read_text())
    path.write_text(content or json.dumps({**kept, "version": "0.0.0"}))
    assert load_rates(SETTING, path) is None


def test_rates_of_other_sizes_count_as_none(tmp_path):
    path = tmp_path / "estimates.json"
    save_rates(SETTING, Rates((1.0,) * 5, (1.0,) * 5), path)
    assert load_rates(SETTING, path) is None


def test_a_cache_that_cannot_be_written_is_no_harm(tmp_path):
    (tmp_path / "file").write_text("")
    save_rates(SETTING, RATES, tmp_path / "file" / "estimates.json")


def test_a_large_tile_is_still_held_in_part_when_the_alpha_is_put_together():
    rates = Rates((0.0,) * 6, (1e8, 0.0, 0.0, 500.0, 0.0, 0.0), at_rest=36.0)
    tile, photograph = 1 << 20, 24_000_000
    held = estimate(rates, Work(0, 8 * tile, tile, photograph)).bytes
    alone = estimate(rates, Work(0, 0, 0, photograph)).bytes
    assert alone == 1e8 + 36 * photograph
    assert alone < held < alone + 500 * tile
    small = estimate(rates, Work(0, tile, tile, tile)).bytes
    assert small == 1e8 + 500 * tile


def test_some_memory_is_left_to_others():
    assert fits(8_000, 10_000)
    assert not fits(9_500, 10_000)


def test_measuring_a_missing_model_is_refused_in_words():
    with pytest.raises(WeightsError):
        calibrate("no-such-model")


def test_measuring_is_given_up_at_once():
    began = time.monotonic()
    with pytest.raises(Cancelled):
        calibrate("guided-student", cancelled=lambda: True)
    assert time.monotonic() - began < 10


def test_measured_rates_explain_what_was_measured(monkeypatch):
    monkeypatch.setattr(
        calibration, "_SHAPES", {True: ((256, 0), (96, 0.9), (160, 0.9), (256, 0.1), (320, 0.8))}
    )
    found = calibration.measure("guided-student", "cpu", 0)
    assert [one.work.picture for one in found.measured] == [256**2, 96**2, 160**2, 256**2, 320**2]
    assert all(one.seconds > 0 for one in found.measured)
    expected = [estimate(found.rates, one.work) for one in found.measured]
    assert all(isinstance(one, Estimate) and one.seconds > 0 for one in expected)
    assert found.setting.sha256 == find("guided-student").card.sha256
    assert found.setting.device == "cpu"


@pytest.fixture
def huge(tmp_path, monkeypatch):
    """A cache that says that the student needs a petabyte."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    import torch

    card = find("guided-student").card
    setting = Setting(card.name, card.sha256, "cpu", torch.get_num_threads())
    save_rates(setting, Rates(RATES.seconds, (5e7, 0.0, 0.0, 0.0, 1e8, 0.0)))
    return card


def test_what_does_not_fit_is_refused_with_a_remedy(huge):
    trimap = np.full((100, 100), 128, np.uint8)
    with pytest.raises(RoomError) as refused:
        room.require_room(huge, "cpu", trimap)
    assert "1000.0 GB" in refused.value.message
    assert "smaller picture" in refused.value.hint
    teacher = Card(**{**vars(huge), "network": "guided-teacher"})
    with pytest.raises(RoomError) as refused:
        room.require_room(teacher, "cpu", trimap)
    assert refused.value.hint.startswith("Choose a student")


def test_a_session_refuses_before_it_begins(huge):
    from engine.matting.session import Session

    image, trimap = np.zeros((40, 40, 3), np.uint8), np.full((40, 40), 128, np.uint8)
    trimap[:9], trimap[-9:] = 0, 255
    with pytest.raises(RoomError):
        Session(huge.name, "cpu").matte(image, trimap)
    with pytest.raises(RoomError):
        Session(huge.name, "cpu").live(image)


def test_memory_that_runs_out_on_the_way_is_told_in_words():
    import torch

    with pytest.raises(RoomError), room.short_memory_told():
        torch.empty(1 << 60, dtype=torch.uint8)
    with pytest.raises(RuntimeError, match="else"), room.short_memory_told():
        raise RuntimeError("something else")
