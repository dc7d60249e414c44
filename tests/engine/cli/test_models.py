import json

import pytest

import engine
from engine.catalog import CATALOG
from engine.cli import main


def test_every_network_is_listed_as_the_contract_says(answered, usable):
    rows = {row["name"]: row for row in answered("models")}
    assert list(rows) == list(CATALOG)
    student = rows["dim-student"]
    assert student["family"] == "dim"
    assert student["role"] == "student"
    assert student["parameters"] == {"deployed": 4_877_283, "training_only": 304_512}
    assert student["weights"] == {
        "path": str(usable.path),
        "sha256": usable.card.sha256,
        "licence": "MIT",
    }
    assert rows["dim-teacher"]["parameters"] == {"deployed": 25_582_595, "training_only": 0}


@pytest.mark.usefixtures("entry")
def test_people_get_a_line_for_each_network(capsys):
    assert main(["models"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(CATALOG)
    assert any("dim-student" in line and line.endswith("ready") for line in lines)


def test_version_is_printed(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"gossamer {engine.__version__}\n"


def test_json_is_json_even_when_nothing_is_installed(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert main(["models", "--json"]) == 0
    assert {row["name"] for row in json.loads(capsys.readouterr().out)} == set(CATALOG)
