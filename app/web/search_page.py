"""The search page's parts: results as cards, facets as links, chosen filters as chips, pages before and after."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.search.query import SearchQuery
from app.search.result import AlsoSearched, FacetResult, SearchResult
from app.search.word_search import ANY_WORD
from app.web.cards import Card, hit_cards
from app.web.labels import Labels
from app.web.links import Asked
from app.web.words import counted, day

NONE_LEFT = "No passage has all of these words, and the filters leave none with at least one of them."
SHOWN = 8
SYNONYMS = 6
OPEN = ("place", "type", "measure", "duty", "verification")
YEARS = ("year_from", "year_to", "in_force_on")
_FORM = ("q", "unit", "sort", "page")
_NOT_FILTERS = (*_FORM, "size", "lang", "explain")
_WORDS = {
    "year_from": "Adopted from",
    "year_to": "Adopted up to",
    "in_force_on": "In force on",
    "scope": "Words anywhere in one instrument",
    "text": "Searched in",
    "literal": "Read as plain words",
    "not": "Without synonyms of",
}


@dataclass(frozen=True)
class FacetValue:
    """A value to choose or to take back."""

    label: str
    count: int
    selected: bool
    url: str


@dataclass(frozen=True)
class FacetBox:
    """A facet: its chosen and its most frequent values first, the others behind 'more'."""

    name: str
    label: str
    open: bool
    first: tuple[FacetValue, ...]
    more: tuple[FacetValue, ...]


@dataclass(frozen=True)
class Chip:
    """A filter in force, and the question without it."""

    label: str
    url: str


@dataclass(frozen=True)
class AlsoChip:
    """A word searched with its synonyms, and the question without them."""

    term: str
    also: str
    url: str


@dataclass(frozen=True)
class SearchPage:
    """Everything the template prints."""

    found: str
    notices: tuple[str, ...]
    cards: tuple[Card, ...]
    facets: tuple[FacetBox, ...]
    chips: tuple[Chip, ...]
    also: tuple[AlsoChip, ...]
    cleared: str
    literal: str
    anywhere: str
    hidden: tuple[tuple[str, str], ...]
    hidden_of_years: tuple[tuple[str, str], ...]
    previous: str
    following: str
    pages: int
    json: str


def search_page(query: SearchQuery, result: SearchResult, labels: Labels) -> SearchPage:
    """The parts of the page for a question and its answer."""
    pages = max(1, -(-result.total // result.size))
    asked = Asked(query)
    return SearchPage(
        found=_found(query, result),
        notices=tuple(NONE_LEFT if each == ANY_WORD and not result.total else each for each in result.notices),
        cards=hit_cards(result.results, labels),
        facets=tuple(_facet(asked, facet) for facet in result.facets if facet.values),
        chips=tuple(_chips(asked, result, labels)),
        also=tuple(_also(asked, each) for each in result.query.expansions),
        cleared=asked.of(pair for pair in asked.pairs if pair[0] in ("q", "unit", "sort")),
        literal=asked.switched("literal", "true"),
        anywhere=asked.switched("scope", "instrument") if query.q else "",
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


def _facet(asked: Asked, facet: FacetResult) -> FacetBox:
    values = [
        FacetValue(each.label, each.count, each.selected, asked.toggled(facet.name, each.value))
        for each in facet.values
    ]
    first = [each for index, each in enumerate(values) if index < SHOWN or each.selected]
    more = [each for each in values if each not in first]
    chosen = any(each.selected for each in values)
    return FacetBox(facet.name, facet.label, chosen or facet.name in OPEN, tuple(first), tuple(more))


def _chips(asked: Asked, result: SearchResult, labels: Labels) -> Iterator[Chip]:
    names = {facet.name: facet.label for facet in result.facets}
    values = {(facet.name, each.value): each.label for facet in result.facets for each in facet.values}
    for name, value in asked.pairs:
        if name in _NOT_FILTERS:
            continue
        bare = value.removeprefix("-")
        said = values.get((name, bare)) or (day(bare) if name == "in_force_on" else labels.concept(name, bare))
        excluded = "not " if value.startswith("-") else ""
        heading = names.get(name) or _WORDS.get(name) or name.replace("_", " ").capitalize()
        alone = name in ("literal", "scope")
        yield Chip(heading if alone else f"{heading}: {excluded}{said}", asked.toggled(name, value))


def _also(asked: Asked, expansion: AlsoSearched) -> AlsoChip:
    first, left = expansion.also[:SYNONYMS], len(expansion.also) - SYNONYMS
    also = ", ".join(first) + (f" and {left} more" if left > 0 else "")
    return AlsoChip(expansion.term, also, asked.toggled("not", expansion.term))
