"""Law 7: every fault of every file is reported in one run, and nothing is built while one stands."""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.records.corpus import Corpus
from app.records.reader import read_corpus
from app.store.release import ProblemsFound, build_release

ROOT = Path(__file__).resolve().parents[2]
LAW = "instruments/international/palermo-protocol.md"
DIRECTIVE = "instruments/regional/eu-directive-2014-24.md"
NOTE = "notes/mandatory-exclusion.md"
FIGURE = "figures/forced-labour-2012.yaml"


class Fault(NamedTuple):
    """A change of a valid file, and a part of what the checker must say of it."""

    file: str
    old: str
    new: str
    said: str


# No fault hides or causes another, so that any of them can stand together.
FAULTS = (
    Fault(LAW, "level: international", "level: worldwide", "'worldwide' is not in the vocabulary level"),
    Fault(LAW, "type: treaty", "type: treaty\nfoo: bar", "the key 'foo' is unknown here"),
    Fault(LAW, "force: binding", "force: binding\nforce: binding", "the key 'force' is given twice"),
    Fault(LAW, "places: [un]", "places: [un, atlantis]", "'atlantis' is no known place"),
    Fault(LAW, "in_force: 2003-12-25", "in_force: 1999", "in force 1999 before adopted"),
    Fault(LAW, '"https://example.org/protocol"', "protocol", "'protocol' is not a web address"),
    Fault(LAW, "copy_date: 2017-01-01, ", "", "'s1' is an official-copy without copy_date"),
    Fault(LAW, "seen: 2026-11-01", "seen: 2027-01-01", "was seen 2027-01-01, after the newest history entry"),
    Fault(LAW, "{title: s1, ", "{title: s7, ", "source 's7' is not listed"),
    Fault(LAW, "measures: [demand-reduction], ", "", "the operative provision 'art_9__para_5' has no measure"),
    Fault(LAW, "UN Trafficking Protocol", "C94", "the alias 'C94' is taken"),
    Fault(LAW, "\nThe first treaty", "\n<b>The</b> first treaty", "raw HTML or script '<b>'"),
    Fault(
        LAW, "{#art_3__para_a}\nDefines", "{#art_3__para_a}\nYes.\n\n## X: y\nDefines", "'art_3__para_a' is under 40"
    ),
    Fault(DIRECTIVE, "to: ilo-c094", "to: ilo-c904", "there is no record 'ilo-c904'"),
    Fault(DIRECTIVE, "anchor: art_57__para_7", "anchor: art_57__para_9", "has no provision 'art_57__para_9'"),
    Fault(DIRECTIVE, "published: 2014-03-28", "published: 28.3.2014", "'28.3.2014' is not a date"),
    Fault(DIRECTIVE, "{#annex_X}", "{#appendix_10}", "'appendix_10' is not an anchor"),
    Fault(DIRECTIVE, "state: unverified}]\nrel", "state: verified}]\nrel", "verified by no source"),
    Fault(NOTE, "kind: slip", "kind: joke", "'kind' must be one of"),
    Fault(NOTE, ", palermo-protocol]", ", palermo]", "there is no record 'palermo'"),
    Fault(FIGURE, "published: 2012", "published: two years ago", "'two years ago' is not a date"),
    Fault(FIGURE, "superseded_by: forced-labour-2021", "superseded_by: nothing", "superseded by 'nothing'"),
    Fault("ledger.csv", "palermo-protocol,art_9__para_5", "palermo-protocol,art_9__para_6", "was released and is gone"),
    Fault("places/display.yaml", "xk: {name: Kosovo", "xk: {nam: Kosovo", "the key 'nam' is unknown here"),
    Fault("vocabularies/step.yaml", "label:", "lable:", "the key 'label' is missing"),
)


@pytest.fixture(scope="module")
def broken_folder(corpus_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tiny corpus whose files are broken and mended again."""
    return shutil.copytree(corpus_folder, tmp_path_factory.mktemp("broken") / "corpus")


def break_files(valid: Path, broken: Path, faults: set[Fault]) -> None:
    """Give the broken folder the faults, and only those."""
    for name in {each.file for each in FAULTS}:
        text = (valid / name).read_text(encoding="utf-8")
        for fault in faults:
            if fault.file == name:
                assert fault.old in text
                text = text.replace(fault.old, fault.new, 1)
        (broken / name).write_text(text, encoding="utf-8")


def refuse_to_write(directory: Path, corpus: Corpus) -> None:
    """An index writer that must not be called."""
    raise AssertionError(directory, corpus)


@settings(max_examples=20, deadline=None)
@given(faults=st.sets(st.sampled_from(FAULTS), min_size=1))
def test_any_faults_are_all_reported_and_nothing_is_built(
    corpus_folder: Path, broken_folder: Path, faults: set[Fault]
) -> None:
    data = broken_folder.parent / "data"
    data.mkdir(exist_ok=True)
    (data / "current").write_text("an-older-build", encoding="utf-8")
    break_files(corpus_folder, broken_folder, faults)
    with pytest.raises(ProblemsFound) as found:
        build_release(broken_folder, data, refuse_to_write)
    said = [(problem.file, problem.message) for problem in found.value.problems]
    assert [each for each in faults if not any(each.file == file and each.said in text for file, text in said)] == []
    assert [path.name for path in data.iterdir()] == ["current"]
    assert (data / "current").read_text(encoding="utf-8") == "an-older-build"


def test_all_faults_together_are_all_reported(corpus_folder: Path, broken_folder: Path) -> None:
    break_files(corpus_folder, broken_folder, set(FAULTS))
    _, problems = read_corpus(broken_folder)
    said = [(problem.file, problem.message) for problem in problems]
    missed = [each for each in FAULTS if not any(each.file == file and each.said in text for file, text in said)]
    assert missed == []


def test_problems_stand_in_the_order_of_files_and_lines(corpus_folder: Path, broken_folder: Path) -> None:
    break_files(corpus_folder, broken_folder, set(FAULTS))
    _, problems = read_corpus(broken_folder)
    places = [(problem.file, problem.line) for problem in problems]
    assert places == sorted(places)
