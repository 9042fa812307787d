"""Spelling: what is mistyped is mended from the corpus's own words, and nothing else is."""

import pytest

from app.search.grammar import parse
from app.search.spelling import Speller
from app.search.syntax import AllOf, Prefixed, Quoted, Tree, Without, Word

_HELD = {
    "trafficking": 300,
    "procurement": 500,
    "öffentliche": 3,
    "supply": 90,
    "chain": 80,
    "bonded": 4,
    "bondage": 40,
    "labour": 9,
}


def _speller() -> Speller:
    return Speller(lambda: _HELD, lambda word: _HELD.get(word.casefold(), 0))


def _mended(question: str, rare: bool = False) -> Tree | None:
    tree = parse(question).tree
    assert tree is not None
    found = _speller().mend(tree, rare)
    return found.tree if found else None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("trafiking", "trafficking"),
        ("traficking", "trafficking"),
        ("tarfficking", "trafficking"),
        ("procurment", "procurement"),
        ("labuor", "labour"),
        ("oeffentliche", "öffentliche"),
    ],
)
def test_a_mistyped_word_is_mended(typed: str, meant: str) -> None:
    assert _mended(typed) == Word(meant)


def test_words_run_together_are_parted() -> None:
    assert _mended("supplychain") == AllOf((Word("supply"), Word("chain")))
    assert _mended("trafiking supplychain") == AllOf((Word("trafficking"), Word("supply"), Word("chain")))


@pytest.mark.parametrize(
    "typed", ["trafficking", "the", "xyzzy", "57(1)(f)", "lab", "gyroscope", '"trafiking"', "trafik*", "-trafiking"]
)
def test_what_is_known_far_off_or_meant_so_is_left(typed: str) -> None:
    assert _mended(typed) is None


def test_quotes_and_beginnings_stay_beside_a_mended_word() -> None:
    assert _mended('trafiking "supply" chai*') == AllOf((Word("trafficking"), Quoted("supply"), Prefixed("chai")))
    assert _mended("trafiking -suply") == AllOf((Word("trafficking"), Without(Word("suply"))))


def test_a_rare_word_is_doubted_only_beside_a_far_more_frequent_one() -> None:
    held = {"debarment": 100, "deparment": 1, "servitude": 30, "servitudes": 2}
    speller = Speller(lambda: held, lambda word: held.get(word, 0))
    assert speller.mend(Word("deparment")) is None
    found = speller.mend(Word("deparment"), rare=True)
    assert found is not None
    assert found.words == (("deparment", "debarment"),)
    assert speller.mend(Word("servitudes"), rare=True) is None
