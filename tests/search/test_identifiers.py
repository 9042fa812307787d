"""Identifiers are found whole and in parts, however they are written."""

import pytest

from app.search.identifiers import find_identifiers, match_identifier


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("57(1)(f)", ("57(1)(f)", "57(1)", "57")),
        ("9(5)", ("9(5)", "9")),
        ("52.222-50", ("52.222-50", "52.222")),
        ("52.222-50(b)", ("52.222-50(b)", "52.222-50")),
        ("2014/24/EU", ("2014/24/eu", "2014/24")),
        ("A/RES/55/25", ("a/res/55/25", "res/55/25", "55/25")),
        ("C94", ("c94",)),
        ("C094", ("c94",)),
        ("C.94", ("c94",)),
        ("C-94", ("c94",)),
        ("C 94", ("c94",)),
        ("EO 13627", ("eo13627",)),
        ("E.O. 13627", ("eo13627",)),
        ("eo 13627", ("eo13627",)),
        ("Executive Order 13627", ("eo13627",)),
        ("CETS No. 197", ("cets197",)),
        ("Public Law 106-386", ("pl106-386", "106-386")),
        ("32014L0024", ("32014l24",)),
        ("2021-06-18-99", ("2021-6-18-99", "2021-6-18")),
        ("8.7", ("8.7",)),
        ("8.07", ("8.07",)),
    ],
)
def test_one_identifier_has_these_tokens(text: str, tokens: tuple[str, ...]) -> None:
    (found,) = find_identifiers(text)
    assert found.tokens == tokens
    assert (found.start, found.end) == (0, len(text))


def test_words_are_no_identifiers() -> None:
    assert find_identifiers("and/or the buyer of goods") == ()


def test_a_word_before_a_year_is_not_a_series() -> None:
    assert [each.whole for each in find_identifiers("adopted in 2014")] == ["2014"]


def test_a_number_that_goes_on_is_not_cut() -> None:
    assert [each.whole for each in find_identifiers("FAR 52.222-50")] == ["52.222-50"]


def test_an_identifier_is_matched_only_where_it_begins() -> None:
    assert match_identifier("Article 57(1)", 0) is None
    found = match_identifier("Article 57(1)", 8)
    assert found is not None
    assert found.whole == "57(1)"
