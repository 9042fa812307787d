"""What README shows works as shown."""

import re
import shlex
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from app.cli import main
from app.library import Library
from app.records.corpus import Corpus
from app.records.reader import read_corpus
from app.search.query import SearchQuery
from tests.conftest import ROOT, copy_corpus
from tests.curate.test_skeleton import FILLED, filled

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTE = README.split("\n## Contribute\n")[1].split("\n## ")[0]
COMMAND = re.compile(r"^\.venv/bin/sourcebook (.*?)(?: +#.*)?$", re.MULTILINE)
STEPS = {step.split()[0]: shlex.split(step) for step in COMMAND.findall(CONTRIBUTE)}
KEYS = {"amended", "read_as", "measures", "stages", "exploitation", "duties", "who", "if", "history", "withdrawn"}
QUESTIONS = re.findall(r"`([^`]+)`", "\n".join(re.findall(r"^\| (`.*?) \|", README.split("## API")[0], re.MULTILINE)))


def test_the_example_record_has_no_problem(tmp_path: Path) -> None:
    found = re.search(r"```markdown\n(.*?)```", README, re.DOTALL)
    assert found
    corpus = copy_corpus(tmp_path / "corpus")
    (corpus / "instruments" / "national" / "be-circular.md").write_text(found.group(1), encoding="utf-8")
    records, problems = read_corpus(corpus)
    assert problems == ()
    assert records is not None
    assert records.instruments["be-circular"].state == "verified"


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_of_the_table_is_understood_as_written(library: Library, question: str) -> None:
    assert library.search(SearchQuery(q=question)).query.repaired is None


def test_the_table_of_questions_was_found() -> None:
    assert "traffick*" in QUESTIONS
    assert "57(1)(f)" in QUESTIONS


@pytest.mark.parametrize("shown", COMMAND.findall(README))
def test_every_command_shown_is_one_with_these_options(shown: str) -> None:
    name, *words = shlex.split(shown)
    command = typer.main.get_command(main).commands[name]  # type: ignore[attr-defined]  # several commands are a group
    options = {option for parameter in command.params for option in parameter.opts}
    assert [word for word in words if word.startswith("--") and word not in options] == []


def test_the_way_of_a_record_leads_to_its_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = copy_corpus(tmp_path / "corpus")
    monkeypatch.setenv("SOURCEBOOK_CORPUS", str(corpus))
    monkeypatch.setenv("SOURCEBOOK_DATA", str(tmp_path / "data"))
    run = CliRunner().invoke
    assert run(main, STEPS["new"]).exit_code == 0
    record = next(corpus.rglob(f"{STEPS['new'][1]}.md"))
    given = ("title: FILL the full title", "type: FILL\n")
    fillings = {left: right for left, right in FILLED.items() if left not in given}
    record.write_text(filled(record.read_text(encoding="utf-8"), fillings), encoding="utf-8")
    assert [run(main, STEPS[each][:1]).exit_code for each in ("check", "build", "release")] == [0, 0, 0]
    assert f"\n{record.stem},art_3," in (corpus / "ledger.csv").read_text(encoding="utf-8")
    assert STEPS["links"] == ["links", "--only", record.stem]


def test_contribute_names_terms_of_the_closed_lists_only(tiny_corpus: Corpus) -> None:
    rules = re.search(r"^4\. .*?(?=^6\. )", CONTRIBUTE, re.DOTALL | re.MULTILINE)
    assert rules
    terms = {concept for found in tiny_corpus.vocabularies.values() for concept in found.concepts}
    assert {each for each in re.findall(r"`([^`]+)`", rules[0]) if each not in terms | KEYS} == set()


def test_contribute_names_every_state(tiny_corpus: Corpus) -> None:
    states = tiny_corpus.vocabularies["verification"].concepts
    assert [state for state in states if f"`{state}`:" not in CONTRIBUTE] == []
