"""Watching: no change is missed, and Ctrl+C ends it without a fault."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.curate.watch import watch_corpus
from tests.conftest import ROOT

NOTE = "notes/mandatory-exclusion.md"


def test_the_first_round_comes_before_any_change(corpus: Path) -> None:
    rounds = watch_corpus(corpus)
    assert next(rounds) == ()
    rounds.close()  # type: ignore[attr-defined]  # a generator is what it is


def test_a_change_is_told_by_the_names_of_the_files(corpus: Path) -> None:
    rounds = watch_corpus(corpus)
    next(rounds)
    writer = threading.Timer(0.3, (corpus / NOTE).write_text, ["changed"])
    writer.start()
    assert next(rounds) == (NOTE,)
    rounds.close()  # type: ignore[attr-defined]  # a generator is what it is


@pytest.mark.server
@pytest.mark.skipif(os.name == "nt", reason="Windows sends no Ctrl+C to one process alone")
def test_the_command_checks_again_after_a_change_and_ends_at_ctrl_c(corpus: Path) -> None:
    command = [sys.executable, "-u", "-m", "app.cli", "check", "--watch"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT) as watcher:
        limit = threading.Timer(60, watcher.kill)
        limit.start()
        assert watcher.stdout
        said = [watcher.stdout.readline(), watcher.stdout.readline()]
        (corpus / NOTE).write_text("no facts", encoding="utf-8")
        said += [watcher.stdout.readline(), watcher.stdout.readline()]
        watcher.send_signal(signal.SIGINT)
        rest = watcher.communicate()[0]
        limit.cancel()
    assert [line.rstrip() for line in said] == [
        f"== watching {corpus} (Ctrl+C ends it)",
        "12 instruments, 14 provisions, no problem.",
        f"== {NOTE}",
        f"{NOTE}:1: no front matter; begin the file with --- and end the facts with ---",
    ]
    assert "Traceback" not in rest
    assert watcher.returncode == 0
