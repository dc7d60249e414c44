"""What a broken file makes the decoders raise, in words."""

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import PIL.Image

from engine.errors import ImageError

_EXPORT = "Export it as PNG or TIFF with 8 or 16 bits per channel."

_FAULTS = (OSError, ValueError, struct.error)


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """ImageError for what is raised because of the file at `path`."""
    try:
        # Decoders warn of slips in metadata that nothing here depends on.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (FileNotFoundError, NotADirectoryError):
        raise ImageError(f"There is no file “{path}”.", hint="Check its name and folder.") from None
    except IsADirectoryError:
        raise ImageError(f"“{path}” is a folder.", hint="Name a picture inside it.") from None
    except PermissionError:
        raise ImageError(
            f"“{path}” may not be read.", hint="Ask for its permissions, or copy it."
        ) from None
    except PIL.UnidentifiedImageError:
        raise _unidentified(path) from None
    except MemoryError:
        raise ImageError(
            f"“{path}” does not fit into memory.", hint="Close other programs, or scale it down."
        ) from None
    except (*_FAULTS, SyntaxError, EOFError, IndexError, OverflowError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise ImageError(
                f"“{path}” cannot be opened ({error.strerror}).",
                hint="Check its name, its folder and its disk.",
            ) from None
        raise ImageError(
            f"“{path}” is damaged or cut off ({error}).",
            hint="Copy or download it again, or export it anew from the program that made it.",
        ) from None


def strange_pixels(path: Path) -> ImageError:
    """What to say of a file that stores its pixels as no decoder here reads them."""
    return ImageError(f"“{path}” stores its pixels in a way that is not read.", hint=_EXPORT)


def _unidentified(path: Path) -> ImageError:
    if path.stat().st_size == 0:
        return ImageError(f"“{path}” is empty.", hint="Copy or download it again.")
    return ImageError(
        f"“{path}” is not a picture that can be read.",
        hint="Gossamer reads PNG, JPEG, TIFF, WebP, BMP, GIF, AVIF, HEIC and camera raw files."
        " Export it as PNG or TIFF with 8 or 16 bits per channel.",
    )
