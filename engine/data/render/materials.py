"""Materials as Blender's nodes. Only for the Python that has `bpy`."""

from typing import Any

import bpy

from engine.data.render.scene import Material


def _nodes(name: str) -> tuple[Any, Any]:
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    material.node_tree.nodes.clear()
    return material, material.node_tree


def node_material(what: Material) -> tuple[Any, Any]:
    """The material, and the socket of what is seen of it where it is opaque."""
    material, tree = _nodes(what.kind)
    colour = tree.nodes.new("ShaderNodeAttribute")
    colour.attribute_name = "colour"
    shader = (_hair if what.kind == "hair" else _surface)(tree, what, colour.outputs["Color"])
    surface = tree.nodes.new("ShaderNodeOutputMaterial").inputs[0]
    if what.opacity < 1:
        clear, mixed = (
            tree.nodes.new(f"ShaderNode{name}") for name in ("BsdfTransparent", "MixShader")
        )
        tree.links.new(_opacity(tree, what.opacity), mixed.inputs[0])
        tree.links.new(clear.outputs[0], mixed.inputs[1])
        tree.links.new(mixed.outputs[0], surface)
        surface = mixed.inputs[2]
    tree.links.new(shader, surface)
    return material, surface


def _opacity(tree: Any, straight: float) -> Any:
    """1 - (1 - straight) ** (1 / |cos|): what a thin layer keeps of the light behind it."""
    place, along = (tree.nodes.new(f"ShaderNode{name}") for name in ("NewGeometry", "VectorMath"))
    along.operation = "DOT_PRODUCT"
    tree.links.new(place.outputs["Normal"], along.inputs[0])
    tree.links.new(place.outputs["Incoming"], along.inputs[1])
    value = along.outputs["Value"]
    for operation, first, second in (
        ("ABSOLUTE", None, 0.0),
        ("MAXIMUM", None, 0.08),
        ("DIVIDE", 1.0, None),
        ("POWER", 1 - straight, None),
        ("SUBTRACT", 1.0, None),
    ):
        node = tree.nodes.new("ShaderNodeMath")
        node.operation = operation
        known, open_one = (0, 1) if first is not None else (1, 0)
        node.inputs[known].default_value = first if first is not None else second
        tree.links.new(value, node.inputs[open_one])
        value = node.outputs[0]
    return value


def _hair(tree: Any, what: Material, colour: Any) -> Any:
    node = tree.nodes.new("ShaderNodeBsdfHairPrincipled")
    node.model, node.parametrization = "CHIANG", "COLOR"
    tree.links.new(colour, node.inputs["Color"])
    node.inputs["Roughness"].default_value = what.rough
    node.inputs["Radial Roughness"].default_value = min(what.rough + 0.2, 1)
    node.inputs["Random Roughness"].default_value = 0.2
    return node.outputs[0]


def _surface(tree: Any, what: Material, colour: Any) -> Any:
    node = tree.nodes.new("ShaderNodeBsdfPrincipled")
    tree.links.new(colour, node.inputs["Base Color"])
    node.inputs["Roughness"].default_value = what.rough
    node.inputs["Metallic"].default_value = what.metal
    node.inputs["Sheen Weight"].default_value = what.sheen
    node.inputs["Coat Weight"].default_value = what.coat
    if what.bump:
        tree.links.new(_bumps(tree, what), node.inputs["Normal"])
    if not what.translucent:
        return node.outputs[0]
    through, mixed = (tree.nodes.new(f"ShaderNode{n}") for n in ("BsdfTranslucent", "MixShader"))
    tree.links.new(colour, through.inputs[0])
    mixed.inputs[0].default_value = what.translucent
    tree.links.new(node.outputs[0], mixed.inputs[1])
    tree.links.new(through.outputs[0], mixed.inputs[2])
    return mixed.outputs[0]


def _bumps(tree: Any, what: Material) -> Any:
    place, noise, bump = (
        tree.nodes.new(f"ShaderNode{name}") for name in ("TexCoord", "TexNoise", "Bump")
    )
    noise.inputs["Scale"].default_value = what.grain
    bump.inputs["Strength"].default_value = what.bump
    bump.inputs["Distance"].default_value = 0.02
    tree.links.new(place.outputs["Object"], noise.inputs[0])
    tree.links.new(noise.outputs[0], bump.inputs["Height"])
    return bump.outputs[0]
