"""Whoosh: the index embedded in the process. It stores tokens and their places; `scoring` weighs them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from threading import Lock

import numpy as np
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import TEXT, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import IndexError as WhooshIndexError
from whoosh.reading import IndexReader, ReaderClosed, TermNotFound

from app.search.document import Document
from app.search.engine import EngineError, Matches, Scores
from app.search.node import Node
from app.search.scoring import STRIDE, Counts, Posting, Scorer
from app.search.seal import check_seal, write_seal
from app.search.weights import WEIGHTS

_FAILED = (WhooshIndexError, OSError)
_NOTHING = Posting(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.int64))


def write_index(directory: Path, documents: Iterable[Document]) -> int:
    """Write documents, keys rising from 0, to an empty directory; how many there were."""
    tokens = SpaceSeparatedTokenizer()
    schema = Schema(**{field: TEXT(analyzer=tokens, phrase=True) for field in WEIGHTS})
    with _writing(directory):
        directory.mkdir(parents=True, exist_ok=True)
        writer = FileStorage(str(directory)).create_index(schema).writer()
        count = 0
        for count, document in enumerate(documents, start=1):
            if document.key != count - 1:  # Whoosh numbers documents itself; its number is our key
                writer.cancel()
                raise EngineError(f"Passage {document.key} came as number {count - 1}; sort the passages by key.")
            writer.add_document(**document.fields)
        writer.commit(optimize=True)
        write_seal(directory)
    return count


def open_engine(directory: Path) -> "WhooshEngine":
    """Open an index to read; EngineError if it is not there or damaged."""
    check_seal(directory)
    with _reading(directory):
        return WhooshEngine(directory, FileStorage(str(directory), readonly=True).open_index().reader())


class WhooshEngine:
    """An open Whoosh index."""

    def __init__(self, directory: Path, reader: IndexReader) -> None:
        self._directory = directory
        self._reader = reader
        self._lock = Lock()  # a Whoosh reader moves one file position; threads must take turns
        self.size: int = reader.doc_count_all()
        self.posting = lru_cache(maxsize=50_000)(self._read_posting)
        self.vocabulary = lru_cache(maxsize=2_000)(self._read_vocabulary)
        self._scorer = Scorer(self)

    def search(self, node: Node) -> Matches:
        """Every passage that matches, with its score."""
        return self._scorer.search(node)

    def lengths(self, field: str) -> Scores:
        """How many tokens each passage has in a field."""
        with self._lock, _reading(self._directory):
            return np.array([self._reader.doc_field_length(key, field) for key in range(self.size)], np.float64)

    def close(self) -> None:
        """Let go of its files."""
        with self._lock:
            self._reader.close()

    def _read_posting(self, field: str, token: str) -> Posting:
        keys: list[int] = []
        counts: list[int] = []
        places: list[Counts] = []
        with self._lock, _reading(self._directory):
            try:
                matcher = self._reader.postings(field, token)
            except TermNotFound:
                return _NOTHING
            while matcher.is_active():
                positions = matcher.value_as("positions")
                keys.append(matcher.id())
                counts.append(len(positions))
                places.append(np.asarray(positions, np.int64) + keys[-1] * STRIDE)
                matcher.next()
        return Posting(np.asarray(keys, np.int64), np.asarray(counts, np.int64), np.concatenate(places))

    def _read_vocabulary(self, fields: tuple[str, ...], prefix: str, limit: int) -> tuple[str, ...]:
        found: set[str] = set()
        with self._lock, _reading(self._directory):
            for field in fields:
                for count, token in enumerate(self._reader.expand_prefix(field, prefix)):
                    if count == limit:
                        break
                    found.add(token.decode("utf-8"))
        return tuple(sorted(found)[:limit])


@contextmanager
def _writing(directory: Path) -> Iterator[None]:
    """Whoosh's errors as ours."""
    try:
        yield
    except _FAILED as error:
        raise EngineError(f"The search index cannot be written to {directory}: {error}.") from error


@contextmanager
def _reading(directory: Path) -> Iterator[None]:
    """Whoosh's errors, and those of damaged files, as ours."""
    try:
        yield
    except ReaderClosed as error:
        raise EngineError(f"The search index in {directory} was closed; open the release again.") from error
    except _FAILED as error:
        raise EngineError(
            f"The search index in {directory} cannot be read ({error}); run 'sourcebook build' to make it anew."
        ) from error
