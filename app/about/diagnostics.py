"""Diagnostics: what somebody who helps wants to know, as text to be copied; nothing is sent."""

import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import psutil
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from app.devices import DeviceKeeper
from app.log import tail
from app.paths import log_file
from engine import __version__
from engine.matting.library import entries

_LIBRARIES = ("PySide6-Essentials", "torch", "numpy", "opencv-python-headless", "pillow")
_LINES = 40
UNKNOWN = "?"
"""A version that is not known."""


def diagnostics(devices: DeviceKeeper) -> str:
    """Versions, machine, device, models, screens, and the end of the log; homes are left out."""
    memory = psutil.virtual_memory()
    parts = [
        f"Gossamer {__version__}{' (packaged)' if getattr(sys, 'frozen', False) else ''}",
        f"System: {platform.platform()}, {platform.machine()}",
        f"Python {platform.python_version()}, Qt {qVersion()},"
        f" platform {QGuiApplication.platformName()}",
        "Libraries: " + ", ".join(f"{name} {version_of(name)}" for name in _LIBRARIES),
        f"Memory: {memory.total / 1e9:.1f} GB, {memory.available / 1e9:.1f} GB free",
        *_device_lines(devices),
        "Models: " + ", ".join(f"{e.card.name} {e.card.sha256[:12]}" for e in entries()),
        "Screens: " + ", ".join(_screens()),
        f"Log: {log_file()}",
        "",
        tail(_LINES),
    ]
    return _without_home("\n".join(parts)).rstrip() + "\n"


def version_of(distribution: str) -> str:
    """The version of an installed library; “?” where that is not known."""
    try:
        return version(distribution)
    except PackageNotFoundError:
        return UNKNOWN


def _device_lines(devices: DeviceKeeper) -> list[str]:
    lines = [f"Device: {devices.in_use or 'not asked yet'} (wanted: {devices.choice})"]
    if devices.found is not None:
        lines[0] += f", {devices.found.threads} threads"
        lines += [
            f"  {device.name}: {device.reason or device.model}" for device in devices.found.devices
        ]
    return lines


def _screens() -> list[str]:
    return [
        f"{screen.size().width()} × {screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    ]


def _without_home(text: str) -> str:
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text
