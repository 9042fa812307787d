"""Builder: a form for those who do not type operators; it writes the question and goes to it."""

import re
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, Field

from app.search.lexer import clean
from app.web.dependencies import LibraryDep, TemplatesDep
from app.web.links import search_url

router = APIRouter(include_in_schema=False)

_SIGNS = re.compile(r'["()*:~]|(?<!\S)[-!]+')
_OPERATORS = {"AND": "and", "OR": "or", "NOT": "not"}


class Parts(BaseModel):
    """What the form asks for; every part may be empty."""

    all: str = Field("", max_length=300)
    phrase: str = Field("", max_length=300)
    any: str = Field("", max_length=300)
    none: str = Field("", max_length=300)
    where: Literal["", "title", "heading", "text"] = ""
    unit: Literal["instrument", "provision"] = "instrument"


def written(parts: Parts) -> str:
    """The question in the words of the grammar."""
    said = []
    if words := _words(parts.all):
        said.append(" ".join(words))
    if words := _words(parts.phrase):
        said.append(f'"{" ".join(words)}"')
    if words := _words(parts.any):
        said.append(f"({' OR '.join(words)})" if len(words) > 1 else words[0])
    wanted = " ".join(said)
    if parts.where and wanted:
        wanted = f"{parts.where}:({wanted})"
    return " ".join([*([wanted] if wanted else []), *(f"-{word}" for word in _words(parts.none))])


def _words(text: str) -> list[str]:
    """The words of a field; what would be an operator is a word here."""
    return [_OPERATORS.get(word, word) for word in _SIGNS.sub(" ", clean(text)).split()]


@router.get("/search/build")
async def build(parts: Annotated[Parts, Query()], library: LibraryDep, templates: TemplatesDep) -> Response:
    """The form, or the way to what it asks for."""
    question = written(parts)
    if question:
        return RedirectResponse(search_url(q=question, unit="" if parts.unit == "instrument" else parts.unit), 303)
    return HTMLResponse(templates.render("build.html", library))
