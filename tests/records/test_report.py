"""The report counts what is held and names what is thin."""

from app.records.corpus import Corpus
from app.records.report import build_report, report_lines


def test_records_and_provisions_are_counted(tiny_corpus: Corpus) -> None:
    report = build_report(tiny_corpus)
    assert (report.records, report.provisions) == (12, 14)
    assert (report.records_with_wording_read, report.provisions_read, report.operative_provisions_read) == (5, 10, 8)
    assert report.level == {"national": 7, "international": 2, "regional": 2, "subnational": 1}
    assert sum(report.state.values()) == 12
    assert (report.places_with_records, report.searches, report.notes) == (9, 2, len(tiny_corpus.notes))
    assert report.osce_states_looked_at == (5, 57)
    assert report.ratification_rows == {"palermo-protocol": 4}
    assert report.provision_role == {"operative": 11, "definition": 1, "procedure": 1, "scope": 1}


def test_what_is_thin_is_named(tiny_corpus: Corpus) -> None:
    report = build_report(tiny_corpus)
    assert "us-eo-13627" in report.without_provisions
    assert "no-transparency-act-2021" in report.without_wording_read
    assert "gb-supplier-code" in report.status_not_verified
    assert "palermo-protocol" in report.status_older_than_a_year
    assert "us-eo-13627" not in report.status_older_than_a_year


def test_every_part_has_its_line(tiny_corpus: Corpus) -> None:
    lines = list(report_lines(build_report(tiny_corpus)))
    assert "records: 12" in lines
    assert any(line.startswith("place: us 3, ") for line in lines)
    assert any(line.startswith("without dates (") for line in lines)
