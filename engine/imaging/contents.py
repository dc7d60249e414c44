"""A picture out of the bytes of a file that lies nowhere: inside a project, or on the clipboard."""

import tempfile
from dataclasses import replace
from pathlib import Path

from engine.errors import ImageError
from engine.imaging.picture import Picture
from engine.imaging.reading import read_image


def read_content(content: bytes, path: Path, hint: str) -> Picture:
    """The picture in `content`, as `read_image` reads files; it says that it lies at `path`.

    hint: what to do about bytes in which there is none, which is told in an ImageError.
    """
    with tempfile.TemporaryDirectory(prefix="gossamer-") as folder:
        place = Path(folder) / "picture"
        place.write_bytes(content)
        try:
            return replace(read_image(place), path=path)
        except ImageError as error:
            raise ImageError(error.message.replace(str(place), path.name), hint=hint) from error
