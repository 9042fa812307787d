"""Word search: what the engine says to the words of a question, before any filter."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from app.records.corpus import Corpus
from app.search.arrays import Mask
from app.search.catalogue import Catalogue
from app.search.engine import Engine, Matches
from app.search.grammar import parse
from app.search.marks import Marks
from app.search.node import And, Everything, Node, Not, Or
from app.search.plan import Plan, build_plan
from app.search.query import SearchQuery, WordScope
from app.search.spelling import Mended, Speller
from app.search.syntax import Parsed, Tree, Word
from app.search.thesaurus import Thesauri
from app.search.weights import ALL_GROUPS, COVERAGE, fields_of
from app.search.whole_names import WholeNames

ANY_WORD = "No passage has all of these words; what follows has at least one of them."
_EVERY = 1_000_000
_NO_PLAN = Plan(Everything(), (), (), marks=Marks(), expansions=(), near=(), repairs=())


@dataclass(frozen=True)
class Found:
    """The passages that match, and how the question was read."""

    matches: Matches
    named: Mask
    parsed: Parsed
    plan: Plan
    repairs: tuple[str, ...]
    notices: tuple[str, ...]
    did_you_mean: str
    any_word: bool


class WordSearch:
    """Asks the engine; the same words have the same answer whatever the filters."""

    def __init__(self, corpus: Corpus, engine: Engine, catalogue: Catalogue, thesauri: Thesauri) -> None:
        self._engine = engine
        self._catalogue = catalogue
        self._thesauri = thesauri
        self._names = WholeNames(corpus)
        self._speller = Speller(self._read_words, self._count)
        self._ask = lru_cache(maxsize=500)(self._search)

    def ask(self, query: SearchQuery) -> Found:
        """Every passage the words of a question match."""
        return self._ask(query.q, query.literal, query.scope, tuple(sorted(set(query.not_))))

    def _search(self, q: str, literal: bool, scope: WordScope, removed: tuple[str, ...]) -> Found:
        parsed = parse(q, literal)
        plan, matches = self._all(parsed.tree, scope, removed)
        mended = None if literal or not parsed.tree else self._speller.mend(parsed.tree, rare=bool(len(matches.keys)))
        told: tuple[str, ...] = ()
        if mended and not len(matches.keys):
            better, found = self._all(mended.tree, scope, removed)
            if len(found.keys):
                parsed, plan, matches, told = replace(parsed, tree=mended.tree), better, found, (_told(mended),)
        any_word = not len(matches.keys) and len(plan.leaves) > 1
        if any_word:
            matches = self._any_word(plan)
        return Found(
            matches=matches,
            named=self._named(q),
            parsed=parsed,
            plan=plan,
            repairs=(*told, *parsed.repairs, *plan.repairs),
            notices=tuple(self._names.misnomers(q)),
            did_you_mean=_rewritten(q, mended) if mended and not told else "",
            any_word=any_word and bool(len(matches.keys)),
        )

    def _all(self, tree: Tree | None, scope: WordScope, removed: tuple[str, ...]) -> tuple[Plan, Matches]:
        """The plan of a question and what has all of it."""
        plan = build_plan(tree, self._thesauri, removed, self._engine.vocabulary) if tree else _NO_PLAN
        if scope is WordScope.PASSAGE or len(plan.parts) <= 1:
            return plan, self._engine.search(plan.node)
        return plan, self._across(plan)

    def _any_word(self, plan: Plan) -> Matches:
        """Every passage with a word of the question; one that has more of the words counts for more."""
        found = [self._engine.search(leaf.node) for leaf in plan.leaves]
        keys = np.unique(np.concatenate([each.keys for each in found]))
        scores, words = np.zeros(len(keys)), np.zeros(len(keys))
        for each in found:
            places = np.searchsorted(keys, each.keys)
            scores[places] += each.scores
            words[places] += 1
        return Matches(keys, scores * (words / len(found)) ** COVERAGE)

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
        ids = self._names.named(q)
        return np.array([each.id in ids for each in self._catalogue.instruments], dtype=bool)

    def _read_words(self) -> frozenset[str]:
        """Every word of the release and of its thesaurus, as it is spelled."""
        held = self._engine.vocabulary(fields_of(ALL_GROUPS, "exact"), "", _EVERY)
        return self._thesauri.same.words | frozenset(held)

    def _count(self, word: str) -> int:
        """How many passages a word, in any form, or one that means the same, is found in."""
        plan = build_plan(Word(word), self._thesauri, (), self._engine.vocabulary)
        return len(self._engine.search(plan.node).keys)


def _told(mended: Mended) -> str:
    pairs = ", ".join(f"“{better}” instead of “{word}”" for word, better in mended.words)
    return f"Nothing has all these words as they are spelled; searched for {pairs}."


def _rewritten(q: str, mended: Mended) -> str:
    for word, better in mended.words:
        q = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", better, q)
    return q
