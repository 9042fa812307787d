"""For machines: health, readiness, static files and the description of the API."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

from app.errors import NotFound
from app.web.api_page import endpoints
from app.web.dependencies import LibraryDep, TemplatesDep
from app.web.templates import static_names

router = APIRouter(include_in_schema=False)

_IMMUTABLE = "public, max-age=31536000, immutable"
_TYPES = {".css": "text/css; charset=utf-8", ".svg": "image/svg+xml", ".js": "text/javascript; charset=utf-8"}
_UNCACHED = {"cache-control": "no-store"}


@router.get("/healthz")
async def healthz() -> Response:
    """The process runs."""
    return PlainTextResponse("ok\n", headers=_UNCACHED)


@router.get("/readyz")
async def readyz(library: LibraryDep) -> Response:
    """A release is open and answers."""
    return JSONResponse({"release": library.release.id, "build": library.release.build}, headers=_UNCACHED)


@router.get("/static/{name}")
async def static(name: str) -> Response:
    """A static file; its name carries its hash, so it never changes."""
    path = static_names().get(name)
    if path is None:
        raise NotFound(f"there is no file '{name}'; reload the page that named it")
    return Response(path.read_bytes(), headers={"cache-control": _IMMUTABLE}, media_type=_TYPES[path.suffix])


@router.get("/api")
async def api_page(request: Request, library: LibraryDep, templates: TemplatesDep) -> Response:
    """The API described for people, from the same description machines read."""
    return HTMLResponse(templates.render("api.html", library, endpoints=endpoints(request.app.openapi())))
