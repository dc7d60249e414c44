"""The language: nothing that the window says lacks a German text, and in German nothing is cut."""

import ast
import errno
import importlib.machinery
import importlib.util
import re
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QPushButton, QToolButton

from app.about.dialog import About
from app.batch.dialog import BatchDialog
from app.language import NAMES, chosen
from app.preferences.dialog import Preferences
from app.window import Window
from app.words import engine_words
from engine.errors import TrimapError
from engine.imaging.picture import Picture
from engine.imaging.placing import refusal
from engine.trimap.codes import require_usable
from tests.pictures import striped

ROOT = Path(__file__).parents[2]
TRANSLATIONS = ROOT / "resources" / "translations"
GERMAN = TRANSLATIONS / "gossamer_de.ts"
ADVICE = "run `make translations`, and translate what gossamer_de.ts marks as unfinished"


def tool():
    """The tool behind `make translations`."""
    loader = importlib.machinery.SourceFileLoader("translations", str(ROOT / ".ci/translations"))
    module = importlib.util.module_from_spec(
        importlib.util.spec_from_loader("translations", loader)
    )
    loader.exec_module(module)
    return module


def messages(path):
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message.findtext("source"), message.find("translation")


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """The German file as it would be with all that is said now."""
    folder = tmp_path_factory.mktemp("translations")
    shutil.copy(GERMAN, folder)
    tool().collect(folder / GERMAN.name, folder / "engine.txt")
    return folder


def test_nothing_that_is_said_lacks_a_german_text(collected):
    missing = [
        (context, source)
        for context, source, german in messages(collected / GERMAN.name)
        if german.get("type") == "unfinished"
        or not (german.text or "").strip(" ")
        and source != " "
    ]
    assert not missing, f"{ADVICE}: {missing}"


def test_the_engines_sentences_are_those_on_the_list(collected):
    said = (collected / "engine.txt").read_text(encoding="utf-8").splitlines()
    listed = (TRANSLATIONS / "engine.txt").read_text(encoding="utf-8").splitlines()
    assert said == listed, ADVICE


def test_translations_put_in_what_the_originals_do():
    for context, source, german in messages(GERMAN):
        places = [sorted(re.findall(r"\{\d\}", text)) for text in (source, german.text)]
        if context != "Engine":
            assert places[0] == places[1], source
        else:
            assert set(places[1]) <= set(places[0]), source


