"""Partial dates: what is known of a day, and the days it can mean."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from app.records.partial_date import PartialDate


def test_a_year_means_any_of_its_days() -> None:
    found = PartialDate.parse("2017")
    assert (found.earliest, found.latest) == (date(2017, 1, 1), date(2017, 12, 31))


def test_a_month_means_any_of_its_days() -> None:
    found = PartialDate.parse("2017-04")
    assert (found.earliest, found.latest) == (date(2017, 4, 1), date(2017, 4, 30))


@pytest.mark.parametrize(
    ("text", "last"), [("2024-02", 29), ("2023-02", 28), ("2000-02", 29), ("1900-02", 28), ("2017-12", 31)]
)
def test_a_month_ends_as_the_calendar_says(text: str, last: int) -> None:
    assert PartialDate.parse(text).latest.day == last


@given(day=st.dates())
def test_a_day_means_itself(day: date) -> None:
    found = PartialDate.parse(day.isoformat())
    assert (found.earliest, found.latest) == (day, day)


@given(day=st.dates(max_value=date(9999, 12, 30)), known=st.sampled_from([4, 7, 10]))
def test_the_next_date_of_its_kind_begins_the_day_after_it_ends(day: date, known: int) -> None:
    found = PartialDate.parse(day.isoformat()[:known])
    assert found.earliest <= day <= found.latest
    if found.latest < date.max:
        following = PartialDate.parse((found.latest + timedelta(days=1)).isoformat()[:known])
        assert following.earliest == found.latest + timedelta(days=1)


@given(day=st.dates(), known=st.sampled_from([4, 7, 10]))
def test_the_year_is_always_known(day: date, known: int) -> None:
    assert PartialDate.parse(day.isoformat()[:known]).year == day.year


@pytest.mark.parametrize(
    "text", ["", "17", "2017-4", "2017-13", "2017-02-30", "2017-00", "0000", "2017/04", "2017-04-02T00:00", " 2017"]
)
def test_what_is_no_date_is_refused_with_the_ways_to_write_one(text: str) -> None:
    with pytest.raises(PydanticCustomError, match="is not a date; write 2017, 2017-04 or 2017-04-02"):
        PartialDate.parse(text)


@pytest.mark.parametrize("value", [None, 2017, ["2017"], "soon"])
def test_maybe_leaves_what_is_no_date_alone(value: object) -> None:
    assert PartialDate.maybe(value) is None


def test_maybe_reads_a_good_date() -> None:
    assert PartialDate.maybe("2017-04") == "2017-04"
