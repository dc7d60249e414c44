"""Exports from the window: formats, what is said of them, records, the clipboard."""

import json
from pathlib import Path

import cv2
import numpy as np
import PIL.Image
import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QComboBox, QPushButton, QToolButton

from app.exporting.choice import ExportChoice, parse_choice
from app.exporting.work import Order, written
from app.messages import Tone
from engine.data.accepted import accepted, accepted_folder, files_of
from engine.export.kinds import Colours, Depth, What
from engine.export.record import fingerprint, read_record
from engine.imaging.picture import Picture
from engine.imaging.reading import read_alpha, read_image
from engine.refine.refinement import Refinement, refined
from engine.trimap.paint import box_of
from tests.engine.imaging.profiles import DISPLAY_P3, profile_of

PATIENCE = 10_000


@pytest.fixture
def parts(opened, matted):  # noqa: ARG001 - a picture with an alpha
    return opened.parts


@pytest.fixture
def export(parts, qtbot, answers, tmp_path):
    """A function: an action and a name to the path of the file that was written."""

    def run(action, name):
        answers.file = tmp_path / name
        with qtbot.waitSignal(parts.pictures.saved, timeout=PATIENCE):
            parts.actions[action].trigger()
        return answers.file

    return run


def take_format(parts, title):
    formats = parts.export_panel.findChildren(QComboBox)[0]
    formats.setCurrentIndex(formats.findText(title))
    formats.activated.emit(formats.currentIndex())


def depths(parts):
    return [
        button.text()
        for button in parts.export_panel.findChildren(QToolButton)
        if button.isVisibleTo(parts.export_panel)
    ]


@pytest.mark.parametrize(
    ("title", "texts"),
    [
        ("PNG", ["8 bit", "16 bit"]),
        ("TIFF", ["8 bit", "16 bit"]),
        ("WebP", ["8 bit"]),
        ("OpenEXR", ["Half", "Float"]),
        ("Photoshop", ["8 bit", "16 bit"]),
    ],
)
def test_a_format_offers_what_it_has_and_names_the_file(parts, export, answers, title, texts):
    take_format(parts, title)
    assert depths(parts) == texts
    export("export_cutout", f"c{answers_suffix(title)}")
    assert answers.suggestion.name == f"stripes-cutout{answers_suffix(title)}"
    note = parts.export_panel._note
    assert not note.isHidden()
    assert note.text().startswith("Read back by OpenImageIO ")
    assert parts.stage.messages.message.sentence.startswith("Saved c.")


def answers_suffix(title):
    return {"PNG": ".png", "TIFF": ".tif", "WebP": ".webp", "OpenEXR": ".exr"}.get(title, ".psd")


def test_only_tiff_leaves_a_choice_of_colours(parts, export):
    formats, colours = parts.export_panel.findChildren(QComboBox)
    assert colours.isHidden()
    take_format(parts, "TIFF")
    assert not colours.isHidden()
    colours.setCurrentIndex(1)
    colours.activated.emit(1)
    export("export_cutout", "c.tif")
    assert "premultiplied colours" in parts.export_panel._note.text()
    assert formats.toolTip().startswith("TIFF: Premultiplied")


def test_an_alpha_alone_is_for_formats_that_hold_one(parts):
    for title, holds in (("Photoshop", False), ("TIFF", True), ("WebP", False), ("PNG", True)):
        take_format(parts, title)
        assert parts.actions["export_alpha"].isEnabled() is holds
        assert parts.actions["export_cutout"].isEnabled()


def test_the_ending_that_was_typed_has_the_last_word(parts, export):
    path = export("export_cutout", "c.tif")
    assert parts.export_panel._note.text().split(": ")[1].startswith("8 bit, straight colours")
    with PIL.Image.open(path) as picture:
        assert picture.format == "TIFF"


def test_an_ending_that_stands_for_nothing_is_refused_in_words(parts, answers, tmp_path):
    answers.file = tmp_path / "c.jpg"
    parts.actions["export_cutout"].trigger()
    assert parts.stage.messages.message.tone is Tone.ERROR
    assert "no format of that ending" in parts.stage.messages.message.sentence


def test_what_is_refined_is_what_is_written_with_a_record_of_it(parts, export):
    how = Refinement(shift=-1.5, gamma=1.5)
    parts.refine_panel.decided.emit(how)
    parts.export_panel.findChildren(QToolButton)[1].click()  # 16 bits
    path = export("export_alpha", "a.png")
    expected = refined(parts.document.alpha, how)
    assert np.abs(read_alpha(path) - expected).max() <= 0.51 / 65535
    record = read_record(path.with_name("a.png.json"))
    assert record.refinement == how
    assert record.alpha_sha256 == fingerprint(expected)
    assert np.array_equal(record.trimap(), parts.document.trimap)
    assert (record.device, record.made, record.depth) == ("cpu", "whole", "16")
    with PIL.Image.open(path) as picture:
        assert json.loads(picture.text["gossamer"])["alpha_sha256"] == record.alpha_sha256


def test_no_record_where_none_is_wanted(parts, export, tmp_path):
    parts.actions["record_exports"].trigger()
    export("export_alpha", "a.png")
    assert not list(tmp_path.glob("*.png.json"))
    assert parts.settings.export == "png 8 straight plain"


