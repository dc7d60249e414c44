"""Garbage that holds objects of Qt ends in the GUI thread, whoever makes more of it."""

import gc
import threading

import pytest

from app import collecting
from app.collecting import Collector


class Circle:
    """Garbage once it is let go of, and tells where it ended."""

    def __init__(self, ends):
        self.itself, self._ends = self, ends

    def __del__(self):
        self._ends.append(threading.current_thread())


def litter():
    """Far more garbage than Python lets pass."""
    for _ in range(50_000):
        circle = []
        circle.append(circle)


def in_another_thread(call):
    thread = threading.Thread(target=call)
    thread.start()
    thread.join()


@pytest.fixture
def python_alone():
    """The collection as it is where nobody has taken it over."""
    gc.collect()
    gc.enable()
    yield
    gc.disable()


@pytest.mark.usefixtures("python_alone")
def test_python_alone_collects_wherever_it_happens_to_be():
    ends = []
    Circle(ends)
    in_another_thread(litter)
    assert threading.main_thread() not in ends
    assert len(ends) == 1


def test_another_thread_collects_nothing():
    ends = []
    Circle(ends)
    in_another_thread(litter)
    assert ends == []


def test_the_gui_thread_collects_soon(qtbot):
    ends = []
    Circle(ends)
    in_another_thread(litter)
    qtbot.waitUntil(lambda: ends == [threading.main_thread()])


def test_what_has_grown_old_is_collected_when_nothing_is_pressed(qtbot, monkeypatch):
    ends = []
    old = Circle(ends)
    gc.collect()  # now it is of the oldest generation
    del old
    monkeypatch.setattr(collecting, "WHOLE_EVERY", 0.0)
    qtbot.waitUntil(lambda: ends == [threading.main_thread()])


def test_python_collects_again_when_it_is_handed_back(qapp):
    another = Collector(qapp)
    another.hand_back()
    assert gc.isenabled()
    another.deleteLater()
    gc.disable()
