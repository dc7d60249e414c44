"""Foregrounds rendered by Blender, with exact alpha: `gossamer-cli data render`.

A family is a function from `Draw`, the only source of chance, to a `Scene`: numbers that say what
stands before the camera, and nothing of Blender. To add one:

1. Write `build(draw: Draw) -> Scene` in the file of its kind (`animals`, `toys`, `heads`,
   `hairdos`, `feathers`, `plants`, `seedheads`, `flowers`, `umbels`, `weaves`, `openwork`,
   `lattices`, `baskets`, `chains`, `glass`, `water`, `smoke`), or in a new one.
   `shapes` has meshes, `growth` and `flyaways` have strands, `people` has who wears them,
   `colours` has palettes; give every count that costs time through `draw.many`, so that tests can
   build it small.
2. Name it in `FAMILIES` (`families.py`). Its scenes now follow from its name and the seed.
3. `gossamer-cli data render NAME --count 4 --seed 1 --side 160 --out looks`, look at the pictures,
   and compare their edges with what a camera shows.

The rooms: `scene` (what a scene is) | `draw`, `shapes`, `growth`, `colours` (to make one) | the
families | `blender`, `materials`, `volumes`, `worker` (in the Python that has `bpy`: scene to both
passes) | `finishing`, `rendering`, `environment` (in ours: passes to files, one process a picture).
Nothing that runs in the other Python needs more than numpy and bpy.
"""
