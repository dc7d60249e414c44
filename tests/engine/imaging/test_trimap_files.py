import numpy as np
import PIL.Image
import pytest

from engine.errors import TrimapError
from engine.imaging.reading import read_trimap
from engine.imaging.writing import write_trimap

CODES = np.random.default_rng(2).choice([0, 128, 255], (12, 18)).astype(np.uint8)
GREY = PIL.Image.fromarray(CODES)


def refusal(path, size=(12, 18)):
    with pytest.raises(TrimapError) as caught:
        read_trimap(path, size)
    return f"{caught.value.message}|{caught.value.hint}"


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "LA", "P"])
@pytest.mark.parametrize("suffix", ["png", "tif"])
def test_trimap_is_read_from_any_kind_of_file(tmp_path, mode, suffix):
    if (mode, suffix) != ("LA", "tif"):
        GREY.convert(mode).save(tmp_path / f"t.{suffix}")
        assert np.array_equal(read_trimap(tmp_path / f"t.{suffix}", (12, 18)), CODES)


def test_palette_in_another_order_is_read(tmp_path):
    GREY.convert("RGB").quantize(3).save(tmp_path / "t.png")
    assert np.array_equal(read_trimap(tmp_path / "t.png", (12, 18)), CODES)


def test_transparency_in_a_trimap_is_ignored(tmp_path):
    clear = GREY.convert("RGBA")
    clear.putalpha(7)
    clear.save(tmp_path / "t.png")
    assert np.array_equal(read_trimap(tmp_path / "t.png", (12, 18)), CODES)


@pytest.mark.parametrize("grey", [32768, 32896, 128 * 256])
def test_sixteen_bit_trimap_is_read(tmp_path, png16, grey):
    levels = np.where(CODES == 128, grey, CODES.astype(np.uint16) * 257).astype(np.uint16)
    (tmp_path / "t.png").write_bytes(png16(levels[..., None]))
    assert np.array_equal(read_trimap(tmp_path / "t.png", (12, 18)), CODES)


def test_one_bit_trimap_knows_everything(tmp_path):
    PIL.Image.fromarray(CODES > 0).save(tmp_path / "t.png")
    assert set(np.unique(read_trimap(tmp_path / "t.png", (12, 18)))) == {0, 255}


def test_values_near_a_code_are_snapped(tmp_path):
    near = CODES.astype(int) + np.random.default_rng(0).integers(-10, 11, CODES.shape)
    PIL.Image.fromarray(near.clip(0, 255).astype(np.uint8)).save(tmp_path / "t.png")
    assert np.array_equal(read_trimap(tmp_path / "t.png", (12, 18)), CODES)


def test_other_values_are_refused_with_an_example(tmp_path):
    PIL.Image.fromarray(np.full((12, 18), 64, np.uint8)).save(tmp_path / "t.png")
    words = refusal(tmp_path / "t.png")
    assert "such as 64, at 216 pixels" in words
    assert words.endswith(
        "|Save it without smoothing: 0 is background, 128 unknown, 255 foreground."
    )


def test_coloured_trimap_is_refused(tmp_path):
    PIL.Image.new("RGB", (18, 12), (255, 0, 0)).save(tmp_path / "t.png")
    assert "The trimap is in colour.|Save it in grey" in refusal(tmp_path / "t.png")


def test_other_size_is_refused_with_both_sizes(tmp_path):
    GREY.save(tmp_path / "t.png")
    words = refusal(tmp_path / "t.png", (30, 40))
    assert "t.png” is 18 × 12 pixels, the image is 40 × 30.|Save the trimap with the width" in words


def test_trimap_on_its_side_is_told_so(tmp_path):
    GREY.save(tmp_path / "t.png")
    assert "|It lies on its side" in refusal(tmp_path / "t.png", (18, 12))


def test_trimap_is_written_as_it_is_read(tmp_path):
    write_trimap(tmp_path / "t.png", CODES)
    assert np.array_equal(read_trimap(tmp_path / "t.png", (12, 18)), CODES)
