"""Words on pages: days, numbers, languages."""

import pytest

from app.web.words import counted, day, language, lowered, number


@pytest.mark.parametrize(
    ("given", "expected"), [("2017-04-02", "2 April 2017"), ("2017-04", "April 2017"), ("2017", "2017"), (None, "")]
)
def test_a_day_is_said_as_far_as_it_is_known(given: str | None, expected: str) -> None:
    assert day(given) == expected


def test_one_is_not_many() -> None:
    assert (counted(1, "record"), counted(1204, "record")) == ("1 record", "1,204 records")


def test_only_bare_long_numbers_get_commas() -> None:
    assert [number(each) for each in ("550000", "2014", "20.9", "5 to 7")] == ["550,000", "2014", "20.9", "5 to 7"]


def test_a_label_in_a_sentence_keeps_its_abbreviation() -> None:
    assert [lowered(each) for each in ("Contract clause", "ICAT recommendation")] == [
        "contract clause",
        "ICAT recommendation",
    ]


def test_an_unknown_language_is_its_tag() -> None:
    assert (language("pt-BR"), language("tlh")) == ("Portuguese", "tlh")
