"""Guided contextual attention: what looks alike in the photograph shares its alpha features.

Y. Li, H. Lu, "Natural image matting via guided contextual attention", AAAI 2020, section 3.2, in
the form of the authors' code (MIT licence).

The guidance map G describes the photograph, the alpha features A what the network believes so far.
Both are at an eighth of the picture's size; attention works on a grid of P = (h / 16) (w / 16)
places. With g the guidance after a 1x1 convolution, seen at every second pixel:

1. A place's *query* is its 3x3 patch of g. Its *key* is the same patch divided by its norm.
2. logit[p, q] = s_p <key_p, query_q>. How far a key is trusted depends on the trimap: s_p is
   s_u = sqrt(u / (1 - u)) if the 3x3 neighbourhood of p holds anything unknown and s_k = 1 / s_u
   otherwise, both within [0.1, 10]; u is the unknown share of the picture. So the rarer kind of
   place does not drown in the commoner one.
3. An unknown place must not answer itself: 10^4 is taken off logit[p, p] for such p.
4. Softmax over all keys p, known and unknown ones.
5. Each place receives the mixture of all places' 4x4 patches of A; the patches overlap by half
   and are added up and divided by four (their overlap).
6. A + BN(1x1 convolution of that) goes on. The batch norm's gamma starts at 10^-3, so that the
   attention is phased in.

Memory grows with P^2: 67 million logits for a picture of 1448 x 1448.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

_SELF = 1e4
_SMALLEST_NORM = 1e-4


class Merge(nn.Sequential):
    """The 1x1 convolution and batch norm through which the attended features return."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(width, width, 1, bias=False)
        self.norm = nn.BatchNorm2d(width)
        nn.init.xavier_uniform_(self.conv.weight)
        nn.init.constant_(self.norm.weight, 1e-3)


class GuidedAttention(nn.Module):
    """Alpha features and guidance of `width` channels each."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.guide = nn.Conv2d(width, width // 2, 1)
        self.merge = Merge(width)
        nn.init.xavier_uniform_(self.guide.weight)

    def forward(self, features: Tensor, guidance: Tensor, unknown: Tensor) -> Tensor:
        """(n, width, h, w) twice, and (n, 1, h, w) that is 1 where unknown -> (n, width, h, w).

        h and w are even and at least 4.
        """
        queries = _patches(self.guide(guidance)[:, :, ::2, ::2], size=3, stride=1)
        keys = queries / queries.norm(dim=1, keepdim=True).clamp(min=_SMALLEST_NORM)
        unknown = unknown[:, :, ::2, ::2]
        near_unknown = _patches(unknown, size=3, stride=1).amax(dim=1) > 0
        logits = keys.transpose(1, 2) @ queries
        logits = logits * _trust(unknown, near_unknown)[:, :, None]
        logits = logits - torch.diag_embed(near_unknown.to(logits.dtype)) * _SELF
        values = _patches(features, size=4, stride=2)
        mixed = values @ logits.softmax(dim=1)
        attended = F.fold(mixed, features.shape[2:], 4, padding=1, stride=2) / 4
        merged: Tensor = self.merge(attended)
        return features + merged


def _patches(x: Tensor, *, size: int, stride: int) -> Tensor:
    """All patches of x with its border mirrored by one pixel, (n, c size^2, places)."""
    return F.unfold(F.pad(x, (1, 1, 1, 1), mode="reflect"), size, stride=stride)


def _trust(unknown: Tensor, near_unknown: Tensor) -> Tensor:
    """The factor of each key, (n, places): s_u near unknown pixels, s_k elsewhere."""
    share = unknown.mean(dim=(1, 2, 3))[:, None]
    of_unknown = (share / (1 - share)).sqrt().clamp(0.1, 10)
    of_known = ((1 - share) / share).sqrt().clamp(0.1, 10)
    return torch.where(near_unknown, of_unknown, of_known)
