"""What is remembered: written to a file and read back as what it was, with defaults and limits."""

import pytest
from PySide6.QtCore import QByteArray, QSettings

from app.settings import RECENT, Settings
from app.stored import Setting

CHOSEN = {
    "geometry": QByteArray(b"\x00\x01,\xff"),
    "theme": "dark",
    "language": "de",
    "learnt": frozenset({"compare", "paint"}),
    "still": True,
    "panels_shown": False,
    "wheel": "size",
    "diameter": 12.5,
    "tolerance": 255,
    "band": 200,
    "proposal_width": 0.25,
    "history": 4096,
    "tint": 1.0,
    "border": True,
    "ground": "colour",
    "ground_colour": "#00c83c",
    "ground_picture": "/über, all.png",
    "model": "gca-teacher",
    "device": "cpu",
    "threads": 3,
    "live": False,
    "compare_mode": "difference",
    "compare_with": "dim-student",
    "export": '{"format": "png"}',
    "advanced": True,
    "keeps_mattes": True,
    "composite": True,
    "folder": "/pictures; of mine",
    "recent": ("/a, b.png", "/c.png"),
}
"""For every setting a value that is not its default."""

STRANGE = ("", "much", "nan", "inf", "-inf", "1e400", [], ["", 3], 7, QByteArray(b"1"))


def settings_in(folder):
    return Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))


def names():
    return [name for name, value in vars(Settings).items() if isinstance(value, Setting)]


def test_every_setting_comes_back_out_of_a_file_as_it_was(tmp_path):
    assert set(CHOSEN) == set(names())
    before = settings_in(tmp_path)
    for name, value in CHOSEN.items():
        assert getattr(before, name) == vars(Settings)[name].default != value
        setattr(before, name, value)
    before._store.sync()
    after = settings_in(tmp_path)
    for name, value in CHOSEN.items():
        assert getattr(after, name) == value, name
        assert type(getattr(after, name)) is type(value), name


@pytest.mark.parametrize("strange", STRANGE, ids=repr)
def test_a_value_that_is_none_counts_as_absent_and_none_is_beyond_its_limits(tmp_path, strange):
    settings = settings_in(tmp_path)
    for name in names():
        settings._store.setValue(vars(Settings)[name].key, strange)
        value = getattr(settings, name)
        assert type(value) is type(CHOSEN[name]), name
        if strange in ("much", "nan") and type(value) in (int, float):
            assert value == vars(Settings)[name].default, name
    assert 0 <= settings.tolerance <= 255
    assert 0.25 <= settings.proposal_width <= 4
    assert settings.theme in ("system", "light", "dark")


def test_of_opened_files_the_newest_stand_first_and_each_once(tmp_path):
    settings = settings_in(tmp_path)
    for file in (*"abcdefghij", "c"):
        settings.remember(file)
    assert settings.recent == ("c", *"jihgfed")
    assert len(settings.recent) == RECENT
