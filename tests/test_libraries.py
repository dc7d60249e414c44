"""The check of system libraries before an installation: what it finds, what it says."""

import importlib.util
import os
import shutil
from pathlib import Path

import pytest

PATH = Path(__file__).parents[1] / ".ci" / "libraries.py"


@pytest.fixture
def libraries():
    spec = importlib.util.spec_from_file_location("libraries", PATH)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.SETS = {"here": {"libc.so.6": "libc6"}, "away": {"libnever.so.1": "libnever1"}}
    return module


def test_what_is_there_is_not_asked_for(libraries):
    assert libraries.missing(["here"]) == []
    assert libraries.main(["here"]) == 0


def test_without_root_one_line_says_what_to_run(libraries, monkeypatch, capsys):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/apt-get")
    assert libraries.main(["here", "away"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines[-1].strip() == (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libnever1"
    )


def test_without_apt_the_packages_are_named(libraries, monkeypatch, capsys):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert libraries.main(["away"]) == 2
    assert "libnever1" in capsys.readouterr().err
