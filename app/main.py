"""The application: everything put together, nothing at import."""

from fastapi import FastAPI
from fastapi.responses import HTMLResponse

from app.library import CurrentLibrary
from app.settings import Settings
from app.web import api, builder, comparison_pages, coverage_pages, machines, pages
from app.web.answers import Answers
from app.web.failures import add_failures
from app.web.templates import Templates

_ABOUT = (
    "Laws, policies and commitments that use public procurement against trafficking in human beings, forced labour "
    "and child labour. Read-only, no key; every answer names the release it comes from."
)


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application for some settings (by default those of the environment)."""
    settings = settings or Settings()
    app = FastAPI(
        title="Sourcebook",
        version="1",
        description=_ABOUT,
        docs_url=None,
        redoc_url=None,
        default_response_class=HTMLResponse,
    )
    app.state.current = CurrentLibrary(settings.data)
    app.state.templates = Templates(settings.base_url)
    app.add_middleware(Answers, current=app.state.current)
    for part in (machines, api, builder, pages, comparison_pages, coverage_pages):
        app.include_router(part.router)
    add_failures(app)
    return app
