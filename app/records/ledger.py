"""The ledger: every id and anchor ever released, so that no address dies unexplained."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from pydantic import ValidationError

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


def read_ledger(path: Path, root: Path) -> tuple[tuple[LedgerLine, ...], list[Problem]]:
    """All lines, and the problems of those that cannot be read."""
    if not path.exists():
        return (), []
    name = path.relative_to(root).as_posix()
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
    if not rows or tuple(rows[0]) != COLUMNS:
        return (), [Problem(file=name, line=1, message=f"the first line must be {','.join(COLUMNS)}")]
    lines, problems = [], []
    for number, row in enumerate(rows[1:], 2):
        given = {key: value for key, value in zip(COLUMNS, row, strict=False) if value}
        try:
            lines.append(LedgerLine.model_validate(given))
        except ValidationError as error:
            problems.append(Problem(file=name, line=number, message=f"not a ledger line: {error.errors()[0]['msg']}"))
    return tuple(lines), problems


def check_ledger(lines: Iterable[LedgerLine], anchors: Mapping[str, frozenset[str]], name: str) -> list[Problem]:
    """A line whose record or provision is gone must say so: withdrawn, with a note or a replacement."""
    problems = []
    for number, line in enumerate(lines, 2):
        stands = line.id in anchors and (not line.anchor or line.anchor.casefold() in anchors[line.id])
        if not stands and line.withdrawn is None:
            message = (
                f"'{line.address}' was released and is gone; restore it, or fill in withdrawn and replaced_by or note"
            )
            problems.append(Problem(file=name, line=number, message=message))
        elif line.withdrawn and not (line.replaced_by or line.note):
            message = f"'{line.address}' is withdrawn without a word; fill in replaced_by or note"
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
    fresh = not path.exists()
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        if fresh:
            writer.writerow(COLUMNS)
        writer.writerows([getattr(line, column) or "" for column in COLUMNS] for line in lines)
