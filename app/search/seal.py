"""Seal: the names and checksums of an index's files, so that damage is seen when it is opened and not mid-answer."""

import zlib
from pathlib import Path

from app.search.engine import EngineError

_SEAL = "seal.txt"


def write_seal(directory: Path) -> None:
    """Note every file of a finished index."""
    (directory / _SEAL).write_text(_read_files(directory), encoding="utf-8")


def check_seal(directory: Path) -> None:
    """EngineError unless the index is there, whole and as it was written."""
    try:
        sound = (directory / _SEAL).read_text(encoding="utf-8") == _read_files(directory)
    except (OSError, ValueError) as error:
        raise EngineError(f"There is no search index in {directory}; run 'sourcebook build' to make it.") from error
    if not sound:
        raise EngineError(f"The search index in {directory} is damaged; run 'sourcebook build' to make it anew.")


def _read_files(directory: Path) -> str:
    files = (path for path in sorted(directory.iterdir()) if path.name != _SEAL)
    return "".join(f"{zlib.crc32(path.read_bytes()):08x} {path.stat().st_size} {path.name}\n" for path in files)
