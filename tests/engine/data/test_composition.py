"""Composites: repeatable, true to the equation, and never at odds with their trimap."""

import cv2
import numpy as np
import pytest

from engine.data import composition
from engine.data.camera import seen
from engine.data.composition import Sources, compose
from engine.data.foregrounds import Foreground
from engine.data.layouts import Cutout
from engine.data.procedural import DRAWERS
from engine.data.trimaps import FEWEST, band, random_trimap
from engine.errors import DataError

NOTHING = Sources(foregrounds=(), backgrounds=())


def rng(seed):
    return np.random.default_rng(seed)


@pytest.mark.parametrize("seed", range(4))
def test_the_same_seed_composes_the_same_picture(sources, seed):
    first, second = (compose(sources, rng(seed), 96) for _ in range(2))
    for name in ("image", "trimap", "target"):
        assert (getattr(first, name) == getattr(second, name)).all()


def test_other_seeds_compose_other_pictures(sources):
    first, second = (compose(sources, rng(seed), 96) for seed in (1, 2))
    assert (first.image != second.image).any()


@pytest.mark.parametrize("seed", range(12))
def test_trimaps_never_contradict_their_target(sources, seed):
    composite = compose(sources, rng(seed), 96)
    assert composite.target[composite.trimap == 255].min() >= 0.995 - 1e-6
    assert composite.target[composite.trimap == 0].max() <= 0.005 + 1e-6
    assert (composite.trimap == 128).mean() > 0.01
    assert set(np.unique(composite.trimap)) == {0, 128, 255}


@pytest.mark.parametrize("seed", range(4))
def test_composites_are_what_the_table_of_arrays_says(sources, seed):
    composite = compose(sources, rng(seed), 96)
    assert (composite.image.dtype, composite.image.shape) == (np.float32, (96, 96, 3))
    assert (composite.target.dtype, composite.target.shape) == (np.float32, (96, 96))
    codes = composite.image * 255
    assert codes == pytest.approx(np.rint(codes), abs=1e-3)
    for plane in (composite.image, composite.target):
        assert plane.min() >= 0
        assert plane.max() <= 1


@pytest.mark.parametrize("seed", range(6))
def test_the_equation_holds_before_the_camera(sources, seed, monkeypatch):
    """Colours, alpha and background are caught where they are made, the image before it is seen."""
    caught = {}

    def watched(name, function):
        def call(*arguments):
            caught[name] = function(*arguments)
            return caught[name]

        return call

    for name in ("_background", "relit"):
        monkeypatch.setattr(composition, name, watched(name, getattr(composition, name)))
    monkeypatch.setattr(composition.camera, "seen", lambda _generator, image: image)
    composite = compose(sources, rng(seed), 96)
    foreground, background = caught["relit"], caught["_background"]
    assert (foreground.alpha == composite.target).all()
    alpha = composite.target[..., None].astype(np.float64)
    expected = alpha * foreground.colour + (1 - alpha) * background
    assert composite.image == pytest.approx(expected, abs=1e-6)


def test_merged_foregrounds_look_like_one_over_the_other():
    generator = rng(0)
    over, under = (
        Foreground(
            generator.random((6, 7, 3), dtype=np.float32), generator.random((6, 7), np.float32)
        )
        for _ in range(2)
    )
    merged = composition.merged(over, under)
    background = generator.random((6, 7, 3), dtype=np.float32)
    expected = under.alpha[..., None] * under.colour + (1 - under.alpha[..., None]) * background
    expected = over.alpha[..., None] * over.colour + (1 - over.alpha[..., None]) * expected
    found = merged.alpha[..., None] * merged.colour + (1 - merged.alpha[..., None]) * background
    assert found == pytest.approx(expected, abs=1e-5)


def test_foregrounds_without_any_substance_are_refused(tmp_path):
    cv2.imwrite(str(tmp_path / "empty.png"), np.zeros((20, 20, 4), np.uint8))
    empty = Sources(foregrounds=(Cutout(tmp_path / "empty.png"),), backgrounds=(), procedural=0)
    with pytest.raises(DataError, match="Of 200 foregrounds none leaves something known"):
        compose(empty, rng(0), 64)


def test_nothing_but_numbers_is_needed():
    composite = compose(NOTHING, rng(0), 96)
    assert composite.image.std() > 0


@pytest.mark.parametrize("name", DRAWERS)
@pytest.mark.parametrize("side", [64, 97])
def test_drawn_alphas_are_alphas(name, side):
    solid = empty = 0
    for seed in range(4):
        alpha = DRAWERS[name](rng(seed), side)
        assert (alpha.dtype, alpha.shape) == (np.float32, (side, side))
        assert alpha.min() >= 0
        assert alpha.max() <= 1
        assert (alpha == DRAWERS[name](rng(seed), side)).all()
        solid, empty = solid + (alpha > 0.5).sum(), empty + (alpha < 0.5).sum()
    assert solid > 0
    assert empty > 0


@pytest.mark.parametrize("seed", range(8))
def test_the_camera_moves_no_edge(seed):
    image = np.zeros((32, 32, 3), np.float32)
    image[:, 16:] = 0.8
    found = seen(rng(seed), image)
    assert found.dtype == np.float32
    assert found.min() >= 0
    assert found.max() <= 1
    assert found[:, :14].mean() < 0.25 < found[:, 18:].mean()


def test_alphas_without_a_side_have_no_trimap():
    for value in (0, 0.5, 1):
        assert random_trimap(rng(0), np.full((40, 40), value, np.float32)) is None


@pytest.mark.parametrize("seed", range(6))
def test_thin_objects_keep_something_known(seed):
    alpha = np.zeros((60, 60), np.float32)
    alpha[:, 30:33] = 1
    trimap = random_trimap(rng(seed), alpha)
    assert (trimap == 255).sum() >= FEWEST
    assert (trimap == 0).sum() >= FEWEST


@pytest.mark.parametrize("width", [2, 5, 9])
def test_a_band_reaches_as_far_as_it_says(width):
    alpha = np.zeros((60, 60), np.float32)
    alpha[:, 30:] = 1
    columns = np.flatnonzero((band(alpha, width) == 128).all(axis=0))
    assert columns.tolist() == list(range(30 - width, 30 + width))


def test_now_and_then_a_trimap_is_wide_on_both_sides():
    alpha = np.zeros((400, 400), np.float32)
    alpha[:, 200:] = 1
    trimaps = [random_trimap(rng(seed), alpha)[200] for seed in range(300)]
    wide = [(trimap[:160] == 0).any() and not (trimap[160:240] != 128).any() for trimap in trimaps]
    assert 4 <= sum(wide) <= 25
