"""The log: Python's errors, Qt's messages, and crashes of the process, in a file that rotates."""

import faulthandler
import logging
import multiprocessing
import os
import signal
import sys
import threading

import pytest
from PySide6.QtCore import qWarning

from app.log import Log, tail
from app.messages import catch_unexpected
from app.paths import crash_file, log_file

processes = multiprocessing.get_context("forkserver")


@pytest.fixture
def log():
    made = Log()
    yield made
    made.close()


def written():
    return log_file().read_text(encoding="utf-8")


@pytest.mark.usefixtures("log")
def test_a_start_is_logged_with_its_versions():
    assert "Gossamer" in written()
    assert "Python 3" in written()


def test_what_was_there_before_is_handed_back():
    before = sys.unraisablehook, threading.excepthook, faulthandler.is_enabled()
    Log().close()
    assert (sys.unraisablehook, threading.excepthook, faulthandler.is_enabled()) == before


@pytest.mark.usefixtures("log")
def test_messages_of_qt_are_logged(capsys):
    qWarning("a strange thing happened")
    assert "WARNING Qt (default): a strange thing happened" in written()
    assert "strange" in capsys.readouterr().err


@pytest.mark.usefixtures("log")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_error_in_a_thread_is_logged(monkeypatch):
    # pytest puts a hook of its own in this place
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    thread = threading.Thread(target=lambda: 1 / 0)
    Log().close()
    made = Log()
    thread.start()
    thread.join()
    made.close()
    assert "unexpected, in a thread" in written()
    assert "ZeroDivisionError" in written()


@pytest.mark.usefixtures("log")
def test_an_error_that_nobody_caught_is_logged_and_told(monkeypatch, capsys):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    told = []
    catch_unexpected(told.append)
    try:
        raise LookupError("nowhere to be found")
    except LookupError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert "nowhere to be found" in told[0].sentence
    assert "LookupError: nowhere to be found" in written()
    assert "Traceback" in capsys.readouterr().err


def test_the_log_stays_small():
    made = Log()
    for _ in range(200):
        logging.getLogger("gossamer").info("x" * 10_000)
    made.close()
    files = list(log_file().parent.glob("gossamer.log*"))
    assert len(files) == 3
    assert sum(path.stat().st_size for path in files) < 1_600_000


@pytest.mark.usefixtures("log")
def test_the_tail_is_the_last_lines():
    for number in range(100):
        logging.getLogger("gossamer").info("line %d", number)
    assert tail(3).splitlines()[-1].endswith("line 99")
    assert len(tail(3).splitlines()) == 3


def crash(state):
    os.environ["XDG_STATE_HOME"] = state
    Log()
    os.kill(os.getpid(), signal.SIGSEGV)


def test_a_crash_of_the_process_is_in_the_log_after_the_next_start(tmp_path):
    process = processes.Process(target=crash, args=(str(tmp_path / "state"),))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGSEGV
    assert "Segmentation fault" in crash_file().read_text(encoding="utf-8")
    made = Log()
    made.close()
    assert "Segmentation fault" in made.last_crash
    assert "an earlier start crashed" in written()
    assert "test_log.py" in written()
    assert crash_file().read_text(encoding="utf-8") == ""
