"""Fixtures of the record tests: folders that hold the shipped lists, to put a file or two into."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.records.problem import Problem
from app.records.reader import read_corpus

ROOT = Path(__file__).resolve().parents[2]
Checker = Callable[[dict[str, str | bytes]], tuple[Problem, ...]]


@pytest.fixture
def lists_folder(tmp_path: Path) -> Path:
    """A corpus folder without a record: the shipped vocabularies and places."""
    folder = tmp_path / "corpus"
    for shared in ("vocabularies", "places"):
        shutil.copytree(ROOT / "corpus" / shared, folder / shared)
    return folder


@pytest.fixture
def problems_of(lists_folder: Path) -> Checker:
    """All problems of a corpus of the files given (path: content)."""

    def check(files: dict[str, str | bytes]) -> tuple[Problem, ...]:
        for name, content in files.items():
            path = lists_folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_corpus(lists_folder)[1]

    return check
