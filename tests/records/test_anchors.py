"""Anchors: the grammar of permanent addresses inside an instrument."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.records.anchors import PREFIXES, is_anchor


@pytest.mark.parametrize(
    "anchor",
    [
        "art_9__para_5",
        "art_57__para_1__point_f",
        "sec_22.1503__para_a",
        "annex_X",
        "target_8.7",
        "x_preamble",
        "x_step-2",
    ],
)
def test_anchors_of_the_plan_follow_the_grammar(anchor: str) -> None:
    assert is_anchor(anchor)


@pytest.mark.parametrize(
    "anchor",
    [
        "",
        "art",
        "art_",
        "article_9",
        "art_9_para_5",
        "art_9__",
        "__art_9",
        "art_9__para 5",
        "art_é",
        "x_Preamble",
        "x_a--b",
    ],
)
def test_what_is_outside_the_grammar_is_no_anchor(anchor: str) -> None:
    assert not is_anchor(anchor)


@given(parts=st.lists(st.tuples(st.sampled_from(PREFIXES), st.from_regex(r"\A[0-9A-Za-z.-]+\Z")), min_size=1))
def test_any_prefixes_and_numbers_joined_by_two_underscores_are_an_anchor(parts: list[tuple[str, str]]) -> None:
    assert is_anchor("__".join(f"{prefix}_{number}" for prefix, number in parts))
