"""Links: every web address of the corpus asked whether it still answers."""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Literal
from urllib.parse import urlsplit

import httpx2

from app.curate.addresses import Naming
from app.curate.hosts import Hosts
from app.curate.visit import Visit, Visitor
from app.errors import AppError
from app.records.value import Value

AGENT = "Sourcebook link check (one request at a time; a curator asks whether a cited address still answers{})"
_IN_VAIN = 20  # so many hosts without one answer: waiting for the rest would only take long
_GONE = (404, 410)


class Offline(AppError):
    """No host at all can be reached."""

    status = 503


class Politeness(Value):
    """How the hosts are asked; `private` lets tests ask their own machine."""

    timeout: float = 20
    parallel: int = 8
    pause: float = 1
    contact: str = ""
    private: bool = False


class Link(Value):
    """An address, what became of it, the address it leads to, and all that name it."""

    address: str
    state: Literal["gone", "moved", "unreachable", "ok"]
    status: int = 0
    to: str = ""
    reason: str = ""
    named: tuple[Naming, ...]


class LinkReport(Value):
    """All links, the bad ones first."""

    ok: int
    moved: int
    gone: int
    unreachable: int
    links: tuple[Link, ...]


def check_links(
    addresses: Mapping[str, tuple[Naming, ...]], politeness: Politeness, done: Callable[[], object]
) -> LinkReport:
    """Ask every address, and call `done` after each; Offline when no host answers at all."""
    visits = asyncio.run(_visit_all(list(addresses), politeness, done))
    links = [_link(visit, addresses[visit.address]) for visit in visits]
    order = ("gone", "moved", "unreachable", "ok")
    count = Counter(link.state for link in links)
    return LinkReport(
        ok=count["ok"],
        moved=count["moved"],
        gone=count["gone"],
        unreachable=count["unreachable"],
        links=tuple(sorted(links, key=lambda link: (order.index(link.state), link.address))),
    )


async def _visit_all(addresses: list[str], politeness: Politeness, done: Callable[[], object]) -> list[Visit]:
    hosts = Hosts(politeness.parallel, politeness.pause, politeness.private)
    agent = AGENT.format(f"; {politeness.contact}" if politeness.contact else "")
    async with httpx2.AsyncClient(headers={"User-Agent": agent}, timeout=None, follow_redirects=False) as client:
        visitor = Visitor(client, hosts, politeness.timeout)
        tasks = [asyncio.ensure_future(visitor.visit(address)) for address in addresses]
        visits = []
        for task in asyncio.as_completed(tasks):
            visits.append(await task)
            done()
            if not hosts.answered and hosts.failed >= _IN_VAIN:
                break
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    if hosts.failed and not hosts.answered:
        message = (
            f"No host could be reached ({hosts.failed} asked), so this machine seems to be offline; nothing is known"
        )
        raise Offline(f"{message} of any link, and nothing was changed.")
    return visits


def _link(visit: Visit, named: tuple[Naming, ...]) -> Link:
    facts = {"address": visit.address, "status": visit.status, "named": named}
    to = visit.at if visit.at != visit.address else ""
    if visit.fault:
        return Link(**facts, state="unreachable", to=to, reason=visit.fault)
    if visit.status in _GONE:
        return Link(**facts, state="gone", to=to, reason=f"answered {visit.status}")
    if not 200 <= visit.status < 300:
        reason = f"answered {visit.status}; open it in a browser, for some hosts refuse programs"
        return Link(**facts, state="unreachable", to=to, reason=reason)
    if visit.moved_to not in ("", visit.address):
        return Link(**facts, state="moved", to=visit.moved_to, reason=_doubt(visit))
    return Link(**facts, state="ok", to=to)


def _doubt(visit: Visit) -> str:
    """A page that moved to the front page has mostly been taken down."""
    deep = urlsplit(visit.address).path.strip("/")
    lost = deep and not urlsplit(visit.at).path.strip("/")
    return "leads to a front page; look whether the text is still there" if lost else ""
