"""Word search: what the engine says to the words of a question, before any filter."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from app.records.corpus import Corpus
from app.search.analysis import normalise, read_words
from app.search.arrays import Mask
from app.search.catalogue import Catalogue
from app.search.engine import Engine, Matches
from app.search.grammar import parse
from app.search.identifiers import find_identifiers
from app.search.marks import Marks
from app.search.node import And, Everything, Node, Not, Or
from app.search.passage import read_names
from app.search.plan import Expansion, Plan, build_plan
from app.search.query import SearchQuery, WordScope
from app.search.syntax import FilterWord
from app.search.thesaurus import Thesaurus

ANY_WORD = "No passage has all of these words; what follows has at least one of them."


@dataclass(frozen=True)
class Found:
    """The passages that match, and how the question was read."""

    matches: Matches
    named: Mask
    understood: str
    marks: Marks
    expansions: tuple[Expansion, ...]
    repairs: tuple[str, ...]
    filters: tuple[FilterWord, ...]
    any_word: bool


class WordSearch:
    """Asks the engine; the same words have the same answer whatever the filters."""

    def __init__(self, corpus: Corpus, engine: Engine, catalogue: Catalogue, thesaurus: Thesaurus) -> None:
        self._engine = engine
        self._catalogue = catalogue
        self._thesaurus = thesaurus
        self._names = _whole_names(corpus)
        self._ask = lru_cache(maxsize=500)(self._search)

    def ask(self, query: SearchQuery) -> Found:
        """Every passage the words of a question match."""
        return self._ask(query.q, query.literal, query.scope, tuple(sorted(set(query.not_))))

    def _search(self, q: str, literal: bool, scope: WordScope, removed: tuple[str, ...]) -> Found:
        parsed = parse(q, literal)
        plan = build_plan(parsed.tree, self._thesaurus, removed, self._engine.vocabulary) if parsed.tree else None
        matches = self._all(plan, scope)
        any_word = plan is not None and plan.any_word is not None and not len(matches.keys)
        if plan and plan.any_word and any_word:
            matches = self._engine.search(plan.any_word)
        return Found(
            matches=matches,
            named=self._named(q),
            understood=parsed.understood,
            marks=plan.marks if plan else Marks(),
            expansions=plan.expansions if plan else (),
            repairs=(*parsed.repairs, *(plan.repairs if plan else ())),
            filters=parsed.filters,
            any_word=any_word and bool(len(matches.keys)),
        )

    def _all(self, plan: Plan | None, scope: WordScope) -> Matches:
        if plan is None:
            return self._engine.search(Everything())
        if scope is WordScope.PASSAGE or len(plan.parts) == 1:
            return self._engine.search(plan.node)
        return self._across(plan)

    def _across(self, plan: Plan) -> Matches:
        """All the parts somewhere in one instrument; what is not wanted nowhere in it."""
        owners = np.ones(len(self._catalogue.instruments), dtype=bool)
        wanted: list[Node] = []
        for part in plan.parts:
            if isinstance(part, Not):
                owners &= ~self._owners(part.node)
            else:
                owners &= self._owners(part)
                wanted.append(part)
        optional = plan.node.optional if isinstance(plan.node, And) else ()
        matches = self._engine.search(And((Or(tuple(wanted)),), optional) if wanted else Everything())
        kept = owners[self._catalogue.passage_owner[matches.keys]]
        return Matches(matches.keys[kept], matches.scores[kept])

    def _owners(self, node: Node) -> Mask:
        mask = np.zeros(len(self._catalogue.instruments), dtype=bool)
        mask[self._catalogue.passage_owner[self._engine.search(node).keys]] = True
        return mask

    def _named(self, q: str) -> Mask:
        """The instruments the whole question is a name of."""
        ids = {name for key in _name_keys(q) for name in self._names.get(key, ())}
        return np.array([each.id in ids for each in self._catalogue.instruments], dtype=bool)


def _whole_names(corpus: Corpus) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for instrument in corpus.instruments.values():
        own = (instrument.title, instrument.short_title, instrument.id, *instrument.original_titles.values())
        for name in (*own, *read_names(instrument, corpus).identifiers):
            for key in _name_keys(name):
                found.setdefault(key, set()).add(instrument.id)
    return {key: frozenset(ids) for key, ids in found.items()}


def _name_keys(name: str) -> Iterable[str]:
    """A name as its stems, and as its identifier where it is nothing else."""
    text = normalise(name).strip()
    if stems := read_words(text).stem:
        yield " ".join(stems)
    for identifier in find_identifiers(text):
        if (identifier.start, identifier.end) == (0, len(text)):
            yield identifier.whole
