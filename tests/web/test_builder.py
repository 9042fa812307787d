"""The form writes what its fields say, whatever is typed into them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from app.search.grammar import parse
from app.web.builder import Parts, written

_TYPED = st.text(max_size=40)


@pytest.mark.parametrize(
    ("parts", "question"),
    [
        (Parts(all="child labour"), "child labour"),
        (Parts(phrase="recruitment fees"), '"recruitment fees"'),
        (Parts(any="audit inspection"), "(audit OR inspection)"),
        (Parts(any="audit"), "audit"),
        (Parts(none="debarment"), "-debarment"),
        (Parts(all="exclusion", none="a b"), "exclusion -a -b"),
        (Parts(all="slavery", where="title"), "title:(slavery)"),
        (Parts(all='"AND (', phrase="a*"), 'and "a"'),
        (Parts(), ""),
    ],
)
def test_the_question_is_written(parts: Parts, question: str) -> None:
    assert written(parts) == question


@given(_TYPED, _TYPED, _TYPED, _TYPED)
def test_what_is_written_needs_no_mending(all_: str, phrase: str, any_: str, none: str) -> None:
    question = written(Parts(all=all_, phrase=phrase, any=any_, none=none, where="heading"))
    mended = [each for each in parse(question).repairs if "bracket" in each.lower() or "never closed" in each]
    assert [each for each in mended if "nothing to search" not in each] == []


def test_the_form_goes_to_its_question(client: TestClient) -> None:
    assert "Build a search" in client.get("/search/build").text
    answer = client.get("/search/build?all=exclusion&none=fraud&unit=provision")
    assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=exclusion+-fraud&unit=provision")
