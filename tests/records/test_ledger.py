"""The ledger: no address that was released dies unexplained, and lines are only added."""

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.records.known import Known
from app.records.ledger import LedgerLine, append_lines, check_ledger, missing_lines, read_ledger

HEAD = "id,anchor,first_released,withdrawn,replaced_by,note\n"
DAY = date(2026, 11, 22)
SLUGS = st.from_regex(r"\A[a-z0-9]{1,8}\Z")
ANCHORS = st.lists(st.from_regex(r"\Aart_[0-9]{1,3}\Z"), unique=True, max_size=4)


def ledger(folder: Path, text: str) -> Path:
    """A ledger file of some text."""
    path = folder / "ledger.csv"
    path.write_text(text, encoding="utf-8")
    return path


def lines_of(path: Path) -> list[LedgerLine]:
    """The lines of a ledger without fault."""
    lines, problems = read_ledger(path, path.parent)
    assert problems == []
    return list(lines.values())


def test_a_corpus_without_ledger_has_no_lines(tmp_path: Path) -> None:
    assert read_ledger(tmp_path / "ledger.csv", tmp_path) == ({}, [])


def test_lines_are_read_by_their_number_in_the_file(tmp_path: Path) -> None:
    path = ledger(tmp_path, HEAD + 'a-law,,2026-11-01,2026-11-02,,"One,\ntwo."\n\nb-law,art_1,2026-11-01,,,\n')
    lines, _ = read_ledger(path, tmp_path)
    assert {number: line.address for number, line in lines.items()} == {3: "a-law", 5: "b-law#art_1"}


def test_a_ledger_saved_by_a_spreadsheet_is_read(tmp_path: Path) -> None:
    path = ledger(tmp_path, "\ufeff" + (HEAD + "a-law,,2026-11-01,,,\n").replace("\n", "\r\n"))
    assert [line.id for line in lines_of(path)] == ["a-law"]


def test_a_release_adds_each_new_id_and_anchor_in_order() -> None:
    found = missing_lines((), {"b-law": ["art_2", "art_1"], "a-law": []}, DAY)
    assert [line.address for line in found] == ["a-law", "b-law", "b-law#art_2", "b-law#art_1"]


def test_a_new_line_is_dated_by_the_release() -> None:
    assert [line.first_released for line in missing_lines((), {"a-law": []}, DAY)] == ["2026-11-22"]


def test_a_known_anchor_is_not_added_again_in_another_case() -> None:
    held = (LedgerLine.model_validate({"id": "a-law", "anchor": "annex_X", "first_released": "2026"}),)
    assert [line.address for line in missing_lines(held, {"a-law": ["annex_x"]}, DAY)] == ["a-law"]


@given(anchors=st.dictionaries(SLUGS, ANCHORS, max_size=4))
def test_after_a_release_nothing_is_missing(anchors: dict[str, list[str]]) -> None:
    lines = missing_lines((), anchors, DAY)
    assert len(lines) == len(anchors) + sum(len(found) for found in anchors.values())
    assert missing_lines(lines, anchors, DAY) == ()


def test_lines_are_added_after_those_that_stand(tmp_path: Path) -> None:
    path = ledger(tmp_path, HEAD + "a-law,,2026-11-01,2026-11-02,,Drafts.\n")
    before = path.read_text(encoding="utf-8")
    append_lines(path, missing_lines((), {"b-law": ["art_1"]}, DAY))
    assert path.read_text(encoding="utf-8") == before + "b-law,,2026-11-22,,,\nb-law,art_1,2026-11-22,,,\n"


def test_a_ledger_whose_last_line_is_open_is_not_joined_to_the_next(tmp_path: Path) -> None:
    path = ledger(tmp_path, HEAD + "a-law,,2026-11-01,,,")
    append_lines(path, missing_lines((), {"b-law": []}, DAY))
    assert [line.address for line in lines_of(path)] == ["a-law", "b-law"]


def test_a_new_ledger_begins_with_its_columns(tmp_path: Path) -> None:
    append_lines(tmp_path / "ledger.csv", missing_lines((), {"a-law": []}, DAY))
    assert (tmp_path / "ledger.csv").read_text(encoding="utf-8") == HEAD + "a-law,,2026-11-22,,,\n"


def test_adding_nothing_changes_nothing(tmp_path: Path) -> None:
    path = ledger(tmp_path, HEAD)
    append_lines(path, ())
    assert path.read_text(encoding="utf-8") == HEAD


def problems_with(withdrawn: str = "", replaced_by: str = "", note: str = "") -> list[str]:
    """What is wrong with the line of a record that is gone, beside one withdrawn and one that stands."""
    gone = {"id": "gone", "first_released": "2026", "withdrawn": withdrawn, "replaced_by": replaced_by, "note": note}
    older = {"id": "older", "first_released": "2026", "withdrawn": "2026", "note": "A draft."}
    lines = [LedgerLine.model_validate({k: v for k, v in each.items() if v}) for each in (gone, older)]
    known = Known({"stands": frozenset({"art_1"})})
    return [each.message for each in check_ledger(dict(enumerate(lines, 2)), known, "ledger.csv")]


def test_a_record_that_is_gone_must_be_withdrawn() -> None:
    assert problems_with()[0].startswith("'gone' was released and is gone")


def test_a_withdrawn_record_needs_a_word() -> None:
    assert problems_with(withdrawn="2026")[0].startswith("'gone' is withdrawn without a word")


def test_a_note_is_enough() -> None:
    assert problems_with(withdrawn="2026", note="It was a draft.") == []


def test_a_replacement_that_stands_is_enough() -> None:
    assert problems_with(withdrawn="2026", replaced_by="stands#art_1") == []


def test_a_replacement_may_itself_be_withdrawn() -> None:
    assert problems_with(withdrawn="2026", replaced_by="older") == []


def test_a_replacement_that_never_was_is_a_problem() -> None:
    assert problems_with(withdrawn="2026", replaced_by="stands#art_2")[0].startswith("'gone' is replaced by nothing")
