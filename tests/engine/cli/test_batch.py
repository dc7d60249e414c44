"""`gossamer-cli batch`: folders in, folders out, refusals in words, Ctrl+C and going on."""

import json
import os
import signal
import threading
import time

import pytest

from engine.cli import main
from tests.engine.batch.conftest import picture, save, trimap


@pytest.fixture
def zoo(usable, desk):  # noqa: ARG001 - the weights that are used
    """Two photographs, their trimaps, and a file that is none."""
    for name in ("ant", "bee"):
        save(desk / "images", f"{name}.png", picture(1))
        save(desk / "trimaps", f"{name}-trimap.png", trimap())
    (desk / "images" / "bad.jpg").write_bytes(b"bad")
    return desk


def batch(*words):
    return main(["batch", "images", "trimaps", "out", "--model", "dim-student", *words])


def test_a_folder_is_matted_and_what_is_bad_is_told(zoo, capsys):
    assert batch() == 2
    printed = capsys.readouterr()
    assert "bad.jpg" in printed.err
    assert "2 of 3 done, 1 failed" in printed.out
    names = {path.name for path in (zoo / "out").iterdir()}
    assert {"ant.png", "bee.png", "report.html", "report.csv"} <= names


def test_it_is_gone_on_with(zoo, capsys):
    batch("--json")
    (zoo / "images" / "bad.jpg").unlink()
    capsys.readouterr()
    assert batch("--resume", "--json") == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [event["event"] for event in events] == ["started", "ended"]
    assert events[0] == {"event": "started", "total": 2, "done": 2}
    assert (events[-1]["failed"], events[-1]["results"]) == (0, 2)


def test_kinds_and_names_are_chosen(zoo):
    batch("--outputs", "alpha,cutout", "--names", "{kind}-{stem}.png", "--bits", "16")
    assert (zoo / "out" / "alpha-ant.png").exists()
    assert (zoo / "out" / "cutout-bee.png").exists()


def test_control_c_ends_it_and_it_can_be_gone_on_with(zoo, capsys):
    for number in range(20):  # enough to be struck in the midst of them
        save(zoo / "images", f"cat{number}.png", picture(1))
        save(zoo / "trimaps", f"cat{number}.png", trimap())

    def strike():
        deadline = time.monotonic() + 60
        while not os.path.exists("out/batch.jsonl") and time.monotonic() < deadline:
            time.sleep(0.001)
        os.kill(os.getpid(), signal.SIGINT)

    thread = threading.Thread(target=strike)
    thread.start()
    code = batch()
    thread.join()
    assert code == 130
    assert "--resume goes on" in capsys.readouterr().out
    made = len(list((zoo / "out").glob("*.png")))
    assert made < 22
    assert batch("--resume") == 2
    assert len(list((zoo / "out").glob("*.png"))) == 22


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["images", "trimaps"], "needs the folders"),
        (["images", "nowhere", "out"], "The folder of trimaps"),
        (["nowhere", "trimaps", "out"], "The folder of photographs"),
        (["images", "trimaps", "out", "--outputs", "alpha,gold"], "“gold” is nothing"),
        (["images", "trimaps", "out", "--names", "{x}.png"], "is no pattern"),
        (["images", "trimaps", "images"], "would be overwritten"),
        (["images", "trimaps", "out", "--model", "nobody"], "nobody"),
        (["images", "out", "--propose", "--band", "99"], "99 times as wide"),
    ],
)
def test_what_makes_no_sense_is_refused(zoo, capsys, words, said):
    before = sorted(zoo.rglob("*"))
    assert main(["batch", "--model", "dim-student", *words]) == 2
    message, hint = capsys.readouterr().err.splitlines()
    assert said in message
    assert hint
    assert sorted(zoo.rglob("*")) == before
