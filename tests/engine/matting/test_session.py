"""The door to matting: what it promises of every answer, and what it refuses."""

import numpy as np
import pytest
import torch

from engine.errors import Cancelled, DeviceError, TrimapError, WeightsError
from engine.matting import context, one_look, two_looks
from engine.matting.session import Session
from engine.networks.guided import Guided

NAME = "guided-student"
SIZES = [(2, 2), (1, 3), (3, 1), (1, 60), (60, 1), (3, 500), (37, 53), (64, 64)]


@pytest.fixture
def session(shelved, awake):
    shelved(NAME, awake(NAME))
    return Session(NAME, device="cpu")


def require_sound(alpha, trimap):
    assert (alpha.dtype, alpha.shape) == (np.float32, trimap.shape)
    assert (alpha[trimap == 0] == 0).all()
    assert (alpha[trimap == 255] == 1).all()
    assert np.isfinite(alpha).all()
    assert (alpha >= 0).all()
    assert (alpha <= 1).all()


@pytest.mark.parametrize("size", SIZES)
def test_known_pixels_are_exact_at_any_size(session, scene, size):
    image, trimap = scene(*size)
    require_sound(session.matte(image, trimap), trimap)


@pytest.mark.parametrize("name", ["dim-student", "indexnet-student", "gca-student"])
def test_published_networks_take_odd_sizes(shelved, scene, name):
    shelved(name)
    session = Session(name)
    for size in [(1, 40), (37, 53)]:
        image, trimap = scene(*size)
        require_sound(session.matte(image, trimap), trimap)


def test_sixteen_bits_answer_as_eight(session, scene):
    image, trimap = scene(40, 56)
    deep = image.astype(np.uint16) * 257
    assert np.abs(session.matte(deep, trimap) - session.matte(image, trimap)).max() < 1e-3


def test_nothing_unknown_is_answered_at_once(session, scene):
    image, trimap = scene(40, 56)
    trimap[trimap == 128] = 255
    shares = []
    alpha = session.matte(image, trimap, progress=shares.append)
    assert (alpha == trimap / 255).all()
    assert shares == [0.0, 1.0]


def test_values_near_a_code_are_snapped(session, scene):
    image, trimap = scene(40, 56)
    near = np.select([trimap == 0, trimap == 128], [10, 138], 245).astype(np.uint8)
    assert (session.matte(image, near) == session.matte(image, trimap)).all()
    assert set(np.unique(near)) == {10, 138, 245}


def test_the_same_question_has_the_same_answer(session, scene):
    image, trimap = scene(40, 56)
    first = session.matte(image, trimap)
    session.matte(*scene(50, 30, seed=1))
    assert (session.matte(image, trimap) == first).all()


def test_inputs_stay_as_they_are(session, scene):
    image, trimap = scene(40, 56)
    before = image.copy(), trimap.copy()
    session.matte(image, trimap)
    assert (image == before[0]).all()
    assert (trimap == before[1]).all()


@pytest.mark.parametrize("value", [0, 128, 255])
def test_a_trimap_that_lacks_a_side_is_refused(session, scene, value):
    image, trimap = scene(8, 8)
    with pytest.raises(TrimapError, match="The trimap has no "):
        session.matte(image, np.full_like(trimap, value))


def test_other_values_are_refused(session, scene):
    image, trimap = scene(8, 8)
    trimap[3, 3] = 60
    with pytest.raises(TrimapError, match="such as 60"):
        session.matte(image, trimap)


def test_arrays_of_another_kind_are_bugs(session, scene):
    image, trimap = scene(8, 8)
    for wrong in (image.astype(np.float32), image[..., 0].astype(bool)):
        with pytest.raises(TypeError):
            session.matte(wrong, trimap)
    with pytest.raises(TypeError):
        session.matte(image, trimap.astype(np.int64))
    for wrong in (image[..., 0], image[..., :2], image[:0]):
        with pytest.raises(ValueError, match="an image has the shape"):
            session.matte(wrong, trimap)
    with pytest.raises(ValueError, match="expected the shape"):
        session.matte(image, trimap[:-1])


def test_missing_weights_and_devices_are_refused(shelved):
    shelved(NAME)
    with pytest.raises(WeightsError, match="no weights called “nope”"):
        Session("nope")
    with pytest.raises(DeviceError, match="no device “tpu”"):
        Session(NAME, device="tpu")


def test_the_device_in_use_is_told(session):
    assert session.device == "cpu"
    assert Session(NAME).device in ("cuda", "mps", "cpu")


@pytest.fixture
def many_tiles(monkeypatch):
    monkeypatch.setattr(two_looks, "TILE", 16)
    monkeypatch.setattr(one_look, "TILE", 20)
    monkeypatch.setattr(one_look, "HALO", 8)


