"""Comparisons: tables across States, as pages and as JSON."""

from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, JSONResponse

from app.library import Library
from app.records.comparisons import Comparison
from app.web.dependencies import LibraryDep, TemplatesDep
from app.web.links import instrument_url

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/comparisons")
async def comparisons(library: LibraryDep, templates: TemplatesDep) -> str:
    found = tuple(library.corpus.comparisons.values())
    return templates.render("comparisons.html", library, comparisons=found)


@router.get("/comparisons/{id}.json")
async def comparison_json(id: str, library: LibraryDep) -> JSONResponse:  # noqa: A002  # the address's own word
    return JSONResponse(_said(library.comparison(id), library))


@router.get("/comparisons/{id}")
async def comparison(id: str, library: LibraryDep, templates: TemplatesDep) -> str:  # noqa: A002
    found = library.comparison(id)
    return templates.render("comparison.html", library, comparison=found, read=_read(found))


def _said(found: Comparison, library: Library) -> dict[str, Any]:
    """The table with the address and the sources of every provision a cell rests on."""
    said = found.model_dump(mode="json")
    for row in said["rows"]:
        for cell in row["cells"].values():
            cell["at"] = [_support(address, library) for address in cell["at"]]
    return {"release": library.release.id, "total": len(found.rows)} | said


def _support(address: str, library: Library) -> dict[str, Any]:
    id_, _, anchor = address.partition("#")
    record = library.corpus.instruments[id_]
    unit = record.provision(anchor) if anchor else record.whole
    by = [record.sources[each] for each in unit.by] if unit else []
    return {
        "address": address,
        "url": instrument_url(id_, anchor),
        "sources": [
            each.model_dump(mode="json", include={"title", "url", "read_from", "copy_date", "seen"}) for each in by
        ],
    }


def _read(found: Comparison) -> tuple[int, int]:
    """How many cells were read in wording, and of how many."""
    cells = [cell for row in found.rows for cell in row.cells.values()]
    return sum(cell.state == "verified" for cell in cells), len(cells)
