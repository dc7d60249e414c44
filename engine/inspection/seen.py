"""What a network makes of one whole picture: its alpha, and its features at named stages."""

from collections.abc import Iterable
from dataclasses import dataclass

import cv2
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.arrays import Alpha, Floats, Image, Trimap
from engine.errors import WeightsError
from engine.matting import context, guides, inputs
from engine.matting.library import find
from engine.matting.session import Session
from engine.matting.weights import load_network
from engine.networks import NetworkEntry, entry_of
from engine.networks.taps import tapped

MOST_PIXELS = 512 * 512
"""A picture is reduced to this before features are looked at: similarities are drawn small."""


@dataclass(frozen=True, eq=False)
class Seen:
    """title: the weights' name; features (c, h, w) by the name of the stage; alpha at full size."""

    title: str
    features: dict[str, Tensor]
    alpha: Alpha


def stages_of(teacher: str, student: str) -> tuple[str, ...]:
    """The stages that the student's pair distils; WeightsError if the teacher lacks one."""
    ours = entry_of(find(student).card.network)
    theirs = {stage.name for stage in entry_of(find(teacher).card.network).stages}
    missing = [name for name in ours.distilled if name not in theirs]
    if missing or not ours.distilled:
        raise WeightsError(
            f"“{student}” and “{teacher}” have no stages that can be compared.",
            hint="Choose a student and the teacher of its pair.",
        )
    return ours.distilled


def look(name: str, image: Image, trimap: Trimap, stages: tuple[str, ...]) -> Seen:
    """What the library's weights `name` make of the picture."""
    alpha = Session(name, device="cpu").matte(image, trimap)
    card = find(name).card
    entry = entry_of(card.network, card.width)
    return Seen(name, features_of(load_network(name), entry, image, trimap, stages), alpha)


def features_of(
    network: nn.Module,
    entry: NetworkEntry,
    image: Image,
    trimap: Trimap,
    stages: Iterable[str],
) -> dict[str, Tensor]:
    """What the network's stages hold of the reduced picture, (c, h, w) by name."""
    paths = {stage: entry.stage(stage).path for stage in stages}
    with torch.inference_mode(), tapped(network, paths.values(), copied=True) as features:
        network(_input(network, entry, image, trimap))
    return {stage: features[path][0] for stage, path in paths.items()}


def _input(network: nn.Module, entry: NetworkEntry, image: Image, trimap: Trimap) -> Tensor:
    """The whole reduced picture as the network wants it, padded to its stride."""
    scene = context.whole(image, trimap, MOST_PIXELS)
    planes = _planes(entry, scene.image, scene.trimap)
    height, width = planes.shape[1:]
    down, across = (
        max(side, entry.smallest) + -max(side, entry.smallest) % entry.stride - side
        for side in (height, width)
    )
    device = next(network.parameters()).device
    tensor = torch.from_numpy(planes)[None].to(device)
    return F.pad(tensor, (0, across, 0, down), mode="replicate")


def _planes(entry: NetworkEntry, image: Floats, trimap: Trimap) -> Floats:
    if entry.trimap_input == "guided":
        carried = guides.carried(image, trimap)
        return inputs.guided(image, trimap, guides.projected(image, carried))
    encode = {"scaled": inputs.scaled, "one-hot": inputs.one_hot}[entry.trimap_input]
    return encode(image, trimap)


def telling_pixels(trimap: Trimap) -> dict[str, tuple[int, int]]:
    """One (row, column) deep inside each of foreground, unknown and background."""
    found = {}
    for title, code in (("foreground", 255), ("unknown", 128), ("background", 0)):
        inside = np.pad((trimap == code).astype(np.uint8), 1)
        depth = cv2.distanceTransform(inside, cv2.DIST_L2, 5)[1:-1, 1:-1]
        if depth.any():
            row, column = np.unravel_index(int(depth.argmax()), depth.shape)
            found[title] = (int(row), int(column))
    return found
