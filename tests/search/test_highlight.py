"""Snippets show and mark what was asked for, and are safe HTML."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.analysis import normalise, read_words
from app.search.highlight import LEAD, LENGTH, Highlighter
from app.search.marks import Marks
from app.search.thesaurus import Thesaurus

_SAME = Thesaurus([("thb", ["human trafficking", "THB"])], lambda term: read_words(term).stem)


def _snippet(text: str, marks: Marks) -> str:
    return Highlighter(_SAME).snippet(text, marks)


@pytest.mark.parametrize(
    ("marks", "html"),
    [
        (Marks(stems=frozenset({"demand"})), "On THB, human trafficking and <mark>demands</mark>, 57(1)(f)."),
        (
            Marks(concepts=frozenset({"thb"})),
            "On <mark>THB</mark>, <mark>human trafficking</mark> and demands, 57(1)(f).",
        ),
        (Marks(idents=frozenset({"57(1)"})), "On THB, human trafficking and demands, <mark>57(1)(f)</mark>."),
        (
            Marks(prefixes=("dem", "hum")),
            "On THB, <mark>human</mark> trafficking and <mark>demands</mark>, 57(1)(f).",
        ),
        (
            Marks(exact_phrases=(("and", "demands"),)),
            "On THB, human trafficking <mark>and demands</mark>, 57(1)(f).",
        ),
        (Marks(exact_phrases=(("demand",),)), "On THB, human trafficking and demands, 57(1)(f)."),
        (
            Marks(stem_phrases=(("human", "traffick"),)),
            "On THB, <mark>human trafficking</mark> and demands, 57(1)(f).",
        ),
        (
            Marks(stems=frozenset({"human"}), concepts=frozenset({"thb"})),
            "On <mark>THB</mark>, <mark>human trafficking</mark> and demands, 57(1)(f).",
        ),
    ],
)
def test_what_was_asked_for_is_marked(marks: Marks, html: str) -> None:
    assert _snippet("On THB, human trafficking and demands, 57(1)(f).", marks) == html


def test_html_is_escaped() -> None:
    assert _snippet("<b>demand</b> & co", Marks(stems=frozenset({"demand"}))) == (
        "&lt;b&gt;<mark>demand</mark>&lt;/b&gt; &amp; co"
    )


def test_a_long_text_is_cut_around_its_marks() -> None:
    text = "word " * 200 + "discourage the demand " + "word " * 200
    html = _snippet(text.strip(), Marks(stems=frozenset({"discourag", "demand"})))
    assert html.startswith("… word")
    assert html.endswith("word …")
    assert "<mark>discourage</mark> the <mark>demand</mark>" in html


def test_a_long_text_without_marks_is_shown_from_its_beginning() -> None:
    html = _snippet("first " + "word " * 200, Marks())
    assert html.startswith("first word")
    assert html.endswith("…")


def test_a_text_of_one_endless_word_is_cut() -> None:
    assert len(_snippet("x" * 2000, Marks())) <= LENGTH + LEAD + 2


@given(st.text(max_size=1200), st.sets(st.sampled_from(["a", "the", "demand", "0"])))
def test_a_snippet_is_one_run_of_the_text(text: str, stems: set[str]) -> None:
    text = normalise(text)
    html = _snippet(text, Marks(stems=frozenset(stems)))
    shown = unescape(re.sub(r"</?mark>", "", html))
    assert shown.removeprefix("… ").removesuffix(" …") in text
