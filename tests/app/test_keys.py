"""The key map: every key comes from one table, can be changed, and is that of one thing only."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from app.actions import FIRST_KEYS, GESTURES, SPECS
from app.keys import KeyMap, held_key, portable
from app.looks import Look
from app.panels.key_sheet import KeySheet
from app.preferences.dialog import Preferences
from app.preferences.key_field import KeyField
from app.preferences.keys_page import KeysPage
from app.preferences.refusals import refusal
from app.settings import Settings


@pytest.fixture
def keys(settings):
    return KeyMap(FIRST_KEYS, settings)


def test_no_key_begins_as_that_of_two():
    given = [portable(key) for keys in FIRST_KEYS.values() for key in keys]
    assert len(given) == len(set(given))
    assert all(given)


def test_names_are_those_of_one_thing():
    assert len(FIRST_KEYS) == len(SPECS) + len(GESTURES)


def test_keys_come_back_from_their_file(tmp_path):
    file = str(tmp_path / "settings.ini")
    first = KeyMap(FIRST_KEYS, Settings(QSettings(file, QSettings.Format.IniFormat)))
    first.give("brush", ("J", "Ctrl+,"))
    first.give("pan", ("Alt",))
    again = KeyMap(FIRST_KEYS, Settings(QSettings(file, QSettings.Format.IniFormat)))
    assert again.keys("brush") == ("J", "Ctrl+,")
    assert again.keys("preferences") == ()
    assert again.keys("pan") == ("Alt",)
    assert again.keys("other") == ()
    assert again.keys("fill") == ("G",)


def test_a_key_that_is_taken_is_lost_by_its_holder(keys):
    assert keys.holder("E") == "eraser"
    keys.give("brush", ("E",))
    assert (keys.keys("brush"), keys.keys("eraser")) == (("E",), ())
    assert keys.holder("E", "brush") is None


def test_reset_takes_the_first_key_back(keys):
    keys.give("brush", ("E",))
    assert keys.takes_back("eraser") == ["brush"]
    keys.reset("eraser")
    assert (keys.keys("brush"), keys.keys("eraser")) == ((), ("E",))
    keys.reset_all()
    assert all(keys.is_first(name) for name in FIRST_KEYS)


def test_a_new_action_does_not_take_a_key_that_was_chosen(settings):
    KeyMap({"brush": ("B",)}, settings).give("brush", ("J",))
    newer = KeyMap({"brush": ("B",), "knife": ("J",)}, settings)
    assert (newer.keys("brush"), newer.keys("knife")) == (("J",), ())


@pytest.mark.parametrize(
    ("key", "number"),
    [("Space", Qt.Key.Key_Space), ("Tab", Qt.Key.Key_Tab), ("Alt", Qt.Key.Key_Alt), ("", 0)],
)
def test_held_keys_have_their_numbers(key, number):
    assert held_key(key) == number


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("key", "held", "on_canvas", "is_refused"),
    [
        ("Tab", False, True, True),
        ("Tab", True, True, False),
        ("Ctrl+K", True, True, True),
        ("Space", False, False, True),
        ("Ctrl+Space", False, False, False),
        ("Space", False, True, False),
        ("J", False, False, False),
    ],
)
def test_keys_that_would_do_harm_are_refused_in_words(key, held, on_canvas, is_refused):
    assert bool(refusal(key, held=held, on_canvas=on_canvas)) is is_refused


def test_another_key_acts_and_the_old_one_does_not(opened, hand):
    opened.parts.actions.keys.give("cutout", ("J",))
    hand.key("J")
    assert opened.parts.looks.look is Look.CUTOUT
    opened.parts.looks.set_look(Look.TRIMAP)
    hand.key("U")
    assert opened.parts.looks.look is Look.TRIMAP


def test_undo_has_a_key_of_the_table(opened, hand):
    opened.parts.actions.keys.give("undo", ("Ctrl+U",))
    hand.drag((30, 60))
    hand.key("U", Qt.KeyboardModifier.ControlModifier)
    assert opened.parts.history.index() == 0


def test_another_held_key_moves_the_picture(opened, hand):
    opened.parts.actions.keys.give("pan", ("S",))
    before = hand.canvas.viewport
    QTest.keyPress(hand.canvas, Qt.Key.Key_S)
    hand.drag((30, 40), (60, 50))
    QTest.keyRelease(hand.canvas, Qt.Key.Key_S)
    after = hand.canvas.viewport
    assert (after.left - before.left, after.top - before.top) == (30, 10)


def test_where_alt_moves_windows_another_key_paints_background(opened, hand):
    opened.parts.actions.keys.give("other", ("D",))
    QTest.keyPress(hand.canvas, Qt.Key.Key_D)
    hand.drag((30, 60))
    QTest.keyRelease(hand.canvas, Qt.Key.Key_D)
    assert opened.parts.document.trimap[60, 30] == 0
    hand.drag((90, 60), modifier=Qt.KeyboardModifier.AltModifier)
    assert opened.parts.document.trimap[60, 90] == 255


def test_tab_leaves_the_canvas_once_it_is_no_held_key(opened, hand):
    opened.parts.actions.keys.give("peek", ("Q",))
    QTest.keyClick(hand.canvas, Qt.Key.Key_Tab)
    assert not hand.canvas.hasFocus()


def test_sentences_and_tips_name_the_present_key(opened, hand):
    opened.parts.actions.keys.give("matte", ("J",))
    opened.parts.actions.keys.give("next_ground", ())
    hand.key("A")
    assert "then press J" in opened.parts.stage.hint.text()
    assert opened.parts.actions["matte"].toolTip() == "Matte (J)"
    start = opened.parts.matte_panel.findChild(QPushButton, "primary")
    assert start.toolTip() == "Matte (J)"


def test_the_key_sheet_has_every_key_as_it_is_now(opened):
    keys = opened.parts.actions.keys
    keys.give("brush", ("J",))
    opened.parts.actions["keys"].trigger()
    sheet = opened.findChild(KeySheet)
    caps = [label.text() for label in sheet.findChildren(QLabel, "keycap")]
    native = QKeySequence.SequenceFormat.NativeText
    for spec in SPECS:
        for key in keys.keys(spec.name)[:2]:
            assert QKeySequence(key).toString(native) in caps, spec.name
    assert "J" in caps
    assert "B" not in caps
    sheet.close()


@pytest.fixture
def page(opened, qtbot):
    opened.parts.actions["preferences"].trigger()
    dialog = opened.findChild(Preferences)
    qtbot.waitExposed(dialog)
    made = dialog.findChild(KeysPage)
    dialog.show_page(made)
    yield made
    dialog.close()


def field_of(page, words):
    return next(f for f in page.findChildren(KeyField) if f.accessibleName().startswith(words))


def asked(page):
    return page.findChild(QLabel, "noticeText").text()


def press(page, words, key, modifier=Qt.KeyboardModifier.NoModifier):
    box = field_of(page, words)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert box.is_waiting
    QTest.keyClick(box, key, modifier)
    assert not box.is_waiting
    return box


def answer(page, words):
    button = next(b for b in page.findChildren(QPushButton) if b.text() == words)
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_key_is_changed_by_pressing_another(page, opened):
    box = press(page, "Key of Brush", Qt.Key.Key_J)
    assert box.text() == "J"
    assert opened.parts.actions["brush"].shortcut() == QKeySequence("J")
    press(page, "Second key of Brush", Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert opened.parts.settings.keys["brush"] == ("J", "Ctrl+B")


def test_a_conflict_is_asked_and_can_be_left(page, opened):
    press(page, "Key of Brush", Qt.Key.Key_E)
    assert asked(page) == "E is the key of “Eraser”."
    answer(page, "Leave it")
    assert opened.parts.actions.keys.keys("brush") == ("B",)
    press(page, "Key of Brush", Qt.Key.Key_E)
    answer(page, "Give it to “Brush”")
    assert opened.parts.actions.keys.keys("brush") == ("E",)
    assert opened.parts.actions.keys.keys("eraser") == ()
    assert asked(page) == "“Eraser” has lost its key."


def test_escape_leaves_the_key_and_the_dialog(page, opened):
    press(page, "Key of Brush", Qt.Key.Key_Escape)
    assert opened.parts.actions.keys.keys("brush") == ("B",)
    assert page.isVisible()


def test_backspace_takes_a_key_away_and_reset_brings_it_back(page, opened):
    box = field_of(page, "Key of Brush")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert opened.parts.actions.keys.keys("brush") == ()
    page._rows["brush"].reset.click()
    assert opened.parts.actions.keys.keys("brush") == ("B",)
    assert not page._rows["brush"].reset.isVisible()


def test_all_keys_go_back_at_once_but_not_unasked(page, opened):
    press(page, "Key of Brush", Qt.Key.Key_J)
    answer(page, "Reset all…")
    assert opened.parts.actions.keys.keys("brush") == ("J",)
    answer(page, "Reset all")
    assert opened.parts.actions.keys.keys("brush") == ("B",)


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_Alt, "Alt"), (Qt.Key.Key_Tab, "Tab")])
def test_held_keys_can_be_alt_or_tab(page, opened, key, name):
    press(page, "Key of Move the picture", key)
    answer(page, "Give it to “Move the picture”")
    assert opened.parts.actions.keys.keys("pan") == (name,)


def test_a_sign_that_needs_shift_is_written_without_it(page, opened):
    box = field_of(page, "Key of Brush")
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    QTest.keyClick(box, "!", Qt.KeyboardModifier.ShiftModifier)
    assert opened.parts.actions.keys.keys("brush") == ("!",)


def test_the_list_finds_actions_by_words_and_keys(page):
    def shown():
        return [row.name for row in page._rows.values() if row.widgets[0].isVisible()]

    page._search.setText("eras")
    assert shown() == ["eraser"]
    page._search.setText("g")
    assert "fill" in shown()
    page._search.setText("")
    assert len(shown()) == len(SPECS) + sum(bool(spec.keys) for spec in GESTURES)
