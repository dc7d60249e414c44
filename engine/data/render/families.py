"""The families that can be rendered, by name."""

from collections.abc import Callable

from engine.data.render.animals import fur_short
from engine.data.render.draw import Draw
from engine.data.render.feathers import boa, feather
from engine.data.render.flowers import flower
from engine.data.render.glass import glass
from engine.data.render.heads import hair_curly, hair_straight
from engine.data.render.lattices import net, web_wheel
from engine.data.render.plants import fern_grass, leaves
from engine.data.render.scene import Scene
from engine.data.render.seedheads import seedhead
from engine.data.render.toys import fur_long, plush
from engine.data.render.weaves import cloth, rope

FAMILIES: dict[str, Callable[[Draw], Scene]] = {
    "boa": boa,
    "cloth": cloth,
    "feather": feather,
    "fern_grass": fern_grass,
    "flower": flower,
    "fur_long": fur_long,
    "fur_short": fur_short,
    "glass": glass,
    "hair_curly": hair_curly,
    "hair_straight": hair_straight,
    "leaves": leaves,
    "net": net,
    "plush": plush,
    "rope": rope,
    "seedhead": seedhead,
    "web_wheel": web_wheel,
}
