"""Which channels of the networks meet: every convolution, its input and its output, by group."""

from collections.abc import Callable, Iterator

from torch import nn

from engine.networks.dim import Dim
from engine.networks.gca import Gca
from engine.networks.guided import INPUTS, Guided
from engine.networks.indexnet import REPEATS, IndexNet
from engine.training.starts.selection import Link, Wiring


def wiring(narrow: nn.Module, wide: nn.Module) -> Wiring:
    """That of two networks of one definition, `narrow` perhaps of fewer layers."""
    links, planes = _WIRINGS[type(narrow)]
    return Wiring(tuple(links(narrow, wide)), planes)


def _dim(narrow: nn.Module, wide: nn.Module) -> Iterator[Link]:
    """up5 is unpooled with the indices of down4, and so on: both must keep the same channels."""
    before = "input"
    for stage in range(1, 6):
        path = f"down{stage}"
        ours, theirs = (_count(network, path) for network in (narrow, wide))
        for number in range(1, ours + 1):
            layer, is_last = f"{path}.conv{number}", number == ours
            output = path if is_last else layer
            last = (f"{path}.conv{theirs}.conv", f"{path}.conv{theirs}.norm")
            several = last if is_last and ours < theirs else None
            yield Link(f"{layer}.conv", f"{layer}.norm", output, (before,), several)
            before = output
    for stage in (5, 4, 3, 2, 1):
        output = f"down{stage - 1}" if stage > 1 else "alpha"
        yield Link(f"up{stage}.conv", f"up{stage}.norm", output, (f"down{stage}",))


def _indexnet(_narrow: nn.Module, _wide: nn.Module) -> Iterator[Link]:
    """What is pooled or unpooled by an index must keep the index's channels."""
    yield _layer("layer0", "layer0", "input")
    for number, count in enumerate(REPEATS, start=1):
        for block in range(count):
            path = f"layer{number}.{block}"
            before = f"layer{number}" if block else f"layer{number - 1}"
            inner = before if number == 1 else path
            if number > 1:
                yield _layer(f"{path}.expand", inner, before)
            yield _layer(f"{path}.filter", inner)
            yield _layer(f"{path}.project", f"layer{number}", inner)
    for number in (0, 2, 3, 4, 6):
        for corner in range(4):
            path, group = f"pool{number}.corners.{corner}", f"layer{number}"
            yield Link(f"{path}.0", f"{path}.1", path, (group,))
            yield Link(f"{path}.3", "", group, (path,))
    yield from _context()
    # Where the layer below was pooled its index multiplies: the channels are that layer's.
    outputs = ("up6", "layer4", "layer3", "layer2", "up2", "layer0", "up0")
    before = "layer6"
    for number, output in zip(range(6, -1, -1), outputs, strict=True):
        yield _layer(f"up{number}", output, before, f"layer{number}")
        before = output
    yield _layer("alpha.0", "alpha", "up0")
    yield Link("alpha.1", "", "alpha", ("alpha",))


def _context() -> Iterator[Link]:
    """IndexNet's ASPP, whose answer is unpooled by layer6's index."""
    yield _layer("aspp.point", "aspp.point", "layer7")
    views = ["aspp.point"]
    for number in range(3):
        path = f"aspp.dilated.{number}"
        yield _layer(f"{path}.0", "layer7")
        yield _layer(f"{path}.1", path, "layer7")
        views.append(path)
    yield _layer("aspp.whole", "aspp.whole", "layer7")
    yield _layer("aspp.join", "layer6", *views, "aspp.whole")


