"""The errors a caller can meet: each carries its HTTP status and says what to do."""

from typing import ClassVar


class AppError(Exception):
    """What went wrong, in a sentence that names the thing and the mend."""

    status: ClassVar[int] = 500

    @property
    def detail(self) -> str:
        """The sentence shown to the person."""
        return str(self)


class NotFound(AppError):
    """Nothing stands at this address."""

    status = 404


class Gone(AppError):
    """Something stood here and was withdrawn; the sentence says why."""

    status = 410


class BadRequest(AppError):
    """A parameter cannot be understood."""

    status = 422


class NotReady(AppError):
    """No release can be served yet; the sentence names the command to run."""

    status = 503


class CorpusInvalid(AppError):
    """The corpus has problems; nothing was built."""

    status = 500