def test_cleaned_colours_are_written(parts, export, qtbot, tmp_path):
    document = parts.document
    share = cv2.GaussianBlur(document.alpha, (0, 0), 6)[..., None]  # softer than the alpha
    mixed = np.rint(share * (220, 60, 60) + (1 - share) * (40, 60, 220)).astype(np.uint8)
    document.open_picture(Picture(Path("mixed.png"), mixed), document.trimap.copy())
    with qtbot.waitSignal(parts.mattes.finished, timeout=PATIENCE):
        parts.actions["matte"].trigger()
    plain = read_colours(export("export_cutout", "plain.png"))
    whole = np.full(document.trimap.shape, 255, np.uint8)
    document.finish.write_amount([(box_of(whole), whole)])
    cleaned = read_colours(export("export_cutout", "cleaned.png"))
    soft = (cleaned[..., 3] > 30) & (cleaned[..., 3] < 220)
    assert cleaned[soft][:, 2].mean() < plain[soft][:, 2].mean() - 2  # less blue
    assert np.array_equal(cleaned[..., 3], plain[..., 3])
    assert read_record(tmp_path / "cleaned.png.json").decontaminated
    assert not read_record(tmp_path / "plain.png.json").decontaminated


def read_colours(path):
    with PIL.Image.open(path) as picture:
        return np.asarray(picture)


def test_the_clipboard_gets_the_cutout_with_its_transparency(parts, qtbot):
    copy = next(
        button for button in parts.export_panel.findChildren(QPushButton) if button.text() == "Copy"
    )
    with qtbot.waitSignal(parts.pictures.copied, timeout=PATIENCE):
        copy.click()
    content = QGuiApplication.clipboard().mimeData()
    alpha = parts.document.alpha
    for picture in (
        QImage(content.imageData()),
        QImage.fromData(content.data("image/png"), "PNG"),
    ):
        assert picture.width() == 160
        for y in (10, 60, 110):
            assert abs(picture.pixelColor(80, y).alpha() - round(float(alpha[y, 80]) * 255)) <= 1
    assert parts.stage.messages.message.sentence == "The cut-out is on the clipboard."


def test_a_choice_comes_back_from_its_text_and_nonsense_is_the_first_one():
    choice = ExportChoice("tiff", Depth.EIGHT, Colours.PREMULTIPLIED, records=False)
    assert parse_choice(choice.to_text()) == choice
    for text in ("", "png", "gif 8 straight record", "png 12 straight record", "x y z w v"):
        assert parse_choice(text) == ExportChoice()
    assert parse_choice("webp 16 mask plain") == ExportChoice(
        "webp", Depth.EIGHT, Colours.STRAIGHT, records=False
    )


def test_a_choice_gives_each_ending_what_it_can(tmp_path):
    choice = ExportChoice("tiff", Depth.SIXTEEN, Colours.PREMULTIPLIED)
    assert choice.wish(tmp_path / "a.tif", What.CUTOUT).colours is Colours.PREMULTIPLIED
    exr = choice.wish(tmp_path / "a.exr", What.CUTOUT)
    assert (exr.depth, exr.colours) == (Depth.HALF, Colours.PREMULTIPLIED)
    png = choice.wish(tmp_path / "a.png", What.ALPHA)
    assert (png.depth, png.colours) == (Depth.SIXTEEN, None)


def test_a_matte_is_kept_to_learn_from_only_when_that_is_wanted(parts, export):
    export("export_alpha", "one.png")
    assert accepted() == ()
    parts.settings.keeps_mattes = True
    export("export_cutout", "two.png")
    (one,) = accepted()
    assert Path(one.origin).name == parts.document.path.name
    kept = read_alpha(files_of(one)["alpha"])
    assert np.abs(kept - parts.document.alpha).max() < 1e-4


def test_a_photograph_in_wide_colours_is_kept_to_learn_from_as_networks_see_it(parts, tmp_path):
    """In sRGB, for what is kept has no profile."""
    document = parts.document
    wide = Picture(tmp_path / "wide.png", document.image, icc=profile_of(DISPLAY_P3))
    order = Order(
        *(wide, document.trimap, document.alpha, Refinement(), None, None),
        records=False,
        learns=True,
    )
    path = tmp_path / "alpha.png"
    written(path, ExportChoice().wish(path, What.ALPHA), order)
    (one,) = accepted()
    kept = read_image(files_of(one)["image"]).image
    assert np.array_equal(kept, wide.in_srgb)
    assert not np.array_equal(kept, wide.image)


def test_a_matte_that_cannot_be_kept_is_written_all_the_same(parts, answers, qtbot, tmp_path):
    parts.settings.keeps_mattes = True
    accepted_folder().parent.mkdir(parents=True)
    accepted_folder().write_text("in the way")
    answers.file = tmp_path / "one.png"
    with qtbot.waitSignal(parts.pictures.failed, timeout=PATIENCE):
        parts.actions["export_alpha"].trigger()
    assert "is written, but the matte was not kept" in parts.stage.messages.message.sentence
    assert answers.file.exists()
