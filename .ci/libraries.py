"""Check the system libraries that the program needs, and install those that are missing.

    libraries.py base|offscreen|window ...     check these sets
    libraries.py --install PACKAGE ...         install these packages without a check

With root rights and apt-get the packages are installed; without, the one line that does it is
printed and the exit code is 2. Needs nothing but Python's own library.
"""

import ctypes
import os
import shutil
import subprocess
import sys

SETS = {
    "base": {
        "libstdc++.so.6": "libstdc++6",
        "libz.so.1": "zlib1g",
    },
    "offscreen": {
        "libglib-2.0.so.0": "libglib2.0-0",
        "libEGL.so.1": "libegl1",
        "libGL.so.1": "libgl1",
        "libxkbcommon.so.0": "libxkbcommon0",
        "libfontconfig.so.1": "libfontconfig1",
        "libdbus-1.so.3": "libdbus-1-3",
    },
    "window": {
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-shape.so.0": "libxcb-shape0",
    },
}
"""By purpose: library, and the package of Debian and Ubuntu that has it."""


def missing(purposes: list[str]) -> list[str]:
    """The packages whose library this machine cannot load."""
    return [
        package
        for purpose in purposes
        for library, package in SETS[purpose].items()
        if not loads(library)
    ]


def loads(library: str) -> bool:
    """Whether the dynamic loader finds and maps `library`."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install(packages: list[str]) -> int:
    """Install the packages if that is allowed here; say how otherwise. Returns the exit code."""
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if shutil.which("apt-get") is None:
        say("Install, with your system's package manager, what Debian calls:", " ".join(packages))
        return 2
    if os.geteuid() != 0:
        say("Some system packages are missing. This line installs them:")
        say(f"  sudo apt-get update && sudo {line}")
        return 2
    say("Installing system packages:", " ".join(packages))
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in ("apt-get update", line):
        done = subprocess.run(
            command.split(), env=environment, stdout=subprocess.DEVNULL, check=False
        )
        if done.returncode:
            say(f"“{command}” failed; see above.")
            return 2
    return 0


def say(*words: str) -> None:
    """A line on stderr."""
    sys.stderr.write(" ".join(words) + "\n")


def main(arguments: list[str]) -> int:
    """See the head of this file."""
    if sys.platform != "linux":
        return 0
    if arguments[:1] == ["--install"]:
        return install(arguments[1:])
    packages = missing(arguments)
    code = install(packages) if packages else 0
    if code == 0 and missing(arguments):
        say("Still missing after the installation:", " ".join(missing(arguments)))
        return 2
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
