"""Build all packages that this platform can, into dist/.

    python packaging/build.py              freeze, then pack
    python packaging/build.py --pack       pack what was frozen before

Needs the extra `package`. What comes out: Linux, a .deb and a .tar.zst; Windows, an installer
(with NSIS); macOS, a .dmg; and SHA256SUMS.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import icons
import names
import notices


def main() -> int:
    """See the head of this file."""
    parser = argparse.ArgumentParser(description="Build all packages that this platform can.")
    parser.add_argument("--pack", action="store_true", help="pack what was frozen before")
    options = parser.parse_args()
    moment = release_moment()
    os.environ["SOURCE_DATE_EPOCH"] = str(moment)
    names.DIST.mkdir(exist_ok=True)
    icons.make()
    if not options.pack:
        freeze()
    made = PACKERS[sys.platform](moment)
    bill = names.DIST / f"{names.NAME}-{names.VERSION}-{sys.platform}.cdx.json"
    shutil.copyfile(names.NOTICES / "sbom.cdx.json", bill)
    write_sums([*made, bill])
    for path in made:
        say(f"{path.relative_to(names.ROOT)}: {path.stat().st_size / 1e6:.0f} MB")
    return 0


def release_moment() -> int:
    """SOURCE_DATE_EPOCH, or the time of the last commit, or now: seconds since 1970."""
    if said := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(said)
    told = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=names.ROOT, capture_output=True, text=True
    )
    return int(told.stdout) if told.returncode == 0 else int(time.time())


def freeze() -> None:
    """Make dist/gossamer with PyInstaller, and put the notices into it."""
    say("Collecting licences, and freezing: a few minutes.")
    notices.collect()
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
            *("--distpath", str(names.DIST), "--workpath", str(names.WORK / "frozen")),
            str(names.ROOT / "build.spec"),
        ],
        check=True,
        cwd=names.ROOT,
        env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONWARNINGS": "ignore"},
    )
    notices.add_system(names.FROZEN)


def pack_linux(moment: int) -> list[Path]:
    """A .deb where dpkg-deb is, and an archive."""
    from linux import archive, deb

    made = [deb.build(moment)] if shutil.which("dpkg-deb") else []
    return [*made, archive.build(moment)]


def pack_windows(_moment: int) -> list[Path]:
    """An installer, by NSIS."""
    target = names.DIST / f"{names.NAME}-{names.VERSION}-windows-x64.exe"
    subprocess.run(
        [
            "makensis",
            f"-DVERSION={names.VERSION}",
            f"-DFROZEN={names.FROZEN}",
            f"-DICON={names.ICONS / 'gossamer.ico'}",
            f"-DTARGET={target}",
            str(Path(__file__).parent / "windows" / "gossamer.nsi"),
        ],
        check=True,
    )
    return [target]


def pack_macos(_moment: int) -> list[Path]:
    """A disk image, by dmgbuild."""
    target = names.DIST / f"{names.NAME}-{names.VERSION}-macos.dmg"
    settings = Path(__file__).parent / "macos" / "dmg_settings.py"
    subprocess.run(
        [
            *(sys.executable, "-m", "dmgbuild", "-s", str(settings)),
            *("-D", f"app={names.DIST / 'Gossamer.app'}"),
            *(f"Gossamer {names.VERSION}", str(target)),
        ],
        check=True,
    )
    return [target]


PACKERS = {"linux": pack_linux, "win32": pack_windows, "darwin": pack_macos}


def write_sums(files: list[Path]) -> None:
    """SHA256SUMS, as `sha256sum --check` reads it."""
    lines = []
    for path in files:
        with path.open("rb") as file:
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
    (names.DIST / "SHA256SUMS").write_text("".join(lines), encoding="utf-8", newline="\n")


def say(text: str) -> None:
    """A line for whoever builds."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
