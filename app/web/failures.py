"""Failures: every error in one shape - JSON for machines, the same sentence on a page for people."""

from http import HTTPStatus
from typing import Any
from urllib.parse import unquote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from app.errors import AppError, BadRequest, NotReady
from app.library import Moved
from app.web.templates import Templates

_MACHINES = ("/api/", "/openapi.json", "/healthz", "/readyz")
_ENDINGS = (".json", ".md")


def add_failures(app: FastAPI) -> None:
    """Answer every error of the house, of the routing and of the parameters."""
    app.add_exception_handler(AppError, _app_error)
    app.add_exception_handler(HTTPException, _routing_error)
    app.add_exception_handler(RequestValidationError, _parameter_error)


async def _app_error(request: Request, error: Exception) -> Response:
    if isinstance(error, Moved):
        return RedirectResponse(_new_address(request.url.path, error.address), HTTPStatus.MOVED_PERMANENTLY)
    if not isinstance(error, AppError):
        raise error
    return _answer(request, error.status, type(error).__name__, error.detail)


def _new_address(path: str, address: str) -> str:
    """The successor's address (id or id#anchor) in the same place and format."""
    start = "/api/v1/instruments/" if path.startswith("/api/") else "/instruments/"
    ending = next((each for each in _ENDINGS if path.endswith(each)), "")
    id_, mark, anchor = address.partition("#")
    return f"{start}{id_}{ending}{mark}{anchor}"


async def _routing_error(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    if error.status_code == HTTPStatus.NOT_FOUND:
        detail = f"there is nothing at {unquote(request.url.path)}; start at / or see /api for the API"
        return _answer(request, error.status_code, "NotFound", detail)
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        detail = f"{request.method} is not possible at {request.url.path}; use GET"
        answer = _answer(request, error.status_code, "MethodNotAllowed", detail)
        answer.headers["allow"] = "GET, HEAD"
        return answer
    return _answer(request, error.status_code, "HTTPError", str(error.detail))


async def _parameter_error(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    faults = "; ".join(_said(each) for each in error.errors())
    return _answer(request, BadRequest.status, BadRequest.__name__, faults)


def _said(fault: dict[str, Any]) -> str:
    """What is wrong with a parameter and what to write instead."""
    name = str(next((part for part in fault["loc"] if part not in ("query", "path")), "parameter"))
    if fault["type"] == "extra_forbidden":
        return f"there is no parameter '{name}'; see /api for those there are"
    if name == "q" and fault["type"] == "string_too_long":
        return f"q is longer than {fault['ctx']['max_length']} characters; shorten the question"
    return f"{name}: {fault['msg'][0].lower()}{fault['msg'][1:]}; see /api for what it takes"


def _answer(request: Request, status: int, name: str, detail: str) -> Response:
    if request.url.path.startswith(_MACHINES) or request.url.path.endswith(_ENDINGS):
        return JSONResponse({"error": name, "detail": detail}, status)
    templates: Templates = request.app.state.templates
    try:
        library = request.app.state.current.get()
    except NotReady:
        library = None
    title = HTTPStatus(status).phrase if status != BadRequest.status else "This question cannot be asked so"
    page = templates.render("error.html", library, title=title, status=int(status), error=name, detail=detail)
    return HTMLResponse(page, status)
