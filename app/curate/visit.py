"""Visits: one address asked politely, its redirects followed hop by hop."""

import asyncio
from dataclasses import dataclass, field

import httpx2

from app.curate.hosts import Hosts, LeftAlone

HOPS = 10
_PERMANENT = (301, 308)
_HUNG_UP = (httpx2.ProtocolError, httpx2.ReadError)
_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass
class Visit:
    """What came of an address: the last status (0: no answer), where it led, and why it went no further."""

    address: str
    status: int = 0
    at: str = ""
    moved_to: str = ""
    fault: str = ""
    _permanent: bool = field(default=True, repr=False)

    def go(self, to: str) -> None:
        """Follow a redirect; as long as all were permanent, that is the new address."""
        self.at = to
        self._permanent = self._permanent and self.status in _PERMANENT
        if self._permanent:
            self.moved_to = to


@dataclass(frozen=True)
class Visitor:
    """Who visits: HEAD first, GET where HEAD is refused; of no answer more than its head is read."""

    client: httpx2.AsyncClient
    hosts: Hosts
    timeout: float

    async def visit(self, address: str) -> Visit:
        """Ask an address and every address it leads to."""
        visit = Visit(address, at=address)
        try:
            for _ in range(HOPS + 1):
                url = httpx2.URL(visit.at)
                if url.scheme not in ("http", "https") or not url.host:
                    visit.fault = f"leads to {visit.at}, which is no web address"
                    return visit
                visit.status, location = await self._ask(url)
                if visit.status not in _REDIRECTS or not location:
                    return visit
                visit.go(str(url.join(location)))
            visit.fault = f"more than {HOPS} redirects"
        except (LeftAlone, httpx2.HTTPError) as error:
            visit.fault = _said(error)
        except TimeoutError:
            visit.fault = self._late
        except (httpx2.InvalidURL, UnicodeError) as error:
            visit.fault = f"'{visit.at}' is no web address ({error})"
        return visit

    @property
    def _late(self) -> str:
        return f"no answer within {self.timeout:g} seconds"

    async def _ask(self, url: httpx2.URL) -> tuple[int, str]:
        """Status and Location; many servers refuse HEAD or answer it wrongly, so only GET may say no."""
        try:
            status, location = await self._send("HEAD", url)
        except _HUNG_UP:
            status, location = 405, ""
        return await self._send("GET", url) if status >= 400 and status != 429 else (status, location)

    async def _send(self, method: str, url: httpx2.URL) -> tuple[int, str]:
        async with self.hosts.turn(url.host):
            try:
                async with asyncio.timeout(self.timeout), self.client.stream(method, url) as answer:
                    self.hosts.note_answer(url.host, answer.status_code)
                    return answer.status_code, answer.headers.get("location", "")
            except TimeoutError:
                self.hosts.note_failure(url.host, self._late)
                raise
            except httpx2.TransportError as error:
                if method == "GET" or not isinstance(error, _HUNG_UP):  # to hang up on HEAD is to refuse it
                    self.hosts.note_failure(url.host, _said(error))
                raise


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__