SHOWN = {
    *("setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "setAccessibleName"),
    *("setAccessibleDescription", "addItem", "addRow", "QLabel", "QPushButton", "setSuffix", "say"),
}


def test_no_words_go_to_the_screen_untranslated():
    """Letters in a plain text that a widget is given; Gossamer's name is the same everywhere."""
    found = []
    for path in sorted((ROOT / "app").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else ast.unparse(called)
            texts = [part.value for part in node.args if isinstance(part, ast.Constant)]
            words = [t for t in texts if isinstance(t, str) and re.search("[A-Za-z]{2}", t)]
            if name in SHOWN and words and words != ["Gossamer"]:
                found.append((path.name, node.lineno, words))
    assert not found


@pytest.fixture
def german_window(german, window):
    assert len(german) == 2
    window.parts.document.open_picture(Picture(Path("stripes.png"), striped()))
    QTest.qWait(1)
    return window


@pytest.mark.usefixtures("german")
def test_sentences_of_the_engine_are_said_in_german_with_what_was_put_into_them(opened):
    with pytest.raises(TrimapError) as raised:
        require_usable(opened.parts.document.trimap)
    assert engine_words(raised.value.message) == (
        "Die Trimap hat keinen Vordergrund und keinen Hintergrund."
    )
    assert engine_words("There is no file “a b.png”.") == "Die Datei „a b.png“ gibt es nicht."
    assert engine_words("Something new.") == "Something new."
    needed = "This matte needs about 3.5 GB of memory, and 1.2 GB are free."
    assert "3,5 GB" in engine_words(needed)
    assert "1,2 GB" in engine_words(needed)


def test_german_words_have_room_in_the_buttons_of_the_panels(german_window):
    german_window.show()
    german_window.resize(1280, 600)
    side = german_window.parts.side
    QTest.qWait(1)
    assert side.verticalScrollBar().isVisible()
    for button in filter(QPushButton.isVisible, side.findChildren(QPushButton)):
        assert button.width() >= button.sizeHint().width(), button.text()


def test_the_window_speaks_german(german_window):
    titles = [action.text() for action in german_window.menuBar().actions()]
    assert "&Datei" in titles
    assert german_window.parts.actions["brush"].text() == "Pinsel"
    assert german_window.parts.stage.hint.text().startswith("Malen Sie, wo Sie sicher sind: 1")


def test_numbers_have_the_decimals_and_thousands_of_the_language(german_window, hand_over, qtbot):
    parts, hand = german_window.parts, hand_over(german_window)
    hand.drag((20, 20), (60, 20))
    hand.drag((20, 100), (60, 100), button=Qt.MouseButton.RightButton)
    bars = german_window.compare.histogram.bars
    section = bars.parentWidget()
    parts.side.ensureWidgetVisible(section)
    QTest.mouseClick(section.findChild(QToolButton, "sectionTitle"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(parts.mattes.finished, timeout=5000):
        hand.key("M")
    assert re.search(r" \d+,\d\d s$", parts.status._facts.text())
    qtbot.waitUntil(lambda: bars.counts is not None, timeout=5000)
    unknown = f"{bars.counts.sum():,}".replace(",", ".")
    assert "." in unknown
    assert bars.toolTip().startswith(f"{unknown} ")


ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly


def cut_off(root):
    """What is shown narrower than its words are."""
    kinds = (QAbstractButton, QLabel, QComboBox)
    for widget in [one for kind in kinds for one in root.findChildren(kind)]:
        if not widget.isVisible() or not widget.width():
            continue
        if isinstance(widget, QLabel) and (widget.wordWrap() or widget.objectName() == "title"):
            continue
        if isinstance(widget, QToolButton) and widget.toolButtonStyle() is ICON_ONLY:
            continue
        text = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
        needed = widget.fontMetrics().horizontalAdvance(text.replace("&", ""))
        if text and not text.startswith("<") and needed > widget.width():
            yield text


def test_in_german_nothing_is_cut_off(german_window):
    german_window.resize(1280, 720)
    QTest.qWait(1)
    assert (german_window.width(), german_window.height()) == (1280, 720)
    assert list(cut_off(german_window)) == []
    german_window.parts.matte_panel.expect("Etwa 12 s, 1,1 GB")
    german_window.parts.matte_panel.note("In 3,4 s auf dem Prozessor")
    QTest.qWait(1)
    assert german_window.parts.side.verticalScrollBar().maximum() == 0
    german_window.parts.actions["preferences"].trigger()
    dialog = german_window.findChild(Preferences)
    for row in range(dialog._list.count()):
        dialog._list.setCurrentRow(row)
        assert list(cut_off(dialog)) == []
    dialog.close()


@pytest.mark.parametrize(("action", "kind"), [("batch", BatchDialog), ("about", About)])
def test_in_german_no_dialog_is_cut_off(german_window, action, kind):
    german_window.parts.actions[action].trigger()
    dialog = german_window.findChild(kind)
    QTest.qWait(1)
    assert list(cut_off(dialog)) == []
    dialog.close()


def test_the_empty_state_is_not_cut_off_either(german, qtbot, settings, theme, answers):
    assert german
    window = Window(settings, theme, answers)
    window.resize(1280, 720)
    window.show()
    qtbot.waitExposed(window)
    assert "Öffnen …" in [button.text() for button in window.parts.empty.findChildren(QPushButton)]
    assert list(cut_off(window)) == []
    window.close()
    window.deleteLater()


def test_the_language_is_the_one_chosen_or_the_systems():
    assert chosen("de") == "de"
    assert chosen("") in NAMES
    assert chosen("klingon") in NAMES


def test_the_language_is_chosen_in_the_preferences(opened):
    opened.parts.actions["preferences"].trigger()
    dialog = opened.findChild(Preferences)
    box = next(b for b in dialog.findChildren(QComboBox) if b.accessibleName() == "Language")
    box.setFocus()
    QTest.keyClick(box, "D")
    assert opened.parts.settings.language == "de"
    dialog.close()


@pytest.mark.usefixtures("german")
def test_why_a_file_cannot_be_written_is_told_in_german():
    error = refusal(Path("a.png"), errno.ENOSPC)
    assert "das Laufwerk ist voll" in engine_words(error.message)
    assert engine_words(error.hint).startswith("Machen Sie Platz frei")
    assert engine_words("Something unexpected: KeyError: 1") == "Etwas Unerwartetes: KeyError: 1"
