"""The families that can be rendered, by name."""

from collections.abc import Callable

from engine.data.render.animals import fur_short
from engine.data.render.baskets import basket
from engine.data.render.chains import chain
from engine.data.render.draw import Draw
from engine.data.render.feathers import boa, feather
from engine.data.render.flowers import flower
from engine.data.render.glass import glass
from engine.data.render.hairdos import hairdo
from engine.data.render.heads import hair_curly, hair_straight
from engine.data.render.lattices import net, web_wheel
from engine.data.render.openwork import openwork
from engine.data.render.plants import fern_grass, leaves
from engine.data.render.scene import Scene
from engine.data.render.seedheads import seedhead
from engine.data.render.smoke import smoke
from engine.data.render.toys import fur_long, plush
from engine.data.render.umbels import umbel
from engine.data.render.water import water
from engine.data.render.weaves import cloth, rope

FAMILIES: dict[str, Callable[[Draw], Scene]] = {
    "basket": basket,
    "boa": boa,
    "chain": chain,
    "cloth": cloth,
    "feather": feather,
    "fern_grass": fern_grass,
    "flower": flower,
    "fur_long": fur_long,
    "fur_short": fur_short,
    "glass": glass,
    "hair_curly": hair_curly,
    "hair_straight": hair_straight,
    "hairdo": hairdo,
    "leaves": leaves,
    "net": net,
    "openwork": openwork,
    "plush": plush,
    "rope": rope,
    "seedhead": seedhead,
    "smoke": smoke,
    "umbel": umbel,
    "water": water,
    "web_wheel": web_wheel,
}
