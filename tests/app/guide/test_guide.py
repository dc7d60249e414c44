"""The guide: what it names is there, and Help opens it, beside the window."""

import re
import shlex
import xml.etree.ElementTree as ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from app.actions import FIRST_KEYS, GESTURES, SPECS
from app.guide.dialog import Guide
from app.guide.pages import guide_folder, pages
from engine.cli.program import parser
from engine.matting.library import entries
from engine.resources import resources_folder
from tests.guide_pictures import GUIDE_PICTURES
from tests.hand import LEFT, live
from tests.states import states

PAGES = [page.path for page in pages()]
KEY = re.compile(r"(?:(?:Ctrl|Shift|Alt|Meta)\+)*(?:.|F\d+|[A-Z][a-z]+)")
PAIR = re.compile(r"\*\*([^*]+)\*\*\s+\(`([^`]+)`\)")
HEAVIEST = 2_500_000
"""Bytes of all pictures: the package for Debian is near its limit."""


def text_of(path):
    return path.read_text(encoding="utf-8")


def every(pattern):
    """What the pattern's group finds on any page, each with the name of the page."""
    return [(found, path.name) for path in PAGES for found in re.findall(pattern, text_of(path))]


def plain(text):
    return text.replace("&", "").removesuffix(": –").rstrip("…")


def test_every_link_leads_to_a_page_and_every_page_is_listed():
    links = every(r"(?<!!)\[[^]]+\]\(([^)]+)\)")
    assert {name for name, _page in links} <= {path.name for path in PAGES}
    assert set(PAGES) == set(guide_folder().glob("*.md"))


def test_the_guide_shows_the_pictures_that_are_taken_for_it():
    shown = {name for name, _page in every(r"!\[[^]]+\]\(pictures/([^)]+)\.webp\)")}
    taken = list((guide_folder() / "pictures").iterdir())
    assert shown == set(GUIDE_PICTURES) == {path.stem for path in taken}
    assert {one.state for one in GUIDE_PICTURES.values()} <= {name for name, _ in states()}
    assert sum(path.stat().st_size for path in taken) < HEAVIEST


def test_words_in_bold_are_said_by_the_window(window):
    catalogue = ElementTree.parse(resources_folder() / "translations" / "gossamer_de.ts")
    said = {plain(source.text) for source in catalogue.iter("source")}
    said |= {entry.card.title for entry in entries()}
    menus = {
        plain(entry.text()): {plain(action.text()) for action in entry.menu().actions()}
        for entry in window.menuBar().actions()
        if isinstance(entry.menu(), QMenu)
    }
    for words, page in every(r"\*\*([^*]+)\*\*"):
        menu, _, name = words.partition(" › ")
        if name:
            assert plain(name) in menus[menu], (words, page)
        assert plain(name or menu) in said, (words, page)


def test_keys_are_those_of_the_table_of_actions():
    words = {plain(spec.text): FIRST_KEYS[spec.name] for spec in SPECS}
    pointed = {word for gesture in GESTURES for word in gesture.pointer.split(", ")}
    known = {key for keys in FIRST_KEYS.values() for key in keys} | pointed
    for code, page in every(r"`([^`\n]+)`"):
        assert code in known or not KEY.fullmatch(code), (code, page)
    pairs = every(PAIR)
    assert len(pairs) > 30
    for (name, key), page in pairs:
        assert key in words[plain(name.split(" › ")[-1])], (name, key, page)


def test_commands_are_understood():
    commands = parser()
    lines = every(r"(?m)^    gossamer-cli (.+)$")
    assert len(lines) > 15
    for line, page in lines:
        try:
            commands.parse_args(shlex.split(line))
        except SystemExit:
            pytest.fail(f"{page}: {line}")
    for command, _page in every(r"`gossamer-cli ([a-z-]+)[^`]*`"):
        assert command in commands.format_help()


@pytest.fixture
def guide(window):
    """Opened by the menu Help."""
    entry = next(one for one in window.menuBar().actions() if plain(one.text()) == "Help")
    action = next(one for one in entry.menu().actions() if one.text() == "Guide")
    action.trigger()
    yield window.findChild(Guide)
    for dialog in window.findChildren(Guide):
        dialog.close()


def click_link(reader, text):
    cursor = reader.document().find(text)
    cursor.setPosition(cursor.selectionStart() + 2)
    reader.setTextCursor(cursor)
    reader.ensureCursorVisible()
    QTest.mouseClick(reader.viewport(), LEFT, pos=reader.cursorRect(cursor).center())


def button(dialog, text):
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == text)


def test_links_turn_the_page_and_the_list_follows(guide):
    reader = guide.reader
    assert "Gossamer cuts things out" in reader.toPlainText()
    assert not button(guide, "Back").isEnabled()
    click_link(reader, "Painting the trimap")
    assert reader.page == PAGES[2]
    assert guide._list.currentItem().text() == "Painting the trimap"
    QTest.mouseClick(button(guide, "Back"), LEFT)
    assert reader.page == PAGES[0]
    assert guide._list.currentRow() == 0


def pictures_of(reader):
    """Those of the page, as they are drawn, by name."""
    found, cursor = {}, QTextCursor(reader.document())
    while not cursor.atEnd():
        cursor.movePosition(QTextCursor.MoveOperation.Right)
        if cursor.charFormat().isImageFormat():
            name = reader.document().baseUrl().resolved(cursor.charFormat().toImageFormat().name())
            found[name.fileName()] = reader.document().resource(2, name)
    return found


def test_pictures_are_as_wide_as_there_is_room(guide):
    guide.turn_to("Your first matte")
    for width in (1100, 640):
        guide.resize(width, 600)
        live(50)
        shown = pictures_of(guide.reader)
        widths = [picture.deviceIndependentSize().width() for picture in shown.values()]
        room = guide.reader.viewport().width()
        assert len(widths) == 3
        assert all(room * 0.85 < found <= room for found in widths)
        assert guide.reader.horizontalScrollBar().maximum() == 0


def test_the_guide_stays_beside_the_window_and_opens_once(guide, window):
    assert not guide.isModal()
    guide.turn_to("Exporting")
    window.parts.actions["guide"].trigger()
    assert window.findChildren(Guide) == [guide]
    assert guide.reader.page == guide_folder() / "exporting.md"
    QTest.keyClick(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()
    live(1)
    window.parts.actions["guide"].trigger()
    (again,) = window.findChildren(Guide)
    assert again.isVisible()


def test_a_page_takes_the_colours_of_the_theme(guide, window):
    guide.turn_to("The command line")
    for mode in ("dark", "light"):
        window.parts.actions[mode].trigger()
        cursor = guide.reader.document().find("gossamer-cli models")
        ground = cursor.block().blockFormat().background().color().name()
        assert ground == window.parts.theme.colours.button
