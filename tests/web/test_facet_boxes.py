"""Facet boxes: narrower values stand below the wider ones, and every value can be left out."""

from app.search.query import SearchQuery
from app.search.result import FacetResult, FacetValue
from app.web.facet_boxes import SHOWN, facet_boxes
from app.web.links import Asked


def _value(value: str, count: int, broader: str = "", selected: bool = False) -> FacetValue:
    return FacetValue(value=value, label=value, count=count, selected=selected, broader=broader)


def _facet(name: str, *values: FacetValue) -> FacetResult:
    return FacetResult(name=name, label=name, values=values)


def test_narrower_values_follow_the_wider_one() -> None:
    facet = _facet("place", _value("us", 9), _value("gb", 7), _value("us-ca", 3, "us"), _value("gb-sct", 2, "gb"))
    (box,) = facet_boxes(Asked(SearchQuery()), [facet])
    assert [(line.label, line.depth) for line in box.first] == [("us", 0), ("us-ca", 1), ("gb", 0), ("gb-sct", 1)]


def test_a_value_whose_wider_one_is_not_shown_stands_by_itself() -> None:
    (box,) = facet_boxes(Asked(SearchQuery()), [_facet("place", _value("us-ca", 3, "us"))])
    assert [line.depth for line in box.first] == [0]


def test_chosen_values_are_always_among_the_first() -> None:
    values = [_value(f"v{number}", 50 - number) for number in range(SHOWN + 4)]
    chosen = _value("last", 0, selected=True)
    (box,) = facet_boxes(Asked(SearchQuery()), [_facet("type", *values, chosen)])
    assert "last" in [line.label for line in box.first]
    assert len(box.more) == 4


def test_a_value_can_be_left_out() -> None:
    (box,) = facet_boxes(Asked(SearchQuery(q="x")), [_facet("place", _value("us", 9))])
    assert box.first[0].without == "/search?q=x&place=-us"


def test_a_chosen_sector_offers_what_holds_for_all() -> None:
    chosen = [_value("all", 40), _value("construction", 3, selected=True)]
    (box,) = facet_boxes(Asked(SearchQuery(sector=("construction",))), [_facet("sector", *chosen)])
    assert box.beside is not None
    assert box.beside.url == "/search?sector=construction&sector=all"
    (box,) = facet_boxes(Asked(SearchQuery()), [_facet("sector", _value("all", 40))])
    assert box.beside is None
