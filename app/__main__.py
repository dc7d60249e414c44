"""The program: `gossamer [FILE…]` opens the window, on a photograph and its trimap if named."""

import argparse
import multiprocessing
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from engine import __version__
from engine.threads import let_sleep


def parser() -> argparse.ArgumentParser:
    """What the program can be told; its manual page is made of it, too."""
    parser = argparse.ArgumentParser(
        prog="gossamer", description="A photograph and a painted trimap become an alpha matte."
    )
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="a photograph to open, and, as a second file, its trimap",
    )
    parser.add_argument("--matte", action="store_true", help="matte it at once")
    parser.add_argument("--version", action="version", version=f"gossamer {__version__}")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the exit code."""
    options = parser().parse_args(arguments)
    if not _has_display():
        sys.stderr.write(
            "There is no display to open a window on.\n"
            "Use gossamer-cli, which does the same without one: gossamer-cli matte --help\n"
        )
        return 2
    let_sleep()
    return _run(options.files, matte=options.matte)


def _has_display() -> bool:
    """False where Qt would only abort; a platform that was named may need none."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


def _run(files: list[Path], *, matte: bool) -> int:
    # after the arguments, so that --version and --help need no Qt
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

    from app.collecting import Collector
    from app.language import install
    from app.log import Log
    from app.messages import catch_unexpected, crashed
    from app.paths import icon_file
    from app.settings import Settings
    from app.theme import ThemeKeeper
    from app.window import Window

    try:
        log = Log()
    except OSError as error:  # a home that cannot be written is no reason not to work
        log = None
        sys.stderr.write(f"There is no log: {error}\n")
    application = QApplication(sys.argv[:1])
    Collector(application)
    application.setOrganizationName("Gossamer")
    application.setApplicationName("Gossamer")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("gossamer")
    application.setWindowIcon(QIcon(str(icon_file("gossamer"))))
    settings = Settings()
    install(application, settings.language)
    window = Window(settings, ThemeKeeper(application, settings.theme))
    catch_unexpected(window.tell)
    application.aboutToQuit.connect(window.finish)  # also without a close, at the session's end
    window.show()
    window.open_files(files, matte=matte)
    window.settle_in()
    if log is not None and log.last_crash:
        window.tell(crashed())
    # Qt's loop would hold Python's own answer to Ctrl+C back until the next event
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    code = application.exec()
    if log is not None:
        log.close()
    return code


if __name__ == "__main__":
    multiprocessing.freeze_support()  # a frozen program begins here again to measure itself
    sys.exit(main())
