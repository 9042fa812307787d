"""scripts/serve.py from the outside: it serves, and says clearly what stands in its way."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.server

SERVE = [sys.executable, str(ROOT / "scripts" / "serve.py")]


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    return port


def _environment(corpus: Path, data: Path) -> dict[str, str]:
    return {**os.environ, "SOURCEBOOK_CORPUS": str(corpus), "SOURCEBOOK_DATA": str(data)}


def _wait_for(address: str, server: subprocess.Popen[str]) -> bytes:
    for _ in range(600):
        assert server.poll() is None, server.communicate()
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                body: bytes = answer.read()
            return body
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"no answer at {address}")


@pytest.mark.parametrize("workers", ["1", "2"])
def test_it_builds_says_the_address_and_serves(corpus_folder: Path, tmp_path: Path, workers: str) -> None:
    port = _free_port()
    command = [*SERVE, "--port", str(port), "--workers", workers]
    environment = {**_environment(corpus_folder, tmp_path / "data"), "PYTHONUNBUFFERED": "1"}
    server = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        body = _wait_for(f"http://127.0.0.1:{port}/api/v1/search?q=discourage+demand", server)
        assert b"palermo-protocol" in body
    finally:
        server.terminate()
        said, _ = server.communicate(timeout=20)
    assert f"http://127.0.0.1:{port}" in said
    assert "discourage" not in said


def test_a_taken_port_is_one_clear_line(corpus_folder: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [*SERVE, "--port", str(port)]
        environment = _environment(corpus_folder, tmp_path / "data")
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "choose another with --port" in ended.stderr


def test_a_corpus_with_problems_is_not_served(tmp_path: Path) -> None:
    (tmp_path / "corpus" / "instruments").mkdir(parents=True)
    (tmp_path / "corpus" / "instruments" / "bad.md").write_text("no front matter")
    environment = _environment(tmp_path / "corpus", tmp_path / "data")
    command = [*SERVE, "--port", str(_free_port())]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 1
    assert "instruments/bad.md:1: no front matter" in ended.stdout
    assert "Nothing was built" in ended.stderr
