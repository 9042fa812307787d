"""Answers: the headers, tags and short cuts every answer shares.

Every GET is a pure function of build and address, so a hash of the body is its tag (RFC 9110, strong ETag),
and a HEAD is a GET without its body.
"""

from hashlib import sha256

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SECURITY = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "interest-cohort=()",
}
_PUBLIC = "public, no-cache"


class Answers:
    """Wraps the application: one place where bodies are tagged, found unchanged, or left out."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        head = scope["method"] == "HEAD"
        answer = _Answer(Headers(scope=scope).get("if-none-match", ""), head, send)
        await self._app({**scope, "method": "GET"} if head else scope, receive, answer.collect)


class _Answer:
    """One answer, held back until its body is whole."""

    def __init__(self, known: str, head: bool, send: Send) -> None:
        self._known, self._head, self._send = known, head, send
        self._start: Message = {}
        self._body: list[bytes] = []

    async def collect(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
        elif message["type"] == "http.response.body":
            self._body.append(message.get("body", b""))
            if not message.get("more_body"):
                await self._finish(b"".join(self._body))

    async def _finish(self, body: bytes) -> None:
        headers = MutableHeaders(raw=list(self._start["headers"]))
        for name, value in SECURITY.items():
            headers.setdefault(name, value)
        if self._start["status"] == 200:
            tag = f'"{sha256(body).hexdigest()[:32]}"'
            headers["etag"] = tag
            headers.setdefault("cache-control", _PUBLIC)
            if _matches(self._known, tag):
                self._start["status"], body = 304, b""
                del headers["content-length"], headers["content-type"]
        else:
            headers.setdefault("cache-control", "no-store" if self._start["status"] >= 500 else _PUBLIC)
        await self._send({**self._start, "headers": headers.raw})
        await self._send({"type": "http.response.body", "body": b"" if self._head else body})


def _matches(known: str, tag: str) -> bool:
    """Whether If-None-Match names the tag; weak tags compare equal (RFC 9110, 13.1.2)."""
    return known.strip() == "*" or tag in [each.strip().removeprefix("W/") for each in known.split(",")]
