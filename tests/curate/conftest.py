"""Fixtures of the curator's tools: a small web on this machine, and the tiny corpus to write into."""

import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import sleep

import pytest

from tests.conftest import copy_corpus

ANSWERS: dict[str, tuple[int, str]] = {
    "/ok": (200, ""),
    "/only-get": (200, ""),
    "/cuts-head": (200, ""),
    "/moved": (301, "/ok"),
    "/moved-twice": (308, "/moved"),
    "/moved-then-now": (301, "/now"),
    "/now": (302, "/ok"),
    "/taken-down": (301, "/"),
    "/": (200, ""),
    "/moved-to-nothing": (301, "/gone"),
    "/gone": (410, ""),
    "/refused": (403, ""),
    "/round": (302, "/round"),
    "/elsewhere": (302, "ftp://example.org/act"),
    "/mangled": (302, "http://example.org:half/act"),
    "/busy": (429, ""),
    "/busy-later": (200, ""),
    "/slow": (200, ""),
    "/endless": (200, ""),
}


class Handler(BaseHTTPRequestHandler):
    """Answers by the table above, and tells its web."""

    web: "Web"

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        host = self.headers.get("Host", "").partition(":")[0]
        self.web.enter(host, self.command, self.path, self.headers.get("User-Agent", ""))
        try:
            self.say()
        finally:
            self.web.leave(host)

    def say(self) -> None:
        sleep(1.5 if self.path == "/slow" else 0.02)
        if self.path.startswith("/cuts-head") and self.command == "HEAD":
            return
        status, location = ANSWERS.get(self.path.partition("?")[0], (404, ""))
        refused = self.path == "/only-get" and self.command == "HEAD"
        self.send_response(405 if refused else status)
        if location:
            self.send_header("Location", location)
        if self.path != "/endless":
            self.send_header("Content-Length", "0")
        self.end_headers()
        if self.path == "/endless" and self.command == "GET":
            self.pour()

    def pour(self) -> None:
        """Send without end, until the other side has enough."""
        try:
            while True:
                self.wfile.write(b"x" * 65536)
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name in http.server
        return


class Web:
    """A web server of a test's own, and what it saw."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.agents: set[str] = set()
        self.at_once: Counter[str] = Counter()
        self.most_at_once: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("HandlerOfOne", (Handler,), {"web": self}))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """The address of a path on this server."""
        return f"http://{host}:{self._server.server_port}{path}"

    def enter(self, host: str, method: str, path: str, agent: str) -> None:
        """A request has begun."""
        with self._lock:
            self.asked.append((method, path))
            self.agents.add(agent)
            for name in (host, "all"):
                self.at_once[name] += 1
                self.most_at_once[name] = max(self.most_at_once[name], self.at_once[name])

    def leave(self, host: str) -> None:
        """A request has ended."""
        with self._lock:
            self.at_once.subtract((host, "all"))

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def web() -> Iterator[Web]:
    """A small web server on this machine."""
    server = Web()
    yield server
    server.close()


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the tiny corpus that the commands work on."""
    folder = copy_corpus(tmp_path / "corpus")
    monkeypatch.setenv("SOURCEBOOK_CORPUS", str(folder))
    monkeypatch.setenv("SOURCEBOOK_DATA", str(tmp_path / "data"))
    return folder
