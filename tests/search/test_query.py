"""The question's parameters: bounds, lists, exclusions."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from app.search.query import SearchQuery, Selection


def test_the_default_question_asks_for_everything() -> None:
    query = SearchQuery()
    assert (query.q, query.unit, query.page, query.size, query.sort) == ("", "instrument", 1, 20, "relevance")


def test_a_minus_excludes() -> None:
    assert SearchQuery(place=("no", "-se")).selection("place") == Selection(included=("no",), excluded=("se",))


def test_nothing_chosen_is_false() -> None:
    assert not SearchQuery().selection("measure")
    assert not SearchQuery().selection("own_procurement")


def test_a_truth_is_a_selection() -> None:
    assert SearchQuery(own_procurement=True).selection("own_procurement") == Selection(included=("true",))
    assert SearchQuery(own_procurement=False).selection("own_procurement") == Selection(included=("false",))


def test_values_are_lower_case_and_stripped() -> None:
    assert SearchQuery(place=(" NO ",)).place == ("no",)


def test_not_has_its_own_name() -> None:
    assert SearchQuery.model_validate({"not": ["THB"]}).not_ == ("thb",)


def test_empty_fields_of_a_form_ask_nothing() -> None:
    asked = {"q": "", "year_from": "", "in_force_on": "", "place": ["", "no"], "sort": ""}
    assert SearchQuery.model_validate(asked) == SearchQuery(place=("no",))


def test_a_day_is_read() -> None:
    assert SearchQuery.model_validate({"in_force_on": "2020-01-31"}).in_force_on == date(2020, 1, 31)


def test_a_lone_surrogate_is_replaced() -> None:
    assert SearchQuery(q="a\ud800b").q == "a?b"


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "a" * 1001},
        {"page": 0},
        {"size": 0},
        {"size": 101},
        {"sort": "best"},
        {"unit": "page"},
        {"scope": "world"},
        {"year_from": 0},
        {"in_force_on": "yesterday"},
        {"place": ["x" * 101]},
        {"place": ["no"] * 51},
    ],
)
def test_what_is_out_of_bounds_is_refused(asked: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        SearchQuery.model_validate(asked)
