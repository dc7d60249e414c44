"""Volumes in Blender. Only for the Python that has `bpy`."""

import sys
from pathlib import Path
from typing import Any

import bpy
import numpy as np

from engine.data.render.scene import Points, Volume


def volume(part: Volume, folder: Path) -> tuple[Any, Any]:
    """The volume, read from a file in `folder`, and the node of its material that scatters."""
    site = Path(bpy.utils.resource_path("LOCAL")) / "python/lib/python3.11/site-packages"
    if str(site) not in sys.path:
        sys.path.append(str(site))  # the one that comes with bpy, which does not look there
    import openvdb

    grid = openvdb.FloatGrid()
    grid.copyFromArray(np.ascontiguousarray(part.densities, np.float32))
    grid.name = "density"
    grid.transform = openvdb.createLinearTransform(voxelSize=voxel(part))
    path = folder / "volume.vdb"
    openvdb.write(str(path), grids=[grid])
    data = bpy.data.volumes.new("volume")
    data.filepath = str(path)
    material, scattering = _material(part)
    data.materials.append(material)
    return data, scattering


def voxel(part: Volume) -> float:
    """How wide a voxel is, along each axis."""
    return float(2 * part.size[0] / part.densities.shape[0])


def volume_corner(part: Volume) -> Points:
    """The middle of the first voxel."""
    return voxel(part) / 2 - part.size


def emptied(scattering: Any) -> None:
    """Let the volume take light away and give none: what it keeps then is no matter of chance."""
    tree = scattering.id_data
    absorbing = tree.nodes.new("ShaderNodeVolumeAbsorption")
    absorbing.inputs["Color"].default_value = (0, 0, 0, 1)
    _link_density(tree, absorbing)
    output = next(node for node in tree.nodes if node.type == "OUTPUT_MATERIAL")
    tree.links.new(absorbing.outputs[0], output.inputs["Volume"])


def _material(part: Volume) -> tuple[Any, Any]:
    material = bpy.data.materials.new("volume")
    material.use_nodes = True
    tree = material.node_tree
    tree.nodes.clear()
    scattering = tree.nodes.new("ShaderNodeVolumePrincipled")
    scattering.inputs["Color"].default_value = (*part.colour, 1)
    scattering.inputs["Anisotropy"].default_value = 0.3
    _link_density(tree, scattering)
    output = tree.nodes.new("ShaderNodeOutputMaterial")
    tree.links.new(scattering.outputs[0], output.inputs["Volume"])
    return material, scattering


def _link_density(tree: Any, node: Any) -> None:
    densities = tree.nodes.new("ShaderNodeAttribute")
    densities.attribute_name = "density"
    tree.links.new(densities.outputs["Fac"], node.inputs["Density"])
