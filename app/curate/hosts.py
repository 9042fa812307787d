"""Hosts: one request at a time to each, with a pause; who does not answer is soon left alone."""

import asyncio
import ipaddress
import socket
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

STRIKES = 2


class LeftAlone(Exception):
    """A host that is not asked, with the reason."""


class Hosts:
    """The hosts of one run: whose turn it is, who answered, who failed."""

    def __init__(self, parallel: int, pause: float, private: bool) -> None:
        self.answered = False
        self._strikes: Counter[str] = Counter()
        self._left_alone: dict[str, str] = {}
        self._known_public: set[str] = set()
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._free_at: defaultdict[str, float] = defaultdict(float)
        self._places = asyncio.Semaphore(parallel)
        self._pause = pause
        self._private = private

    @property
    def failed(self) -> int:
        """How many hosts have not answered."""
        return len(self._strikes)

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """The right to send one request to a host; LeftAlone when it is not to be asked."""
        async with self._turns[host]:
            self._refuse(host)
            loop = asyncio.get_running_loop()
            await asyncio.sleep(self._free_at[host] - loop.time())
            try:
                async with self._places:
                    await self._check_public(host)
                    yield
            finally:
                self._free_at[host] = loop.time() + self._pause

    def note_answer(self, host: str, status: int) -> None:
        """A host answered, so earlier failures are forgiven; one that asks for fewer requests gets none any more."""
        self.answered = True
        self._strikes.pop(host, None)
        if status == 429:
            self._left_alone[host] = "the host asks for fewer requests (429); try again later"

    def note_failure(self, host: str, reason: str) -> None:
        """A host did not answer; twice in a row is enough."""
        self._strikes[host] += 1
        if self._strikes[host] >= STRIKES:
            self._left_alone[host] = reason

    def _refuse(self, host: str) -> None:
        if host in self._left_alone:
            raise LeftAlone(self._left_alone[host])

    async def _check_public(self, host: str) -> None:
        """A record must not make us knock at the doors of the network we stand in."""
        if self._private or host in self._known_public:
            return
        try:
            found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            return  # a proxy may know the name; if nobody does, the request says so
        addresses = {ipaddress.ip_address(str(each[4][0]).partition("%")[0]) for each in found}
        if not all(address.is_global for address in addresses):
            self._left_alone[host] = f"{host} is an address of a private network and was not asked"
            self._refuse(host)
        self._known_public.add(host)
