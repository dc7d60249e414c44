"""Icons of every size and system, drawn from resources/icons/gossamer.svg."""

import os
from pathlib import Path

import names
from PIL import Image

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Those of the theme hicolor, in pixels."""
DRAWING = names.ROOT / "resources" / "icons" / "gossamer.svg"


def make(folder: Path = names.ICONS) -> Path:
    """Write `<size>.png` for each size, `gossamer.ico` and `gossamer.icns`; gives the folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    for size in (*SIZES, 1024):
        _draw(size, folder / f"{size}.png")
    pictures = {size: Image.open(folder / f"{size}.png") for size in (*SIZES, 1024)}
    pictures[256].save(
        folder / "gossamer.ico",
        sizes=[(size, size) for size in (16, 24, 32, 48, 64, 128, 256)],
        append_images=[pictures[size] for size in (16, 24, 32, 48, 64, 128)],
    )
    pictures[1024].save(
        folder / "gossamer.icns", append_images=[pictures[size] for size in (32, 64, 128, 256, 512)]
    )
    del application
    return folder


def _draw(size: int, path: Path) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    if not picture.save(str(path)):
        raise SystemExit(f"{path} cannot be written.")


if __name__ == "__main__":
    print(make())
