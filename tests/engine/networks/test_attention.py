"""Guided contextual attention against its definition, one place at a time."""

import pytest
import torch

from engine.networks.attention import GuidedAttention

CORNERS = [(y, x) for y in (-1, 0, 1) for x in (-1, 0, 1)]


def mirrored(index, size):
    return -index if index < 0 else 2 * (size - 1) - index if index >= size else index


def patch(plane, y, x, offsets):
    """(c, h, w) -> (c, len(offsets)), the border mirrored."""
    height, width = plane.shape[1:]
    return torch.stack(
        [plane[:, mirrored(y + j, height), mirrored(x + i, width)] for j, i in offsets], dim=1
    )


def slow_mixture(features, guided, unknown):
    """Steps 1 to 5 for one picture: (c, h, w), (c', h/2, w/2), (h/2, w/2) -> (c, h, w)."""
    height, width = unknown.shape
    places = [(y, x) for y in range(height) for x in range(width)]
    share = unknown.mean().item()
    s_u = min(max((share / (1 - share)) ** 0.5, 0.1), 10)
    s_k = min(max(((1 - share) / share) ** 0.5, 0.1), 10)
    near = {p: bool(patch(unknown[None], *p, CORNERS).any()) for p in places}
    window = [(j, i) for j in (-1, 0, 1, 2) for i in (-1, 0, 1, 2)]
    total = torch.zeros_like(features)
    for q in places:
        query = patch(guided, *q, CORNERS)
        logits = []
        for p in places:
            key = patch(guided, *p, CORNERS)
            logit = (s_u if near[p] else s_k) * (key / key.norm().clamp(min=1e-4) * query).sum()
            logits.append(logit - 1e4 if p == q and near[p] else logit)
        weights = torch.stack(logits).softmax(dim=0)
        mixed = sum(
            weight * patch(features, 2 * y, 2 * x, window)
            for weight, (y, x) in zip(weights, places, strict=True)
        )
        for number, (j, i) in enumerate(window):
            y, x = 2 * q[0] + j, 2 * q[1] + i
            if 0 <= y < 2 * height and 0 <= x < 2 * width:
                total[:, y, x] += mixed[:, number] / 4
    return total


@pytest.mark.parametrize("share", [0.2, 0.7])
@torch.no_grad()
def test_attention_equals_its_definition(share):
    torch.manual_seed(3)
    attention = GuidedAttention(4).double().eval()
    torch.nn.init.normal_(attention.merge.norm.weight)
    features, guidance = torch.randn(2, 1, 4, 8, 6, dtype=torch.float64)
    unknown = (torch.rand(1, 1, 8, 6) < share).double()
    guided = attention.guide(guidance)[0, :, ::2, ::2]
    mixture = slow_mixture(features[0], guided, unknown[0, 0, ::2, ::2])
    expected = features + attention.merge(mixture[None])
    torch.testing.assert_close(attention(features, guidance, unknown), expected)


def test_gradients_are_finite_where_the_guidance_is_flat():
    attention = GuidedAttention(4)
    features = torch.rand(1, 4, 8, 8, requires_grad=True)
    guidance = torch.zeros(1, 4, 8, 8, requires_grad=True)
    attention.guide.bias.data.zero_()
    attention(features, guidance, torch.ones(1, 1, 8, 8)).sum().backward()
    assert features.grad.isfinite().all()
    assert guidance.grad.isfinite().all()
