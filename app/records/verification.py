"""Verification: the state of a record, computed from the states of its facts."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from app.records.dating import DATE_NAMES, IN_FORCE, Dates, Status
from app.records.sources import Claim, Source
from app.records.units import Unit

_ORDER = ("verified", "reported", "unverified")
_PARTS = ("title", "dates", "status", "provisions")


class _Fact(Protocol):
    @property
    def state(self) -> str | None: ...


class _Record(Protocol):
    @property
    def status(self) -> Status: ...
    @property
    def dates(self) -> Dates: ...
    @property
    def sources(self) -> dict[str, Source]: ...
    @property
    def verification(self) -> dict[str, Claim]: ...
    @property
    def units(self) -> tuple[Unit, ...]: ...
    @property
    def relations(self) -> tuple[_Fact, ...]: ...
    @property
    def enforcement(self) -> tuple[_Fact, ...]: ...
    @property
    def figures(self) -> tuple[_Fact, ...]: ...


UNVERIFIED = Claim(state="unverified")


def claim(claims: Mapping[str, Claim], path: str) -> Claim:
    """The claim on a fact; what nobody claims is unverified."""
    return claims.get(path, UNVERIFIED)


def older_than_amendment(record: _Record, by: Iterable[str]) -> bool:
    """Whether every source named is a copy older than the newest amendment known."""
    changes = [change.date.earliest for change in record.dates.amended]
    copies = [record.sources[each].copy_date for each in by if each in record.sources]
    return bool(changes and copies) and all(copy and copy.latest < max(changes) for copy in copies)


def status_state(record: _Record) -> str:
    """The state of the status: a text older than a known change does not alone support 'in force'."""
    found = claim(record.verification, "status")
    stale = record.status.value in IN_FORCE and older_than_amendment(record, found.by)
    return "reported" if stale and found.state == "verified" else found.state


def record_state(record: _Record) -> str:
    """Verified = title, one date, status and one unit read in wording, nothing disputed; else downwards."""
    states = _states_of_parts(record)
    if "disputed" in _states_shown(record):
        return "disputed"
    for state in _ORDER:
        good = _ORDER[: _ORDER.index(state) + 1]
        if all(any(each in good for each in part) for part in states):
            return state
    return "unverified"


def held_back_by(record: _Record) -> str:
    """The part that keeps a record from being verified: title, dates, status or provisions; '' where none does."""
    state = record_state(record)
    if state in ("verified", "disputed"):
        return ""
    better = _ORDER[: _ORDER.index(state)]
    parts = zip(_PARTS, _states_of_parts(record), strict=True)
    return next(name for name, states in parts if not any(each in better for each in states))


def provisions_verified(record: _Record) -> tuple[int, int]:
    """Units read in wording, and all units."""
    units = record.units
    return sum(unit.state == "verified" for unit in units), len(units)


def _states_shown(record: _Record) -> set[str | None]:
    """The states of all facts a reader sees."""
    parts: tuple[Iterable[_Fact], ...] = (record.units, record.relations, record.enforcement, record.figures)
    return {fact.state for part in parts for fact in part} | {each.state for each in record.verification.values()}


def _states_of_parts(record: _Record) -> list[list[str]]:
    """The states of title, dates, status and units: one list for each part that must be supported."""
    shown = [name for name in DATE_NAMES if f"dates.{name}" in record.verification]
    dates = [record.verification[f"dates.{name}"].state for name in shown] or ["unverified"]
    units = [unit.state for unit in record.units] or ["unverified"]
    return [[claim(record.verification, "title").state], dates, [status_state(record)], units]
