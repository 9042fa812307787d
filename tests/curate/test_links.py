"""Links: asked politely, and sorted into ok, moved, gone and unreachable. A real server on this machine answers."""

import time
from pathlib import Path

import pytest

from app.curate.addresses import Naming
from app.curate.link_report import link_lines
from app.curate.links import Link, LinkReport, Offline, Politeness, check_links
from tests.curate.conftest import Web

HERE = Politeness(timeout=1, pause=0, private=True)
NAMED = (Naming(file="notes/a.md", line=3, key="sources.s1.url"),)
CLOSED = "http://127.0.0.1:9"


def check(*addresses: str, politeness: Politeness = HERE) -> LinkReport:
    """The report on addresses."""
    return check_links(dict.fromkeys(addresses, NAMED), politeness, lambda: None)


def link(address: str, politeness: Politeness = HERE) -> Link:
    """What became of one address."""
    (found,) = check(address, politeness=politeness).links
    return found


@pytest.mark.parametrize(
    ("path", "state", "to", "status"),
    [
        ("/ok", "ok", "", 200),
        ("/only-get", "ok", "", 200),
        ("/cuts-head", "ok", "", 200),
        ("/endless", "ok", "", 200),
        ("/now", "ok", "/ok", 200),
        ("/moved", "moved", "/ok", 200),
        ("/moved-twice", "moved", "/ok", 200),
        ("/moved-then-now", "moved", "/now", 200),
        ("/taken-down", "moved", "/", 200),
        ("/gone", "gone", "", 410),
        ("/nothing-here", "gone", "", 404),
        ("/moved-to-nothing", "gone", "/gone", 410),
        ("/refused", "unreachable", "", 403),
        ("/busy", "unreachable", "", 429),
        ("/slow", "unreachable", "", 0),
        ("/round", "unreachable", "", 302),
    ],
)
def test_an_address_is_judged_by_what_it_answers(web: Web, path: str, state: str, to: str, status: int) -> None:
    found = link(web.url(path)) if path != "/slow" else slow(web)
    assert (found.state, found.to, found.status) == (state, web.url(to) if to else "", status)
    assert found.named == NAMED


def slow(web: Web) -> Link:
    """What became of the slow address, beside one that shows that we are not offline."""
    return next(each for each in check(web.url("/slow"), web.url("/ok", "localhost")).links if "slow" in each.address)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/taken-down", "leads to a front page"),
        ("/refused", "answered 403; open it in a browser"),
        ("/gone", "answered 410"),
        ("/round", "more than 10 redirects"),
        ("/elsewhere", "leads to ftp://example.org/act, which is no web address"),
        ("/mangled", "is no web address"),
        ("/slow", "no answer within 1 seconds"),
    ],
)
def test_what_is_not_well_has_a_reason(web: Web, path: str, reason: str) -> None:
    assert reason in (link(web.url(path)) if path != "/slow" else slow(web)).reason


def test_get_is_asked_only_where_head_is_refused(web: Web) -> None:
    check(web.url("/ok"), web.url("/only-get"))
    check(web.url("/busy"))
    assert sorted(web.asked) == [("GET", "/only-get"), ("HEAD", "/busy"), ("HEAD", "/ok"), ("HEAD", "/only-get")]


def test_a_request_says_who_asks(web: Web) -> None:
    link(web.url("/ok"), HERE.model_copy(update={"contact": "https://law.example.org"}))
    (agent,) = web.agents
    assert agent.startswith("Sourcebook link check")
    assert agent.endswith("https://law.example.org)")


def test_one_host_is_asked_one_thing_at_a_time_and_two_at_once(web: Web) -> None:
    hosts = ("127.0.0.1", "localhost")
    check(*(web.url(f"/ok?{number}", host) for number in range(12) for host in hosts))
    assert {host: web.most_at_once[host] for host in (*hosts, "all")} == {"127.0.0.1": 1, "localhost": 1, "all": 2}