def _gca(narrow: nn.Module, _wide: nn.Module) -> Iterator[Link]:
    """What a shortcut brings is added: both must keep the same channels."""
    yield _layer("encoder.stem1", "stem1", "input")
    yield _layer("encoder.stem2", "stem2", "stem1")
    yield _layer("encoder.stem3", "layer1", "stem2")
    for number in (1, 2, 3, 4):
        before = f"layer{max(number - 1, 1)}"
        yield from _residuals(narrow, f"encoder.layer{number}", before, f"layer{number}")
    for place, before, output in ((1, "colours", "1"), (3, "1", "2"), (5, "2", "3")):
        before = before if before == "colours" else f"guidance{before}"
        yield _layer(f"encoder.guidance.{place}", f"guidance{output}", before)
    yield from _attention("encoder.attention", "layer2")
    sources = ("input", "stem2", "layer1", "layer2", "layer3")
    sizes = ("full", "half", "quarter", "eighth", "sixteenth")
    for number, (source, size) in enumerate(zip(sources, sizes, strict=True)):
        path = f"encoder.shortcuts.{number}"
        yield _layer(f"{path}.0", path, source)
        yield _layer(f"{path}.1", size, path)
    before = "layer4"
    for number, size in enumerate(reversed(sizes[1:]), start=1):
        yield from _residuals(narrow, f"decoder.layer{number}", before, size)
        before = size
    yield from _attention("decoder.attention", "eighth")
    yield _layer("decoder.head", "full", "half")
    yield Link("decoder.alpha", "", "alpha", ("full",))


def _attention(path: str, features: str) -> Iterator[Link]:
    yield Link(f"{path}.guide", "", path, ("guidance3",))
    yield Link(f"{path}.merge.conv", f"{path}.merge.norm", features, (features,))


def _residuals(network: nn.Module, path: str, before: str, group: str) -> Iterator[Link]:
    """Blocks in a row; the first projects its skip if it shrinks or grows."""
    for number in range(_count(network, path)):
        block = f"{path}.{number}"
        yield from _residual(block, before, group)
        if isinstance(network.get_submodule(f"{block}.skip"), nn.Sequential):
            yield _layer(f"{block}.skip", group, before)
        before = group


def _residual(block: str, before: str, group: str) -> Iterator[Link]:
    yield Link(f"{block}.conv1", f"{block}.norm1", block, (before,))
    yield Link(f"{block}.conv2", f"{block}.norm2", group, (block,))


def _guided(narrow: nn.Module, _wide: nn.Module) -> Iterator[Link]:
    """Of more residual blocks than the narrow network has, the first ones stay."""
    yield _numbered("context.stem", "down0", "input")
    for number in (1, 2, 3):
        path, group = f"context.down{number}", f"down{number}"
        yield _numbered(f"{path}.0", group, f"down{number - 1}")
        for block in range(1, _count(narrow, path)):
            yield from _residual(f"{path}.{block}", group, group)
    before = "down3"
    for number in (3, 2, 1):
        path = f"context.up{number}"
        yield Link(f"{path}.narrow", "", f"{path}.narrow", (before,))
        yield _numbered(f"{path}.join", path, f"{path}.narrow", f"down{number - 1}")
        before = path
    yield Link("context.blend.head", "", "context.blend", (before,))
    yield Link("context.trust", "", "context.trust", (before,))
    yield Link("context.hand", "", "handed", (before,))
    yield _numbered("local.stem", "local", "input", "coarse", "handed")
    yield from _residual("local.body", "local", "local")
    yield from _residual("local.wider", "local", "local")
    yield Link("local.blend.head", "", "local.blend", ("local",))


def _layer(path: str, output: str, *inputs: str) -> Link:
    return Link(f"{path}.conv", f"{path}.norm", output, inputs)


def _numbered(path: str, output: str, *inputs: str) -> Link:
    return Link(f"{path}.0", f"{path}.1", output, inputs)


def _count(network: nn.Module, path: str) -> int:
    return sum(1 for _ in network.get_submodule(path).children())


Links = Callable[[nn.Module, nn.Module], Iterator[Link]]

_WIRINGS: dict[type[nn.Module], tuple[Links, dict[str, int]]] = {
    Dim: (_dim, {"input": 4}),
    IndexNet: (_indexnet, {"input": 4}),
    Gca: (_gca, {"input": 6, "colours": 3}),
    Guided: (_guided, {"input": INPUTS, "coarse": 2}),
}
