"""Coverage: the searches that were really made, place by place, and what came of them."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import model_validator

from app.records.csv_rows import read_rows
from app.records.known import Known
from app.records.partial_date import PartialDate
from app.records.problem import Problem
from app.records.terms import Measure, PlaceCode
from app.records.value import Value

COLUMNS = ("place", "measure", "source", "kind", "query", "language", "day", "by", "outcome")


class Search(Value):
    """One search: where, with which words, on which day; `found` are the records it led to.

    `kind`: primary is the official publication or a complete copy of it, secondary anything else.
    """

    place: PlaceCode
    measure: Measure | None = None
    source: str
    kind: Literal["primary", "secondary"]
    query: str = ""
    language: str = ""
    day: PartialDate
    by: str
    outcome: Literal["found", "none-found", "not-readable"]
    found: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _outcome_with_records(cls, data: Any) -> Any:
        """'found: a, b' names the records that were found."""
        if not isinstance(data, dict) or "found" in data or not isinstance(data.get("outcome"), str):
            return data
        outcome, _, records = data["outcome"].partition(":")
        return data | {
            "outcome": outcome.strip(),
            "found": tuple(re.split(r"[\s,;]+", records.strip(" ,;"))) if records.strip(" ,;") else (),
        }


def read_coverage(
    folder: Path, root: Path, known: Known, context: Mapping[str, Any]
) -> tuple[tuple[Search, ...], list[Problem]]:
    """Every search of every file, by place and day, and every problem."""
    found: list[Search] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.csv")):
        name = path.relative_to(root).as_posix()
        rows, faults = read_rows(path, root, Search, COLUMNS, context)
        problems += faults
        for line, row in rows.items():
            faulty = (known.fault(each) for each in row.found)
            problems += [Problem(file=name, line=line, message=fault) for fault in faulty if fault]
            found.append(row)
    return tuple(sorted(found, key=lambda each: (each.place, each.day, each.source, each.query))), problems
