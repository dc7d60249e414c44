"""Errors that a person can meet, each a sentence with a remedy.

EngineError
├── ImageError      a picture cannot be read
├── TrimapError     a trimap cannot be used
├── OutputError     a result cannot be written
├── RecordError     a result cannot be made again from its record
├── WeightsError    weights are missing, damaged, or of another network
├── DeviceError     the device asked for is not there
├── RoomError       a matte does not fit into memory
├── ProjectError    a project file cannot be used
│   └── PhotographError   its photograph is not there
├── BatchError      a batch cannot be begun, or gone on with
├── DataError       training data is missing or wrong
└── RunError        a training run's spec or folder is wrong

`Cancelled` is no error: it ends work that the person stopped. Everything else that is raised
is a bug and keeps its traceback.
"""


class EngineError(Exception):
    """What happened, in one sentence, and `hint`: what to do about it, in another."""

    def __init__(self, message: str, *, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class ImageError(EngineError):
    """A picture cannot be read."""


class TrimapError(EngineError):
    """A trimap cannot be used."""


class OutputError(EngineError):
    """A result cannot be written."""


class RecordError(EngineError):
    """A result cannot be made again from its export record."""


class WeightsError(EngineError):
    """Weights are missing, damaged, or belong to another network."""


class DeviceError(EngineError):
    """The device that was asked for is not there."""


class RoomError(EngineError):
    """A matte does not fit into memory."""


class ProjectError(EngineError):
    """A project file cannot be used."""


class PhotographError(ProjectError):
    """The photograph that a project belongs to is not there."""


class BatchError(EngineError):
    """A batch cannot be begun, or gone on with."""


class DataError(EngineError):
    """Training data is missing or wrong."""


class RunError(EngineError):
    """A training run's spec or folder is wrong."""


class Cancelled(Exception):  # noqa: N818 - not an error
    """The person stopped the work."""