@pytest.mark.usefixtures("many_tiles")
@pytest.mark.parametrize("name", [NAME, "dim-student"])
def test_progress_never_falls_and_ends_at_one(shelved, scene, name):
    shelved(name)
    shares = []
    Session(name).matte(*scene(40, 56), progress=shares.append)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert len(set(shares)) > 4


@pytest.mark.usefixtures("many_tiles")
@pytest.mark.parametrize("name", [NAME, "dim-student"])
def test_cancelling_stops_between_two_tiles(shelved, scene, name):
    shelved(name)
    session = Session(name)
    for asked in (0, 1, 2, 5):
        answers = iter([False] * asked + [True])
        with pytest.raises(Cancelled):
            session.matte(*scene(40, 56), cancelled=lambda: next(answers))  # noqa: B023


@pytest.mark.usefixtures("many_tiles")
def test_a_session_works_on_after_it_was_cancelled(session, scene):
    image, trimap = scene(40, 56)
    answers = iter([False] * 4 + [True])
    with pytest.raises(Cancelled):
        session.matte(image, trimap, cancelled=lambda: next(answers))
    require_sound(session.matte(image, trimap), trimap)


def test_a_picture_above_the_context_limit_is_matted(session, scene, monkeypatch):
    defaults = (1500,)
    monkeypatch.setattr(context.whole, "__defaults__", defaults)
    image, trimap = scene(90, 61)
    require_sound(session.matte(image, trimap), trimap)


def test_gradients_are_not_kept(session, scene):
    session.matte(*scene(20, 20))
    assert torch.is_grad_enabled()


def calls_of(network):
    """Grows with each answer."""
    calls = []
    network.register_forward_hook(lambda *_: calls.append(1))
    return calls


@pytest.mark.parametrize("name", ["dim-student", "indexnet-student"])
def test_a_picture_no_larger_than_a_wide_tile_is_asked_for_once(
    shelved, awake, scene, monkeypatch, name
):
    shelved(name, awake(name))
    session = Session(name, "cpu")
    image, trimap = scene(70, 56)
    at_once = session.matte(image, trimap)
    calls = calls_of(session._network)
    monkeypatch.setattr(one_look, "TILE", 40)
    monkeypatch.setattr(one_look, "HALO", 15)
    assert (session.matte(image, trimap) == at_once).all()
    assert len(calls) == 1
    monkeypatch.setattr(one_look, "HALO", 14)
    session.matte(image, trimap)
    assert len(calls) == 1 + 4


def asked_of(session):
    """How many tiles the network is asked for from now on."""
    network = session._network
    return calls_of(network.local if isinstance(network, Guided) else network)


@pytest.mark.usefixtures("many_tiles")
@pytest.mark.parametrize("name", [NAME, "dim-student"])
def test_a_matte_that_was_given_up_goes_on_after_its_last_tile(shelved, awake, scene, name):
    shelved(name, awake(name))
    image, trimap = scene(60, 76)
    fresh, keeping = Session(name, "cpu"), Session(name, "cpu", keep=1 << 20)
    whole = asked_of(fresh)
    alpha = fresh.matte(image, trimap)
    asked, shares = asked_of(keeping), []
    with pytest.raises(Cancelled):
        keeping.matte(image, trimap, progress=shares.append, cancelled=lambda: len(set(shares)) > 4)
    done = len(asked)
    assert 0 < done < len(whole)
    assert (keeping.matte(image.copy(), trimap.copy()) == alpha).all()
    assert len(asked) == len(whole)
    assert keeping.went_on
    assert not fresh.went_on
    image[...] = image[::-1].copy()
    assert (keeping.matte(image, trimap) == fresh.matte(image, trimap)).all()
    assert not keeping.went_on


@pytest.mark.usefixtures("many_tiles")
def test_a_stroke_costs_the_published_networks_its_own_tiles(shelved, awake, scene):
    shelved("dim-student", awake("dim-student"))
    image, trimap = scene(60, 76)
    fresh = Session("dim-student", "cpu")
    keeping = Session("dim-student", "cpu", keep=1 << 20)
    asked = asked_of(keeping)
    keeping.matte(image, trimap)
    whole = len(asked)
    trimap[12:15, 12:15] = 255
    assert (keeping.matte(image, trimap) == fresh.matte(image, trimap)).all()
    assert whole < len(asked) < 2 * whole


@pytest.mark.usefixtures("many_tiles")
def test_what_is_kept_stays_within_its_bytes(shelved, awake, scene):
    shelved("dim-student", awake("dim-student"))
    image, trimap = scene(60, 76)
    fresh = Session("dim-student", "cpu").matte(image, trimap)
    tight = Session("dim-student", "cpu", keep=4000)
    for _ in range(2):
        assert (tight.matte(image, trimap) == fresh).all()
        assert 0 < tight._kept.size <= 4000
    asked = asked_of(tight)
    other = scene(60, 76, seed=1)[0]
    tight.matte(other, trimap)
    whole = len(asked)
    tight.matte(other, trimap)
    assert whole < len(asked) < 2 * whole  # the former picture made room
