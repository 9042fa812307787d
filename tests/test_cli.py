"""The `sourcebook` command, on a corpus of its own."""

import json
import shutil
import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import main
from app.store.release import current_release

PROTOCOL = "instruments/international/palermo-protocol.md"


@pytest.fixture
def corpus(corpus_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the tiny corpus that the command works on, with a data folder beside it."""
    folder = shutil.copytree(corpus_folder, tmp_path / "corpus")
    monkeypatch.setenv("SOURCEBOOK_CORPUS", str(folder))
    monkeypatch.setenv("SOURCEBOOK_DATA", str(tmp_path / "data"))
    return folder


def run(*arguments: str) -> tuple[int, str]:
    """The exit code of the command, and all it says."""
    found = CliRunner().invoke(main, arguments)
    return found.exit_code, found.output


def spoil(corpus: Path) -> None:
    """Two faults in one file, one in another."""
    path = corpus / PROTOCOL
    text = (
        path.read_text(encoding="utf-8").replace("type: treaty", "type: treatise").replace("places: [un]", "places: []")
    )
    path.write_text(text, encoding="utf-8")
    (corpus / "notes" / "empty.md").write_text("", encoding="utf-8")


def ledger(corpus: Path) -> list[str]:
    """The lines of the ledger."""
    return (corpus / "ledger.csv").read_text(encoding="utf-8").splitlines()


def test_check_counts_what_is_held(corpus: Path) -> None:
    assert corpus.exists()
    assert run("check") == (0, "12 instruments, 14 provisions, no problem.\n")


def test_check_lists_every_problem_with_its_line(corpus: Path) -> None:
    spoil(corpus)
    _, said = run("check")
    assert [line.rpartition(": ")[0].split(": ")[0] for line in said.splitlines()[:-1]] == [
        f"{PROTOCOL}:6",
        f"{PROTOCOL}:10",
        "notes/empty.md:1",
    ]


def test_check_fails_with_a_count(corpus: Path) -> None:
    spoil(corpus)
    code, said = run("check")
    assert (code, said.splitlines()[-1]) == (1, "3 problems in 2 files.")


def test_build_makes_a_release_and_names_it(corpus: Path) -> None:
    code, said = run("build")
    release = current_release(corpus.parent / "data")
    assert (code, said.splitlines()[-1]) == (0, f"Release {release.id} is current in {corpus.parent / 'data'}.")


def test_build_lists_the_problems_and_builds_nothing(corpus: Path) -> None:
    spoil(corpus)
    code, said = run("build")
    assert (code, f"{PROTOCOL}:6: " in said, "Nothing was built" in said) == (1, True, True)
    assert not (corpus.parent / "data").exists()


def test_release_adds_exactly_the_ids_and_anchors_that_are_new(corpus: Path) -> None:
    before = ledger(corpus)
    code, said = run("release")
    added = ledger(corpus)[len(before) :]
    assert (code, ledger(corpus)[: len(before)]) == (0, before)
    assert len(added) == 12 + 14 - 2
    assert added[:3] == [
        "de-gwb,,2026-11-02,,,",
        "de-gwb,sec_123__para_1,2026-11-02,,,",
        "eu-directive-2014-24,,2026-11-02,,,",
    ]
    assert said.splitlines()[-1].startswith("24 new addresses in the ledger. Release 2026-11-02-")


def test_release_again_changes_nothing(corpus: Path) -> None:
    run("release")
    before = ledger(corpus)
    _, said = run("release")
    assert ledger(corpus) == before
    assert said.startswith("0 new addresses in the ledger.")


def test_release_adds_the_anchor_of_a_new_provision_alone(corpus: Path) -> None:
    run("release")
    before = ledger(corpus)
    path = corpus / "instruments" / "international" / "ilo-c094.md"
    text = path.read_text(encoding="utf-8").replace("history:", "  art_3: {role: final, by: s1}\nhistory:")
    text = text + "\n## Article 3 {#art_3}\nThe authority posts notices at the workplace.\n"
    path.write_text(text, encoding="utf-8")
    run("release")
    assert ledger(corpus)[len(before) :] == ["ilo-c094,art_3,2026-11-02,,,"]


def test_a_released_corpus_has_no_problem(corpus: Path) -> None:
    run("release")
    assert corpus.exists()
    assert run("check")[0] == 0


def test_a_released_record_cannot_vanish_silently(corpus: Path) -> None:
    run("release")
    (corpus / "instruments" / "national" / "gb" / "gb-ppn-05-19.md").unlink()
    code, said = run("check")
    assert code == 1
    assert "'gb-ppn-05-19' was released and is gone" in said


def test_release_of_a_corpus_with_problems_leaves_the_ledger(corpus: Path) -> None:
    before = ledger(corpus)
    spoil(corpus)
    code, _ = run("release")
    assert (code, ledger(corpus)) == (1, before)


def test_schema_prints_the_schema_of_the_front_matter(corpus: Path) -> None:
    assert corpus.exists()
    code, said = run("schema")
    assert (code, "enum" in json.loads(said)["properties"]["type"]) == (0, True)


def test_serve_refuses_a_taken_port_in_one_line(corpus: Path) -> None:
    assert corpus.exists()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, said = run("serve", "--port", str(port))
    assert code == 1
    assert f"Cannot listen on 127.0.0.1:{port}" in said
    assert "choose another with --port" in said


def test_without_a_command_the_commands_are_listed() -> None:
    _, said = run()
    assert [each for each in ("new", "check", "build", "release", "links", "schema", "serve") if each not in said] == []


def test_a_data_folder_that_cannot_be_written_is_named(corpus: Path, tmp_path: Path) -> None:
    assert corpus.exists()
    (tmp_path / "data").write_text("a file where the folder should be")
    code, said = run("build")
    assert code == 1
    assert "set SOURCEBOOK_DATA" in said
