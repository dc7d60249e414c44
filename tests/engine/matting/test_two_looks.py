"""Two looks: tiles answer as the whole picture does, and before training as the guides do."""

import numpy as np
import pytest
import torch

from engine.arrays import unit_floats
from engine.matting import context, guides, inputs, two_looks
from engine.matting.enlarge import enlarged
from engine.matting.watch import Watch
from engine.matting.windows import Window
from engine.networks import NETWORKS, create
from engine.networks.guided import GUIDE_ALPHAS

NAME = "guided-student"


@pytest.fixture
def limit(monkeypatch):
    """A function that sets how many pixels the wide look may see."""

    def set_limit(pixels):
        monkeypatch.setattr(context.whole, "__defaults__", (pixels,))

    return set_limit


@pytest.mark.parametrize(("most", "tile"), [(1 << 20, 17), (1500, 17), (300, 40)])
@torch.inference_mode()
def test_tiled_equals_whole_for_the_same_context(awake, scene, limit, most, tile):
    limit(most)
    network = awake(NAME)
    image, trimap = scene(61, 75)
    looked = two_looks.look(network, image, trimap, Watch(None, None))
    assert (looked.ratio == (1.0, 1.0)) == (most > 61 * 75)
    whole = two_looks.tile(network, looked, image, trimap, Window(0, 0, 61, 75))
    assert whole.std() > 0.05  # an answer that could differ
    for top in range(0, 61, tile):
        for left in range(0, 75, tile):
            height, width = min(tile, 61 - top), min(tile, 75 - left)
            window = Window(top, left, height, width)
            part = two_looks.tile(network, looked, image, trimap, window)
            expected = whole[top : top + height, left : left + width]
            assert np.abs(part - expected).max() <= 1e-5


@torch.inference_mode()
def test_matte_is_made_of_these_tiles(awake, scene, limit):
    limit(1500)
    network = awake(NAME)
    image, trimap = scene(61, 75)
    alpha = two_looks.matte(network, NETWORKS[NAME], image, trimap, Watch(None, None))
    looked = two_looks.look(network, image, trimap, Watch(None, None))
    whole = two_looks.tile(network, looked, image, trimap, Window(0, 0, 61, 75))
    unknown = trimap == 128
    assert np.abs(alpha - whole)[unknown].max() <= 1e-5


@torch.inference_mode()
def test_a_small_picture_is_answered_as_by_the_network_alone(awake, scene):
    network = awake(NAME)
    image, trimap = scene(48, 64)  # multiples of the stride: nothing is padded
    pixels = unit_floats(image)
    planes = inputs.guided(pixels, trimap, guides.projected(pixels, guides.carried(pixels, trimap)))
    expected = network(torch.from_numpy(planes)[None])[0, 0].numpy()
    alpha = two_looks.matte(network, NETWORKS[NAME], image, trimap, Watch(None, None))
    unknown = trimap == 128
    assert np.abs(alpha - expected)[unknown].max() <= 1e-5


@torch.inference_mode()
def test_untrained_answers_the_mean_of_the_guides_and_of_what_the_context_hands_on(scene):
    image, trimap = scene(48, 64)
    pixels = unit_floats(image)
    planes = inputs.guided(pixels, trimap, guides.projected(pixels, guides.carried(pixels, trimap)))
    network, tensor = create(NAME).eval(), torch.from_numpy(planes)[None]
    handed = enlarged(network.context(tensor), Window(0, 0, 48, 64), (2, 2))
    carried = (handed[:, 1:4] * tensor[:, :3]).sum(1, keepdim=True) + handed[:, 4:5]
    alphas = [tensor[:, GUIDE_ALPHAS], handed[:, :1], carried.clamp(0, 1)]
    expected = torch.cat(alphas, 1).mean(1)[0].numpy()
    alpha = two_looks.matte(network, NETWORKS[NAME], image, trimap, Watch(None, None))
    unknown = trimap == 128
    assert np.abs(alpha - expected)[unknown].max() <= 1e-5


@torch.inference_mode()
def test_only_tiles_with_unknown_pixels_are_computed(scene):
    image, trimap = scene(48, 64)
    trimap[trimap == 128] = 0
    trimap[15, 20] = 128
    network = create(NAME).eval()
    seen = []
    network.local.register_forward_hook(lambda _m, args, _o: seen.append(args[0].shape[-2:]))
    two_looks.matte(network, NETWORKS[NAME], image, trimap, Watch(None, None))
    assert seen == [(15, 15)]  # one pixel and the halo around it
