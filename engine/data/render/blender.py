"""A scene in Blender: built once, rendered twice, for its colours and for its alpha.

Only for the Python that has `bpy`. The second pass sees the very objects and camera of the first,
all surfaces glowing, all volumes black, nothing bounced, so that many samples cost little; both
register exactly.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import bpy
import numpy as np
from mathutils import Matrix, Vector

from engine.data.render.draw import Draw
from engine.data.render.materials import node_material
from engine.data.render.scene import Material, Mesh, Part, Points, Scene, Shot, Strands, Volume
from engine.data.render.shapes import rotation, unit
from engine.data.render.volumes import emptied, volume, volume_corner, voxel

VOLUME_SAMPLES = 16
"""What is marched through and soft needs no more for its alpha."""

Bare = Callable[[], None]
"""Makes a material show nothing but that it is there."""

STUDIOS = ("city", "courtyard", "forest", "interior", "studio", "sunrise", "sunset")
"""Lights that come with Blender: panoramas by Poly Haven, CC0."""

DEFOCUSED, MOVING = 0.25, 0.1
"""How often a picture shows depth of field, and motion."""


def prepare(side: int, threads: int, seed: int) -> None:
    """An empty scene, to be rendered with Cycles on the processor; `side` pixels square."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.cycles.device = "CPU"
    scene.cycles.seed = seed
    scene.cycles.transparent_max_bounces = 24
    scene.cycles.min_transparent_bounces = 24  # else thin layers let light through by chance
    scene.cycles.use_adaptive_sampling = False
    scene.cycles.volume_biased = True  # marches in steps: alpha is then no matter of chance
    scene.cycles.volume_bounces = 4
    scene.cycles.volume_step_rate = 1.5
    scene.cycles_curves.subdivisions = 2
    scene.render.film_transparent = True
    scene.render.resolution_x = scene.render.resolution_y = side
    scene.render.resolution_percentage = 100
    scene.render.threads_mode = "FIXED"
    scene.render.threads = threads
    scene.render.use_persistent_data = True
    scene.view_settings.view_transform = "Standard"
    file = scene.render.image_settings
    file.file_format, file.color_mode, file.color_depth = "OPEN_EXR", "RGBA", "32"


def build(draw: Draw, scene: Scene, folder: Path) -> list[Bare]:
    """Everything before the camera, the light, and the camera; what bares each material.

    folder: for files, kept until all is rendered.
    """
    materials: dict[Material, Any] = {}
    bare: list[Bare] = []
    for part in scene.parts:
        if isinstance(part, Volume):
            data, scattering = volume(part, folder)
            bare.append(partial(emptied, scattering))
            _add(data).location = volume_corner(part)
            continue
        if part.material not in materials:
            materials[part.material], surface = node_material(part.material)
            bare.append(partial(_glowing, surface))
        data = _curves(part) if isinstance(part, Strands) else _mesh(part)
        data.materials.append(materials[part.material])
        _add(data)
    _light(draw)
    _camera(draw, scene.shot, _seen(scene))
    return bare


def rendered(
    bare: list[Bare], folder: Path, colour_samples: int, alpha_samples: int
) -> dict[str, Points]:
    """colour (h, w, 3) linear, times coverage (h, w); and alpha (h, w), of more samples.

    What a volume covers is a matter of chance in the first pass; then it is said by the second.
    """
    cycles = bpy.context.scene.cycles
    cycles.samples, cycles.max_bounces = colour_samples, 4
    cycles.caustics_reflective = cycles.caustics_refractive = False
    cycles.sample_clamp_indirect, cycles.sample_clamp_direct = 4, 12
    cycles.use_denoising = True
    cycles.denoiser = "OPENIMAGEDENOISE"
    first = _pixels(folder / "colour.exr")
    for act in bare:
        act()
    least = min(alpha_samples, VOLUME_SAMPLES) if bpy.data.volumes else alpha_samples
    cycles.samples, cycles.max_bounces = least, 0
    cycles.use_denoising = False
    second = _pixels(folder / "alpha.exr")
    alpha = second[..., 3]
    coverage = alpha if bpy.data.volumes else first[..., 3]
    return {"colour": first[..., :3], "coverage": coverage, "alpha": alpha}


