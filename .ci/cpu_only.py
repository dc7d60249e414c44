"""Ask pip what installing torch would bring; exit 1 if CUDA is part of it. Arguments go to pip."""

import json
import subprocess
import sys

plan = subprocess.run(
    [sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    + ["--dry-run", "--ignore-installed", "--report", "-", "-c", "constraints.txt"]
    + [*sys.argv[1:], "torch"],
    stdout=subprocess.PIPE,
    check=False,
)
if plan.returncode:
    sys.exit(0)  # pip has said why; the installation itself will stop on it
names = [item["metadata"]["name"].lower() for item in json.loads(plan.stdout)["install"]]
sys.exit(any(name.startswith(("nvidia", "cuda", "triton")) for name in names))
