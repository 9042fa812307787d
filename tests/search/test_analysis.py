"""One text makes four streams, and every token knows its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.analysis import analyse, fold_letters, normalise, read_words, stem
from app.search.thesaurus import Thesaurus

_SAME = Thesaurus(
    [("labour", ["labour", "labor"]), ("forced-labour", ["forced labour", "forced labor"])],
    lambda term: read_words(term).stem,
)


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Å", "a"),
        ("Ø", "o"),
        ("Æ", "ae"),
        ("Ł", "l"),
        ("Straße", "strasse"),
        ("É", "e"),
        ("094", "94"),
        ("C094", "c94"),
    ],
)
def test_letters_fold(word: str, folded: str) -> None:
    assert fold_letters(word) == folded


def test_exact_keeps_the_surface_form() -> None:
    assert read_words("Women’s Ørsted trafficking").exact == ("women's", "ørsted", "trafficking")


def test_stems_join_endings() -> None:
    assert stem("trafficking") == stem("trafficked")


def test_who_tenders_is_not_the_tender() -> None:
    assert stem("tenderers") == stem("tenderer") != stem("tender")


def test_a_hyphen_parts_words() -> None:
    assert read_words("supply-chain").exact == ("supply", "chain")


@pytest.mark.parametrize("cited", ["Art. 9(5)", "art 9(5)", "Arts. 9(5)"])
def test_a_short_citation_reads_as_the_long_one(cited: str) -> None:
    assert read_words(cited).stem == read_words("Article 9(5)").stem


def test_art_without_a_number_stays_art() -> None:
    assert read_words("state of the art").stem[-1] == "art"


def test_spans_point_at_the_words() -> None:
    text = "Forced labor, C094"
    streams = analyse(text, _SAME)
    words = streams.words
    assert [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)] == ["Forced", "labor", "C094"]
    assert {(span.token, text[span.start : span.end]) for span in streams.concepts} == {
        ("forced-labour", "Forced labor"),
        ("labour", "labor"),
    }
    assert [(span.token, text[span.start : span.end]) for span in streams.idents] == [("c94", "C094")]


def test_two_ways_to_write_a_letter_are_one() -> None:
    assert read_words(normalise("e\u0301cole")) == read_words(normalise("école"))


def test_marks_on_letters_do_not_part_words() -> None:
    assert len(read_words("שָׁלוֹם")) == 1


@given(st.text())
def test_any_text_is_analysed(text: str) -> None:
    words = read_words(normalise(text))
    assert len(words.exact) == len(words.stem) == len(words.starts) == len(words.ends)
    assert all(token and not any(letter.isspace() for letter in token) for token in (*words.exact, *words.stem))
