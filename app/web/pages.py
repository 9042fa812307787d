"""Pages: the same answers as the API, for people; they work without JavaScript."""

from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse

from app.library import Library
from app.search.query import SearchQuery
from app.search.result import FacetResult
from app.web.cards import record_cards
from app.web.dependencies import LibraryDep, QueryDep, TemplatesDep
from app.web.instrument_page import instrument_page
from app.web.labels import Labels
from app.web.record import record_json
from app.web.search_page import search_page
from app.web.shelves import shelves
from app.web.words import day

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/")
async def home(library: LibraryDep, templates: TemplatesDep) -> str:
    direct = library.search(SearchQuery(link=("direct",), size=1))
    newest = sorted(library.corpus.instruments.values(), key=lambda each: (-(each.year or 0), each.title))[:6]
    return templates.render(
        "home.html",
        library,
        direct=direct.total,
        shelves={shelf.name: shelf for shelf in shelves(direct, library.corpus.vocabularies)},
        links=_facet(direct.facets, "link").values,
        newest=record_cards(newest, Labels(library.corpus)),
        count=_counts(library),
    )


@router.get("/search")
async def search(query: QueryDep, library: LibraryDep, templates: TemplatesDep) -> str:
    result = library.search(query)
    page = search_page(query, result, Labels(library.corpus), templates.base_url)
    return templates.render("search.html", library, query=query, result=result, page=page)


@router.get("/browse")
async def browse(library: LibraryDep, templates: TemplatesDep) -> str:
    everything = library.search(SearchQuery(size=1))
    found = shelves(everything, library.corpus.vocabularies)
    return templates.render("browse.html", library, shelves=found, total=everything.total)


@router.get("/instruments/{id}.json")
async def instrument_json(id: str, library: LibraryDep) -> JSONResponse:  # noqa: A002  # the address's own word
    return JSONResponse(record_json(library.instrument(id), library))


@router.get("/instruments/{id}.md")
async def instrument_markdown(id: str, library: LibraryDep, templates: TemplatesDep) -> PlainTextResponse:  # noqa: A002
    text = templates.render("instrument.md", library, **instrument_page(library, id))
    return PlainTextResponse(text, media_type="text/markdown; charset=utf-8")


@router.get("/instruments/{id}")
async def instrument(id: str, library: LibraryDep, templates: TemplatesDep) -> str:  # noqa: A002
    return templates.render("instrument.html", library, **instrument_page(library, id))


@router.get("/places")
async def places(library: LibraryDep, templates: TemplatesDep) -> str:
    held = [(library.corpus.places.get(code), len(found)) for code, found in library.held.items()]
    kinds = {
        kind: sorted((pair for pair in held if pair[0].kind == kind), key=lambda pair: pair[0].name)
        for kind in ("state", "subdivision", "organisation")
    }
    groups = [
        (group, len(group.members_on(library.corpus.released))) for group in library.corpus.places.groups.values()
    ]
    return templates.render("places.html", library, kinds=kinds, groups=groups)


@router.get("/places/{code}")
async def place(code: str, library: LibraryDep, templates: TemplatesDep) -> str:
    found = library.place(code)
    records = sorted(library.held.get(found.code, ()), key=lambda each: (-(each.year or 0), each.title))
    return templates.render(
        "place.html",
        library,
        place=found,
        parent=library.corpus.places.get(found.parent) if found.parent else None,
        cards=record_cards(records, Labels(library.corpus)),
        below=[(part, len(library.held[part.code])) for part in library.below(found.code)],
        groups=library.groups_of(found.code),
        measures=_measures_of(library, found.code),
        ratifications=library.ratifications_by(found.code),
        searches=library.searches_for(found.code),
    )


@router.get("/vocabularies")
async def vocabularies(library: LibraryDep, templates: TemplatesDep) -> str:
    return templates.render("vocabularies.html", library, lists=tuple(library.corpus.vocabularies.values()))


@router.get("/vocabularies/{scheme}")
async def vocabulary(scheme: str, library: LibraryDep, templates: TemplatesDep) -> str:
    return templates.render("vocabulary.html", library, vocabulary=library.vocabulary(scheme))


@router.get("/vocabularies/{scheme}/{concept}")
async def concept(scheme: str, concept: str, library: LibraryDep, templates: TemplatesDep) -> str:
    found = library.concept(scheme, concept)
    searched = scheme in SearchQuery.model_fields
    total = library.search(SearchQuery.model_validate({scheme: (concept,), "size": 1})).total if searched else None
    return templates.render("concept.html", library, vocabulary=library.vocabulary(scheme), concept=found, total=total)


@router.get("/notes")
async def notes(library: LibraryDep, templates: TemplatesDep) -> str:
    return templates.render("notes.html", library, notes=tuple(library.corpus.notes.values()))


@router.get("/figures")
async def figures(library: LibraryDep, templates: TemplatesDep) -> str:
    return templates.render("figures.html", library, figures=library.corpus.figures)


@router.get("/about")
async def about(library: LibraryDep, templates: TemplatesDep) -> str:
    verification = library.corpus.vocabularies["verification"]
    return templates.render("about.html", library, count=_counts(library), verification=verification)


@router.get("/help")
async def help_(library: LibraryDep, templates: TemplatesDep) -> str:
    return templates.render("help.html", library)


def _measures_of(library: Library, code: str) -> list[tuple[str, int]]:
    """How many records of a place have each measure, most first."""
    found = library.search(SearchQuery.model_validate({"place": (code,), "size": 1}))
    return [(each.value, each.count) for each in _facet(found.facets, "measure").values if each.count]


def _facet(facets: tuple[FacetResult, ...], name: str) -> FacetResult:
    return next(facet for facet in facets if facet.name == name)


def _counts(library: Library) -> dict[str, Any]:
    records = library.corpus.instruments.values()
    states: dict[str, int] = dict.fromkeys(library.corpus.vocabularies["verification"].concepts, 0)
    for record in records:
        states[record.state] += 1
    provisions = [unit for record in records for unit in record.provisions]
    return {
        "instruments": len(records),
        "provisions": len(provisions),
        "read": sum(unit.state == "verified" for unit in provisions),
        "states": states,
        "places": len(library.held),
        "released": day(library.corpus.released),
    }
