"""What is said of a photograph that is used all the same."""

import sys

from engine.imaging.picture import Picture


def say_remark(picture: Picture) -> None:
    """Tell on stderr what was taken of a file that holds more; nothing for most files."""
    if picture.remark:
        print(picture.remark, file=sys.stderr)
