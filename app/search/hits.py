"""Hits: the numbers on a page turned into what a person reads."""

import numpy as np

from app.records.instrument import Instrument
from app.records.units import Provision
from app.search.arrays import Indices
from app.search.catalogue import NO_UNIT, Catalogue
from app.search.engine import Matches, Scores
from app.search.filters import Filtered
from app.search.highlight import Highlighter
from app.search.marks import Marks
from app.search.passage import Passage
from app.search.query import CountedUnit
from app.search.ranking import Listed
from app.search.result import Hit, PassageHit, ProvisionHit
from app.search.thesaurus import Thesaurus

BEST_PASSAGES = 3


class Hits:
    """Reads hits out of the catalogue."""

    def __init__(self, catalogue: Catalogue, passages: tuple[Passage, ...], thesaurus: Thesaurus) -> None:
        self._catalogue = catalogue
        self._passages = passages
        self._highlighter = Highlighter(passages, thesaurus)
        numbers = np.arange(len(catalogue.instruments) + 1)
        self._starts = np.searchsorted(catalogue.passage_owner, numbers)

    def read(
        self, listed: Listed, matches: Matches, filtered: Filtered, marks: Marks, unit: CountedUnit
    ) -> tuple[Hit, ...]:
        """The hits of a page."""
        hits = []
        for number, score in zip(listed.numbers.tolist(), listed.scores.tolist(), strict=True):
            owner = int(self._catalogue.unit_owner[number]) if unit is CountedUnit.PROVISION else number
            first, last = np.searchsorted(matches.keys, self._starts[owner : owner + 2])
            own = np.arange(first, last)
            if unit is CountedUnit.PROVISION:
                own = own[self._catalogue.passage_unit[matches.keys[own]] == number]
            best = self._best(matches.keys[own], matches.scores[own], filtered)
            shown = tuple(self._passage(key, marks) for key in best)
            hit = self._hit(self._catalogue.instruments[owner], score, len(own), shown)
            hits.append(self._provision(hit, number) if unit is CountedUnit.PROVISION else hit)
        return tuple(hits)

    def _best(self, keys: Indices, scores: Scores, filtered: Filtered) -> list[int]:
        """Passages of units the filters chose come first, then the best; of equals the first in the text."""
        units = self._catalogue.passage_unit[keys]
        passed_over = (units == NO_UNIT) | ~filtered.units[units]
        order = np.lexsort((keys, -np.round(scores, 4), passed_over & filtered.by_unit))
        best: list[int] = keys[order][:BEST_PASSAGES].tolist()
        return best

    def _passage(self, key: int, marks: Marks) -> PassageHit:
        passage = self._passages[key]
        return PassageHit(
            anchor=passage.anchor,
            label=passage.label,
            kind=passage.kind,
            html=self._highlighter.snippet(key, marks),
            url=_address(passage.instrument, passage.anchor),
        )

    def _hit(self, record: Instrument, score: float, matching: int, passages: tuple[PassageHit, ...]) -> Hit:
        return Hit(
            id=record.id,
            title=record.title,
            level=record.level,
            type=record.type,
            places=record.places,
            status=record.status.value,
            force=record.force,
            link=record.link,
            year=record.year,
            verification=record.state,
            provisions_verified=record.provisions_verified,
            score=score,
            url=_address(record.id, ""),
            matching_passages=matching,
            passages=passages,
        )

    def _provision(self, hit: Hit, number: int) -> ProvisionHit:
        """The hit of one unit: its own pinpoint, address and state."""
        unit = self._catalogue.rows[number].unit
        own = {
            "anchor": unit.anchor,
            "label": unit.label,
            "heading": unit.heading if isinstance(unit, Provision) else "",
        }
        return ProvisionHit(**dict(hit) | own | {"verification": unit.state, "url": _address(hit.id, unit.anchor)})


def _address(instrument: str, anchor: str) -> str:
    return f"/instruments/{instrument}#{anchor}" if anchor else f"/instruments/{instrument}"
