"""Searcher: a question in, an answer out, over one open release."""

from typing import ClassVar

import numpy as np

from app.errors import AppError
from app.records.corpus import Corpus
from app.search.arrays import Mask
from app.search.catalogue import NO_UNIT, Catalogue
from app.search.engine import Engine, EngineError, Matches
from app.search.explain import Explainer
from app.search.filters import count_facets, filter_units
from app.search.hits import Asked, Explain, Hits
from app.search.index import build_thesauri
from app.search.passage import passages
from app.search.query import CountedUnit, SearchQuery, TextKind
from app.search.ranking import Listed, rank
from app.search.result import AlsoSearched, SearchResult, Understood
from app.search.word_search import ANY_WORD, Found, WordSearch


class PageNotFound(AppError):
    """There are fewer pages than that."""

    status: ClassVar[int] = 404


class Searcher:
    """Answers questions on a corpus whose passages an engine holds."""

    def __init__(self, corpus: Corpus, engine: Engine, release: str) -> None:
        self._release = release
        self._passages = passages(corpus)
        if engine.size != len(self._passages):
            raise EngineError(
                f"The search index holds {engine.size} passages and the corpus {len(self._passages)}; "
                "run 'sourcebook build' to make it anew."
            )
        self._engine = engine
        thesauri = build_thesauri(corpus)
        self._catalogue = Catalogue(corpus, self._passages)
        self._words = WordSearch(corpus, engine, self._catalogue, thesauri)
        self._hits = Hits(self._catalogue, self._passages, thesauri.same)
        self._official = np.array([each.kind == "official" for each in self._passages], dtype=bool)

    def search(self, query: SearchQuery) -> SearchResult:
        """One page of what a question finds, with the counts of all of it."""
        found = self._words.ask(query)
        read = self._read(found, query.text)
        filtered = filter_units(self._catalogue, query, found.parsed.filters, self._matched(read, query.unit))
        ranked = rank(self._catalogue, query, filtered, read, found.named)
        listed = self._page(ranked, query)
        asked = Asked(read, filtered, found.plan.marks, query.unit, self._explain(found) if query.explain else None)
        return SearchResult(
            release=self._release,
            query=_understood(query, found),
            unit=query.unit.value,
            total=len(ranked.numbers),
            passages=self._count_passages(read, ranked, query.unit),
            page=query.page,
            size=query.size,
            results=self._hits.read(listed, asked),
            facets=count_facets(self._catalogue, query.unit, filtered),
            notices=(*((ANY_WORD,) if found.any_word else ()), *found.notices, *filtered.notices),
        )

    def _explain(self, found: Found) -> Explain:
        explainer = Explainer(self._engine, self._catalogue, found.plan)
        return lambda key, points, owner, score: explainer.reasons(key, points, owner, bool(found.named[owner]), score)

    def _read(self, found: Found, text: TextKind) -> Matches:
        if text is TextKind.ANY:
            return found.matches
        kept = self._official[found.matches.keys] == (text is TextKind.OFFICIAL)
        return Matches(found.matches.keys[kept], found.matches.scores[kept])

    def _matched(self, read: Matches, unit: CountedUnit) -> Mask:
        """The units the words let through: of an instrument with such words, or with such words themselves."""
        catalogue = self._catalogue
        if unit is CountedUnit.PROVISION:
            units = np.zeros(len(catalogue.rows), dtype=bool)
            within = catalogue.passage_unit[read.keys]
            units[within[within != NO_UNIT]] = True
            return units
        owners = np.zeros(len(catalogue.instruments), dtype=bool)
        owners[catalogue.passage_owner[read.keys]] = True
        return owners[catalogue.unit_owner]

    def _count_passages(self, read: Matches, ranked: Listed, unit: CountedUnit) -> int:
        places = self._catalogue.passage_unit if unit is CountedUnit.PROVISION else self._catalogue.passage_owner
        return int(np.isin(places[read.keys], ranked.numbers).sum())

    def _page(self, ranked: Listed, query: SearchQuery) -> Listed:
        first = (query.page - 1) * query.size
        if first and first >= len(ranked.numbers):
            pages = max(1, -(-len(ranked.numbers) // query.size))
            raise PageNotFound(
                f"There is no page {query.page}: this question has {pages} {'page' if pages == 1 else 'pages'} "
                f"of {query.size}; go back to page 1."
            )
        shown = slice(first, first + query.size)
        return Listed(ranked.numbers[shown], ranked.scores[shown])


def _understood(query: SearchQuery, found: Found) -> Understood:
    return Understood(
        text=query.q,
        understood=found.parsed.understood,
        expansions=tuple(AlsoSearched(term=each.term, also=each.also) for each in found.plan.expansions),
        near=tuple(AlsoSearched(term=each.term, also=each.also) for each in found.plan.near),
        repaired=" ".join(found.repairs) or None,
        did_you_mean=found.did_you_mean or None,
        any_word=found.any_word,
    )
