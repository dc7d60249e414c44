"""Several ways to train, under one budget."""

import json
import math
from dataclasses import replace

import pytest
from scipy.stats import ttest_rel

from engine.cli import main
from engine.errors import RunError
from engine.resources import resources_folder
from engine.training import plain_samples, validation
from engine.training.events import Finished, encode
from engine.training.study.runs import Result
from engine.training.study.runs import results as results_of
from engine.training.study.spec import StudySpec
from engine.training.study.tables import markdown, rows

TINY = {
    "title": "A tiny study",
    "base": {
        "network": "dim-student",
        "width": 0.1,
        "procedural": 1.0,
        "steps": 2,
        "batch": 2,
        "crop": 64,
        "workers": 0,
        "precision": "float32",
        "preview_composites": 0,
    },
    "teachers": {"teacher": {"network": "dim-teacher"}},
    "rows": {"plain": {"teacher": None}, "spatial": {"terms": ["spatial"]}},
    "baseline": "plain",
    "seeds": [0, 1],
    "every": 64,
    "published": {"plain": 75.2},
}


@pytest.fixture
def tiny(tmp_path, monkeypatch):
    monkeypatch.setattr(validation, "BATCHES", 1)
    monkeypatch.setattr(plain_samples, "SIDE", 128)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = tmp_path / "tiny.json"
    path.write_text(json.dumps(TINY))
    return path


def test_a_study_trains_measures_and_writes_its_table(tiny, tmp_path, capsys):
    out = tmp_path / "out"
    assert main(["study", str(tiny), "--out", str(out)]) == 0
    text = (out / "study.md").read_text()
    assert text.strip() in capsys.readouterr().out
    assert "| plain |" in text
    assert "75.2" in text
    assert len((out / "study.csv").read_text().splitlines()) == 5
    assert (out / "study.png").read_bytes().startswith(b"\x89PNG")
    taught = json.loads((out / "spatial-0" / "spec.json").read_text())
    assert taught["teacher"].endswith("teacher.safetensors")
    assert json.loads((out / "plain-0" / "spec.json").read_text())["teacher"] is None
    before = {path: path.stat().st_mtime_ns for path in out.glob("*/score.json")}
    assert main(["study", str(tiny), "--out", str(out)]) == 0
    assert {path: path.stat().st_mtime_ns for path in out.glob("*/score.json")} == before


def results(plain, other):
    pairs = [("plain", plain), ("spatial", other)]
    return [Result(row, seed, sad, 0.1) for row, sads in pairs for seed, sad in enumerate(sads)]


def study(seeds):
    return StudySpec(**{**TINY, "seeds": list(range(seeds))})


def test_intervals_are_those_of_a_paired_t_test():
    plain, other = [9.0, 11.0, 8.0, 12.0], [8.6, 10.5, 7.5, 11.6]
    table = rows(study(4), results(plain, other))
    interval = ttest_rel(other, plain).confidence_interval(0.95)
    assert (table[1].low, table[1].high) == pytest.approx((interval.low, interval.high))
    assert table[1].difference == pytest.approx(-0.45)
    assert [row.verdict for row in table] == ["baseline", "better"]


@pytest.mark.parametrize(
    ("other", "verdict"), [([9.5, 11.4, 8.6], "worse"), ([8.0, 12.0, 8.0], "unresolved")]
)
def test_a_verdict_is_what_the_interval_says(other, verdict):
    found = results([9.0, 11.0, 8.0], other)
    table = rows(study(3), found)
    assert table[1].verdict == verdict
    assert verdict in markdown(study(3), found, table)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"baseline": "nobody"}, "no row"),
        ({"seeds": [1]}, "two different seeds"),
        ({"seeds": [1, 1]}, "two different seeds"),
        ({"rows": {"plain": {"terms": ["cosine"]}}}, "no distillation term"),
        ({"teachers": {"teacher": {"network": "dim-teacher", "batch": 0}}}, "batch"),
        ({"rows": {"plain": {"teacher": "nobody"}}}, "asks for a teacher “nobody”"),
        ({"baseline": {"spatial": "nobody"}}, "no row “nobody”"),
    ],
)
def test_an_impossible_study_is_refused_before_it_trains(changes, says):
    with pytest.raises(RunError, match=says):
        StudySpec(**{**TINY, **changes})


@pytest.mark.parametrize("content", ["no json", "[]", '{"title": "x"}', '{"titel": 1}'])
def test_a_file_that_is_no_study_is_refused(tmp_path, content):
    (tmp_path / "study.json").write_text(content)
    with pytest.raises(RunError):
        StudySpec.read(tmp_path / "study.json")


def test_the_example_is_a_study_of_the_papers_ten_rows():
    example = StudySpec.read(resources_folder() / "specs" / "study-terms.json")
    assert len(example.rows) == 10
    assert len(example.seeds) == 5
    assert math.isclose(example.run("at", 3, {"teacher": "weights"}).width, 0.25)


def test_a_run_of_another_study_is_not_taken_for_this_ones(tiny, tmp_path):
    out = tmp_path / "out" / "plain-0"
    out.mkdir(parents=True)
    spec = StudySpec.read(tiny).run("plain", 0, {"teacher": "t"})
    (out / "spec.json").write_text(replace(spec, rate=0.5).to_json())
    (out / "events.jsonl").write_text(encode(Finished(1, 1.0, False)) + "\n")
    study = replace(StudySpec.read(tiny), teachers={}, rows={"plain": {}})
    with pytest.raises(RunError, match="is not the one that the study asks for"):
        next(results_of(study, tmp_path / "out", print))


def test_rows_may_have_teachers_and_baselines_of_their_own():
    several = StudySpec(
        **{
            **TINY,
            "teachers": {"wide": {"network": "dim-teacher"}, "late": {"steps": 9}},
            "rows": {"a": {"teacher": "wide"}, "b": {"teacher": "late"}, "c": {}},
            "baseline": {"a": "c"},
            "published": None,
        }
    )
    weights = {"wide": "w.safetensors", "late": "l.safetensors"}
    taught = [several.run(row, 0, weights).teacher for row in ("a", "b", "c")]
    assert taught == ["w.safetensors", "l.safetensors", None]
    found = [
        Result(row, seed, sad + seed, 0.1)
        for row, sad in (("a", 7.0), ("b", 3.0), ("c", 8.0))
        for seed in (0, 1)
    ]
    table = rows(several, found)
    assert [(row.other, row.difference) for row in table] == [("c", -1), ("b", 0), ("c", 0)]
    assert [row.verdict for row in table] == ["better", "baseline", "baseline"]


@pytest.mark.parametrize(
    ("other", "says"),
    [([8.6, 10.5, 7.5], "agrees"), ([9.5, 11.4, 8.6], "disagrees"), ([8, 12, 8], "unresolved")],
)
def test_a_published_ordering_is_held_against_ours(other, says):
    papers = replace(study(3), published={"plain": 120.0, "spatial": 95.0})
    found = results([9.0, 11.0, 8.0], other)
    (line,) = (
        line
        for line in markdown(papers, found, rows(papers, found)).splitlines()
        if line.startswith("| spatial | plain |")
    )
    assert line.endswith(f"| {says} |")
