"""The commands of curators: what they say, and how they end."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import main
from tests.curate.conftest import Web

NOTE = "notes/mandatory-exclusion.md"


def run(*arguments: str) -> tuple[int, str, str]:
    """The exit code of the command, what it prints and what it complains of."""
    found = CliRunner().invoke(main, arguments)
    return found.exit_code, found.stdout, found.stderr


def name(corpus: Path, *addresses: str) -> None:
    """Make a corpus of one note that names these addresses."""
    for path in corpus.rglob("*.*"):
        if path.is_file():
            path.unlink()
    (corpus / NOTE).write_text("---\ntitle: A note\n---\n" + "\n".join(addresses), encoding="utf-8")


def test_new_says_where_the_record_stands_and_what_comes_next(corpus: Path) -> None:
    code, said, _ = run("new", "be-act", "--place", "be", "--type", "act", "--title", "Act on clauses")
    path = corpus / "instruments" / "national" / "be" / "be-act.md"
    assert (code, said.splitlines()[0]) == (0, f"Wrote {path}")
    assert "sourcebook check --watch" in said
    assert 'title: "Act on clauses"\n' in path.read_text(encoding="utf-8")


def test_new_leaves_a_corpus_that_cannot_be_released(corpus: Path) -> None:
    assert run("new", "be-act", "--place", "be")[0] == 0
    ledger = (corpus / "ledger.csv").read_bytes()
    code, said, _ = run("release")
    assert (code, "'title' holds the placeholder 'FILL the full title'" in said) == (1, True)
    assert (corpus / "ledger.csv").read_bytes() == ledger


def test_new_refuses_in_one_line(corpus: Path) -> None:
    assert corpus.exists()
    code, said, complaint = run("new", "de-gwb", "--place", "de")
    assert (code, said) == (1, "")
    assert complaint == (
        "the record 'de-gwb' stands in instruments/national/de/de-gwb.md; edit that, or take another id\n"
    )


def test_new_names_a_folder_it_cannot_write(corpus: Path) -> None:
    (corpus / "instruments" / "national" / "be").write_text("a file where the folder should be")
    code, _, complaint = run("new", "be-act", "--place", "be")
    assert (code, "cannot be written" in complaint) == (1, True)


def test_check_names_a_file_that_cannot_be_read(corpus: Path) -> None:
    (corpus / "notes" / "folder.md").mkdir()
    code, said, _ = run("check")
    assert code == 1
    assert "folder.md cannot be read" in said


def test_a_watch_of_nothing_ends_at_once(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCEBOOK_CORPUS", str(corpus / "nothing"))
    code, said, _ = run("check", "--watch")
    assert (code, "set SOURCEBOOK_CORPUS" in said) == (1, True)


def test_links_ends_well_when_nothing_is_gone(corpus: Path, web: Web) -> None:
    name(corpus, web.url("/ok"), web.url("/moved"))
    code, said, _ = run("links", "--private")
    assert (code, said.splitlines()[-1]) == (0, "2 addresses: 1 ok, 1 moved, 0 gone, 0 unreachable.")


def test_links_fails_when_something_is_gone(corpus: Path, web: Web) -> None:
    name(corpus, web.url("/gone"))
    code, said, _ = run("links", "--private", "--timeout", "5", "--parallel", "2")
    assert (code, f"    {NOTE}:4 body" in said) == (1, True)


def test_links_as_json_is_json_alone(corpus: Path, web: Web) -> None:
    name(corpus, web.url("/moved"))
    code, said, _ = run("links", "--private", "--json")
    found = json.loads(said)
    assert (code, found["moved"], found["links"][0]["to"]) == (0, 1, web.url("/ok"))
    assert found["links"][0]["named"] == [{"file": NOTE, "line": 4, "key": "body"}]


def test_links_says_that_the_machine_is_offline(corpus: Path) -> None:
    name(corpus, "http://127.0.0.1:9/act")
    code, said, complaint = run("links", "--private")
    assert (code, said) == (2, "")
    assert "No host could be reached (1 asked), so this machine seems to be offline" in complaint


def test_links_of_a_record_that_is_not_there(corpus: Path) -> None:
    assert corpus.exists()
    code, _, complaint = run("links", "--only", "de-gbw")
    assert (code, "did you mean de-gwb" in complaint) == (1, True)