def test_no_more_are_asked_at_once_than_was_said(web: Web) -> None:
    addresses = [web.url(f"/ok?{number}", host) for number in range(6) for host in ("127.0.0.1", "localhost")]
    check(*addresses, politeness=HERE.model_copy(update={"parallel": 1}))
    assert web.most_at_once["all"] == 1


def test_a_host_gets_a_pause(web: Web) -> None:
    start = time.monotonic()
    check(*(web.url(f"/ok?{number}") for number in range(3)), politeness=HERE.model_copy(update={"pause": 0.3}))
    assert time.monotonic() - start >= 0.6


def test_a_host_that_asks_for_fewer_requests_gets_no_more(web: Web) -> None:
    report = check(web.url("/busy"), *(web.url(f"/busy-later?{number}") for number in range(5)))
    assert len(web.asked) < 6
    assert any("try again later" in each.reason for each in report.links)


def test_a_host_that_fails_twice_is_left_alone(web: Web) -> None:
    report = check(web.url("/ok", "localhost"), *(f"{CLOSED}/{number}" for number in range(30)))
    assert (report.ok, report.unreachable) == (1, 30)
    assert len({each.reason for each in report.links if each.state == "unreachable"}) <= 2


def test_a_host_that_answers_after_all_is_asked_on(web: Web) -> None:
    assert check(*(web.url(f"/cuts-head?{number}") for number in range(4))).ok == 4


@pytest.mark.parametrize("address", ["http://127.0.0.1:{port}/ok", "http://localhost:{port}/ok", "http://10.0.0.1/ok"])
def test_a_private_address_is_never_asked(web: Web, address: str) -> None:
    public = HERE.model_copy(update={"private": False})
    found = link(address.format(port=web.url("").rpartition(":")[2]), public)
    assert found.state == "unreachable"
    assert "private network and was not asked" in found.reason
    assert web.asked == []


def test_what_is_no_address_at_all_is_told(web: Web) -> None:
    report = check(web.url("/ok"), "http://[half/act", "http://a.b:half/")
    assert (report.ok, report.unreachable) == (1, 2)


def test_a_machine_without_a_network_judges_nothing() -> None:
    with pytest.raises(Offline, match=r"^No host could be reached \(1 asked\), .* nothing was changed\.$"):
        check(CLOSED)


def test_a_machine_without_a_network_does_not_try_every_host() -> None:
    asked: list[int] = []
    addresses = dict.fromkeys((f"http://127.0.1.{number}:9/" for number in range(1, 200)), NAMED)
    with pytest.raises(Offline):
        check_links(addresses, HERE, lambda: asked.append(1))
    assert len(asked) < 100


def test_the_report_names_what_is_to_be_mended_and_where(web: Web) -> None:
    paths = ("/gone", "/moved", "/refused", "/now", "/ok")
    lines = [line.replace(web.url(""), "@") for line in link_lines(check(*(web.url(path) for path in paths)))]
    where = "    notes/a.md:3 sources.s1.url"
    assert lines == [
        "gone: find the text elsewhere, or name the day it was seen (1)",
        "  @/gone (answered 410)",
        where,
        "moved for good: write the new address once the text is seen there (1)",
        "  @/moved -> @/ok",
        where,
        "unreachable: try again, or open it in a browser (1)",
        "  @/refused (answered 403; open it in a browser, for some hosts refuse programs)",
        where,
        "answered by a temporary redirect: nothing to mend (1)",
        "  @/now -> @/ok",
        "5 addresses: 2 ok, 1 moved, 1 gone, 1 unreachable.",
    ]


def test_nothing_named_is_nothing_wrong() -> None:
    assert list(link_lines(check())) == ["0 addresses: 0 ok, 0 moved, 0 gone, 0 unreachable."]


def test_no_file_of_the_corpus_is_touched(corpus: Path, web: Web) -> None:
    before = {path: path.read_bytes() for path in corpus.rglob("*") if path.is_file()}
    check(web.url("/moved"), web.url("/gone"))
    assert {path: path.read_bytes() for path in corpus.rglob("*") if path.is_file()} == before
