"""The battery: fairly split, about records that exist, and passed on the half that was held back."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.records.reader import read_corpus
from tests.conftest import ROOT

KINDS = {
    *("known-instrument", "name-and-place", "acronym", "identifier", "provision", "concept-and-place", "synonym"),
    *("misspelling", "variant", "phrase", "boolean", "aboutness", "question", "foreign-title", "nonsense"),
}


@pytest.fixture(scope="module")
def battery() -> list[dict[str, Any]]:
    """The queries as written."""
    read: dict[str, Any] = yaml.safe_load((ROOT / "tests" / "battery.yaml").read_text(encoding="utf-8"))
    assert read["release"]
    return list(read["queries"])


def test_it_has_every_kind_in_both_halves(battery: list[dict[str, Any]]) -> None:
    assert len(battery) >= 180
    assert len({each["q"].casefold() for each in battery}) == len(battery)
    kinds = Counter((each["kind"], each["half"]) for each in battery)
    assert {kind for kind, _ in kinds} == KINDS
    assert all(abs(kinds[kind, "tune"] - kinds[kind, "hold"]) <= 1 for kind in KINDS)


def test_grades_are_given_and_nonsense_has_none(battery: list[dict[str, Any]]) -> None:
    for each in battery:
        assert set(each["relevant"].values()) <= {1, 2, 3}
        assert (3 in each["relevant"].values()) == (each["kind"] != "nonsense")


@pytest.mark.heavy
def test_what_is_judged_exists(battery: list[dict[str, Any]]) -> None:
    corpus, _ = read_corpus(ROOT / "corpus")
    assert corpus
    for address in {key for each in battery for key in each["relevant"]}:
        record, _, anchor = address.partition("#")
        assert record in corpus.instruments, address
        assert not anchor or corpus.instruments[record].provision(anchor), address


@pytest.mark.heavy
def test_the_half_held_back_is_passed(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "scripts" / "judge.py"), "--half", "hold", "--json"]
    environment = {**os.environ, "SOURCEBOOK_DATA": str(tmp_path / "data")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    systems = json.loads(done.stdout)["hold"]
    ours, theirs = systems["Sourcebook"], systems["SQLite FTS5"]
    for kind in ("identifier", "acronym", "known-instrument"):
        assert ours[kind]["success_1"] >= 0.85, kind
    assert ours["all"]["ndcg"] >= 0.80
    assert ours["all"]["ndcg"] >= theirs["all"]["ndcg"] + 0.10
    assert ours["nonsense"]["success_1"] == 1
