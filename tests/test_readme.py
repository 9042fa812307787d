"""What README shows works as shown."""

import re
from pathlib import Path

import pytest

from app.library import Library
from app.records.reader import read_corpus
from app.search.query import SearchQuery
from tests.conftest import ROOT, copy_corpus

README = (ROOT / "README.md").read_text(encoding="utf-8")
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
