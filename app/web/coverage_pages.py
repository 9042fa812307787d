"""Coverage: what is held on each place, what was searched for it, and which treaties bind it."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, JSONResponse

from app.library import Library
from app.records.partial_date import PartialDate
from app.records.places import Place
from app.records.ratifications import Ratification
from app.web.dependencies import LibraryDep, TemplatesDep

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

SHOWN_GROUP = "osce"


@dataclass(frozen=True)
class Covered:
    """A place in numbers: records held, how many have wording read, searches made, and what came of them."""

    place: Place
    records: int
    read: int
    searches: int
    primary: int
    none_found: int
    not_readable: int


@dataclass(frozen=True)
class Parties:
    """The table of a treaty, its rows counted; `days` are the oldest and newest day a row is of."""

    rows: tuple[Ratification, ...]
    bound: int
    left: int
    not_parties: int
    signed_only: int
    unknown: int
    days: tuple[PartialDate, PartialDate] | None


@router.get("/coverage")
async def coverage(library: LibraryDep, templates: TemplatesDep) -> str:
    group = library.corpus.places.groups[SHOWN_GROUP]
    members = group.members_on(library.corpus.released)
    rows = covered(library)
    return templates.render(
        "coverage.html",
        library,
        group=group,
        members=[row for row in rows if row.place.code in members],
        others=[row for row in rows if row.place.code not in members],
        searches=len(library.corpus.coverage),
    )


@router.get("/coverage.json")
async def coverage_json(library: LibraryDep) -> JSONResponse:
    """Every search made, whole."""
    rows = [each.model_dump(mode="json") for each in library.corpus.coverage]
    return JSONResponse({"release": library.release.id, "total": len(rows), "results": rows})


def covered(library: Library) -> tuple[Covered, ...]:
    """A line for each place of the group shown and each other with a record or a search, by name."""
    members = library.corpus.places.groups[SHOWN_GROUP].members_on(library.corpus.released)
    codes = {*members, *library.held, *(each.place for each in library.corpus.coverage)}
    found = (_covered(library, code) for code in codes if library.corpus.places.known(code))
    return tuple(sorted(found, key=lambda each: each.place.name))


def _covered(library: Library, code: str) -> Covered:
    records = library.held.get(code, ())
    searches = library.searches_for(code)
    return Covered(
        place=library.corpus.places.get(code),
        records=len(records),
        read=sum(record.provisions_verified[0] > 0 for record in records),
        searches=len(searches),
        primary=sum(each.kind == "primary" for each in searches),
        none_found=sum(each.outcome == "none-found" for each in searches),
        not_readable=sum(each.outcome == "not-readable" for each in searches),
    )


def place_coverage_json(library: Library, code: str) -> dict[str, Any]:
    """What the API says beside the records of a place: treaties and searches."""
    return {
        "ratifications": [row.model_dump(mode="json") for _, row in library.ratifications_by(code)],
        "searches": [each.model_dump(mode="json", exclude={"place"}) for each in library.searches_for(code)],
    }


def parties(library: Library, treaty: str) -> Parties | None:
    """What States did to a treaty, with counts and the days the rows are of; None where no table is held."""
    rows = library.corpus.ratifications.get(treaty, ())
    if not rows:
        return None
    days = sorted(row.as_of for row in rows if row.as_of)
    return Parties(
        rows=tuple(sorted(rows, key=lambda row: library.corpus.places.get(row.place).name)),
        bound=sum(row.bound for row in rows),
        left=sum(row.denounced is not None for row in rows),
        not_parties=sum(row.act == "not-a-party" for row in rows),
        signed_only=sum(row.act == "signature-only" for row in rows),
        unknown=sum(row.act == "unknown" for row in rows),
        days=(days[0], days[-1]) if days else None,
    )
