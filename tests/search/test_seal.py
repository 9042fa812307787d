"""A seal tells a whole index from a damaged one."""

from pathlib import Path

import pytest

from app.search.engine import EngineError
from app.search.seal import check_seal, write_seal


def test_an_index_as_written_is_sound(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("tokens")
    write_seal(tmp_path)
    check_seal(tmp_path)


def test_a_changed_file_breaks_the_seal(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("tokens")
    write_seal(tmp_path)
    (tmp_path / "a").write_text("tokenz")
    with pytest.raises(EngineError, match="damaged"):
        check_seal(tmp_path)


def test_no_seal_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="no search index"):
        check_seal(tmp_path)
