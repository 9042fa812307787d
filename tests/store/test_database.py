"""The database gives back the corpus that was written."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, text

from app.records.corpus import Corpus
from app.records.instrument import Instrument
from app.records.places import Places
from app.records.vocabulary import Thesaurus, Vocabularies
from app.store.database import open_database, read_corpus, write_corpus

WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
SOME = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
DATES = st.sampled_from(["1949", "2017-04", "2026-11-22"])
STATES = st.sampled_from(["verified", "reported", "unverified", "disputed"])
BY = st.lists(st.sampled_from(["s1", "s2"]), unique=True)
CLAIM = st.fixed_dictionaries({"state": STATES, "by": BY})
TAGS = st.lists(SOME, unique=True, max_size=3)
UNIT = {
    "role": SOME,
    "measures": TAGS,
    "stages": TAGS,
    "exploitation": TAGS,
    "groups_at_risk": TAGS,
    "recommendations": TAGS,
    "steps": TAGS,
    "duties": st.lists(st.fixed_dictionaries({"who": SOME, "duty": SOME, "if": WORDS}), max_size=2),
    "read_as": st.lists(st.fixed_dictionaries({"measure": SOME, "by_whom": WORDS}), max_size=2),
    "state": STATES,
    "by": BY,
    "as_of": st.none() | DATES,
}
SOURCE = st.fixed_dictionaries(
    {"title": WORDS, "kind": SOME, "note": WORDS}, optional={"seen": DATES, "copy_date": DATES}
)


@st.composite
def provisions(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Provisions of any words and tags."""
    said = {"label": WORDS, "heading": WORDS, "words": WORDS, "original_term": WORDS}
    found = draw(st.lists(st.fixed_dictionaries(UNIT | said), max_size=3))
    return [each | {"anchor": f"art_{number}"} for number, each in enumerate(found)]


@st.composite
def instruments(draw: st.DrawFn) -> Instrument:
    """Any instrument that the models allow, whatever the lists say."""
    units = draw(provisions())
    facts = st.fixed_dictionaries(
        {
            "id": st.just("a-law"),
            **dict.fromkeys(("title", "level", "type", "force"), SOME),
            **dict.fromkeys(("short_title", "issuer", "summary", "procurement_link"), WORDS),
            **dict.fromkeys(("own_procurement", "principal"), st.booleans()),
            **dict.fromkeys(("original_titles", "identifiers"), st.dictionaries(SOME, WORDS, max_size=3)),
            "aliases": st.lists(st.fixed_dictionaries({"name": WORDS, "wrong": st.booleans()}), max_size=3),
            "places": st.lists(SOME, min_size=1, unique=True, max_size=3),
            "status": st.fixed_dictionaries({"value": SOME, "as_of": st.none() | DATES, "by": BY, "note": WORDS}),
            "dates": st.fixed_dictionaries(
                {"amended": st.lists(st.fixed_dictionaries({"date": DATES, "by": WORDS, "what": WORDS}), max_size=2)},
                optional=dict.fromkeys(("adopted", "in_force", "period_to"), DATES),
            ),
            "scope": st.fixed_dictionaries({}, optional={"who": WORDS, "chain_depth": SOME}),
            "enforcement": st.lists(
                st.fixed_dictionaries({"body": WORDS, "state": st.none() | STATES, "by": BY}), max_size=2
            ),
            "figures": st.lists(st.fixed_dictionaries({"what": WORDS, "value": WORDS, "by": BY}), max_size=2),
            "relations": st.lists(
                st.fixed_dictionaries({"type": SOME, "to": SOME, "state": STATES, "by": BY}), max_size=2
            ),
            "sectors": TAGS,
            "languages": st.fixed_dictionaries({"authentic": TAGS, "read": WORDS}),
            "sources": st.dictionaries(SOME, SOURCE, max_size=2),
            "verification": st.dictionaries(SOME, CLAIM, max_size=3),
            "text": st.none() | st.just({"url": "https://example.org/a", "format": "html"}),
            "reviewed": st.lists(st.fixed_dictionaries({"by": WORDS, "on": DATES, "what": WORDS}), max_size=2),
            "history": st.lists(
                st.fixed_dictionaries({"on": DATES, "change": st.sampled_from(["added", "corrected"])}), min_size=1
            ),
        }
    )
    whole = {} if units else {"whole": draw(st.fixed_dictionaries(UNIT))}
    return Instrument.model_validate(draw(facts) | whole | {"provisions": units})


def corpus_of(record: Instrument) -> Corpus:
    """A corpus of one record and no lists."""
    return Corpus(
        instruments={record.id: record},
        notes={},
        figures={},
        places=Places({}, {}, {}),
        vocabularies=Vocabularies({}, Thesaurus()),
    )


@settings(max_examples=20, deadline=None)
@given(record=instruments())
def test_any_instrument_is_read_back_equal(record: Instrument) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_corpus(Path(folder) / "rows.sqlite", corpus_of(record))
        engine = open_database(Path(folder) / "rows.sqlite")
        found = read_corpus(engine)
        engine.dispose()
    assert found.instruments[record.id] == record


@pytest.mark.parametrize("name", ["with space", "100% #1", "what?mode=rw", "ø & é"])
def test_a_folder_of_any_name_can_hold_a_database(tiny_corpus: Corpus, tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    write_corpus(tmp_path / name / "rows.sqlite", tiny_corpus)
    engine = open_database(tmp_path / name / "rows.sqlite")
    found = read_corpus(engine)
    engine.dispose()
    assert dict(found.instruments) == dict(tiny_corpus.instruments)


def test_a_release_cannot_be_written_to(tiny_corpus: Corpus, tmp_path: Path) -> None:
    write_corpus(tmp_path / "rows.sqlite", tiny_corpus)
    engine = open_database(tmp_path / "rows.sqlite")
    with Session(engine) as session, pytest.raises(OperationalError, match="readonly"):
        session.connection().execute(text("DELETE FROM instrument"))
    engine.dispose()


def test_what_is_written_is_read_back_equal(tiny_corpus: Corpus, tmp_path: Path) -> None:
    write_corpus(tmp_path / "rows.sqlite", tiny_corpus)
    engine = open_database(tmp_path / "rows.sqlite")
    found = read_corpus(engine)
    engine.dispose()
    assert dict(found.instruments) == dict(tiny_corpus.instruments)
    assert dict(found.notes) == dict(tiny_corpus.notes)
    assert dict(found.figures) == dict(tiny_corpus.figures)
    assert dict(found.comparisons) == dict(tiny_corpus.comparisons)
    assert found.ledger == tiny_corpus.ledger
    assert dict(found.vocabularies) == dict(tiny_corpus.vocabularies)
    assert found.thesaurus == tiny_corpus.thesaurus
    assert found.places.organisations == tiny_corpus.places.organisations
    assert found.places.groups == tiny_corpus.places.groups
    assert found.places.display == tiny_corpus.places.display
