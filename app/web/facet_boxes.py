"""Facet boxes: the facets of an answer as lists of links, narrower values below the wider ones."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from app.search import result
from app.web.links import Asked

SHOWN = 8
OPEN = ("place", "type", "measure", "duty", "verification")
CROSS_SECTOR = "all"


class FacetLine(NamedTuple):  # a page unpacks hundreds of them
    """A value to choose, to take back or to leave out; `depth` is how many wider values stand above it."""

    label: str
    number: int
    selected: bool
    excluded: bool
    depth: int
    url: str
    without: str


@dataclass(frozen=True)
class FacetBox:
    """A facet: its chosen and its most frequent values first, the others behind 'more'."""

    name: str
    label: str
    open: bool
    first: tuple[FacetLine, ...]
    more: tuple[FacetLine, ...]
    beside: FacetLine | None


def facet_boxes(asked: Asked, facets: Iterable[result.FacetResult]) -> tuple[FacetBox, ...]:
    """A box for each facet that has values."""
    return tuple(_box(asked, facet) for facet in facets if facet.values)


def _box(asked: Asked, facet: result.FacetResult) -> FacetBox:
    first: list[result.FacetValue] = []
    more: list[result.FacetValue] = []
    for number, each in enumerate(facet.values):
        (first if number < SHOWN or each.selected or each.excluded else more).append(each)
    chosen = any(each.selected or each.excluded for each in first)
    return FacetBox(
        name=facet.name,
        label=facet.label,
        open=chosen or facet.name in OPEN,
        first=tuple(_lines(asked, facet.name, first, facet.name in OPEN)),
        more=tuple(_lines(asked, facet.name, more, False)),
        beside=_cross_sector(asked, facet),
    )


def _lines(asked: Asked, facet: str, values: list[result.FacetValue], leave_out: bool) -> Iterator[FacetLine]:
    """The values with the narrower ones below each, in the order they came; perhaps with a way to leave each out."""
    below: dict[str, list[result.FacetValue]] = {}
    shown = {each.value for each in values}
    for each in values:
        below.setdefault(each.broader if each.broader in shown else "", []).append(each)
    stack = [(each, 0) for each in reversed(below.get("", []))]
    while stack:
        each, depth = stack.pop()
        yield _line(asked, facet, each, depth, leave_out)
        stack += [(narrower, depth + 1) for narrower in reversed(below.get(each.value, []))]


def _line(asked: Asked, facet: str, each: result.FacetValue, depth: int = 0, leave_out: bool = False) -> FacetLine:
    free = leave_out and not each.selected and not each.excluded
    without = asked.toggled(facet, f"-{each.value}") if free else ""
    url = asked.toggled(facet, each.value)
    return FacetLine(each.label, each.count, each.selected, each.excluded, depth, url, without)


def _cross_sector(asked: Asked, facet: result.FacetResult) -> FacetLine | None:
    """A chosen sector leaves out what holds for every sector; it is offered beside."""
    values = {each.value: each for each in facet.values}
    across = values.get(CROSS_SECTOR)
    chosen = facet.name == "sector" and any(each.selected for each in facet.values)
    return _line(asked, facet.name, across) if chosen and across and not across.selected else None
