"""A matte that keeps up with its trimap."""

import weakref
from collections import deque

import numpy as np
import pytest
import torch

from engine.errors import Cancelled, TrimapError
from engine.matting import context, live, two_looks
from engine.matting.live import Live
from engine.matting.session import Session
from engine.matting.watch import Watch
from engine.matting.windows import Window
from engine.networks import NETWORKS
from engine.networks.guided import Local
from engine.trimap.codes import clamp_known

WATCH = Watch()
SIZE = (560, 800)


@torch.inference_mode()
def fresh(network, image, trimap, exponent=1.0):
    entry = NETWORKS["guided-student"]
    alpha = two_looks.matte(network, entry, image, trimap, WATCH, exponent=exponent)
    return clamp_known(alpha, trimap)


def kept(alpha, pieces):
    """The alpha with the pieces laid in, and how many there were."""
    count = 0
    for piece in pieces:
        window = piece.window
        rows = slice(window.top, window.top + window.height)
        alpha[rows, window.left : window.left + window.width] = piece.alpha
        count += 1
    return count


def painted(trimap, box, code):
    after = trimap.copy()
    after[box.top : box.top + box.height, box.left : box.left + box.width] = code
    return after


@pytest.fixture(scope="module")
def student():
    """The network that ships: its answers are as smooth as those that people see."""
    return Session("guided-student", "cpu")._network


@pytest.mark.parametrize(
    ("most", "exponent"),
    [(1 << 20, 1.0), (100_000, 1.0), (100_000, 1.6)],
    ids=["full context", "reduced context", "as light"],
)
def test_after_strokes_and_settling_the_matte_is_a_fresh_one(
    student, scene, monkeypatch, most, exponent
):
    monkeypatch.setattr(context.whole, "__defaults__", (most,))
    image, trimap = scene(*SIZE)
    matte = Live(student, image, exponent=exponent)
    alpha = np.zeros(SIZE, np.float32)
    kept(alpha, matte.settle(trimap, None, WATCH))
    np.testing.assert_allclose(alpha, fresh(student, image, trimap, exponent), atol=1e-5)
    draw = np.random.default_rng(5)
    for code in (255, 0, 128, 255):
        top, left = (int(draw.integers(0, side - 60)) for side in SIZE)
        box = Window(top, left, 40, 60)
        trimap = painted(trimap, box, code)
        kept(alpha, matte.stroke(trimap, box, WATCH))
        inside = trimap[top : top + 40, left : left + 60]
        known = clamp_known(alpha[top : top + 40, left : left + 60], inside)
        assert np.array_equal(known, alpha[top : top + 40, left : left + 60])
        kept(alpha, matte.settle(trimap, box, WATCH))
    assert np.abs(alpha - fresh(student, image, trimap, exponent)).max() <= 1 / 255


def test_a_stroke_computes_its_surroundings_only(student, scene):
    image, trimap = scene(*SIZE)
    matte = Live(student, image)
    list(matte.settle(trimap, None, WATCH))
    box = Window(100, 300, 20, 30)
    pieces = list(matte.stroke(painted(trimap, box, 0), box, WATCH))
    area = sum(piece.window.height * piece.window.width for piece in pieces)
    assert area == (20 + 2 * Local.RADIUS) * (30 + 2 * Local.RADIUS)


def test_nothing_changed_is_nothing_done(student, scene):
    image, trimap = scene(*SIZE)
    matte = Live(student, image)
    assert len(list(matte.settle(trimap, None, WATCH))) == 3 * 4
    assert not list(matte.settle(trimap, None, WATCH))


def test_what_is_looked_at_comes_first(student, scene):
    image, trimap = scene(*SIZE)
    seen = Window(300, 600, 10, 10)
    first, *_ = Live(student, image).settle(trimap, seen, WATCH)
    assert (first.window.top, first.window.left) == (256, 512)


def test_what_was_given_up_is_done_the_next_time(student, scene):
    image, trimap = scene(*SIZE)
    matte = Live(student, image)
    pieces = deque()
    watch = Watch(cancelled=lambda: len(pieces) > 3)
    with pytest.raises(Cancelled):
        pieces.extend(matte.settle(trimap, None, watch))  # one by one
    alpha = np.zeros(SIZE, np.float32)
    assert kept(alpha, pieces) == 4
    assert kept(alpha, matte.settle(trimap, None, WATCH)) == 3 * 4 - 4
    np.testing.assert_allclose(alpha, fresh(student, image, trimap), atol=1e-5)


