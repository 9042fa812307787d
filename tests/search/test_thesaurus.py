"""Same terms are one concept, in a row of stems."""

from app.search.analysis import read_words
from app.search.thesaurus import Match, Thesaurus


def _stems(text: str) -> tuple[str, ...]:
    return read_words(text).stem


_SAME = Thesaurus(
    [
        ("thb", ["trafficking in persons", "human trafficking", "THB"]),
        ("labour", ["labour", "labor"]),
        ("forced-labour", ["forced labour", "forced labor"]),
        ("bidder", ["bidder", "tenderer"]),
        ("self-cleaning", ["self-cleaning", "self cleaning"]),
    ],
    _stems,
)


def test_every_term_of_a_group_is_its_concept() -> None:
    for term in ("Trafficking in Persons", "human trafficking", "thb"):
        assert [match.concept for match in _SAME.fold(_stems(term))] == ["thb"]


def test_the_longest_term_wins_in_a_question() -> None:
    assert _SAME.fold(_stems("forced labor")) == [Match("forced-labour", 0, 1)]


def test_nested_terms_are_found_in_a_text() -> None:
    assert [match.concept for match in _SAME.matches(_stems("forced labor"))] == ["forced-labour", "labour"]


def test_a_removed_term_gives_way_to_a_shorter_one() -> None:
    removed = frozenset({_stems("forced labor")})
    assert _SAME.fold(_stems("forced labor"), removed) == [Match("labour", 1, 1)]


def test_the_tender_is_no_bidder() -> None:
    assert _SAME.matches(_stems("the tenders")) == []
    assert [match.concept for match in _SAME.matches(_stems("the tenderers"))] == ["bidder"]


def test_others_leave_out_the_term_and_its_doubles() -> None:
    assert _SAME.others("thb", _stems("THB")) == ("trafficking in persons", "human trafficking")
    assert _SAME.others("self-cleaning", _stems("self cleaning")) == ()


def test_an_empty_term_names_nothing() -> None:
    assert Thesaurus([("none", ["—"])], _stems).matches(_stems("a b")) == []
