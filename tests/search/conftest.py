"""Fixtures of search: the tiny corpus in a real index, written once a run."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.records.corpus import Corpus
from app.search.engine import Engine
from app.search.index import open_index, write_index
from app.search.query import SearchQuery
from app.search.result import SearchResult
from app.search.searcher import Searcher

Ask = Callable[..., SearchResult]


@pytest.fixture(scope="session")
def index_folder(tiny_corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the tiny corpus."""
    folder = tmp_path_factory.mktemp("search") / "index"
    write_index(folder, tiny_corpus)
    return folder


@pytest.fixture(scope="session")
def engine(index_folder: Path) -> Iterator[Engine]:
    """The index, open."""
    opened = open_index(index_folder)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def searcher(tiny_corpus: Corpus, engine: Engine) -> Searcher:
    """A searcher over the tiny corpus."""
    return Searcher(tiny_corpus, engine, "r1")


@pytest.fixture(scope="session")
def ask(searcher: Searcher) -> Ask:
    """Ask a question by its parameters."""

    def _ask(**asked: Any) -> SearchResult:
        return searcher.search(SearchQuery(**asked))

    return _ask
