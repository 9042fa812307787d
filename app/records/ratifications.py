"""Ratifications: which State did what to which treaty, and when, as far as a source says so."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import field_validator

from app.records.csv_rows import read_rows
from app.records.partial_date import PartialDate
from app.records.problem import Problem
from app.records.record_file import RecordFile
from app.records.sources import WORDING
from app.records.terms import FactState, PlaceCode, nearest
from app.records.value import Value

Act = Literal[
    "ratification", "accession", "acceptance", "approval", "succession", "signature-only", "not-a-party", "unknown"
]
BOUND = ("ratification", "accession", "acceptance", "approval", "succession")
COLUMNS = (
    *("place", "act", "signed", "deposited", "in_force", "denounced", "reservation", "territorial_note"),
    *("state", "source", "as_of", "note"),
)


class Ratification(Value):
    """What one State did to one treaty; `source` are sources of the treaty's own record. A day not known is None."""

    treaty: str = ""
    place: PlaceCode
    act: Act
    signed: PartialDate | None = None
    deposited: PartialDate | None = None
    in_force: PartialDate | None = None
    denounced: PartialDate | None = None
    reservation: str = ""
    territorial_note: str = ""
    state: FactState
    source: tuple[str, ...] = ()
    as_of: PartialDate | None = None
    note: str = ""

    @field_validator("source", mode="before")
    @classmethod
    def _parted(cls, value: Any) -> Any:
        return tuple(value.split()) if isinstance(value, str) else value

    @property
    def bound(self) -> bool:
        """Whether it became a party, and did not leave."""
        return self.act in BOUND and self.denounced is None


def read_ratifications(
    folder: Path, root: Path, treaties: Mapping[str, RecordFile], context: Mapping[str, Any]
) -> tuple[dict[str, tuple[Ratification, ...]], list[Problem]]:
    """The table of each treaty, by its record's id, and every problem."""
    found: dict[str, tuple[Ratification, ...]] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.csv")):
        name = path.relative_to(root).as_posix()
        if path.stem not in treaties:
            offer = nearest(path.stem, treaties, "name the file after the treaty's record")
            message = f"there is no record '{path.stem}'; {offer}"
            problems.append(Problem(file=name, line=1, message=message))
            continue
        rows, faults = read_rows(path, root, Ratification, COLUMNS, context)
        problems += faults
        checked = _checked(rows, treaties[path.stem])
        problems += [Problem(file=name, line=line, message=message) for line, message in checked]
        found[path.stem] = tuple(row.model_copy(update={"treaty": path.stem}) for row in rows.values())
    return found, problems


def _checked(rows: Mapping[int, Ratification], treaty: RecordFile) -> Iterator[tuple[int, str]]:
    sources, first = treaty.mapping("sources"), dict[str, int]()
    for line, row in rows.items():
        if first.setdefault(row.place, line) != line:
            yield line, f"'{row.place}' stands already in line {first[row.place]}; keep one"
        for each in (each for each in row.source if each not in sources):
            yield line, f"'{each}' is no source of '{treaty.id}'; add it there, or name one it has"
        wording = any(sources[each].get("kind") in WORDING for each in row.source if each in sources)
        if row.state == "verified" and not wording:
            yield line, "verified without a source that is the official list; name one, or lower the state"
        if row.state in ("verified", "reported") and not row.source:
            yield line, f"{row.state} without a source; name one, or write unverified"
        if row.act == "not-a-party" and not (row.source and row.as_of):
            yield line, "'not-a-party' needs a source and its day; fill in source and as_of, or write unknown"
        early = row.deposited and row.in_force and row.in_force.latest < row.deposited.earliest
        if early and row.act != "succession":  # a successor is bound from the day it began
            yield line, f"in force {row.in_force} before it was deposited {row.deposited}; one of the two is wrong"