def _glowing(surface: Any) -> None:
    tree = surface.id_data
    tree.links.new(tree.nodes.new("ShaderNodeEmission").outputs[0], surface)


def _pixels(path: Path) -> Points:
    scene = bpy.context.scene
    scene.render.filepath = str(path)
    scene.update_tag()
    bpy.context.view_layer.update()
    bpy.ops.render.render(write_still=True)
    image = bpy.data.images.load(str(path))
    image.colorspace_settings.name = "Non-Color"
    width, height = image.size
    pixels = np.empty(width * height * 4, np.float32)
    image.pixels.foreach_get(pixels)
    return np.nan_to_num(pixels.reshape(height, width, 4)[::-1])


def _add(data: Any) -> Any:
    thing = bpy.data.objects.new(data.name, data)
    bpy.context.scene.collection.objects.link(thing)
    return thing


def _curves(part: Strands) -> Any:
    count, steps = part.points.shape[:2]
    data = bpy.data.hair_curves.new("strands")
    data.add_curves([steps] * count)
    _attribute(data, "position", "FLOAT_VECTOR", "vector", part.points)
    _attribute(data, "radius", "FLOAT", "value", part.radii)
    _attribute(data, "colour", "FLOAT_COLOR", "color", _opaque(part.colours))
    return data


def _mesh(part: Mesh) -> Any:
    data = bpy.data.meshes.new("mesh")
    data.from_pydata(part.vertices.tolist(), [], part.faces.tolist())
    data.polygons.foreach_set("use_smooth", np.ones(len(data.polygons), bool))
    _attribute(data, "colour", "FLOAT_COLOR", "color", _opaque(part.colours))
    data.update()
    return data


def _attribute(data: Any, name: str, kind: str, field: str, values: Points) -> None:
    attribute = data.attributes.get(name) or data.attributes.new(name, kind, "POINT")
    attribute.data.foreach_set(field, np.ascontiguousarray(values, np.float32).ravel())


def _opaque(colours: Points) -> Points:
    """(…, 3) to (…, 4); neither black nor white, which nothing real is."""
    return np.concatenate([np.clip(colours, 0.003, 0.97), np.ones((*colours.shape[:-1], 1))], -1)


def _light(draw: Draw) -> None:
    """A studio's panorama, turned; more often than not a sun; at times one from behind."""
    world = bpy.data.worlds.new("world")
    bpy.context.scene.world = world
    world.use_nodes = True
    tree = world.node_tree
    tree.nodes.clear()
    place, turn, studio, light, output = (
        tree.nodes.new(f"ShaderNode{name}")
        for name in ("TexCoord", "Mapping", "TexEnvironment", "Background", "OutputWorld")
    )
    folder = Path(bpy.utils.resource_path("LOCAL")) / "datafiles" / "studiolights" / "world"
    studio.image = bpy.data.images.load(str(folder / f"{draw.pick(STUDIOS)}.exr"))
    turn.inputs["Rotation"].default_value = (0, 0, draw.between(0, 2 * np.pi))
    light.inputs["Strength"].default_value = draw.between(0.6, 1.2) / _brightness(studio.image)
    tree.links.new(place.outputs["Generated"], turn.inputs[0])
    tree.links.new(turn.outputs[0], studio.inputs[0])
    tree.links.new(studio.outputs[0], light.inputs[0])
    tree.links.new(light.outputs[0], output.inputs[0])
    if draw.chance(0.65):
        side = draw.between(-1.2, 1.2)
        _sun(draw, (np.sin(side), -np.cos(side), draw.between(0.3, 1.4)), draw.between(0.8, 3.2))
    if draw.chance(0.4):
        _sun(draw, (draw.between(-1, 1), 0.9, draw.between(0.2, 1)), draw.between(1, 4))


def _brightness(panorama: Any) -> float:
    """Its mean over the sphere, without the suns themselves."""
    width, height = panorama.size
    pixels = np.empty(width * height * 4, np.float32)
    panorama.pixels.foreach_get(pixels)
    rows = np.minimum(pixels.reshape(height, width, 4)[..., :3], 50).mean((1, 2))
    weights = np.cos(((np.arange(height) + 0.5) / height - 0.5) * np.pi)
    return float(np.average(rows, weights=weights))


