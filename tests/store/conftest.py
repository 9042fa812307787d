"""Fixtures of the store tests: a corpus folder and a data folder of a test's own."""

import shutil
from pathlib import Path

import pytest

from app.search.index import write_index
from app.store.release import build_release


@pytest.fixture
def own_corpus(corpus_folder: Path, tmp_path: Path) -> Path:
    """A copy of the tiny corpus that may be changed."""
    return shutil.copytree(corpus_folder, tmp_path / "corpus")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder releases are built into; not made yet."""
    return tmp_path / "data"


@pytest.fixture(scope="session")
def _built(corpus_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "data"
    build_release(corpus_folder, folder, write_index)
    return folder


@pytest.fixture
def served(_built: Path, data: Path) -> Path:
    """The data folder, with the release of the tiny corpus in it."""
    return shutil.copytree(_built, data)
