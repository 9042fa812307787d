"""The search page's parts: results as cards, facets as links, chosen filters as chips, pages before and after."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.search.query import SearchQuery
from app.search.result import AlsoSearched, SearchResult
from app.search.word_search import ANY_WORD
from app.web.cards import Card, hit_cards
from app.web.facet_boxes import FacetBox, facet_boxes
from app.web.labels import Labels
from app.web.links import Asked
from app.web.search_words import NOT_FILTERS, cite_search, filter_words
from app.web.words import counted

NONE_LEFT = "No passage has all of these words, and the filters leave none with at least one of them."
SYNONYMS = 6
YEARS = ("year_from", "year_to", "in_force_on")
_FORM = ("q", "unit", "sort", "scope", "page")


@dataclass(frozen=True)
class Chip:
    """A filter in force, the question without it, and with its opposite where it has one."""

    label: str
    url: str
    opposite: str = ""
    turned: str = ""


@dataclass(frozen=True)
class AlsoChip:
    """A word searched with its synonyms, and the question without them."""

    term: str
    also: str
    url: str


@dataclass(frozen=True)
class NearChip:
    """A term near one of the question, and the question with either."""

    term: str
    near: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SearchPage:
    """Everything the template prints."""

    found: str
    notices: tuple[str, ...]
    cards: tuple[Card, ...]
    facets: tuple[FacetBox, ...]
    chips: tuple[Chip, ...]
    also: tuple[AlsoChip, ...]
    near: tuple[NearChip, ...]
    did_you_mean: tuple[str, str]
    cleared: str
    literal: str
    anywhere: str
    explain: str
    cite: str
    hidden: tuple[tuple[str, str], ...]
    hidden_of_years: tuple[tuple[str, str], ...]
    previous: str
    following: str
    pages: int
    json: str


def search_page(query: SearchQuery, result: SearchResult, labels: Labels, base_url: str) -> SearchPage:
    """The parts of the page for a question and its answer."""
    pages = max(1, -(-result.total // result.size))
    asked = Asked(query)
    return SearchPage(
        found=_found(query, result),
        notices=tuple(NONE_LEFT if each == ANY_WORD and not result.total else each for each in result.notices),
        cards=hit_cards(result.results, labels),
        facets=facet_boxes(asked, result.facets),
        chips=tuple(_chips(asked, result, labels)),
        also=tuple(_also(asked, each) for each in result.query.expansions),
        near=tuple(_near(asked, query.q, each) for each in result.query.near),
        did_you_mean=_did_you_mean(asked, result.query.did_you_mean),
        cleared=asked.of(pair for pair in asked.pairs if pair[0] in ("q", "unit", "sort")),
        literal=asked.switched("literal", "true"),
        anywhere=asked.switched("scope", "instrument") if query.q else "",
        explain=asked.switched("explain", "true") if query.q and result.total else "",
        cite=cite_search(query, result, labels, base_url),
        hidden=tuple(pair for pair in asked.pairs if pair[0] not in _FORM),
        hidden_of_years=tuple(pair for pair in asked.pairs if pair[0] not in (*YEARS, "page")),
        previous=asked.page(query.page - 1) if query.page > 1 else "",
        following=asked.page(query.page + 1) if query.page < pages else "",
        pages=pages,
        json=asked.page(query.page, "/api/v1/search"),
    )


def _found(query: SearchQuery, result: SearchResult) -> str:
    """'12 instruments, 40 passages'; passages are counted where words were asked for."""
    found = counted(result.total, result.unit)
    return f"{found}, {counted(result.passages, 'passage')}" if query.q and result.total else found


def _chips(asked: Asked, result: SearchResult, labels: Labels) -> Iterator[Chip]:
    facets = {facet.name for facet in result.facets}
    for name, value in asked.pairs:
        if name not in NOT_FILTERS:
            excluded = value.startswith("-")
            turned = asked.turned(name, value) if name in facets and name != "own_procurement" else ""
            opposite = "include" if excluded else "leave out"
            yield Chip(filter_words(name, value, result, labels), asked.toggled(name, value), opposite, turned)


def _also(asked: Asked, expansion: AlsoSearched) -> AlsoChip:
    first, left = expansion.also[:SYNONYMS], len(expansion.also) - SYNONYMS
    also = ", ".join(first) + (f" and {left} more" if left > 0 else "")
    return AlsoChip(expansion.term, also, asked.toggled("not", expansion.term))


def _near(asked: Asked, q: str, near: AlsoSearched) -> NearChip:
    """The question with the term or a near one in its place."""
    term = re.compile(rf"(?<!\w){re.escape(near.term)}(?!\w)", re.IGNORECASE)
    before, after = term.split(q, maxsplit=1) if term.search(q) else (f"{q} ", "")
    alone = not (before + after).strip()
    either = [(each, f"{near.term} OR {each}") for each in near.also[:SYNONYMS]]
    asked_so = [(each, asked.words(both if alone else f"{before}({both}){after}")) for each, both in either]
    return NearChip(near.term, tuple(asked_so))


def _did_you_mean(asked: Asked, question: str | None) -> tuple[str, str]:
    return (question, asked.words(question)) if question else ("", "")
