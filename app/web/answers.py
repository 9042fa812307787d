"""Answers: the headers, tags and short cuts every answer shares.

Every GET is a pure function of build and address, so a hash of the body is its tag (RFC 9110, strong ETag),
a HEAD is a GET without its body, and an answer given before is given again.
"""

from hashlib import sha256

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.errors import AppError
from app.library import CurrentLibrary
from app.web.kept import Kept, KeptAnswers, canonical

SECURITY = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}
_PUBLIC = "public, no-cache"


class Answers:
    """Wraps the application: one place where bodies are tagged, kept, found unchanged, or left out."""

    def __init__(self, app: ASGIApp, current: CurrentLibrary) -> None:
        self._app = app
        self._current = current
        self._kept = KeptAnswers()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI)."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, _safely(send))
            return
        build = self._build()
        address = canonical(scope["path"], scope["query_string"].decode("latin-1"))
        kept = self._kept.get(build, address)
        if kept is None:
            answer = _Collected()
            await self._app({**scope, "method": "GET"}, receive, answer.collect)
            if answer.status != 200:
                await _reply(send, answer.status, answer.failure_headers(), answer.body, scope)
                return
            kept = answer.kept()
            if build and "no-store" not in Headers(raw=list(kept.headers)).get("cache-control", ""):
                self._kept.keep(build, address, kept)
        await _reply_kept(send, kept, scope)

    def _build(self) -> str:
        """The build that answers; none while there is no release to answer from."""
        try:
            return self._current.get().release.build
        except AppError:
            return ""


class _Collected:
    """An answer held back until its body is whole."""

    def __init__(self) -> None:
        self._start: Message = {}
        self._parts: list[bytes] = []

    async def collect(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
        elif message["type"] == "http.response.body":
            self._parts.append(message.get("body", b""))

    @property
    def status(self) -> int:
        found: int = self._start["status"]
        return found

    @property
    def body(self) -> bytes:
        return b"".join(self._parts)

    def kept(self) -> Kept:
        body = self.body
        tag = f'"{sha256(body).hexdigest()[:32]}"'
        headers = self._headers()
        headers["etag"] = tag
        headers.setdefault("cache-control", _PUBLIC)
        return Kept(tuple(headers.raw), body, tag)

    def failure_headers(self) -> MutableHeaders:
        headers = self._headers()
        headers.setdefault("cache-control", "no-store" if self.status >= 500 else _PUBLIC)
        return headers

    def _headers(self) -> MutableHeaders:
        headers = MutableHeaders(raw=list(self._start["headers"]))
        for name, value in SECURITY.items():
            headers.setdefault(name, value)
        return headers


async def _reply_kept(send: Send, kept: Kept, scope: Scope) -> None:
    headers = MutableHeaders(raw=list(kept.headers))
    if not _matches(Headers(scope=scope).get("if-none-match", ""), kept.tag):
        await _reply(send, 200, headers, kept.body, scope)
        return
    del headers["content-length"], headers["content-type"]
    await _reply(send, 304, headers, b"", scope)


async def _reply(send: Send, status: int, headers: MutableHeaders, body: bytes, scope: Scope) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers.raw})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})


def _safely(send: Send) -> Send:
    """The same security headers where nothing is kept."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=list(message["headers"]))
            for name, value in SECURITY.items():
                headers.setdefault(name, value)
            message = {**message, "headers": headers.raw}
        await send(message)

    return sending


def _matches(known: str, tag: str) -> bool:
    """Whether If-None-Match names the tag; weak tags compare equal (RFC 9110, 13.1.2)."""
    return known.strip() == "*" or tag in [each.strip().removeprefix("W/") for each in known.split(",")]
