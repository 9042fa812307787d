"""Skeletons: written where they belong, refused where they do not, and good once their placeholders are filled."""

import re
from datetime import date
from pathlib import Path

import pytest

from app.curate.skeleton import NewRecord, write_skeleton
from app.errors import BadRequest
from app.records.corpus import Corpus
from app.records.instrument import Instrument
from app.records.instrument_file import UNIT_KEYS
from app.records.reader import read_corpus

DAY = date(2026, 11, 20)
RECORD = NewRecord(id="be-labour-clause-act", place="be")
FILLED = {
    "title: FILL the full title": "title: Act on labour clauses in public contracts",
    "type: FILL\n": "type: act\n",
    "\nforce: FILL": "\nforce: binding",
    "procurement_link: FILL": "procurement_link: direct",
    "issuer: FILL who adopted it": "issuer: Parliament",
    "  value: FILL\n  as_of: FILL": "  value: in-force\n  as_of: 2020-01",
    "adopted: FILL": "adopted: 2019-05",
    "title: FILL the document that was opened": "title: The Act in the official journal",
    "publisher: FILL": "publisher: Official journal",
    "kind: FILL": "kind: official",
    "url: FILL\n": "url: https://example.org/act\n",
    "seen: FILL": "seen: 2020-02-03",
    "state: FILL": "state: verified",
    "art_FILL": "art_3",
    "Article FILL: FILL short heading": "Article 3: clauses against forced labour",
    "role: FILL": "role: operative",
    "measures: [FILL]": "measures: [contract-clause]",
    "stages: [FILL]": "stages: [contract-terms]",
    "exploitation: [FILL]": "exploitation: [forced-labour, child-labour]",
    "#groups_at_risk: [FILL]": "groups_at_risk: [children]",
    '{who: FILL, duty: FILL, if: "FILL condition, or leave if out"}': "{who: contracting-authorities, duty: mandatory}",
    "FILL Summary, ": "Summary, ",
    "FILL In our own words": "In our own words",
}
OPTIONAL = {
    "languages: {authentic: [FILL], read: FILL}": "languages: {authentic: [fr, nl], read: fr}",
    "sectors: [FILL]": "sectors: [construction]",
    "relations: [{type: FILL, from: art_3, to: FILL": "relations: [{type: cites, from: art_3, to: ilo-c094",
    "chain_depth: FILL": "chain_depth: first-tier",
    "recommendations: [FILL]": "recommendations: [rec-1]",
    "steps: [FILL]": "steps: [step-1]",
    "read_as: [{measure: FILL": "read_as: [{measure: exclusion",
    "text: {url: FILL, format: FILL, language: FILL": "text: {url: https://example.org/act, format: html, language: fr",
}


def filled(text: str, fillings: dict[str, str]) -> str:
    """The text with its placeholders filled; each must stand there."""
    for left, right in fillings.items():
        assert left in text
        text = text.replace(left, right)
    return text


def said(corpus: Path) -> list[str]:
    """The problems of a corpus as they are printed."""
    return [str(problem) for problem in read_corpus(corpus)[1]]


def test_a_filled_skeleton_has_no_problem(corpus: Path) -> None:
    path = write_skeleton(corpus, RECORD, DAY)
    path.write_text(filled(path.read_text(encoding="utf-8"), FILLED), encoding="utf-8")
    assert said(corpus) == []
    records, _ = read_corpus(corpus)
    assert records is not None
    record = records.instruments["be-labour-clause-act"]
    assert (record.level, record.places, record.state) == ("national", ("be",), "verified")
    assert (record.provisions[0].label, record.provisions[0].anchor) == ("Article 3", "art_3")
    assert str(record.history[0].on) == "2026-11-20"


def test_every_optional_line_is_good_once_it_is_used_and_filled(corpus: Path) -> None:
    path = write_skeleton(corpus, RECORD, DAY)
    text = filled(path.read_text(encoding="utf-8"), FILLED)
    text = filled(re.sub(r"^(\s*)#(?=\w)", r"\1", text, flags=re.MULTILINE), OPTIONAL)
    text = re.sub(r"(proposed|signed|published|in_force|applicable|transposition|ended): FILL", r"\1: 2020", text)
    text = re.sub(r"(period_from|period_to|copy_date|as_of|date|on): FILL", r"\1: 2021-03", text)
    text = re.sub(r"\bFILL\b", "said", text).replace("published: said", "published: 2020")
    path.write_text(text, encoding="utf-8")
    assert said(corpus) == []


def test_every_placeholder_that_is_left_is_a_problem_with_its_line(corpus: Path) -> None:
    path = write_skeleton(corpus, RECORD, DAY)
    lines = path.read_text(encoding="utf-8").splitlines()
    left = {number for number, line in enumerate(lines, 1) if "FILL" in line and not line.lstrip().startswith("#")}
    left |= {number for number, line in enumerate(lines, 1) if line.startswith("## ")}
    found = {int(problem.split(":")[1]) for problem in said(corpus) if "placeholder" in problem}
    assert found == left
    assert len(left) > 20


