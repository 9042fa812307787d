"""The report: what the corpus holds, how far it was read, and where it is thin."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from app.records.corpus import Corpus
from app.records.instrument import Instrument
from app.records.value import Value
from app.records.verification import claim

YEAR = 365


class Report(Value):
    """Counts of one corpus; every list names record ids."""

    released: date
    records: int
    provisions: int
    records_with_wording_read: int
    provisions_read: int
    operative_provisions_read: int
    level: dict[str, int]
    type: dict[str, int]
    place: dict[str, int]
    procurement_link: dict[str, int]
    state: dict[str, int]
    places_with_records: int
    osce_states_looked_at: tuple[int, int]
    searches: int
    ratification_rows: dict[str, int]
    notes: int
    provision_role: dict[str, int]
    without_provisions: tuple[str, ...]
    without_wording_read: tuple[str, ...]
    without_dates: tuple[str, ...]
    status_not_verified: tuple[str, ...]
    status_older_than_a_year: tuple[str, ...]


def build_report(corpus: Corpus) -> Report:
    """Count the corpus; ages are taken from the day of its newest history entry."""
    records = tuple(corpus.instruments.values())
    units = [unit for record in records for unit in record.provisions]
    read = [unit for unit in units if unit.state == "verified"]
    return Report(
        released=corpus.released,
        records=len(records),
        provisions=len(units),
        records_with_wording_read=sum(_wording_read(record) for record in records),
        provisions_read=len(read),
        operative_provisions_read=sum(unit.role == "operative" for unit in read),
        level=_counted(record.level for record in records),
        type=_counted(record.type for record in records),
        place=_counted(place for record in records for place in record.places),
        procurement_link=_counted(record.link for record in records),
        state=_counted(record.state for record in records),
        places_with_records=len({place for record in records for place in record.places}),
        osce_states_looked_at=_looked_at(corpus),
        searches=len(corpus.coverage),
        ratification_rows={treaty: len(rows) for treaty, rows in corpus.ratifications.items()},
        notes=len(corpus.notes),
        provision_role=_counted(unit.role for unit in units),
        without_provisions=_ids(record for record in records if not record.provisions),
        without_wording_read=_ids(record for record in records if not _wording_read(record)),
        without_dates=_ids(record for record in records if not record.dates.known()),
        status_not_verified=_ids(
            record for record in records if claim(record.verification, "status").state != "verified"
        ),
        status_older_than_a_year=_ids(record for record in records if _is_old(record, corpus.released)),
    )


def _looked_at(corpus: Corpus) -> tuple[int, int]:
    """How many participating States of the OSCE have a record or a search noted, and of how many."""
    members = (
        corpus.places.groups["osce"].members_on(corpus.released) if "osce" in corpus.places.groups else frozenset()
    )
    held = {place for record in corpus.instruments.values() for place in record.places}
    return len(members & (held | {each.place for each in corpus.coverage})), len(members)


def report_lines(report: Report) -> Iterable[str]:
    """The report as lines of text."""
    for name, value in report:
        heading = name.replace("_", " ")
        if isinstance(value, dict):
            yield f"{heading}: " + ", ".join(f"{key} {count}" for key, count in value.items())
        elif name == "osce_states_looked_at":
            yield f"{heading}: {value[0]} of {value[1]}"
        elif isinstance(value, tuple):
            yield f"{heading} ({len(value)}): " + ", ".join(value)
        else:
            yield f"{heading}: {value}"


def _wording_read(record: Instrument) -> bool:
    return any(unit.state == "verified" for unit in record.provisions)


def _is_old(record: Instrument, released: date) -> bool:
    as_of = record.status.as_of
    return as_of is None or (released - as_of.latest).days > YEAR


def _counted(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0])))


def _ids(records: Iterable[Instrument]) -> tuple[str, ...]:
    return tuple(record.id for record in records)
