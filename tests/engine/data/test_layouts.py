"""Every layout of foregrounds: what belongs together, and what is left over."""

import numpy as np
import pytest

from engine.data.composition import Sources, compose
from engine.data.foregrounds import background_files, foreground_files, read_foreground
from engine.data.layouts import ALPHAS, COLOURS, PHOTOGRAPHS, arranged
from engine.errors import DataError
from tests.engine.data.pictures import disc, write, write_pair


def names_in(folder):
    return [cutout.path.relative_to(folder).as_posix() for cutout in foreground_files(folder)]


def exact(cutout, seed, tolerance=0.0):
    """The foreground's colour where it is solid, and its alpha everywhere, are the disc's."""
    foreground, truth = read_foreground(cutout), disc(90, seed)
    assert foreground.alpha * 255 == pytest.approx(truth[..., 3].astype(np.float32), abs=1e-3)
    solid = truth[..., 3] == 255
    expected = truth[solid][:, 2::-1].astype(np.float32)
    assert foreground.colour[solid] * 255 == pytest.approx(expected, abs=1e-3 + tolerance)


def test_files_with_alpha_may_lie_in_folders_of_families(tmp_path):
    write(tmp_path / "owl" / "owl-1.png", disc(90, 1))
    write(tmp_path / "fox" / "fox-2.webp", disc(90, 2))
    write(tmp_path / ".trash" / "fox-3.png", disc(90, 3))
    assert arranged(tmp_path)[0] == "files with alpha"
    assert names_in(tmp_path) == ["fox/fox-2.webp", "owl/owl-1.png"]
    exact(foreground_files(tmp_path)[1], seed=1)


@pytest.mark.parametrize("alphas", ALPHAS)
@pytest.mark.parametrize("colours", COLOURS)
def test_colours_and_alphas_of_one_name_are_a_pair(tmp_path, colours, alphas):
    write_pair(tmp_path / colours.title() / "a.png", tmp_path / alphas / "a.tif", seed=1)
    write_pair(tmp_path / colours.title() / "b.png", tmp_path / alphas / "b.png", seed=2)
    assert arranged(tmp_path)[0] == "pairs"
    for cutout, seed in zip(foreground_files(tmp_path), (1, 2), strict=True):
        exact(cutout, seed)


def test_pairs_may_have_sixteen_bits_and_alphas_in_rgb(tmp_path):
    deep = disc(90, 1).astype(np.uint16) * 257
    write(tmp_path / "fg" / "a.png", deep[..., :3])
    write(tmp_path / "alpha" / "a.png", np.dstack([deep[..., 3]] * 3))
    exact(foreground_files(tmp_path)[0], seed=1)


@pytest.mark.parametrize("root", ["", "Training_set", "Combined_Dataset/Training_set"])
def test_composition_1k_is_taken_without_its_test_set(tmp_path, root):
    base = tmp_path / "Training_set" if not root else tmp_path / root
    for part in ("Adobe-licensed images", "Other"):
        write_pair(base / part / "fg" / "a.jpg", base / part / "alpha" / "a.jpg")
    if root:
        test = base.parent / "Test_set" / "Adobe-licensed images"
        write_pair(test / "fg" / "t.png", test / "alpha" / "t.png")
    folder = tmp_path if root else base
    assert arranged(folder)[0] == "Composition-1k"
    assert [cutout.path.parts[-3] for cutout in foreground_files(folder)] == [
        "Adobe-licensed images",
        "Other",
    ]


@pytest.mark.parametrize(("images", "truths"), PHOTOGRAPHS)
def test_photographs_with_true_alphas_give_foregrounds(tmp_path, images, truths):
    pixels = disc(90, 1)
    share = pixels[..., 3:] / 255
    photograph = np.rint(share * pixels[..., :3] + (1 - share) * 128).astype(np.uint8)
    write(tmp_path / images / "GT05.png", photograph)
    write(tmp_path / truths / "GT05.png", pixels[..., 3])
    assert arranged(tmp_path)[0] == "alphamatting.com"
    (cutout,) = foreground_files(tmp_path)
    exact(cutout, seed=1, tolerance=2)
    foreground = read_foreground(cutout)
    soft = (foreground.alpha > 0.3) & (foreground.alpha < 1)
    true, mixed = pixels[0, 0, 2::-1] / 255, photograph[..., ::-1] / 255
    errors = [np.abs(colours[soft] - true).mean() for colours in (foreground.colour, mixed)]
    assert errors[0] < 0.25 * errors[1]


def test_what_has_no_partner_or_no_name_of_its_own_is_left_over(tmp_path):
    write_pair(tmp_path / "fg" / "a.png", tmp_path / "alpha" / "a.png")
    write(tmp_path / "fg" / "a.tif", disc(90, 1)[..., :3])
    write(tmp_path / "fg" / "lonely.png", disc(90, 1)[..., :3])
    write(tmp_path / "alpha" / "orphan.png", disc(90, 1)[..., 3])
    _, found = arranged(tmp_path)
    assert [cutout.name for cutout in found.cutouts] == ["a"]
    assert [(stray.path.name, stray.message) for stray in found.strays] == [
        ("a.tif", "It has the name of “a.png”, which is taken instead."),
        ("lonely.png", "It has no partner of its name in “alpha”."),
        ("orphan.png", "It has no partner of its name in “fg”."),
    ]


def test_partners_of_other_sizes_are_named(tmp_path):
    write(tmp_path / "fg" / "a.png", disc(90, 1)[..., :3])
    write(tmp_path / "alpha" / "a.png", disc(80, 1)[..., 3])
    message = "“a.png” and its alpha differ in size: 90 × 90 and 80 × 80 pixels."
    with pytest.raises(DataError, match=message):
        read_foreground(foreground_files(tmp_path)[0])


def test_photographs_may_lie_in_folders_below(tmp_path):
    for name in ("b/2.jpg", "a/x/3.png", "1.tif"):
        write(tmp_path / name, disc(90, 1)[..., :3])
    found = [path.relative_to(tmp_path).as_posix() for path in background_files(tmp_path)]
    assert found == ["1.tif", "a/x/3.png", "b/2.jpg"]


@pytest.mark.parametrize(
    ("colours", "alphas"),
    [
        ("fg", "alpha"),
        ("Training_set/Other/fg", "Training_set/Other/alpha"),
        ("input_training_lowres", "gt_training_lowres"),
    ],
)
def test_every_layout_is_composed_from(tmp_path, colours, alphas):
    for seed in (1, 2):
        write_pair(tmp_path / colours / f"{seed}.png", tmp_path / alphas / f"{seed}.png", seed)
    sources = Sources(foregrounds=foreground_files(tmp_path), backgrounds=(), procedural=0)
    composite = compose(sources, np.random.default_rng(1), 96)
    assert set(np.unique(composite.trimap)) == {0, 128, 255}
