"""One picture, in the Python that has `bpy`: a job as JSON on the command line, arrays in a file.

    python -m engine.data.render.worker '{"family": "net", "seed": 1, "side": 128, …}'

The fields are those of `Job`. The file holds what `engine.data.render.blender.rendered` answers.
"""

import json
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass(frozen=True)
class Job:
    """One picture. detail: see `Draw`; threads: of the processor; output: an .npz file."""

    family: str
    seed: int
    side: int
    output: str
    detail: float = 1.0
    threads: int = 1
    colour_samples: int = 16
    alpha_samples: int = 64


def main() -> int:
    """Render the job that the first argument describes."""
    from engine.data.render import blender
    from engine.data.render.draw import Draw
    from engine.data.render.families import FAMILIES

    job = Job(**json.loads(sys.argv[1]))
    draw = Draw(job.family, job.seed, job.detail)
    scene = FAMILIES[job.family](draw)
    blender.prepare(job.side, job.threads, job.seed)
    with tempfile.TemporaryDirectory() as folder:
        bare = blender.build(draw, scene, Path(folder))
        samples = job.colour_samples, job.alpha_samples
        planes = blender.rendered(bare, Path(folder), *samples)
    halves = {name: plane.astype(np.float32) for name, plane in planes.items()}
    unfinished = f"{job.output}.part.npz"
    np.savez_compressed(unfinished, **halves)  # type: ignore[arg-type]
    os.replace(unfinished, job.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
