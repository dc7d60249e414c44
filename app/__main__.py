"""The program: `gossamer [FILE…]` opens the window, on a photograph and its trimap if named."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from engine import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the exit code."""
    parser = argparse.ArgumentParser(
        prog="gossamer", description="A photograph and a painted trimap become an alpha matte."
    )
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="a photograph to open, and its trimap",
    )
    parser.add_argument("--version", action="version", version=f"gossamer {__version__}")
    options = parser.parse_args(arguments)
    return _run(options.files)


def _run(files: list[Path]) -> int:
    # after the arguments, so that --version and --help need no Qt
    from PySide6.QtWidgets import QApplication

    from app.messages import catch_unexpected, write_log
    from app.settings import Settings
    from app.theme import ThemeKeeper
    from app.window import Window

    application = QApplication(sys.argv[:1])
    application.setOrganizationName("Gossamer")
    application.setApplicationName("Gossamer")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("gossamer")
    settings = Settings()
    window = Window(settings, ThemeKeeper(application, settings.theme))
    write_log()
    catch_unexpected(window.tell)
    window.show()
    window.open_files(files)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
