"""Engine: the protocol every index library is put behind; its answers, and its one error."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Protocol

import numpy as np
from numpy.typing import NDArray

from app.errors import AppError
from app.search.document import Document
from app.search.node import Node

Keys = NDArray[np.int64]
Scores = NDArray[np.float64]


class EngineError(AppError):
    """The index cannot be read or written."""

    status: ClassVar[int] = 503


@dataclass(frozen=True, slots=True)
class Matches:
    """All passages that match, by rising key, each with its score."""

    keys: Keys
    scores: Scores


class Engine(Protocol):
    """An open index; safe to use from several threads."""

    @property
    def size(self) -> int:
        """How many passages it holds."""
        ...

    def search(self, node: Node) -> Matches:
        """Every passage that matches; the same question has the same answer."""
        ...

    def vocabulary(self, fields: tuple[str, ...], prefix: str, limit: int) -> tuple[str, ...]:
        """The first tokens of some fields that begin so, sorted, each once."""
        ...

    def close(self) -> None:
        """Let go of its files."""
        ...


class EngineRoom(Protocol):
    """A library behind the protocol: how it writes an index and how it opens one."""

    def write_index(self, directory: Path, documents: Iterable[Document]) -> int:
        """Write documents, keys rising from 0, to an empty directory; how many there were."""
        ...

    def open_engine(self, directory: Path) -> Engine:
        """Open an index to read; EngineError if it is not there or damaged."""
        ...
