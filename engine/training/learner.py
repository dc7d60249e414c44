"""What is trained, as one module: from a batch to the weighted losses."""

from torch import Tensor, nn

from engine.distill.pair import Pair
from engine.training.lessons import Batch, Lesson, losses
from engine.training.shares import Share
from engine.training.teaching import taught


class Learner(nn.Module):
    """A student, with its adapters if it has a teacher; the teacher itself is no part of it."""

    def __init__(
        self, network: nn.Module, pair: Pair | None, lesson: Lesson, laplacian: float
    ) -> None:
        super().__init__()
        self.network = network
        self.adapters = pair.adapters if pair else nn.ModuleDict()
        self._pair, self._lesson, self._laplacian = pair, lesson, laplacian

    def forward(self, batch: Batch, share: Share) -> dict[str, Tensor]:
        """The losses by name, scalars; their sum is what a step minimises."""
        if self._pair is None:
            answers = self._lesson.answer(self.network, batch)
            return losses(answers, self._laplacian, share.unknown)
        return taught(
            self._pair,
            lambda network: self._lesson.answer(network, batch),
            self._laplacian,
            share,
        )

    def keep_norms(self) -> None:
        """Batch norms use their statistics from now on, until `train()`, and leave them be."""
        for module in self.modules():
            if isinstance(module, nn.modules.batchnorm._BatchNorm):
                module.eval()
