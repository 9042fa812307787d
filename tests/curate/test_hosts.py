"""Hosts: who may be asked at all."""

import asyncio

import pytest

from app.curate.hosts import Hosts, LeftAlone


async def ask(*hosts: str) -> None:
    """Take a turn at each host, without sending anything."""
    found = Hosts(parallel=1, pause=0, private=False)
    for host in hosts:
        async with found.turn(host):
            pass


@pytest.mark.parametrize("host", ["8.8.8.8", "2001:4860:4860::8888", "a..b"])
def test_a_public_host_or_a_name_nobody_knows_here_may_be_asked(host: str) -> None:
    asyncio.run(ask(host, host))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "10.1.2.3", "192.168.0.1", "169.254.169.254"])
def test_a_private_host_may_not(host: str) -> None:
    with pytest.raises(LeftAlone, match="private network"):
        asyncio.run(ask(host))
