"""The log: what went wrong, in a file on this machine, from Python, from Qt, and from a crash.

Nothing of it is ever sent. A crash of the process itself cannot be written by a logger any more:
Python's faulthandler leaves its trace in a file beside, and the next start takes that into the log.
"""

import faulthandler
import logging
import platform
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion

from app.paths import crash_file, log_file
from engine import __version__

_LOG = logging.getLogger("gossamer")
_LONGEST = 500_000
"""Bytes of a log before another is begun; two older ones are kept."""
_MOST_CRASH = 20_000

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Log:
    """Writes the log for as long as it lives, or until it is closed."""

    def __init__(self) -> None:
        """Raises OSError where the folder of logs cannot be written."""
        self._handler = RotatingFileHandler(
            log_file(), maxBytes=_LONGEST, backupCount=2, encoding="utf-8"
        )
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _LOG.addHandler(self._handler)
        _LOG.setLevel(logging.INFO)
        _LOG.info(
            "Gossamer %s, Python %s, Qt %s, %s",
            __version__,
            platform.python_version(),
            qVersion(),
            platform.platform(),
        )
        self.last_crash = _taken(crash_file())
        """The trace that a crash of an earlier start left; empty when there was none."""
        if self.last_crash:
            _LOG.error("an earlier start crashed:\n%s", self.last_crash)
        self._crash: TextIO = crash_file().open("a", encoding="utf-8")
        self._takes_crashes = not faulthandler.is_enabled()
        """Else somebody has asked Python for traces elsewhere, and gets them there."""
        if self._takes_crashes:
            faulthandler.enable(self._crash)
        self._before_qt = qInstallMessageHandler(_on_qt)
        self._before = sys.unraisablehook, threading.excepthook
        sys.unraisablehook = _on_unraisable
        threading.excepthook = _on_thread

    def close(self) -> None:
        """Hand everything back to whoever had it before."""
        qInstallMessageHandler(self._before_qt)
        sys.unraisablehook, threading.excepthook = self._before
        if self._takes_crashes:
            faulthandler.disable()
        self._crash.close()
        _LOG.removeHandler(self._handler)
        self._handler.close()


def tail(lines: int) -> str:
    """The last lines of the log; empty when there is none."""
    path = log_file()
    if not path.exists():
        return ""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 400 * lines))
        text = file.read().decode("utf-8", errors="replace")
    return "\n".join(text.splitlines()[-lines:])


def _taken(path: Path) -> str:
    """What a file holds, which is empty afterwards."""
    if not path.exists():
        return ""
    with path.open("r+", encoding="utf-8", errors="replace") as file:
        text = file.read(_MOST_CRASH)
        file.truncate(0)
    return text.strip()


def _on_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    category = context.category or "default"
    _LOG.log(_LEVELS[kind], "Qt (%s): %s", category, text)
    if sys.stderr is not None:  # a windowed program has none on some systems
        sys.stderr.write(f"{text}\n")


def _on_unraisable(problem: "sys.UnraisableHookArgs") -> None:
    error = problem.exc_value
    if error is not None:
        what = (problem.exc_type, error, problem.exc_traceback)
        _LOG.error("unexpected, where nobody could be told", exc_info=what)
    sys.__unraisablehook__(problem)


def _on_thread(problem: threading.ExceptHookArgs) -> None:
    error = problem.exc_value
    if error is not None:
        what = (problem.exc_type, error, problem.exc_traceback)
        _LOG.error("unexpected, in a thread", exc_info=what)
    threading.__excepthook__(problem)
