"""Golden pairs: each folder of golden/ is a broken corpus beside all its problems (problems.txt)."""

import shutil
from pathlib import Path

import pytest

from app.records.reader import read_corpus

GOLDEN = Path(__file__).resolve().parent / "golden"
CASES = sorted(path.name for path in GOLDEN.iterdir())


def expected_problems(case: str) -> list[str]:
    """The lines that the checker has to print."""
    return (GOLDEN / case / "problems.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("case", CASES)
def test_checker_names_every_problem_with_its_line(case: str, lists_folder: Path) -> None:
    shutil.copytree(GOLDEN / case, lists_folder, dirs_exist_ok=True)
    corpus, problems = read_corpus(lists_folder)
    assert corpus is None
    assert [str(problem) for problem in problems] == expected_problems(case)


@pytest.mark.parametrize("case", CASES)
def test_every_message_says_what_to_do(case: str) -> None:
    messages = expected_problems(case)
    assert messages
    assert [each for each in messages if "; " not in each and " must be " not in each] == []


def test_there_are_at_least_twenty_five_cases() -> None:
    assert len(CASES) >= 25
