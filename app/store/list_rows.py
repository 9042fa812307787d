"""List rows: notes, figures, places, vocabularies and ledger taken apart into rows."""

from collections.abc import Iterator

from sqlmodel import SQLModel

from app.records.corpus import Corpus
from app.records.dating import Change
from app.records.places import Places
from app.records.vocabulary import Vocabularies
from app.store.instrument_rows import source_rows, support_rows
from app.store.rows import HistoryRow
from app.store.rows_of_lists import (
    ConceptRow,
    ConceptTermRow,
    ConcernRow,
    FigureRow,
    GroupRow,
    LedgerRow,
    MemberRow,
    NoteRow,
    PlaceRow,
    RatificationRow,
    RatificationSourceRow,
    SchemeRow,
    SearchFindRow,
    SearchRow,
    ThesaurusRow,
)


def note_rows(corpus: Corpus) -> Iterator[SQLModel]:
    """Notes and figures, with what they concern."""
    for note in corpus.notes.values():
        owner = f"notes/{note.id}"
        yield NoteRow(key=note.id, title=note.title, kind=note.kind, state=note.state, words=note.words)
        yield from source_rows(note.sources, owner)
        yield from support_rows("note", note.by, owner)
        yield from _shared(note.concerns, note.history, owner)
    for figure in corpus.figures.values():
        owner = f"figures/{figure.id}"
        yield FigureRow(key=figure.id, **figure.model_dump(exclude={"id", "source", "concerns", "history"}))
        yield from source_rows({"source": figure.source}, owner)
        yield from _shared(figure.concerns, figure.history, owner)


def ratification_rows(corpus: Corpus) -> Iterator[SQLModel]:
    """What States did to treaties, each with its sources."""
    for row in (row for rows in corpus.ratifications.values() for row in rows):
        yield RatificationRow(**row.model_dump(exclude={"source"}))
        yield from (RatificationSourceRow(treaty=row.treaty, place=row.place, source=each) for each in row.source)


def search_rows(corpus: Corpus) -> Iterator[SQLModel]:
    """The searches made, each with what it led to; a row's number is its place in the corpus, from 1."""
    for number, search in enumerate(corpus.coverage, start=1):
        yield SearchRow(**search.model_dump(exclude={"found"}))
        yield from (SearchFindRow(search=number, record=each) for each in search.found)


def place_rows(places: Places) -> Iterator[SQLModel]:
    """Organisations, display names and groups with their members."""
    for place in places.organisations.values():
        yield PlaceRow(**place.model_dump(exclude={"parent"}))
    for shown in places.display.values():
        yield PlaceRow(kind="display", full_name="", url="", **shown.model_dump())
    for group in places.groups.values():
        yield GroupRow(
            **group.model_dump(include={"code", "name", "definition", "as_of"}),
            source_title=group.source.title,
            source_url=group.source.url,
            source_state=group.source.state,
        )
        for member in group.members:
            yield MemberRow(group=group.code, place=member.place, joined=member.joined, left=member.left)


def vocabulary_rows(vocabularies: Vocabularies) -> Iterator[SQLModel]:
    """Vocabularies with their concepts and terms, and the thesaurus."""
    for scheme, vocabulary in vocabularies.items():
        yield SchemeRow(key=scheme, label=vocabulary.label, definition=vocabulary.definition)
        for concept in vocabulary.concepts.values():
            plain = concept.model_dump(exclude={"id", "synonyms", "matches"})
            yield ConceptRow(scheme=scheme, key=concept.id, **plain)
            terms = {"synonym": concept.synonyms} | concept.matches
            for kind, found in terms.items():
                for term in found:
                    yield ConceptTermRow(scheme=scheme, concept=concept.id, kind=kind, term=term)
    for same in vocabularies.thesaurus.same:
        yield from (ThesaurusRow(kind="same", head=same.concept, term=term) for term in same.terms)
    for near in vocabularies.thesaurus.near:
        yield from (ThesaurusRow(kind="near", head=near.term, term=term) for term in near.near)


def ledger_rows(corpus: Corpus) -> Iterator[SQLModel]:
    """Every address ever released."""
    for line in corpus.ledger:
        yield LedgerRow(key=line.id, **line.model_dump(exclude={"id"}))


def _shared(concerns: tuple[str, ...], history: tuple[Change, ...], owner: str) -> Iterator[SQLModel]:
    for address in concerns:
        target, _, anchor = address.partition("#")
        yield ConcernRow(owner=owner, target=target, anchor=anchor)
    for change in history:
        yield HistoryRow(owner=owner, by="", **change.model_dump())
