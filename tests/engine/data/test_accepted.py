"""Mattes that a person accepted: kept, held out by picture, learnt from, removed."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.data import accepted as store
from engine.data.foregrounds import foreground_files, held_out, read_foreground
from engine.errors import TrimapError
from engine.imaging.reading import read_image
from engine.matting.evaluation import cases
from engine.training import material
from engine.training.spec import RunSpec
from engine.trimap.codes import clamp_known


def matte(seed, height=40, width=60):
    """A disc whose edge is soft, over noise."""
    image = np.random.default_rng(seed).integers(0, 255, (height, width, 3), np.uint8)
    rows, columns = np.indices((height, width))
    distance = np.hypot(rows - height / 2, columns - width / 2)
    alpha = np.clip((height / 3 - distance) / 6 + 0.5, 0, 1).astype(np.float32)
    trimap = np.where(alpha == 0, 0, np.where(alpha == 1, 255, 128)).astype(np.uint8)
    return image, trimap, alpha


@pytest.fixture
def twenty(tmp_path):
    return [
        store.accept(*matte(seed), Path(f"/photos/cat 2{seed}5.jpg"), tmp_path)
        for seed in range(20)
    ]


def test_one_in_five_is_held_out_and_the_rest_is_learnt_from(twenty, tmp_path):
    kept = [one for one in twenty if one.held_out]
    assert 1 <= len(kept) <= 8
    measured = cases(
        *(store.held_out_folder(tmp_path) / n for n in ("images", "trimaps", "alphas"))
    )
    assert [case.name for case in measured] == sorted(one.name for one in kept)
    spec = RunSpec(network="guided-student", more_foregrounds=(str(store.learnt_folder(tmp_path)),))
    learnt, validated = material.sources(spec)
    assert len(learnt.foregrounds) == 20 - len(kept)
    assert validated.foregrounds == ()  # a run keeps none of them from learning once more
    assert not any(held_out(cutout) for cutout in learnt.foregrounds)


def test_what_is_kept_is_what_was_exported(tmp_path):
    image, trimap, alpha = matte(3)
    one = store.accept(image, trimap, alpha, Path("fox.png"), tmp_path)
    files = store.files_of(one, tmp_path)
    assert (read_image(files["image"]).image == image).all()
    (cutout,) = [
        c for c in foreground_files(store.learnt_folder(tmp_path)) if c.path == files["fg"]
    ]
    foreground = read_foreground(cutout)
    assert np.abs(foreground.alpha - alpha).max() < 1e-4
    solid = alpha == 1
    assert np.abs(foreground.colour[solid] - image[solid] / 255).max() < 1e-6


def test_a_picture_that_is_accepted_again_takes_its_own_place(tmp_path):
    image, trimap, alpha = matte(3)
    first = store.accept(image, trimap, alpha, Path("fox.png"), tmp_path)
    again = store.accept(image, trimap, np.sqrt(alpha), Path("elsewhere/renamed.png"), tmp_path)
    assert store.accepted(tmp_path) == (again,)
    assert again.held_out == first.held_out
    assert not any(path.exists() for path in store.files_of(first, tmp_path).values())


def test_a_large_picture_is_reduced_and_its_known_pixels_stay_known(tmp_path, monkeypatch):
    monkeypatch.setattr(store, "LONGEST", 30)
    one = store.accept(*matte(4), Path("fox.png"), tmp_path)
    assert (one.width, one.height) == (30, 20)
    files = store.files_of(one, tmp_path)
    trimap, alpha = (cv2.imread(str(files[part]), -1) for part in ("trimap", "alpha"))
    assert set(np.unique(trimap)) == {0, 128, 255}
    unit = alpha.astype(np.float32) / 65535
    assert (unit == clamp_known(unit, trimap)).all()


def test_what_is_forgotten_leaves_no_file(twenty, tmp_path):
    for one in twenty:
        store.forget(one, tmp_path)
    assert store.accepted(tmp_path) == ()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_damaged_card_is_passed_over_and_a_matte_without_unknown_pixels_refused(tmp_path):
    one = store.accept(*matte(3), Path("fox.png"), tmp_path)
    (tmp_path / "cards" / "other.json").write_text("{")
    (tmp_path / "cards" / "strange.json").write_text(
        (tmp_path / "cards" / f"{one.name}.json").read_text()
    )
    assert store.accepted(tmp_path) == (one,)
    image, trimap, alpha = matte(5)
    with pytest.raises(TrimapError):
        store.accept(image, np.zeros_like(trimap), alpha, Path("a.png"), tmp_path)
