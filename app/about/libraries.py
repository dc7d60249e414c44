"""What the program is built on, and under which licences."""

from dataclasses import dataclass

from app.about.diagnostics import UNKNOWN, version_of


@dataclass(frozen=True)
class Library:
    """A library: how it is called, its distribution, its licence by SPDX, and where it lives."""

    title: str
    distribution: str
    licence: str
    home: str


LIBRARIES = (
    Library("Python", "", "PSF-2.0", "python.org"),
    Library("Qt for Python", "PySide6-Essentials", "LGPL-3.0-only", "qt.io"),
    Library("PyTorch", "torch", "BSD-3-Clause", "pytorch.org"),
    Library("NumPy", "numpy", "BSD-3-Clause", "numpy.org"),
    Library("OpenCV", "opencv-python-headless", "Apache-2.0", "opencv.org"),
    Library("Pillow", "pillow", "MIT-CMU", "python-pillow.github.io"),
    Library("tifffile", "tifffile", "BSD-3-Clause", "github.com/cgohlke/tifffile"),
    Library("OpenImageIO", "openimageio", "Apache-2.0", "openimageio.org"),
    Library("OpenEXR", "OpenEXR", "BSD-3-Clause", "openexr.com"),
    Library("psd-tools", "psd-tools", "MIT", "github.com/psd-tools/psd-tools"),
    Library("safetensors", "safetensors", "Apache-2.0", "github.com/huggingface/safetensors"),
    Library("pyqtgraph", "pyqtgraph", "MIT", "pyqtgraph.org"),
    Library("colorama", "colorama", "BSD-3-Clause", "github.com/tartley/colorama"),
    Library("QtAwesome", "qtawesome", "MIT", "github.com/spyder-ide/qtawesome"),
    Library("Material Design Icons", "", "Apache-2.0", "pictogrammers.com"),
    Library("platformdirs", "platformdirs", "MIT", "github.com/tox-dev/platformdirs"),
    Library("filelock", "filelock", "MIT", "github.com/tox-dev/filelock"),
    Library("psutil", "psutil", "BSD-3-Clause", "github.com/giampaolo/psutil"),
)
"""Everything that the packaged program holds; a test keeps it equal to what is depended on."""

EXTRAS = (
    Library("pillow-heif", "pillow-heif", "BSD-3-Clause", "github.com/bigcat88/pillow_heif"),
    Library("libheif, in pillow-heif", "", "LGPL-3.0-or-later", "github.com/strukturag/libheif"),
    Library("rawpy", "rawpy", "MIT", "github.com/letmaik/rawpy"),
    Library("LibRaw, in rawpy", "", "LGPL-2.1-only", "libraw.org"),
)
"""What reads the files of phones and cameras, where somebody has installed it."""


def installed_extras() -> tuple[Library, ...]:
    """Those of the extras that are here, each with what it brings along."""
    found: list[Library] = []
    is_there = False
    for library in EXTRAS:
        if library.distribution:
            is_there = version_of(library.distribution) != UNKNOWN
        if is_there:
            found.append(library)
    return tuple(found)