def _sun(draw: Draw, direction: tuple[float, float, float], energy: float) -> None:
    light = bpy.data.lights.new("sun", "SUN")
    light.energy, light.angle = energy, draw.between(0.02, 0.5)
    light.color = tuple(np.clip(np.array([1, 0.93, 0.85]) + draw.normal(3) * 0.05, 0.6, 1))
    _add(light).rotation_euler = Vector(direction).to_track_quat("Z", "Y").to_euler()


def _seen(scene: Scene) -> Points:
    """Points that the camera aims at, (n, 3)."""
    clouds = [_points(part) for part in scene.parts if part.framed]
    return np.concatenate([cloud[:: len(cloud) // 5000 + 1] for cloud in clouds])


def _points(part: Part) -> Points:
    if isinstance(part, Volume):
        seen = np.argwhere(part.densities > 0.08 * part.densities.max())
        return volume_corner(part) + seen * voxel(part)
    return (part.points if isinstance(part, Strands) else part.vertices).reshape(-1, 3)


def _camera(draw: Draw, shot: Shot, points: Points) -> None:
    """Around the points, near enough to fill the frame as the shot wants it."""
    low, high = np.percentile(points, (0.3, 99.7), axis=0)
    centre = (low + high) / 2
    radius = np.percentile(np.linalg.norm(points - centre, axis=1), 99)
    up, side = draw.between(*shot.elevation), draw.between(*shot.azimuth)
    away = np.array([np.sin(side) * np.cos(up), -np.cos(side) * np.cos(up), np.sin(up)])
    distance = radius * 1.15 / np.tan(draw.between(0.25, 0.7) / 2)
    place = centre + away * distance
    turn = np.array(Vector(away).to_track_quat("Z", "Y").to_matrix())
    turn = turn @ rotation(0, 0, float(draw.normal()) * 0.12)
    local = (points - place) @ turn
    flat = local[:, :2] / -local[:, 2:]
    least, most = np.percentile(flat, (0.3, 99.7), axis=0)
    fill = draw.between(*shot.fill)
    extent = float((most - least).max())
    field = extent / fill
    shift = draw.each(-1, 1, 2) * (abs(1 - fill) * 0.45 + 0.05) * extent / max(fill, 1)
    camera = bpy.data.cameras.new("camera")
    thing = _add(camera)
    thing.location, thing.rotation_euler = place, Matrix(turn.tolist()).to_euler()
    camera.sensor_fit, camera.sensor_width, camera.lens = "HORIZONTAL", 36, 36 / field
    camera.shift_x, camera.shift_y = ((least + most) / 2 + shift) / field
    camera.clip_end = distance * 10
    bpy.context.scene.camera = thing
    if draw.chance(DEFOCUSED):
        _defocus(draw, camera, field, np.percentile(-local[:, 2], (2, 30, 98)))
    if draw.chance(MOVING):
        across = turn @ np.array([*unit(draw.normal(2)), 0])
        _move(thing, place, across * draw.between(0.008, 0.04) * field * distance)


def _defocus(draw: Draw, camera: Any, field: float, depths: Points) -> None:
    """Sharp at the near side or the middle; the far side blurred by up to a fortieth."""
    sharp, far = float(draw.pick(depths[:2].tolist())), float(depths[2])
    blur = draw.between(0.005, 0.025) * field
    aperture = blur / max(abs(1 / sharp - 1 / far), 1e-4)
    camera.dof.use_dof, camera.dof.focus_distance = True, sharp
    camera.dof.aperture_fstop = max(camera.lens * 1e-3 / aperture, 1e-4)


def _move(thing: Any, place: Points, way: Points) -> None:
    """The camera moves along `way` while the shutter is open."""
    scene = bpy.context.scene
    scene.render.use_motion_blur, scene.render.motion_blur_shutter = True, 1.0
    for frame, share in ((0, -1), (2, 1)):
        thing.location = place + way * share
        thing.keyframe_insert("location", frame=frame)
    scene.frame_set(1)
