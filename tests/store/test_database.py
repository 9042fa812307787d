"""The database gives back the corpus that was written."""

from pathlib import Path

from app.records.corpus import Corpus
from app.store.database import open_database, read_corpus, write_corpus


def test_what_is_written_is_read_back_equal(tiny_corpus: Corpus, tmp_path: Path) -> None:
    write_corpus(tmp_path / "rows.sqlite", tiny_corpus)
    engine = open_database(tmp_path / "rows.sqlite")
    found = read_corpus(engine)
    engine.dispose()
    assert dict(found.instruments) == dict(tiny_corpus.instruments)
    assert dict(found.notes) == dict(tiny_corpus.notes)
    assert dict(found.figures) == dict(tiny_corpus.figures)
    assert found.ledger == tiny_corpus.ledger
    assert dict(found.vocabularies) == dict(tiny_corpus.vocabularies)
    assert found.thesaurus == tiny_corpus.thesaurus
    assert found.places.organisations == tiny_corpus.places.organisations
    assert found.places.groups == tiny_corpus.places.groups
    assert found.places.display == tiny_corpus.places.display
