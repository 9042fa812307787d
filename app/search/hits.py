"""Hits: the numbers on a page turned into what a person reads."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

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
from app.search.result import Crumb, Hit, PassageHit, ProvisionHit, Reason
from app.search.thesaurus import Thesaurus

BEST_PASSAGES = 3

Explain = Callable[[int, float, int, float], tuple[Reason, ...]]


@dataclass(frozen=True)
class Asked:
    """What was asked and matched, as far as hits must know it."""

    matches: Matches
    filtered: Filtered
    marks: Marks
    unit: CountedUnit
    explain: Explain | None = None


class Hits:
    """Reads hits out of the catalogue."""

    def __init__(self, catalogue: Catalogue, passages: tuple[Passage, ...], thesaurus: Thesaurus) -> None:
        self._catalogue = catalogue
        self._passages = passages
        self._highlighter = Highlighter(thesaurus)
        numbers = np.arange(len(catalogue.instruments) + 1)
        self._starts = np.searchsorted(catalogue.passage_owner, numbers)

    def read(self, listed: Listed, asked: Asked) -> tuple[Hit, ...]:
        """The hits of a page, with reasons where somebody explains them."""
        hits = []
        matches = asked.matches
        for number, score in zip(listed.numbers.tolist(), listed.scores.tolist(), strict=True):
            provision = asked.unit is CountedUnit.PROVISION
            owner = int(self._catalogue.unit_owner[number]) if provision else number
            first, last = np.searchsorted(matches.keys, self._starts[owner : owner + 2])
            own = np.arange(first, last)
            if provision:
                own = own[self._catalogue.passage_unit[matches.keys[own]] == number]
            best = self._best(matches.keys[own], matches.scores[own], asked.filtered)
            found = {
                "score": score,
                "matching_passages": len(own),
                "passages": tuple(self._passage(key, asked.marks) for key in best),
                "title_html": self._highlighter.whole(self._catalogue.instruments[owner].title, asked.marks),
                "why": asked.explain(best[0], _score(matches, best[0]), owner, score) if asked.explain and best else (),
            }
            hits.append(self._provision(owner, number, found) if provision else Hit(**self._facts(owner), **found))
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
            html=self._highlighter.snippet(passage.text, marks),
            url=_address(passage.instrument, passage.anchor),
            heading_html=self._highlighter.whole(passage.heading, marks),
            trail=self._trail(self._catalogue.instruments[int(self._catalogue.passage_owner[key])], passage.anchor),
        )

    def _trail(self, record: Instrument, anchor: str) -> tuple[Crumb, ...]:
        """The provisions held above a provision, the highest first."""
        parts = anchor.split("__")
        above = (record.provision("__".join(parts[:depth])) for depth in range(1, len(parts)))
        return tuple(Crumb(label=each.label, url=_address(record.id, each.anchor)) for each in above if each)

    def _facts(self, owner: int) -> dict[str, Any]:
        """What a hit says of its instrument, whatever was asked."""
        record = self._catalogue.instruments[owner]
        return {
            "id": record.id,
            "title": record.title,
            "level": record.level,
            "type": record.type,
            "places": record.places,
            "status": record.status.value,
            "force": record.force,
            "link": record.link,
            "year": record.year,
            "verification": record.state,
            "provisions_verified": record.provisions_verified,
            "url": _address(record.id, ""),
        }

    def _provision(self, owner: int, number: int, found: dict[str, Any]) -> ProvisionHit:
        """The hit of one unit: its own pinpoint, address and state."""
        unit, facts = self._catalogue.rows[number].unit, self._facts(owner)
        own = {
            "anchor": unit.anchor,
            "label": unit.label,
            "heading": unit.heading if isinstance(unit, Provision) else "",
            "verification": unit.state,
            "url": _address(facts["id"], unit.anchor),
        }
        return ProvisionHit(**facts | own | found)


def _score(matches: Matches, key: int) -> float:
    return float(matches.scores[np.searchsorted(matches.keys, key)])


def _address(instrument: str, anchor: str) -> str:
    return f"/instruments/{instrument}#{anchor}" if anchor else f"/instruments/{instrument}"
