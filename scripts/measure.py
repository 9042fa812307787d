"""What scripts/bench.py runs inside the environment: build, start, memory, search and page weight."""

import argparse
import asyncio
import os
import re
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from pathlib import Path

from baselines import fts5

from app.library import CurrentLibrary, Library
from app.main import create_app
from app.search.passage import passages
from app.search.query import SearchQuery
from app.settings import CLONE, Settings

Application = Callable[..., Awaitable[None]]

QUESTIONS = (
    "discourage demand",
    "forced labour",
    "human trafficking public procurement",
    "exclusion",
    '"supply chain"',
    "child labour NOT children",
    "subcontractor*",
    "2014/24/EU",
    "57(1)(f)",
    "52.222-50",
    "modern slavery statement",
    "due diligence",
    "recruitment fees",
    "contract clause wages",
    "norway transparency",
)
FTS = """SELECT key, snippet(passage, 2, '<mark>', '</mark>', '...', 30), bm25(passage, 0, 10, 1)
FROM passage WHERE passage MATCH ? ORDER BY 3 LIMIT 20"""
FTS_COUNT = "SELECT count(*) FROM passage WHERE passage MATCH ?"
_ALIASES = re.compile(r"^aliases:.*?(?=^\w)|\baliases: (?:\w+|\{[^}]*\})(?:, )?", re.MULTILINE | re.DOTALL)
ADDRESSES = ("/", "/search?q=forced+labour", "/search?unit=provision&measure=exclusion", "/browse", "/places")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20, help="rounds over the questions (default 20)")
    parser.add_argument("--times", type=int, default=1, help="measure with every record so many times over")
    options = parser.parse_args()
    rounds = options.rounds
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        environment = {**os.environ, "SOURCEBOOK_DATA": str(data)}
        if options.times > 1:
            environment["SOURCEBOOK_CORPUS"] = str(_grown(Path(folder) / "corpus", options.times))
        command = [sys.executable, "-m", "app.cli"]
        print(f"build            {_seconds([*command, 'build'], environment):6.2f} s")
        print(f"unchanged build  {_seconds([*command, 'build'], environment):6.2f} s (most of it Python's own start)")
        _measure_server(command, environment)
        library = CurrentLibrary(data).get()
        _measure_search(library, rounds)
        _measure_pages(Settings(data=data), rounds)


def _grown(folder: Path, times: int) -> Path:
    """The corpus with copies of every record under further ids; names that must be unique are left to the first."""
    shutil.copytree(Settings().corpus, folder)
    for path in sorted((folder / "instruments").rglob("*.md")):
        text = _ALIASES.sub("", path.read_text(encoding="utf-8"))
        for number in range(2, times + 1):
            path.with_name(f"{path.stem}-copy-{number}.md").write_text(text, encoding="utf-8")
    return folder


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=environment, check=True, capture_output=True, cwd=CLONE)
    return time.perf_counter() - start


def _measure_server(command: list[str], environment: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    start = time.perf_counter()
    server = subprocess.Popen(
        [*command, "serve", "--port", str(port)], env=environment, stdout=subprocess.DEVNULL, cwd=CLONE
    )
    try:
        _wait(f"http://127.0.0.1:{port}/readyz")
        print(f"start to ready   {time.perf_counter() - start:6.2f} s")
        for address in ADDRESSES:
            _fetch(f"http://127.0.0.1:{port}{address}")
        status = Path(f"/proc/{server.pid}/status")
        if status.exists():
            resident = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
            print(f"memory           {int(resident.split()[1]) / 1024:6.0f} MB a worker")
    finally:
        server.terminate()
        server.wait()


def _wait(address: str) -> None:
    for _ in range(600):
        try:
            _fetch(address)
        except OSError:
            time.sleep(0.02)
        else:
            return
    sys.exit(f"the server did not answer at {address} within 12 s")


def _fetch(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310  # our own server
        body: bytes = answer.read()
    return body


def _measure_search(library: Library, rounds: int) -> None:
    """Search and FTS5 in turn on the same passages, question by question."""
    database = fts5(passages(library.corpus))
    words = {question: _fts_words(question) for question in QUESTIONS}
    for question in QUESTIONS:  # warm both
        library.search(SearchQuery(q=question))
        _ask_fts(database, words[question])
    ours, theirs = [], []
    for _ in range(rounds):
        for question in QUESTIONS:
            ours.append(_timed(partial(library.search, SearchQuery(q=question))))
            theirs.append(_timed(partial(_ask_fts, database, words[question])))
    print(f"\n{len(passages(library.corpus))} passages, {len(ours)} searches each      p50       p99")
    _row("Sourcebook (all facets, highlights)", ours)
    _row("SQLite FTS5 (no facet, snippets)", theirs)
    print(f"ratio of medians, Sourcebook / FTS5: {statistics.median(ours) / statistics.median(theirs):.1f}")


def _ask_fts(database: sqlite3.Connection, words: str) -> None:
    database.execute(FTS, (words,)).fetchall()
    database.execute(FTS_COUNT, (words,)).fetchone()


def _fts_words(question: str) -> str:
    """The question in FTS5's own grammar, its numbers quoted."""
    words = (word if word.isalpha() or word.endswith("*") or '"' in word else f'"{word}"' for word in question.split())
    return " ".join(words)


def _measure_pages(settings: Settings, rounds: int) -> None:
    """Whole answers through the application, without a network: made anew, and given again."""
    app = create_app(settings)
    loop = asyncio.new_event_loop()
    ask = partial(_answer, loop, app)
    print("\npage (whole answer, in the application)           p50       p99    bytes")
    for address in ADDRESSES:
        size = len(ask(address))
        mark = "&" if "?" in address else "?"
        anew = [_timed(partial(ask, f"{address}{mark}anew={each}")) for each in range(rounds)]
        again = [_timed(partial(ask, address)) for _ in range(rounds)]
        _row(address, anew, f"{size:8,}")
        _row("    asked again", again)
    loop.close()


def _answer(loop: asyncio.AbstractEventLoop, app: Application, address: str) -> bytes:
    return loop.run_until_complete(_get(app, address))


async def _get(app: Application, address: str) -> bytes:
    path, _, query = address.partition("?")
    scope = {"type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": query.encode()}
    scope |= {"headers": [], "http_version": "1.1", "scheme": "http", "server": ("127.0.0.1", 80), "root_path": ""}
    body: list[bytes] = []

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b""}

    async def send(message: dict[str, bytes]) -> None:
        body.append(message.get("body", b""))

    await app(scope, receive, send)
    return b"".join(body)


def _timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _row(name: str, times: Iterable[float], more: str = "") -> None:
    found = sorted(times)
    p99 = found[min(len(found) - 1, round(len(found) * 0.99))]
    print(f"{name:<42} {statistics.median(found) * 1000:7.2f} ms {p99 * 1000:7.2f} ms {more}")


if __name__ == "__main__":
    main()
