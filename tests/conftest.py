"""Fixtures: a corpus of a dozen records with the shipped lists and places, built once a run.

Nothing is mocked: tests read, build and serve this corpus as the product does its own.
"""

import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.library import CurrentLibrary, Library
from app.main import create_app
from app.records.corpus import Corpus
from app.records.reader import read_corpus
from app.search.index import write_index
from app.settings import Settings
from app.store.release import build_release

ROOT = Path(__file__).resolve().parent.parent
RECORDS = ROOT / "tests" / "corpus"


def copy_corpus(to: Path) -> Path:
    """A corpus folder of a test's own: the dozen records, with the shipped vocabularies and places."""
    shutil.copytree(RECORDS, to)
    for shared in ("vocabularies", "places"):
        shutil.copytree(ROOT / "corpus" / shared, to / shared)
    return to


@pytest.fixture(scope="session")
def corpus_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny corpus; tests that change files make a copy of their own."""
    return copy_corpus(tmp_path_factory.mktemp("tiny") / "corpus")


@pytest.fixture(scope="session")
def tiny_corpus(corpus_folder: Path) -> Corpus:
    """The tiny corpus, read."""
    corpus, problems = read_corpus(corpus_folder)
    assert problems == ()
    assert corpus is not None
    return corpus


@pytest.fixture(scope="session")
def data_folder(corpus_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny corpus, built once."""
    data = tmp_path_factory.mktemp("built")
    build_release(corpus_folder, data, write_index)
    return data


@pytest.fixture(scope="session")
def library(data_folder: Path) -> Library:
    """The tiny corpus, opened as the server opens its own."""
    return CurrentLibrary(data_folder).get()


@pytest.fixture(scope="session")
def client(corpus_folder: Path, data_folder: Path) -> TestClient:
    """The application over the tiny corpus; a redirect is an answer, not followed."""
    app = create_app(Settings(corpus=corpus_folder, data=data_folder))
    return TestClient(app, follow_redirects=False, raise_server_exceptions=True)
