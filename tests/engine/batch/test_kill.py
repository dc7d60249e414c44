"""Three hundred pictures, some broken, in a batch that is killed at random moments and goes on."""

import multiprocessing
import random
import time

import pytest

from engine.batch.orders import Orders
from engine.batch.run import Ended, Told, Working, run
from engine.batch.state import STATE, begun
from engine.imaging.reading import read_alpha
from tests.engine.batch.conftest import Blur, picture, save, trimap

COUNT, BROKEN, KILLS = 300, 20, 4

processes = multiprocessing.get_context("forkserver")


def work(orders):
    """Go on with the batch to its end; in a process of its own."""
    for _ in run(orders, resume=True, open_session=lambda *_: Blur()):
        pass


@pytest.fixture
def large(tmp_path):
    """Pictures that take some milliseconds each; every fifteenth is broken."""
    images, trimaps = tmp_path / "images", tmp_path / "trimaps"
    for number in range(COUNT):
        path = save(images, f"{number:03d}.png", picture(number, 30, 24))
        save(trimaps, f"{number:03d}.png", trimap(30, 24))
        if number % (COUNT // BROKEN) == 7:
            path.write_bytes(path.read_bytes()[: 20 + number])
    return Orders(images=images, trimaps=trimaps, output=tmp_path / "out", model="dim-student")


def lines_of(output):
    path = output / STATE
    return path.read_bytes().count(b"\n") if path.exists() else 0


def test_a_killed_batch_goes_on_with_what_was_not_done(large):
    processes.set_forkserver_preload(["engine.batch.run", "tests.engine.batch.conftest"])
    draw, known = random.Random(0), {}
    for _ in range(KILLS):
        process = processes.Process(target=work, args=(large,))
        process.start()
        aim, deadline = lines_of(large.output) + draw.randint(10, 50), time.monotonic() + 60
        while lines_of(large.output) < aim:
            assert process.is_alive()
            assert time.monotonic() < deadline
            time.sleep(0.001)
        time.sleep(draw.uniform(0, 0.02))
        process.kill()
        process.join()
        results = begun(large.output).results
        assert {name for name, one in known.items() if one.status == "done"} <= set(results)
        for name, result in results.items():
            for file in result.files:
                assert read_alpha(large.output / file).shape == (24, 30), name
        known = results
    done = sum(result.status == "done" for result in known.values())
    events = list(run(large, resume=True, open_session=lambda *_: Blur()))
    end = events[-1]
    assert isinstance(end, Ended)
    assert events[0].done == done
    assert sum(isinstance(event, Working) for event in events) == COUNT - done
    assert sum(isinstance(event, Told) for event in events) == COUNT - done
    assert (len(end.results), end.failed) == (COUNT, BROKEN)
    assert len(list(large.output.glob("*.png"))) == COUNT - BROKEN
    assert not list(large.output.rglob(".gossamer-*"))
    page = end.report.read_text(encoding="utf-8")
    assert page.count("<img") == COUNT - BROKEN
    assert page.count("<article") == BROKEN
