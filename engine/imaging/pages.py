"""Files with more than one picture in them: which one is taken is said."""

from contextlib import suppress
from pathlib import Path

import PIL.Image

_ANIMATED = ("GIF", "PNG", "WEBP", "AVIF")
_PAGED = ("TIFF",)


def remark_on(path: Path, image: PIL.Image.Image) -> str:
    """A sentence about what is taken; "" where a file holds one picture only.

    image: of the file at `path`. A JPEG's further pictures are a phone's depths and previews, and
    not worth a word.
    """
    is_several = image.format in (*_ANIMATED, *_PAGED) and _has_second(path, image)
    return _remark(path.name, image.format in _ANIMATED) if is_several else ""


def _has_second(path: Path, image: PIL.Image.Image) -> bool:
    """Looks no farther than the second one: a hostile file may claim any number."""
    if image.format in ("PNG", "WEBP", "AVIF"):  # these say so at their beginning
        return bool(getattr(image, "is_animated", False))
    faults = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError)
    with suppress(*faults), PIL.Image.open(path, formats=[image.format or ""]) as again:
        again.seek(1)
        return True
    return False


def _remark(name: str, is_animated: bool) -> str:
    if is_animated:
        return f"“{name}” is animated: its first frame is taken."
    return f"“{name}” has several pages: the first one is taken."
