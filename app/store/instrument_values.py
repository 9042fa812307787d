"""Instrument values: an instrument put together again from its rows."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from app.records.dating import DATE_NAMES
from app.records.instrument import Instrument
from app.store.instrument_rows import UNIT_SCHEMES, owner_of
from app.store.rows import (
    DateRow,
    DetailRow,
    DutyRow,
    EnforcementRow,
    FactRow,
    HistoryRow,
    IdentifierRow,
    InstrumentRow,
    NameRow,
    ReadingRow,
    RelationRow,
    SourceRow,
    TagRow,
    ThresholdRow,
    UnitRow,
)
from app.store.tables import Tables, facts

Tags = defaultdict[tuple[str, str | None], list[str]]

_OF_PROVISIONS = ("heading", "words", "original_term", "renumbered_from")
_COMPUTED = (
    "key",
    "status",
    "status_as_of",
    "status_note",
    "language_read",
    "year",
    "state",
    "units_verified",
    "units",
)


def read_instrument(row: InstrumentRow, tables: Tables) -> Instrument:
    """The instrument of a row, equal to the one that was written."""
    owner = owner_of(row.key)
    tags = _tags(tables.of(TagRow, owner))
    record = facts(row, *_COMPUTED) | {
        "id": row.key,
        "status": {
            "value": row.status,
            "as_of": row.status_as_of,
            "note": row.status_note,
            "by": tables.by(owner, "status"),
        },
        "places": tags["place", None],
        "sectors": tags["sector", None],
        "languages": {"authentic": tags["authentic-language", None], "read": row.language_read},
        "dates": _dates(tables.of(DateRow, owner)),
        "verification": {
            fact.path: {"state": fact.state, "note": fact.note, "by": tables.by(owner, f"fact:{fact.path}")}
            for fact in tables.of(FactRow, owner)
        },
    }
    return Instrument.model_validate(
        record | _names(tables, owner) | _details(tables, owner) | _units(tables, owner, tags) | _links(tables, owner)
    )


def _tags(rows: list[TagRow]) -> Tags:
    """Concepts by list and unit; a unit of None is the instrument."""
    found: Tags = defaultdict(list)
    for row in rows:
        found[row.scheme, row.unit].append(row.concept)
    return found


def _names(tables: Tables, owner: str) -> dict[str, Any]:
    names = tables.of(NameRow, owner)
    return {
        "aliases": [{"name": each.name, "wrong": each.wrong} for each in names if each.kind == "alias"],
        "original_titles": {each.language: each.name for each in names if each.kind == "original-title"},
        "identifiers": {each.scheme: each.value for each in tables.of(IdentifierRow, owner)},
        "sources": {each.key: facts(each, "key") for each in tables.of(SourceRow, owner)},
    }


def _dates(rows: list[DateRow]) -> dict[str, Any]:
    dates: dict[str, Any] = {row.event: row.date for row in rows if row.event in DATE_NAMES}
    return dates | {"amended": [facts(row, "event") for row in rows if row.event == "amended"]}


def _details(tables: Tables, owner: str) -> dict[str, Any]:
    found: dict[str, dict[str, str]] = {}
    for row in tables.of(DetailRow, owner):
        found.setdefault(row.part, {})[row.name] = row.value
    return found


def _units(tables: Tables, owner: str, tags: Tags) -> dict[str, Any]:
    duties, readings = _by_unit(tables.of(DutyRow, owner)), _by_unit(tables.of(ReadingRow, owner))
    units = [
        facts(row)
        | {name: tags[scheme, row.anchor] for name, scheme in UNIT_SCHEMES.items()}
        | {"duties": duties[row.anchor], "read_as": readings[row.anchor]}
        | {"by": tables.by(owner, f"unit:{row.anchor}")}
        for row in tables.of(UnitRow, owner)
    ]
    if [unit["anchor"] for unit in units] == [""]:
        return {"whole": {key: value for key, value in units[0].items() if key not in _OF_PROVISIONS}}
    return {"provisions": units}


def _by_unit(rows: Sequence[DutyRow | ReadingRow]) -> defaultdict[str, list[dict[str, Any]]]:
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row.unit].append(facts(row, "unit"))
    return found


def _links(tables: Tables, owner: str) -> dict[str, Any]:
    parts = {
        "relation": [facts(row, "target") for row in tables.of(RelationRow, owner)],
        "enforcement": [facts(row) for row in tables.of(EnforcementRow, owner)],
        "figure": [facts(row) for row in tables.of(ThresholdRow, owner)],
    }
    for part, values in parts.items():
        for index, value in enumerate(values):
            value["by"] = tables.by(owner, f"{part}:{index}")
    changes = tables.of(HistoryRow, owner)
    return {
        "relations": parts["relation"],
        "enforcement": parts["enforcement"],
        "figures": parts["figure"],
        "history": [facts(row, "by") for row in changes if row.change != "reviewed"],
        "reviewed": [facts(row, "change") for row in changes if row.change == "reviewed"],
    }
