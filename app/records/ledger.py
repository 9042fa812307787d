"""The ledger: every id and anchor ever released, so that no address dies unexplained."""

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from app.records.csv_rows import read_rows
from app.records.known import Known
from app.records.partial_date import PartialDate
from app.records.problem import Problem
from app.records.value import Value

COLUMNS = ("id", "anchor", "first_released", "withdrawn", "replaced_by", "note")


class LedgerLine(Value):
    """One address ever released; withdrawn on a day, perhaps replaced by another (id or id#anchor)."""

    id: str
    anchor: str = ""
    first_released: PartialDate
    withdrawn: PartialDate | None = None
    replaced_by: str = ""
    note: str = ""

    @property
    def address(self) -> str:
        """id or id#anchor."""
        return f"{self.id}#{self.anchor}" if self.anchor else self.id


def read_ledger(path: Path, root: Path) -> tuple[dict[int, LedgerLine], list[Problem]]:
    """All lines by their number in the file, and the problems of those that cannot be read."""
    return read_rows(path, root, LedgerLine, COLUMNS)


def check_ledger(lines: Mapping[int, LedgerLine], known: Known, name: str) -> list[Problem]:
    """A line whose record or provision is gone must say so: withdrawn, with a note or with what replaces it."""
    problems = []
    withdrawn = {line.address for line in lines.values() if line.withdrawn}
    for number, line in lines.items():
        message = ""
        if line.withdrawn is None and known.fault(line.address):
            message = (
                f"'{line.address}' was released and is gone; restore it, or fill in withdrawn and replaced_by or note"
            )
        elif line.withdrawn and not (line.replaced_by or line.note):
            message = f"'{line.address}' is withdrawn without a word; fill in replaced_by or note"
        elif line.replaced_by and line.replaced_by not in withdrawn and (fault := known.fault(line.replaced_by)):
            message = f"'{line.address}' is replaced by nothing: {fault}"
        if message:
            problems.append(Problem(file=name, line=number, message=message))
    return problems


def missing_lines(
    lines: Iterable[LedgerLine], anchors: Mapping[str, Iterable[str]], day: date
) -> tuple[LedgerLine, ...]:
    """The lines a release on that day has to add, in the order of ids and provisions."""
    held = {(line.id, line.anchor.casefold()) for line in lines}
    addresses = [(id_, anchor) for id_, found in sorted(anchors.items()) for anchor in ("", *found)]
    return tuple(
        LedgerLine(id=id_, anchor=anchor, first_released=PartialDate(day.isoformat()))
        for id_, anchor in addresses
        if (id_, anchor.casefold()) not in held
    )


def append_lines(path: Path, lines: Iterable[LedgerLine]) -> None:
    """Add lines at the end; nothing that stands is touched."""
    standing = path.read_bytes() if path.exists() else b""
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        if not standing:
            writer.writerow(COLUMNS)
        elif not standing.endswith(b"\n"):
            file.write("\n")  # an editor may leave the last line open; the next must not join it
        writer.writerows([getattr(line, column) or "" for column in COLUMNS] for line in lines)
