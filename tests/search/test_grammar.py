"""Every question has a tree; a broken one is mended, and the mend is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.grammar import MAX_DEPTH, MAX_SLOP, MAX_WORDS, parse
from app.search.syntax import FilterWord


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("discourage demand", "discourage AND demand"),
        ("a b OR c", "(a AND b) OR c"),
        ('"exact phrase" AND (x OR y) -z', '"exact phrase" AND (x OR y) AND NOT z'),
        ("traffick*", "traffick*"),
        ('"x y"~10', '"x y"~10'),
        ("“curly quotes”", '"curly quotes"'),
        ("57(1)(f) exclusion", "57(1)(f) AND exclusion"),
        ("(57(1)(f) OR 9(5))", "57(1)(f) OR 9(5)"),
        ("EO 13627", "EO 13627"),
        ("title:(child labour)", "title:(child AND labour)"),
        ("title:labour", "title:labour"),
        ("NOT NOT demand", "demand"),
        ("self-cleaning", "self-cleaning"),
        ("exclusion - debarment", "exclusion AND debarment"),
        ("child,labour/slavery", "child AND labour AND slavery"),
        ("place:no exclusion", "exclusion AND place:no"),
        ("-measure:(exclusion OR debarment)", "NOT measure:(exclusion OR debarment)"),
        ("NOT place:no", "NOT place:no"),
        ("place:no AND exclusion", "exclusion AND place:no"),
        ("year:2015..2020", "year:2015..2020"),
        ("http://example.org Directive: on", "http AND example.org AND Directive AND on"),
        ("שלום עולם", "שלום AND עולם"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_a_sound_question_is_read_without_repair(question: str, understood: str) -> None:
    parsed = parse(question)
    assert (parsed.understood, parsed.repairs) == (understood, ())


@pytest.mark.parametrize(
    ("question", "understood", "repair"),
    [
        ('"unclosed', '"unclosed"', "A quotation mark was never closed"),
        ("(a", "a", "An opening bracket was never closed"),
        ("a))b", "a AND b", "A closing bracket had no opening one"),
        ("()", "", "Brackets with nothing"),
        ("a AND", "a", "An AND had nothing"),
        ("AND a", "a", "An AND had nothing"),
        ("a OR", "a", "An OR had nothing"),
        ("a NOT", "a", "A NOT or a field had nothing"),
        ("NOT", "", "The question holds no word"),
        ("*", "", "The question holds no word"),
        ('"', "", "The question holds no word"),
        ('"!"', "", "Quotation marks with no word"),
        ("😀", "", "The question holds no word"),
        ("t*", "t", "A beginning before *"),
        ("supply-ch*", "supply-ch", "A beginning before *"),
        ('"x y"~999', f'"x y"~{MAX_SLOP}', "at most"),
        ("\x00demand\ud800", "demand", "Characters that are no text"),
        ("(a place:no)", "a AND place:no", "taken out of its brackets"),
        ("place:()", "", "named no value"),
        ("(" * 30 + "a" + ")" * 30 + " b", "a AND b", f"deeper than {MAX_DEPTH}"),
        (" ".join(f"w{n}" for n in range(80)), " AND ".join(f"w{n}" for n in range(64)), f"first {MAX_WORDS} words"),
        ("(" * 10_000, "", "Only the first"),
        ("NOT " * 10_000 + "a", "", "Only the first"),
    ],
)
def test_a_broken_question_is_mended(question: str, understood: str, repair: str) -> None:
    parsed = parse(question)
    assert parsed.understood == understood
    assert any(repair in sentence for sentence in parsed.repairs)


def test_filters_are_kept_apart_from_the_words() -> None:
    parsed = parse('place:NO -measure:"exclusion" type:(act, treaty)')
    assert parsed.tree is None
    assert parsed.filters == (
        FilterWord("place", ("no",)),
        FilterWord("measure", ("exclusion",), excluded=True),
        FilterWord("type", ("act", "treaty")),
    )


def test_literal_reads_words_alone() -> None:
    assert (
        parse('a AND "b c" NOT (place:no)*', literal=True).understood
        == "a AND AND AND b AND c AND NOT AND place AND no"
    )


@given(st.text(st.characters(), max_size=200) | st.text('()"*-~:ORANDT ab57', max_size=200))
def test_any_text_has_a_tree(question: str) -> None:
    parsed = parse(question)
    assert parse(parsed.understood).understood is not None
    assert all(sentence.endswith(".") for sentence in parsed.repairs)