def test_a_skeleton_names_every_key_of_a_record(corpus: Path) -> None:
    text = write_skeleton(corpus, RECORD, DAY).read_text(encoding="utf-8")
    keys = {field.alias or name for name, field in Instrument.model_fields.items()} - {"id", "summary", "whole"}
    assert [key for key in sorted(keys) if not re.search(rf"^#?{key}:", text, re.MULTILINE)] == []
    assert [key for key in UNIT_KEYS if not re.search(rf"^ +#?{key}:", text, re.MULTILINE)] == []


def test_a_skeleton_names_every_value_of_the_closed_lists(corpus: Path, tiny_corpus: Corpus) -> None:
    text = write_skeleton(corpus, RECORD, DAY).read_text(encoding="utf-8")
    lists = {scheme: found.concepts for scheme, found in tiny_corpus.vocabularies.items() if scheme != "role"}
    assert [(scheme, each) for scheme, found in lists.items() for each in found if each not in text] == []


def test_no_line_of_a_skeleton_is_too_long(corpus: Path) -> None:
    text = write_skeleton(corpus, RECORD, DAY).read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if len(line) > 120] == []


@pytest.mark.parametrize("title", ['Act: "on" $clauses #1', "Ley de cláusulas {sociales}", "- \\ no"])
def test_a_title_is_written_as_it_was_given(corpus: Path, title: str) -> None:
    record = NewRecord(id="be-act", place="BE", type="act", title=title)
    path = write_skeleton(corpus, record, DAY)
    fillings = {left: right for left, right in FILLED.items() if not left.startswith(("title: FILL the full", "type:"))}
    path.write_text(filled(path.read_text(encoding="utf-8"), fillings), encoding="utf-8")
    records, problems = read_corpus(corpus)
    assert problems == ()
    assert records is not None
    assert records.instruments["be-act"].title == title


@pytest.mark.parametrize(
    ("level", "place", "folder", "said_level"),
    [
        ("", "be", "national/be", "national"),
        ("", "us-ca", "national/us", "subnational"),
        ("national", "us", "national/us", "national"),
        ("international", "ilo", "international", "international"),
        ("regional", "", "regional", "regional"),
        ("international", "be", "international", "international"),
    ],
)
def test_a_skeleton_stands_where_its_level_and_place_say(
    corpus: Path, level: str, place: str, folder: str, said_level: str
) -> None:
    path = write_skeleton(corpus, NewRecord(id="a-new-one", level=level, place=place), DAY)
    assert path == corpus / "instruments" / folder / "a-new-one.md"
    assert f"\nlevel: {said_level}\n" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (NewRecord(id="BE Código n° 5", place="be"), "take say 'be-codigo-n-5'"),
        (NewRecord(id="ÆØ", place="be"), "take say 'a-short-name'"),
        (NewRecord(id="be--act", place="be"), "take say 'be-act'"),
        (NewRecord(id="a" * 81, place="be"), "take a shorter id"),
        (NewRecord(id="de-gwb", place="de"), "stands in instruments/national/de/de-gwb.md"),
        (NewRecord(id="be-act"), "add --place"),
        (NewRecord(id="be-act", place="belgium"), "'belgium' is no known place"),
        (NewRecord(id="be-act", place="ilo"), "add --level international or --level regional"),
        (NewRecord(id="be-act", level="national"), "add --place with its code"),
        (NewRecord(id="be-act", level="national", place="ilo"), "add --place with its code"),
        (NewRecord(id="be-act", level="nation", place="be"), "did you mean national"),
        (NewRecord(id="be-act", place="be", type="xyz"), "take one of: treaty, "),
    ],
)
def test_what_cannot_be_written_is_refused_with_a_mend(corpus: Path, record: NewRecord, message: str) -> None:
    before = sorted(corpus.rglob("*"))
    with pytest.raises(BadRequest, match=re.escape(message)):
        write_skeleton(corpus, record, DAY)
    assert sorted(corpus.rglob("*")) == before


def test_an_id_that_was_ever_released_is_not_given_again(corpus: Path) -> None:
    line = "be-old-act,,2025-01-01,2026-01-01,,Never a document of its own.\n"
    ledger = corpus / "ledger.csv"
    ledger.write_text(ledger.read_text(encoding="utf-8") + line, encoding="utf-8")
    with pytest.raises(BadRequest, match="'be-old-act' was released on 2025-01-01"):
        write_skeleton(corpus, NewRecord(id="be-old-act", place="be"), DAY)


def test_a_ledger_with_problems_gives_no_id_away(corpus: Path) -> None:
    (corpus / "ledger.csv").write_text("id\n", encoding="utf-8")
    with pytest.raises(BadRequest, match="the ledger has problems"):
        write_skeleton(corpus, RECORD, DAY)


def test_lists_with_problems_are_mended_first(corpus: Path) -> None:
    (corpus / "vocabularies" / "type.yaml").unlink()
    with pytest.raises(BadRequest, match="run: sourcebook check"):
        write_skeleton(corpus, RECORD, DAY)


def test_a_folder_that_is_no_corpus_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="set SOURCEBOOK_CORPUS"):
        write_skeleton(tmp_path / "nothing", RECORD, DAY)


def test_nothing_is_overwritten(corpus: Path) -> None:
    path = write_skeleton(corpus, RECORD, DAY)
    path.write_text("my work", encoding="utf-8")
    with pytest.raises(BadRequest, match="edit that"):
        write_skeleton(corpus, RECORD, DAY)
    assert path.read_text(encoding="utf-8") == "my work"
