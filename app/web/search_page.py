"""The search page's parts: facets as links, chosen filters as chips, pages before and after."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.search.query import SearchQuery
from app.search.result import FacetResult, SearchResult
from app.web.labels import Labels
from app.web.links import page_url, query_pairs, toggled_url

SHOWN = 8
SINGLE = ("year_from", "year_to", "in_force_on", "own_procurement", "scope", "text", "literal")
_NOT_FILTERS = ("q", "unit", "sort", "page", "size", "lang", "explain")
_SCHEMES = {"compendium": ""}


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
class SearchPage:
    """Everything the template prints beside the results."""

    facets: tuple[FacetBox, ...]
    chips: tuple[Chip, ...]
    hidden: tuple[tuple[str, str], ...]
    previous: str
    following: str
    pages: int
    json: str


def search_page(query: SearchQuery, result: SearchResult, labels: Labels) -> SearchPage:
    """The parts of the page for a question and its answer."""
    pages = max(1, -(-result.total // result.size))
    hidden = tuple(pair for pair in query_pairs(query) if pair[0] not in ("q", "page", "sort", "unit"))
    return SearchPage(
        facets=tuple(_facet(query, facet) for facet in result.facets if facet.values),
        chips=tuple(_chips(query, result, labels)),
        hidden=hidden,
        previous=page_url(query, query.page - 1) if query.page > 1 else "",
        following=page_url(query, query.page + 1) if query.page < pages else "",
        pages=pages,
        json=page_url(query, query.page).replace("/search?", "/api/v1/search?", 1),
    )


def _facet(query: SearchQuery, facet: FacetResult) -> FacetBox:
    values = [
        FacetValue(each.label, each.count, each.selected, toggled_url(query, facet.name, each.value))
        for each in facet.values
    ]
    first = [each for index, each in enumerate(values) if index < SHOWN or each.selected]
    more = [each for each in values if each not in first]
    chosen = any(each.selected for each in values)
    return FacetBox(facet.name, facet.label, chosen, tuple(first), tuple(more))


def _chips(query: SearchQuery, result: SearchResult, labels: Labels) -> Iterator[Chip]:
    names = {facet.name: facet.label for facet in result.facets}
    values = {(facet.name, each.value): each.label for facet in result.facets for each in facet.values}
    for name, value in query_pairs(query):
        if name in _NOT_FILTERS:
            continue
        bare = value.removeprefix("-")
        said = values.get((name, bare)) or labels.concept(name, bare)
        excluded = "not " if value.startswith("-") else ""
        heading = names.get(name, name.replace("_", " ").capitalize())
        yield Chip(f"{heading}: {excluded}{said}", toggled_url(query, name, value))
