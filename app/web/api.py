"""The API: read-only, without a key, under /api/v1."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse

from app.errors import NotFound
from app.library import Library
from app.records.places import Place
from app.web.coverage_pages import place_coverage_json
from app.web.dependencies import LibraryDep, StrictQueryDep, TemplatesDep
from app.web.labels import Labels
from app.web.record import brief_json, record_json
from app.web.search_words import cite_search

router = APIRouter(prefix="/api/v1", tags=["Sourcebook"])

PageNumber = Annotated[int, Query(ge=1, description="Page, from 1.")]
Beginning = Annotated[str, Query(max_length=200, description="The words typed so far.")]
PageSize = Annotated[int, Query(ge=1, le=500, description="Records on a page.")]


@router.get("/search", summary="Search instruments or provisions")
async def search(query: StrictQueryDep, library: LibraryDep, templates: TemplatesDep) -> JSONResponse:
    """All matches counted, one page of them shown, with the counts of every facet and a line to cite it by."""
    result = library.search(query)
    unsaid: dict[str, Any] = {} if result.notices else {"notices": True}
    if not query.explain:
        unsaid["results"] = {"__all__": {"why"}}
    cite = cite_search(query, result, Labels(library.corpus), templates.base_url)
    return JSONResponse(result.model_dump(mode="json", exclude=unsaid) | {"cite": cite})


@router.get("/suggest", summary="What a beginning may mean")
async def suggest(library: LibraryDep, q: Beginning = "") -> JSONResponse:
    """Instruments by any of their names, provisions by pinpoint, places and concepts; the best first."""
    return _listed(library, {"q": q, "results": [each.model_dump() for each in library.suggest(q)]})


@router.get("/instruments", summary="All instruments")
async def instruments(library: LibraryDep, page: PageNumber = 1, size: PageSize = 100) -> JSONResponse:
    """Every record in brief, by id."""
    records = list(library.corpus.instruments.values())
    first = (page - 1) * size
    if page > 1 and first >= len(records):
        raise NotFound(f"there is no page {page}; the last is {max(1, -(-len(records) // size))}")
    results = [brief_json(record) for record in records[first : first + size]]
    return _listed(library, {"total": len(records), "page": page, "size": size, "results": results})


@router.get("/instruments/{id}", summary="One instrument, whole")
async def instrument(id: str, library: LibraryDep) -> JSONResponse:  # noqa: A002  # the address's own word
    """Every fact with its state and sources."""
    return JSONResponse(record_json(library.instrument(id), library))


@router.get("/places", summary="All places for which something is held, and the groups of States")
async def places(library: LibraryDep) -> JSONResponse:
    """Places with the number of records held; groups with their members on the day of the release."""
    held = [
        _place(library.corpus.places.get(code)) | {"records": len(found)}
        for code, found in sorted(library.held.items())
    ]
    groups = [
        {
            "code": group.code,
            "name": group.name,
            "as_of": group.as_of,
            "members": sorted(group.members_on(library.corpus.released)),
        }
        for group in library.corpus.places.groups.values()
    ]
    return _listed(library, {"total": len(held), "results": held, "groups": groups})


@router.get("/places/{code}", summary="One place")
async def place(code: str, library: LibraryDep) -> JSONResponse:
    """What is held on a State, a part of one, or an organisation."""
    found = library.place(code)
    records = library.held.get(found.code, ())
    said = _place(found) | {
        "groups": [group.code for group in library.groups_of(found.code)],
        "below": [part.code for part in library.below(found.code)],
        "records": len(records),
        "results": [brief_json(record) for record in records],
    }
    return _listed(library, said | place_coverage_json(library, found.code))


@router.get("/vocabularies", summary="The closed lists")
async def vocabularies(library: LibraryDep) -> JSONResponse:
    """Every list with its concepts, definitions and synonyms."""
    lists = [each.model_dump(mode="json") for each in library.corpus.vocabularies.values()]
    return _listed(library, {"total": len(lists), "results": lists})


@router.get("/vocabularies/{scheme}", summary="One list")
async def vocabulary(scheme: str, library: LibraryDep) -> JSONResponse:
    """A list with its concepts."""
    return _listed(library, library.vocabulary(scheme).model_dump(mode="json"))


@router.get("/release", summary="The release that answers")
async def release(library: LibraryDep) -> JSONResponse:
    """Which corpus and build this is, and how much it holds."""
    records = library.corpus.instruments.values()
    said = {
        "build": library.release.build,
        "released": library.corpus.released.isoformat(),
        "instruments": len(records),
        "provisions": sum(len(record.provisions) for record in records),
        "verification": {
            state: sum(record.state == state for record in records)
            for state in library.corpus.vocabularies["verification"].concepts
        },
        "notes": len(library.corpus.notes),
        "figures": len(library.corpus.figures),
    }
    return _listed(library, said)


def _listed(library: Library, said: dict[str, Any]) -> JSONResponse:
    return JSONResponse({"release": library.release.id} | said)


def _place(found: Place) -> dict[str, Any]:
    return found.model_dump(mode="json", exclude={"full_name", "url"}) | {"url": f"/places/{found.code}"}
