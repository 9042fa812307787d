"""Dependencies: what a route needs besides its parameters; async, for a thread would cost more than they do."""

from typing import Annotated

from fastapi import Depends, Query, Request
from pydantic import ConfigDict

from app.library import Library
from app.search.query import SearchQuery
from app.web.templates import Templates


class StrictSearchQuery(SearchQuery):
    """The API's question: an unknown parameter is refused, so that a slip never asks for everything."""

    model_config = ConfigDict(extra="forbid")


async def _library(request: Request) -> Library:
    found: Library = request.app.state.current.get()
    return found


async def _templates(request: Request) -> Templates:
    found: Templates = request.app.state.templates
    return found


LibraryDep = Annotated[Library, Depends(_library)]
TemplatesDep = Annotated[Templates, Depends(_templates)]
QueryDep = Annotated[SearchQuery, Query()]
StrictQueryDep = Annotated[StrictSearchQuery, Query()]
