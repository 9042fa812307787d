"""Scoring: boolean logic and BM25 over postings, in numpy; for engines that only store."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache, reduce
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from app.search.engine import Matches, Scores
from app.search.node import And, Everything, Near, Node, Not, Or, Phrase, Prefix, Term
from app.search.weights import K1, WEIGHTS, B

# A place in the whole index is passage * STRIDE + position, so that a phrase is plain arithmetic.
STRIDE = 1 << 24

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Posting:
    """Where a token stands in one field: passages by rising key, how often, and every place."""

    keys: Counts
    counts: Counts
    places: Counts


class Store(Protocol):
    """What an engine that only stores must tell."""

    @property
    def size(self) -> int: ...
    def posting(self, field: str, token: str) -> Posting: ...
    def lengths(self, field: str) -> Scores: ...
    def vocabulary(self, fields: tuple[str, ...], prefix: str, limit: int) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class _Found:
    """One truth value and one score for each passage of the index."""

    mask: NDArray[np.bool_]
    scores: Scores


class Scorer:
    """Answers nodes from a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._norms = lru_cache(maxsize=None)(self._read_norms)
        self._terms: Callable[[tuple[str, ...], str], tuple[Counts, Scores]]
        self._terms = lru_cache(maxsize=20_000)(self._score_term)

    def search(self, node: Node) -> Matches:
        """Every passage that matches, with its score."""
        found = self._find(node)
        keys = np.flatnonzero(found.mask)
        return Matches(keys, found.scores[keys])

    def _find(self, node: Node) -> _Found:
        match node:
            case Everything():
                return self._constant(True)
            case Term(fields, token):
                return self._sparse(*self._terms(fields, token))
            case Phrase(fields, tokens, boost):
                return self._placed(fields, tokens, boost, phrase_places)
            case Near(fields, tokens, slop, boost):
                return self._placed(fields, tokens, boost, lambda places: near_places(places, slop))
            case Prefix(fields, prefix, limit):
                return self._prefixed(fields, self._store.vocabulary(fields, prefix, limit))
            case And(nodes, optional):
                return self._all(nodes, optional)
            case Or(nodes):
                return reduce(_either, map(self._find, nodes), self._constant(False))
            case Not(inner):
                return _Found(~self._find(inner).mask, np.zeros(self._store.size))

    def _constant(self, value: bool) -> _Found:
        return _Found(np.full(self._store.size, value), np.zeros(self._store.size))

    def _sparse(self, keys: Counts, scores: Scores) -> _Found:
        found = self._constant(False)
        found.mask[keys] = True
        found.scores[keys] = scores
        return found

    def _all(self, nodes: Iterable[Node], optional: Iterable[Node]) -> _Found:
        mask, scores = np.ones(self._store.size, dtype=bool), np.zeros(self._store.size)
        for node in nodes:
            found = self._find(node)
            mask &= found.mask
            scores += found.scores
        if mask.any():
            for node in optional:
                scores += self._find(node).scores
        return _Found(mask, np.where(mask, scores, 0.0))

    def _prefixed(self, fields: tuple[str, ...], tokens: tuple[str, ...]) -> _Found:
        """The best of the words begun so: many endings of one word are not many words."""
        found = self._constant(False)
        for token in tokens:
            keys, scores = self._terms(fields, token)
            found.mask[keys] = True
            found.scores[keys] = np.maximum(found.scores[keys], scores)
        return found

    def _score_term(self, fields: tuple[str, ...], token: str) -> tuple[Counts, Scores]:
        postings = [(field, self._store.posting(field, token)) for field in fields]
        return self._weigh([(field, each.keys, each.counts) for field, each in postings], 1.0)

    def _placed(
        self,
        fields: tuple[str, ...],
        tokens: tuple[str, ...],
        boost: float,
        join: Callable[[list[Counts]], Counts],
    ) -> _Found:
        hits = []
        for field in fields:
            places = [self._store.posting(field, token).places for token in tokens]
            if all(len(each) for each in places):
                keys, counts = np.unique(join(places) // STRIDE, return_counts=True)
                hits.append((field, keys, counts))
        return self._sparse(*self._weigh(hits, boost * len(tokens)))

    def _weigh(self, hits: list[tuple[str, Counts, Counts]], boost: float) -> tuple[Counts, Scores]:
        """BM25 over fields; one rarity for all of them, so that only the weights tell the fields apart."""
        hits = [hit for hit in hits if len(hit[1])]
        if not hits:
            return np.empty(0, dtype=np.int64), np.empty(0)
        keys = reduce(np.union1d, [keys for _, keys, _ in hits])
        rarity = math.log1p((self._store.size - len(keys) + 0.5) / (len(keys) + 0.5))
        scores = np.zeros(len(keys))
        for field, found, counts in hits:
            strength = counts * (K1 + 1) / (counts + self._norms(field)[found])
            scores[np.searchsorted(keys, found)] += WEIGHTS[field] * strength
        return keys, scores * (rarity * boost)

    def _read_norms(self, field: str) -> Scores:
        lengths = self._store.lengths(field)
        used = lengths[lengths > 0]
        mean = float(used.mean()) if len(used) else 1.0
        return K1 * (1 - B[field] + B[field] * lengths / mean)


def phrase_places(places: list[Counts]) -> Counts:
    """Where each token is followed by the next."""
    found = places[0]
    for offset, following in enumerate(places[1:], start=1):
        found = found[np.isin(found + offset, following, assume_unique=True)]
    return found


def near_places(places: list[Counts], slop: int) -> Counts:
    """Where a stretch of text begins that has all tokens within `slop` places."""
    starts = np.unique(np.concatenate(places))
    for each in places:
        following = np.searchsorted(each, starts)
        within = following < len(each)
        within[within] = each[following[within]] <= starts[within] + slop
        starts = starts[within]
    return starts


def _either(one: _Found, other: _Found) -> _Found:
    return _Found(one.mask | other.mask, one.scores + other.scores)
