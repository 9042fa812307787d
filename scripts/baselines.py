"""What Sourcebook is measured against: SQLite FTS5 and Whoosh as they come, on the same passages."""

import re
import sqlite3
from collections.abc import Iterable

from whoosh.analysis import StemmingAnalyzer
from whoosh.fields import STORED, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.qparser import MultifieldParser, OrGroup
from whoosh.query import Query

from app.search.passage import Passage

FOUND = 200
_WORD = re.compile(r"\w+")


class Fts5:
    """SQLite FTS5 with porter stems and bm25, names counted ten times as its users advise."""

    name = "SQLite FTS5"

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._database = fts5(passages)

    def search(self, question: str) -> list[int]:
        """Keys of passages, best first: the question as it is, else its words, else any of them."""
        words = [f'"{word}"' for word in _WORD.findall(question)]
        for asked in (question, " ".join(words), " OR ".join(words)):
            try:
                sql = "SELECT key FROM passage WHERE passage MATCH ? ORDER BY bm25(passage, 0, 10, 1) LIMIT ?"
                found = self._database.execute(sql, (asked, FOUND)).fetchall()
            except sqlite3.OperationalError:
                continue
            if found:
                return [key for (key,) in found]
        return []


class PlainWhoosh:
    """Whoosh with its stemming analyser, its parser over all fields and its BM25F."""

    name = "Whoosh, plain"

    def __init__(self, passages: Iterable[Passage]) -> None:
        analyser = StemmingAnalyzer()
        schema = Schema(key=STORED, name=TEXT(analyzer=analyser), text=TEXT(analyzer=analyser))
        index = RamStorage().create_index(schema)
        writer = index.writer()
        for each in passages:
            writer.add_document(key=each.key, name=" ".join(each.names.names), text=f"{each.heading} {each.text}")
        writer.commit()
        self._searcher = index.searcher()
        self._all = MultifieldParser(["name", "text"], schema)
        self._any = MultifieldParser(["name", "text"], schema, group=OrGroup)

    def search(self, question: str) -> list[int]:
        """Keys of passages, best first: all words, else any of them."""
        for parser in (self._all, self._any):
            asked: Query = parser.parse(question)
            if found := [hit["key"] for hit in self._searcher.search(asked, limit=FOUND)]:
                return found
        return []


def fts5(passages: Iterable[Passage]) -> sqlite3.Connection:
    """An FTS5 table of passages in memory: key, name, text."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE passage USING fts5(key UNINDEXED, name, text, tokenize='porter unicode61')")
    database.executemany(
        "INSERT INTO passage VALUES (?, ?, ?)",
        ((each.key, " ".join(each.names.names), f"{each.heading} {each.text}") for each in passages),
    )
    return database
