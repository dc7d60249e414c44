"""About: every model's card, every licence, and diagnostics that can be copied."""

import re
import tomllib
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTextBrowser

from app.about.dialog import About
from app.about.libraries import EXTRAS, LIBRARIES, installed_extras
from app.about.pages import licences_page, models_page
from app.about.reader import LicenceReader
from engine import __version__
from engine.matting.library import entries

ROOT = Path(__file__).parents[3]


def about(window):
    window.parts.actions["about"].trigger()
    return window.findChild(About)


def text_of(page):
    browser = page if isinstance(page, QTextBrowser) else page.findChild(QTextBrowser)
    return browser.toPlainText()


def button(dialog, text):
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == text)


def test_the_dialog_has_a_page_of_each_kind(window):
    dialog = about(window)
    texts = [text_of(page) for page in dialog.pages]
    assert f"Gossamer {__version__}" in texts[0]
    assert "Guided student" in texts[1]
    assert "MIT License" in texts[2]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_every_model_shows_its_card(window):
    dialog = about(window)
    text = text_of(dialog.pages[1])
    for entry in entries():
        card = entry.card
        for said in (card.title, card.licence, card.limits, card.sha256, card.data[0].licence):
            assert said in text
    assert "U²-Netp" in text
    assert models_page().index("Guided student") < models_page().index("U²-Netp")
    dialog.close()


def test_what_is_depended_on_is_named():
    head = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = {re.split(r"[<>=~]", one)[0] for one in head["project"]["dependencies"]}
    named = {library.distribution for library in LIBRARIES}
    assert needed <= named, needed - named
    assert all(library.home in licences_page() for library in LIBRARIES)


def test_the_shipped_licence_is_the_projects():
    shipped = ROOT / "resources" / "licences" / "MIT.txt"
    assert shipped.read_text(encoding="utf-8") == (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_diagnostics_are_copied_and_name_no_home(window):
    dialog = about(window)
    QTest.mouseClick(button(dialog, "Copy diagnostics"), Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    for said in ("Gossamer " + __version__, "Python 3", "Qt 6", "torch 2", "Memory:", "Device:"):
        assert said in text
    assert "guided-student" in text
    assert str(Path.home()) + "/" not in text
    dialog.close()


def test_the_extras_that_are_installed_are_named_with_what_they_bring(monkeypatch):
    assert installed_extras() == EXTRAS  # tests are run with all of them
    assert "libheif" in licences_page()
    monkeypatch.setattr("app.about.libraries.version_of", lambda name: "?" * (name == "rawpy"))
    assert [one.title for one in installed_extras()] == [one.title for one in EXTRAS[:2]]


def test_the_text_of_what_a_package_brings_along_opens_on_a_click(qtbot, tmp_path):
    rows = ("name\tversion\tlicence\tfile", "Qt & co\t6.8\tLGPL-3.0-only\tqt.txt")
    (tmp_path / "index.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (tmp_path / "qt.txt").write_text("Copying <is> allowed.", encoding="utf-8")
    reader = LicenceReader(tmp_path)
    qtbot.addWidget(reader)
    reader.resize(600, 400)
    reader.show()
    assert "Qt & co" in reader.toPlainText()
    click_link(reader, "Qt & co")
    assert "Copying <is> allowed." in reader.toPlainText()
    click_link(reader, "Back to all licences")
    assert "It is built on:" in reader.toPlainText()


def click_link(reader, text):
    cursor = reader.document().find(text)
    cursor.setPosition(cursor.selectionStart() + 2)
    reader.setTextCursor(cursor)
    reader.ensureCursorVisible()
    QTest.mouseClick(
        reader.viewport(), Qt.MouseButton.LeftButton, pos=reader.cursorRect(cursor).center()
    )
