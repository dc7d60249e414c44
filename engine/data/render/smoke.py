"""Smoke, steam, clouds and powder: densities on a grid of voxels."""

import numpy as np

from engine.data.render.colours import vivid
from engine.data.render.draw import Draw
from engine.data.render.scene import Points, Scene, Shot, Volume
from engine.data.render.shapes import smooth, unit

_FINEST = 112
"""Voxels along the longest side."""


def smoke(draw: Draw) -> Scene:
    """A puff, a plume, a wisp, a cloud, or powder that was thrown."""
    kind = draw.pick((puff, plume, wisp, cloud, powder))
    densities, size = kind(draw)
    colour = np.full(3, draw.pick((0.98, 0.95, 0.85, 0.6, 0.25)))
    if kind is powder or draw.chance(0.15):
        colour = np.clip(vivid(draw) * 0.6 + 0.38, 0, 0.97)
    thick = draw.between(2, 8) if kind is not cloud else draw.between(8, 30)
    cut = faded(densities)
    return Scene(
        (Volume(cut * thick / max(float(cut.max()), 1e-6), size, colour),),
        Shot(elevation=(-0.2, 0.4), azimuth=(-3, 3), fill=(0.7, 1.2)),
    )


def puff(draw: Draw) -> tuple[Points, Points]:
    """A cluster of soft balls, torn at its edge."""
    size = np.array([1.0, 1.0, draw.between(0.7, 1.1)])
    places = _places(draw, size)
    centres = draw.normal(draw.whole(3, 9), 3) * 0.2 * size
    shape = _balls(draw, _churned(draw, places, 0.22), centres, (0.16, 0.36))
    return shape * _torn(draw, places, draw.between(0.4, 1)), size


def plume(draw: Draw) -> tuple[Points, Points]:
    """A column that rises from one place, widens and leans with the wind."""
    size = np.array([0.7, 0.7, 1.3])
    places = _places(draw, size)
    up = (places[..., 2] / size[2] + 1) / 2
    moved = _churned(draw, places, 0.25 * up[..., None] + 0.01)
    lean = draw.normal(2) * 0.2
    away = moved[..., :2] - lean * up[..., None] ** 2 * np.array([1.0, 1.0])
    radius = draw.between(0.03, 0.08) + draw.between(0.15, 0.4) * up ** draw.between(0.7, 1.3)
    shape = np.exp(-(np.linalg.norm(away, axis=-1) ** 2) / radius**2)
    thinner = (0.08 / (0.08 + radius)) ** draw.between(0.3, 1.2)
    return shape * thinner * _torn(draw, places, draw.between(0.3, 0.9)), size


def wisp(draw: Draw) -> tuple[Points, Points]:
    """Thin sheets that curl, as above a cigarette or a cup."""
    size = np.array([0.7, 0.35, 1.3])
    places = _places(draw, size)
    up = (places[..., 2] / size[2] + 1) / 2
    density = 0 * up
    for _ in range(draw.whole(1, 4)):
        moved = _churned(draw, places, (0.05 + 0.3 * up)[..., None], finest=2)
        x = moved[..., 0] - 0.12 * np.sin(up * draw.between(2, 7) + draw.between(0, 6))
        thick = draw.between(0.01, 0.02) + 0.05 * up**2
        wide = 0.04 + draw.between(0.1, 0.3) * up
        sheet = np.exp(-((x / thick) ** 2) - (moved[..., 1] / wide) ** 2)
        density = density + sheet * smooth(-up, -1, -draw.between(0.4, 0.9))
    return density * _torn(draw, places, 0.3), size


def cloud(draw: Draw) -> tuple[Points, Points]:
    """Heaped balls, dense within, flat below, ragged at the rim."""
    size = np.array([1.2, 0.8, 0.7])
    places = _places(draw, size)
    count = draw.whole(8, 20)
    centres = draw.normal(count, 3) * np.array([0.4, 0.2, 0.14])
    centres[:, 2] = np.abs(centres[:, 2]) - 0.2
    shape = _balls(draw, _churned(draw, places, 0.12), centres, (0.12, 0.3))
    shape = shape * smooth(places[..., 2], -0.45, -0.2)
    low = draw.between(0.15, 0.4)
    return smooth(shape * _torn(draw, places, 0.7), low, low + draw.between(0.25, 0.7)), size


def powder(draw: Draw) -> tuple[Points, Points]:
    """Thrown from one place: streaks that fan out, and dust around them."""
    size = np.array([1.0, 0.6, 0.8])
    places = _places(draw, size)
    source = np.array([-0.7, 0, -0.4]) * size
    moved = _churned(draw, places, 0.14) - source
    reach = np.linalg.norm(moved, axis=-1)
    way = unit(moved)
    axis = unit(np.array([0.9, 0, 0.5]) + draw.normal(3) * 0.15)
    fan = smooth((way @ axis), draw.between(0.5, 0.8), 1)
    streaks = 0.5 + 0.5 * draw.field(5)(way * 1.5)[..., 0]
    far = draw.between(0.9, 1.6)
    shape = (
        fan * np.clip(streaks, 0, 1) ** 2 * smooth(-reach, -far, -0.3 * far) * smooth(reach, 0, 0.2)
    )
    return shape * _torn(draw, places, 0.9), size


def _places(draw: Draw, size: Points) -> Points:
    """Middles of the voxels, (x, y, z, 3), in a box of `size` on both sides of the origin."""
    longest = max(draw.many(_FINEST, _FINEST), 12)
    counts = np.maximum((size / size.max() * longest).astype(int), 6)
    axes = [
        (np.arange(count) + 0.5) / count * 2 * half - half
        for count, half in zip(counts, size, strict=True)
    ]
    return np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1)


def _churned(draw: Draw, places: Points, strength: Points | float, finest: int = 3) -> Points:
    """The places, moved by eddies within eddies."""
    for number in range(finest):
        field = draw.field(1.6 * 2.3**number)
        places = places + field(places) * strength * 0.55**number
    return places


def _balls(draw: Draw, places: Points, centres: Points, radii: tuple[float, float]) -> Points:
    """The sum of soft balls."""
    found = np.zeros(places.shape[:3])
    for centre in centres:
        radius = draw.between(*radii)
        found += np.exp(-(((places - centre) ** 2).sum(-1)) / radius**2)
    return np.minimum(found, 1)


def _torn(draw: Draw, places: Points, strength: float) -> Points:
    """Factors from 0, in the gaps, to about 1: noise of many sizes, its spectrum a power law."""
    counts = places.shape[:3]
    frequencies = np.meshgrid(*(np.fft.fftfreq(count) * count for count in counts), indexing="ij")
    radius = np.sqrt(sum(np.square(axis) for axis in frequencies))
    radius[0, 0, 0] = 1e9
    spectrum = np.fft.fftn(draw.normal(*counts)) * (radius + 1.5) ** -2.2
    noise = np.real(np.fft.ifftn(spectrum))
    noise = noise / noise.std()
    return np.asarray(1 - strength + strength * smooth(noise, -0.9, 1.6) * 2)


def faded(densities: Points) -> Points:
    """Nothing at the faces of the box, so that it is not seen."""
    for axis, count in enumerate(densities.shape):
        near = np.minimum(np.arange(count), np.arange(count)[::-1]) / count
        along = [1, 1, 1]
        along[axis] = count
        densities = densities * smooth(near, 0, 0.12).reshape(along)
    return np.where(densities > 0.002 * densities.max(), densities, 0)
