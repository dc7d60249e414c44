"""Knowledge distillation: terms that draw a student's features and alphas to its teacher's.

`term(student_features, teacher_features, **what it declares) -> scalar`; features are lists of
(n, c, h, w), one for each stage. The teacher's are detached. All are finite, with finite gradients,
where features are all zero.

| term      | compares                    | student's width    | declares               |
|-----------|-----------------------------|--------------------|------------------------|
| `batch`   | pictures of a batch         | its own            |                        |
| `spatial` | pixels                      | its own            |                        |
| `channel` | channels                    | adapted            |                        |
| `at`      | energy over the picture     | its own            |                        |
| `fsp`     | consecutive stages          | adapted            |                        |
| `ofd`     | features before their ReLU  | through connectors | `margins`, `rectified` |
| `hinton`  | alphas (lists of one)       |                    | `unknown`              |

Deviations from SPKD's published code, whose mathematics these terms otherwise reproduce:

* a vector of zeros is normalised to zeros with a gradient of zero; the code's gradient is NaN, and
  its batch similarity NaN itself;
* the teacher is detached; the code lets gradients into it;
* `spatial` is computed without its (h·w)² map: the same number, in a fraction of the memory;
* `ofd` honours the margins (see `engine.distill.overhaul`) unless told to be `rectified`;
* the alpha terms leave known pixels out of the sum; the code adds 1e-6 for each.
"""

from collections.abc import Callable

from torch import Tensor

from engine.distill.overhaul import ofd
from engine.distill.similarity import batch, channel, spatial
from engine.distill.transfer import at, fsp, hinton

TERMS: dict[str, Callable[..., Tensor]] = {
    "batch": batch,
    "spatial": spatial,
    "channel": channel,
    "at": at,
    "fsp": fsp,
    "ofd": ofd,
    "hinton": hinton,
}
