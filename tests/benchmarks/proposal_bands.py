"""How much of what is translucent a proposal leaves unknown, beside a band of fixed width.

    python -m tests.benchmarks.proposal_bands resources/foregrounds PHOTOGRAPHS

Composites of the foregrounds that nothing was trained or fitted on, somewhere in the middle of
photographs that are out of focus more often than not. Only those count whose subject the network
finds (intersection over union of 0.75): a band cannot mend a wrong mask. The fixed band has, on
each picture, as many unknown pixels as the proposal, along the edge of the same mask.

With `--fit` the other foregrounds are taken, and the regression of `engine.proposals.band` is
fitted to them; it is printed, and nothing is changed.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import cv2
import numpy as np

from engine.arrays import unit_floats
from engine.data.camera import seen
from engine.data.check_set import _cropped
from engine.data.composition import Foreground
from engine.data.foregrounds import (
    background_files,
    foreground_files,
    held_out,
    read_background,
    read_foreground,
)
from engine.data.light import relit
from engine.proposals.band import banded
from engine.proposals.evidence import evidence
from engine.proposals.proposal import network
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN

SIDE, AGREES = 768, 0.75
SAMPLE = 3000
"""Pixels of each picture that are fitted to, from as near to the edge as `NEAR` hundredths."""
NEAR = 20


def composites(
    cutouts: Sequence, photographs: Sequence[Path], generator: np.random.Generator
) -> Iterator:
    """Endless (image uint8, alpha) of SIDE × SIDE."""
    while True:
        cutout = cutouts[generator.integers(len(cutouts))]
        foreground = _placed(read_foreground(cutout), generator)
        photograph = read_background(photographs[generator.integers(len(photographs))])
        ground = cv2.resize(_cropped(generator, photograph), (SIDE, SIDE))
        if generator.random() < 0.6:
            ground = cv2.GaussianBlur(ground, (0, 0), float(generator.uniform(2, 10)))
        foreground = relit(generator, foreground, ground)
        share = foreground.alpha[..., None]
        image = seen(generator, share * foreground.colour + (1 - share) * ground)
        yield np.rint(image * 255).astype(np.uint8), foreground.alpha


def _placed(foreground: Foreground, generator: np.random.Generator) -> Foreground:
    height, width = foreground.alpha.shape
    grown = SIDE / max(height, width) * float(generator.uniform(0.7, 1.1))
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), float(generator.normal(0, 12)), grown)
    matrix[:, 2] += ((SIDE - width) / 2, (SIDE - height) / 2)
    matrix[:, 2] += generator.uniform(-0.1, 0.1, 2) * SIDE
    weighted = np.dstack([foreground.colour * foreground.alpha[..., None], foreground.alpha])
    warped = cv2.warpAffine(weighted, matrix, (SIDE, SIDE), flags=cv2.INTER_CUBIC)
    alpha = np.clip(warped[..., 3], 0, 1)
    colour = np.clip(warped[..., :3] / np.maximum(alpha, 1e-3)[..., None], 0, 1)
    return Foreground(colour.astype(np.float32), alpha.astype(np.float32))


def measured(image, alpha):
    """The row of one picture, and its evidence; None where the network sees another subject."""
    saliency = np.clip(cv2.resize(network().look(image), (SIDE, SIDE)), 0, 1)
    mask, subject = saliency > 0.5, alpha > 0.5
    if (mask & subject).sum() < AGREES * (mask | subject).sum():
        return None
    found = evidence(unit_floats(image), saliency.astype(np.float32))
    trimap = banded(found)
    unknown, soft = trimap == UNKNOWN, (alpha > 0.05) & (alpha < 0.95)
    distance = found.planes[..., -1]
    fixed = distance <= np.partition(distance.ravel(), unknown.sum())[unknown.sum()]
    wrong = ((trimap == FOREGROUND) & (alpha < 0.05)) | ((trimap == BACKGROUND) & (alpha > 0.95))
    held = [band[soft].mean() if soft.any() else 1.0 for band in (unknown, fixed)]
    return (unknown.mean(), soft.mean(), *held, wrong.mean()), found, soft


def fitted(samples) -> np.ndarray:
    """Logistic regression by reweighted least squares; the weights, and the offset last."""
    planes = np.concatenate([one for one, _ in samples]).astype(np.float64)
    soft = np.concatenate([other for _, other in samples]).astype(np.float64)
    planes = np.column_stack([planes, np.ones(len(planes))])
    weights = np.zeros(planes.shape[1])
    for _ in range(15):
        odds = 1 / (1 + np.exp(-planes @ weights))
        hessian = (planes * (odds * (1 - odds) + 1e-6)[:, None]).T @ planes
        weights += np.linalg.solve(hessian + 1e-3 * np.eye(len(weights)), planes.T @ (soft - odds))
    return weights


def main() -> int:
    """See the head of this file."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("foregrounds", type=Path)
    parser.add_argument("photographs", type=Path)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--fit", action="store_true")
    options = parser.parse_args()
    kept = [one for one in foreground_files(options.foregrounds) if held_out(one) != options.fit]
    generator = np.random.default_rng(12)
    rows, samples, tried = [], [], 0
    for image, alpha in composites(kept, background_files(options.photographs), generator):
        tried += 1
        answer = measured(image, alpha)
        if answer is not None:
            row, found, soft = answer
            rows.append(row)
            near = np.flatnonzero(found.planes[..., -1] < NEAR)
            chosen = generator.choice(near, min(SAMPLE, len(near)), replace=False)
            samples.append(
                (found.planes.reshape(-1, found.planes.shape[-1])[chosen], soft.ravel()[chosen])
            )
        if len(rows) == options.count or tried == 10 * options.count:
            break
    names = ("unknown", "truly soft", "of that in the band", "in a fixed band", "known, and wrong")
    sys.stdout.write(f"{len(rows)} of {tried} composites have their subject found\n")
    for name, mean, median in zip(names, np.mean(rows, 0), np.median(rows, 0), strict=True):
        sys.stdout.write(f"{name:<22} mean {mean:.3f}  median {median:.3f}\n")
    if options.fit:
        sys.stdout.write(f"weights, then the offset: {np.round(fitted(samples), 2).tolist()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
