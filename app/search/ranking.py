"""Ranking: what is listed, best first. Scores are rounded before they are compared, so that hosts agree on ties."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from app.search.arrays import Indices, Mask
from app.search.catalogue import NO_UNIT, Catalogue
from app.search.engine import Matches, Scores
from app.search.filters import Filtered
from app.search.query import CountedUnit, SearchQuery, Sort
from app.search.weights import ABOUT, ENDED, OUTSIDE, PRINCIPAL, WHOLE_NAME

_PLACES = 4


@dataclass(frozen=True)
class Listed:
    """Instruments or units in the order they are listed, each with its score."""

    numbers: Indices
    scores: Scores


def rank(catalogue: Catalogue, query: SearchQuery, filtered: Filtered, matches: Matches, named: Mask) -> Listed:
    """The instruments or units let through, in order."""
    units = filtered.units
    if query.unit is CountedUnit.PROVISION:
        numbers = np.flatnonzero(units)
        owner = catalogue.unit_owner[numbers]
        best = _best(catalogue.passage_unit[matches.keys], matches.scores, len(units))[numbers]
    else:
        numbers = owner = np.unique(catalogue.unit_owner[units])
        best = _gathered(catalogue, filtered, matches)[numbers]
    scores = np.round(_weigh(catalogue, best, owner, named), _PLACES)
    ordered = _ORDERS[query.sort](catalogue, owner, scores, numbers)
    return Listed(numbers[ordered], scores[ordered])


def _best(places: Indices, scores: Scores, size: int) -> Scores:
    """The best score of each; passages in no unit are left aside."""
    best = np.zeros(size)
    kept = places != NO_UNIT
    np.maximum.at(best, places[kept], scores[kept])
    return best


def _gathered(catalogue: Catalogue, filtered: Filtered, matches: Matches) -> Scores:
    """The score of each instrument from all its passages, those of the provisions chosen first."""
    scores = matches.scores
    if filtered.by_unit:
        within = catalogue.passage_unit[matches.keys]
        scores = scores * np.where((within == NO_UNIT) | ~filtered.units[within], OUTSIDE, 1.0)
    gathered = np.zeros(len(catalogue.instruments))
    np.add.at(gathered, catalogue.passage_owner[matches.keys], scores**ABOUT)
    found: Scores = gathered ** (1 / ABOUT)
    return found


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
