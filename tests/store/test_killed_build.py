"""A build that is killed half way: the old release serves on, and the next build succeeds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.store.release import current_release

ROOT = Path(__file__).resolve().parents[2]
PROTOCOL = "instruments/international/palermo-protocol.md"
COPIES = 150


def start_build(corpus: Path, data: Path) -> "subprocess.Popen[str]":
    """`sourcebook build` in a process of its own."""
    environment = {
        **os.environ,
        "SOURCEBOOK_CORPUS": str(corpus),
        "SOURCEBOOK_DATA": str(data),
        "PYTHONUNBUFFERED": "1",
    }
    command = [sys.executable, "-m", "app.cli", "build"]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


def enlarge(corpus: Path) -> None:
    """Add so many records that the time to write them cannot be missed."""
    text = (corpus / PROTOCOL).read_text(encoding="utf-8")
    without_aliases = "\n".join(line for line in text.split("\n") if not line.startswith("aliases:"))
    for number in range(COPIES):
        (corpus / "instruments" / f"protocol-{number}.md").write_text(without_aliases, encoding="utf-8")


@pytest.mark.server
def test_a_killed_build_leaves_the_old_release_serving_and_the_next_one_succeeds(
    own_corpus: Path, served: Path
) -> None:
    first = current_release(served)
    enlarge(own_corpus)

    killed = start_build(own_corpus, served)
    assert killed.stdout
    for line in killed.stdout:
        if line.startswith("Building release"):
            killed.kill()
            break
    killed.stdout.close()
    assert killed.wait() != 0
    assert current_release(served) == first
    assert len(first.corpus().instruments) == 12
    assert [path.suffix for path in served.iterdir() if path.is_dir() and path != first.folder] == [".new"]

    following = start_build(own_corpus, served)
    said, _ = following.communicate()
    assert following.returncode == 0, said
    assert len(current_release(served).corpus().instruments) == 12 + COPIES
