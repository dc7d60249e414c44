"""Pictures that stay the same while a run goes, matted now and then: `RUN/previews/`.

`image-<n>.png`, `trimap-<n>.png` and (where it is known) `target-<n>.png` are written once,
`<step>-<n>.png` at each validation: the alpha that the averaged weights answer at that step.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn

from engine.arrays import Alpha, Image, Trimap, eight_bits
from engine.data.composition import Sources, compose
from engine.imaging.reading import read_image, read_trimap
from engine.imaging.writing import write_alpha, write_picture, write_trimap
from engine.matting.kept import NOTHING_KEPT
from engine.matting.session import METHODS
from engine.matting.watch import Watch
from engine.mixing import EXPONENTS, Mixing
from engine.networks import NetworkEntry
from engine.training.files import PREVIEWS
from engine.training.spec import RunSpec
from engine.trimap.codes import clamp_known, require_usable

SIDE = 512
"""Of the composites, in pixels."""

SEED = 20_000


@dataclass(frozen=True, eq=False)
class Scene:
    """One picture to matte; target: its true alpha, if it is known; mixing: what it is."""

    image: Image
    trimap: Trimap
    target: Alpha | None = None
    mixing: Mixing = "photograph"


def named(spec: RunSpec) -> list[Scene]:
    """The pictures that the spec names; ImageError or TrimapError if one cannot be used."""
    scenes = []
    for pair in spec.previews:
        image = read_image(pair["image"]).image
        trimap = read_trimap(pair["trimap"], (image.shape[0], image.shape[1]))
        require_usable(trimap)
        scenes.append(Scene(image, trimap))
    return scenes


def composites(spec: RunSpec, kept: Sources) -> list[Scene]:
    """Held-out composites: the same whenever the spec's the same."""
    composed = [
        compose(kept, np.random.default_rng((SEED, number)), SIDE)
        for number in range(spec.preview_composites)
    ]
    return [
        Scene(np.rint(one.image * 255).astype(np.uint8), one.trimap, one.target, "composite")
        for one in composed
    ]


def laid_out(folder: Path, scenes: Sequence[Scene]) -> None:
    """Write what does not change; OutputError if that cannot be done."""
    for number, scene in enumerate(scenes):
        place = folder / PREVIEWS
        place.mkdir(parents=True, exist_ok=True)
        write_picture(place / f"image-{number}.png", eight_bits(scene.image))
        write_trimap(place / f"trimap-{number}.png", scene.trimap)
        if scene.target is not None:
            write_alpha(place / f"target-{number}.png", scene.target)


def matted(
    folder: Path, scenes: Sequence[Scene], network: nn.Module, entry: NetworkEntry, step: int
) -> list[str]:
    """Matte all and write their alphas; the files' names, relative to the run's folder."""
    names = []
    for number, scene in enumerate(scenes):
        with torch.inference_mode():
            method = METHODS[entry.trimap_input]
            matting = network.eval(), entry, scene.image, scene.trimap, Watch(), NOTHING_KEPT
            alpha = method(*matting, EXPONENTS[scene.mixing])
        names.append(f"{PREVIEWS}/{step}-{number}.png")
        write_alpha(folder / names[-1], clamp_known(alpha, scene.trimap))
    return names
