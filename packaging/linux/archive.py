"""The archive for any Linux: the frozen folder, and a script that installs it for one person."""

import platform
import shutil
import subprocess
from pathlib import Path

import names
from linux import staging


def build(moment: int) -> Path:
    """Make the archive out of the frozen folder. moment: of the release, seconds since 1970."""
    name = f"{names.NAME}-{names.VERSION}-linux-{platform.machine()}"
    root = names.WORK / name
    shutil.rmtree(root, ignore_errors=True)
    staging.mirror(names.FROZEN, root / names.NAME)
    staging.share(root / "share", moment)
    shutil.copy(Path(__file__).with_name("install.sh"), root / "install.sh")
    staging.date(root, moment)
    target = names.DIST / f"{name}.tar.zst"
    subprocess.run(
        [
            *("tar", "--sort=name", "--owner=0", "--group=0", "--numeric-owner"),
            *("--mode=u+rwX,go=rX", "-C", str(names.WORK), "--use-compress-program=zstd -9 -T0"),
            *("-cf", str(target), name),
        ],
        check=True,
    )
    shutil.rmtree(root)
    return target
