"""The database of a release: rows written once, then only read."""

from collections import defaultdict
from pathlib import Path

from sqlalchemy import URL, Engine, insert
from sqlmodel import Session, SQLModel, create_engine

from app.records.corpus import Corpus
from app.store.comparison_rows import comparison_rows, read_comparisons
from app.store.instrument_rows import instrument_rows
from app.store.instrument_values import read_instrument
from app.store.list_rows import ledger_rows, note_rows, place_rows, ratification_rows, search_rows, vocabulary_rows
from app.store.list_values import (
    read_figures,
    read_ledger,
    read_notes,
    read_places,
    read_ratifications,
    read_searches,
    read_vocabularies,
)
from app.store.rows import InstrumentRow
from app.store.tables import Tables

_READ_ONLY = {"mode": "ro", "immutable": "1", "uri": "true"}


def write_corpus(path: Path, corpus: Corpus) -> None:
    """Write all rows of a corpus into a new database."""
    engine = create_engine(URL.create("sqlite", database=str(path)))
    try:
        with Session(engine) as session:
            connection = session.connection()
            connection.exec_driver_sql("BEGIN")  # else SQLite waits for the disk after each of the tables
            SQLModel.metadata.create_all(connection)
            for table, rows in _rows(corpus).items():
                session.execute(insert(table), rows)
            session.commit()
    finally:
        engine.dispose()


def open_database(path: Path) -> Engine:
    """A database that can only be read."""
    address = path.resolve().as_uri()  # a folder's name may hold any character
    return create_engine(URL.create("sqlite", database=address, query=_READ_ONLY))


def read_corpus(engine: Engine) -> Corpus:
    """The corpus of a release, equal to the one that was written."""
    with Session(engine) as session:
        tables = Tables(session)
        records = [read_instrument(row, tables) for row in tables.all(InstrumentRow)]
        return Corpus(
            instruments={record.id: record for record in records},
            notes=read_notes(tables),
            figures=read_figures(tables),
            comparisons=read_comparisons(tables),
            ratifications=read_ratifications(tables),
            coverage=read_searches(tables),
            places=read_places(tables),
            vocabularies=read_vocabularies(tables),
            ledger=read_ledger(tables),
        )


def _rows(corpus: Corpus) -> dict[type[SQLModel], list[dict[str, object]]]:
    """Rows as plain mappings by table, numbered in the order in which they are read back."""
    found: defaultdict[type[SQLModel], list[dict[str, object]]] = defaultdict(list)
    records = [row for record in corpus.instruments.values() for row in instrument_rows(record)]
    records += [row for comparison in corpus.comparisons.values() for row in comparison_rows(comparison)]
    lists = (
        *place_rows(corpus.places),
        *vocabulary_rows(corpus.vocabularies),
        *note_rows(corpus),
        *ratification_rows(corpus),
        *search_rows(corpus),
        *ledger_rows(corpus),
    )
    for row in (*records, *lists):
        rows = found[type(row)]
        rows.append(row.model_dump() | {"id": len(rows) + 1})
    return found