def test_the_wide_look_can_be_given_up_halfway(student, scene):
    """Else a stroke would wait for the whole of it."""
    image, trimap = scene(*SIZE)
    asked = []

    def enough():
        asked.append(1)
        return len(asked) > 10

    matte = Live(student, image)
    with pytest.raises(Cancelled):
        list(matte.settle(trimap, None, Watch(cancelled=enough)))
    assert not matte.is_ready
    assert not any(part._forward_pre_hooks for part in student.modules())


def test_before_the_first_look_a_stroke_has_no_answer(student, scene):
    image, trimap = scene(*SIZE)
    matte = Live(student, image)
    assert not matte.is_ready
    assert not list(matte.stroke(trimap, Window(0, 0, 9, 9), WATCH))
    with pytest.raises(TrimapError):
        list(matte.settle(np.full(SIZE, 128, np.uint8), None, WATCH))


def test_a_session_has_live_mattes_for_the_networks_that_can(scene, shelved, awake):
    shelved("dim-student", awake("dim-student"))
    image, _ = scene(64, 64)
    assert isinstance(Session("guided-student", "cpu").live(image), Live)
    assert Session("dim-student", "cpu").live(image) is None


def test_far_from_a_stroke_tiles_are_left_alone(student, scene):
    """Else every stroke would cost a whole matte."""
    image, trimap = scene(700, 2600)
    matte = Live(student, image)
    list(matte.settle(trimap, None, WATCH))
    assert trimap[620, 1300] == 128
    box = Window(612, 1292, 16, 16)
    pieces = list(matte.settle(painted(trimap, box, 255), box, WATCH))
    assert live.TOLERANCE > 0
    assert 0 < len(pieces) < 3 * 11


def test_where_the_trimap_changed_comes_before_the_rest(student, scene):
    image, trimap = scene(*SIZE)
    matte = Live(student, image)
    list(matte.settle(trimap, None, WATCH))
    box = Window(300, 300, 200, 400)
    matte._waiting = set(live._cells(SIZE))  # as if the wide look had changed everywhere
    first, second, *_ = matte.settle(painted(trimap, box, 0), None, WATCH)
    assert (first.window.top, first.window.left) == (256, 256)
    assert (second.window.top, second.window.left) == (256, 512)


def asked_of(session):
    """How often each look of the network is asked for from now on."""
    asked = []
    for part in ("context", "local"):
        module = getattr(session._network, part)
        module.register_forward_hook(lambda *_, part=part: asked.append(part))
    return asked


def test_a_matte_at_once_after_strokes_makes_only_what_is_not_as_a_fresh_one(scene, monkeypatch):
    """So that an export after painting need not wait for a whole matte."""
    monkeypatch.setattr(live, "TOLERANCE", 1e9)  # so that tiles are left alone in a small picture
    image, trimap = scene(150, 600)
    session, fresh = (Session("guided-student", "cpu", keep=keep) for keep in (1 << 24, 0))
    matte = session.live(image)
    list(matte.settle(trimap, None, WATCH))
    asked = asked_of(session)
    assert np.array_equal(session.matte(image, trimap), fresh.matte(image, trimap))
    assert not asked
    box = Window(0, 0, 16, 16)
    trimap = painted(trimap, box, 255)
    assert len(list(matte.settle(trimap, box, WATCH))) == 1
    assert asked == ["context", "local"]
    assert np.array_equal(session.matte(image, trimap), fresh.matte(image, trimap))
    assert asked == ["context", "local", "local", "local"]


def test_a_matte_of_another_picture_or_trimap_is_made_anew(scene):
    """A pixel is enough, also one that the wide look does not see."""
    image, trimap = scene(200, 260)
    session, fresh = (Session("guided-student", "cpu", keep=keep) for keep in (1 << 24, 0))
    matte = session.live(image)
    list(matte.settle(trimap, None, WATCH))
    row, column = (int(places[0]) for places in np.nonzero(trimap == 128))
    other = image.copy()
    other[row, column] ^= 255
    assert np.array_equal(session.matte(other, trimap), fresh.matte(other, trimap))
    known = trimap.copy()
    known[row, column] = 255
    assert np.array_equal(session.matte(image, known), fresh.matte(image, known))


def test_two_networks_share_the_guides_of_a_scene_while_one_holds_them(scene):
    image, trimap = scene(96, 128)
    first, second = (Session("guided-student", "cpu", keep=1 << 20) for _ in range(2))
    held = first.live(image)
    list(held.settle(trimap, None, WATCH))
    beside = second.live(image.copy())
    list(beside.settle(trimap.copy(), None, WATCH))
    assert beside._looked.carried is held._looked.carried
    assert beside._looked is not held._looked
    seen = weakref.ref(held._looked)
    del held, beside
    assert seen() is None  # nothing is kept of a picture that is closed
