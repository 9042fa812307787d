"""Ranking: what is listed, best first. Scores are rounded before they are compared, so that hosts agree on ties."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from app.search.arrays import Indices, Mask
from app.search.catalogue import NO_UNIT, Catalogue
from app.search.engine import Matches, Scores
from app.search.query import CountedUnit, SearchQuery, Sort
from app.search.weights import ENDED, PRINCIPAL, WHOLE_NAME

_PLACES = 4


@dataclass(frozen=True)
class Listed:
    """Instruments or units in the order they are listed, each with its score."""

    numbers: Indices
    scores: Scores


def rank(catalogue: Catalogue, query: SearchQuery, units: Mask, matches: Matches, named: Mask) -> Listed:
    """The instruments or units let through, in order."""
    if query.unit is CountedUnit.PROVISION:
        numbers = np.flatnonzero(units)
        owner = catalogue.unit_owner[numbers]
        best = _best(catalogue.passage_unit[matches.keys], matches.scores, len(units))[numbers]
    else:
        numbers = owner = np.unique(catalogue.unit_owner[units])
        best = _best(catalogue.passage_owner[matches.keys], matches.scores, len(catalogue.instruments))[numbers]
    scores = np.round(_weigh(catalogue, best, owner, named), _PLACES)
    ordered = _ORDERS[query.sort](catalogue, owner, scores, numbers)
    return Listed(numbers[ordered], scores[ordered])


def _best(places: Indices, scores: Scores, size: int) -> Scores:
    """The best score of each; passages in no unit are left aside."""
    best = np.zeros(size)
    kept = places != NO_UNIT
    np.maximum.at(best, places[kept], scores[kept])
    return best


def _weigh(catalogue: Catalogue, best: Scores, owner: Indices, named: Mask) -> Scores:
    principal = np.where(catalogue.principal[owner], PRINCIPAL, 1.0)
    ended = np.where(catalogue.ended[owner], ENDED, 1.0)
    return best * principal * ended + np.where(named[owner], WHOLE_NAME, 0.0)


_Order = Callable[[Catalogue, Indices, Scores, Indices], Indices]

# Each ends in the title and the unit's own place: no two are ever equal.
_ORDERS: dict[Sort, _Order] = {
    Sort.RELEVANCE: lambda catalogue, owner, scores, numbers: np.lexsort((numbers, catalogue.standing[owner], -scores)),
    Sort.TITLE: lambda catalogue, owner, scores, numbers: np.lexsort((numbers, catalogue.by_title[owner])),
    Sort.NEWEST: lambda catalogue, owner, scores, numbers: np.lexsort(
        (numbers, catalogue.by_title[owner], -catalogue.years[owner])
    ),
    Sort.OLDEST: lambda catalogue, owner, scores, numbers: np.lexsort(
        (numbers, catalogue.by_title[owner], catalogue.years[owner], catalogue.years[owner] == 0)
    ),
}
