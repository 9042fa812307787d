"""Shelves: the values of a facet to browse by, in groups and in the order of their list."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.records.vocabulary import Vocabularies
from app.search.result import FacetResult, SearchResult
from app.search.result import FacetValue as Value

NAMES = ("measure", "place", "type", "sector")


@dataclass(frozen=True)
class Shelf:
    """A facet as headings with their values; one heading is empty where there is nothing to group by."""

    name: str
    label: str
    groups: tuple[tuple[str, tuple[Value, ...]], ...]


def shelves(result: SearchResult, vocabularies: Vocabularies) -> tuple[Shelf, ...]:
    """What an answer can be browsed by; values without a record are left out."""
    facets = {facet.name: facet for facet in result.facets}
    return tuple(
        Shelf(name, facets[name].label, tuple(_groups(facets[name], vocabularies))) for name in NAMES if name in facets
    )


def _groups(facet: FacetResult, vocabularies: Vocabularies) -> Iterator[tuple[str, tuple[Value, ...]]]:
    held = [value for value in facet.values if value.count]
    if facet.name == "place":
        yield "", tuple(sorted(held, key=lambda each: each.label.casefold()))
        return
    order = list(vocabularies[facet.name].concepts) if facet.name in vocabularies else []
    held.sort(key=lambda each: order.index(each.value) if each.value in order else len(order))
    if facet.name != "measure":
        yield "", tuple(held)
        return
    for role, measures in vocabularies.roles.items():
        if found := tuple(each for each in held if each.value in measures):
            yield vocabularies.label("role", role), found
