"""Releases: built whole beside the one that serves, then switched in one step."""

import json
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from app.errors import CorpusInvalid, NotReady
from app.records.corpus import Corpus
from app.records.problem import Problem
from app.records.reader import read_corpus as read_files
from app.store.database import open_database, read_corpus, write_corpus
from app.store.identity import build_hash, corpus_hash

IndexWriter = Callable[[Path, Corpus], None]
Progress = Callable[[str], None]

_CURRENT = "current"
_UNFINISHED = ".new"
_RELEASE = "release.json"
_KEPT = 2
_HOUR = 3600
_MEND = "run: python3 scripts/serve.py (or: sourcebook build)"


class ProblemsFound(CorpusInvalid):
    """The corpus has problems; carries them all."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems in the corpus; run: sourcebook check")
        self.problems = problems


@dataclass(frozen=True)
class Release:
    """A built release: `id` names the corpus, `build` the corpus with the code that answers from it."""

    id: str
    build: str
    folder: Path

    @property
    def index(self) -> Path:
        """The folder of the search index."""
        return self.folder / "index"

    def database(self) -> Engine:
        """Its rows, read-only."""
        return open_database(self.folder / "rows.sqlite")

    def corpus(self) -> Corpus:
        """Everything it holds."""
        engine = self.database()
        try:
            return read_corpus(engine)
        except OperationalError as error:  # other code built it
            raise NotReady(f"the release {self.id} was built by another version of this program; {_MEND}") from error
        finally:
            engine.dispose()


def build_release(corpus: Path, data: Path, write_index: IndexWriter, progress: Progress = lambda _: None) -> Release:
    """Build the release of a corpus unless it stands already, and make it the current one."""
    content = corpus_hash(corpus)
    build = build_hash(content)[:12]
    standing = _standing(data, build)
    if standing:
        return standing
    progress("Reading the corpus ...")
    records, problems = read_files(corpus)
    if records is None:
        raise ProblemsFound(problems)
    if corpus_hash(corpus) != content:  # somebody saved a file meanwhile: what was read is of no one moment
        return build_release(corpus, data, write_index, progress)
    release = Release(f"{records.released.isoformat()}-{content[:8]}", build, data / build)
    _clear_unfinished(data)
    unfinished = _fresh(data, build)
    try:
        unfinished.mkdir(parents=True)
        progress(f"Building release {release.id}: {len(records.instruments)} instruments ...")
        write_corpus(unfinished / "rows.sqlite", records)
        write_index(unfinished / "index", records)
        (unfinished / _RELEASE).write_text(json.dumps({"id": release.id, "build": build}), encoding="utf-8")
        _move_into_place(unfinished, release.folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)  # a full disk needs the room at once
        raise
    _switch(data, build)
    return release


def current_release(data: Path) -> Release:
    """The release that serves; NotReady says which command builds one."""
    try:
        name = (data / _CURRENT).read_text(encoding="utf-8").strip()
        return _read(data / name)
    except (OSError, ValueError) as error:
        raise NotReady(f"no release is built yet in {data}; {_MEND}") from error


def current_mark(data: Path) -> tuple[int, int] | None:
    """A mark that changes when another release is made current; None when there is none."""
    try:
        found = (data / _CURRENT).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino


def _standing(data: Path, build: str) -> Release | None:
    """A build that was finished earlier, made current again if another was."""
    try:
        if (data / _CURRENT).read_text(encoding="utf-8").strip() != build and _read(data / build):
            _switch(data, build)
        return _read(data / build)
    except (OSError, ValueError):
        return None


def _read(folder: Path) -> Release:
    said = json.loads((folder / _RELEASE).read_text(encoding="utf-8"))
    return Release(said["id"], said["build"], folder)


def _fresh(data: Path, name: str) -> Path:
    """A name for something unfinished that nobody used; in containers even process ids come back."""
    return data / f"{name}-{token_hex(4)}{_UNFINISHED}"


def _move_into_place(unfinished: Path, folder: Path) -> None:
    """Give the finished build its name; one of the same name is the same build, made by another process."""
    if (folder / _RELEASE).exists():
        shutil.rmtree(unfinished)
        return
    shutil.rmtree(folder, ignore_errors=True)  # what is left of a release whose removal was cut short
    unfinished.rename(folder)


def _switch(data: Path, build: str) -> None:
    pointer = _fresh(data, _CURRENT)
    pointer.write_text(build, encoding="utf-8")
    pointer.replace(data / _CURRENT)
    built = [path for path in data.iterdir() if (path / _RELEASE).exists() and path.name != build]
    for old in sorted(built, key=lambda path: path.stat().st_mtime, reverse=True)[_KEPT - 1 :]:
        shutil.rmtree(old, ignore_errors=True)


def _clear_unfinished(data: Path) -> None:
    """Remove what killed builds left behind; one younger than an hour may still be at work."""
    for path in data.glob(f"*{_UNFINISHED}") if data.is_dir() else ():
        if path.is_dir() and time.time() - path.stat().st_mtime > _HOUR:
            shutil.rmtree(path, ignore_errors=True)
