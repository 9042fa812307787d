"""Verification: the state of a record follows from the states of its facts."""

from typing import Any

import pytest

from app.records.instrument import Instrument

COPY = {"title": "A copy", "kind": "official-copy", "copy_date": "2020-01-01", "read_from": "x", "seen": "2026"}
SOURCES = {
    "s1": COPY,
    "s2": {"title": "A guide", "kind": "guide"},
    "s3": COPY | {"copy_date": "2024-01-01"},
    "s4": {"title": "The official page", "kind": "official", "seen": "2026-11-01"},
}
V = {"state": "verified", "by": "s1"}
R = {"state": "reported", "by": "s2"}
U = {"state": "unverified"}
D = {"state": "disputed", "by": ["s1", "s2"]}


def provision(number: int, claim: dict[str, Any]) -> dict[str, Any]:
    """A provision in a state."""
    return {"anchor": f"art_{number}", "label": f"Article {number}", "words": "...", "measures": ["exclusion"], **claim}


def record(**given: Any) -> Instrument:
    """An instrument of which title, date, status and two provisions are verified, unless something else is given."""
    facts = {
        "id": "an-act",
        "title": "An Act",
        "level": "national",
        "type": "act",
        "force": "binding",
        "procurement_link": "direct",
        "places": ["no"],
        "status": {"value": "in-force", "as_of": "2020-01-01", "by": "s1"},
        "dates": {"adopted": "2019", "in_force": "2020"},
        "sources": SOURCES,
        "verification": {"title": V, "dates.adopted": V, "status": V},
        "summary": "...",
        "provisions": [provision(1, V), provision(2, V)],
        "history": [{"on": "2026-11-01", "change": "added"}],
    }
    return Instrument.model_validate(facts | given)


def state_with(**claims: dict[str, Any]) -> str:
    """The state of a record with other claims on title, status, date or provisions."""
    date = {"dates.adopted": claims.get("adopted", V)}
    late = {"dates.in_force": claims["in_force"]} if "in_force" in claims else {}
    said = {"title": claims.get("title", V), "status": claims.get("status", V), **date, **late}
    units = [provision(1, claims.get("first", V)), provision(2, claims.get("second", V))]
    return record(verification=said, provisions=units).state


@pytest.mark.parametrize(
    ("claims", "state"),
    [
        ({}, "verified"),
        ({"second": R}, "verified"),
        ({"second": U}, "verified"),
        ({"adopted": R, "in_force": V}, "verified"),
        ({"title": R}, "reported"),
        ({"status": R}, "reported"),
        ({"adopted": R}, "reported"),
        ({"first": R, "second": U}, "reported"),
        ({"title": R, "adopted": R, "status": R, "first": R, "second": R}, "reported"),
        ({"title": U}, "unverified"),
        ({"status": U}, "unverified"),
        ({"adopted": U}, "unverified"),
        ({"first": U, "second": U}, "unverified"),
        ({"title": D}, "disputed"),
        ({"status": D}, "disputed"),
        ({"in_force": D}, "disputed"),
        ({"second": D}, "disputed"),
        ({"title": U, "second": D}, "disputed"),
    ],
)
def test_state_of_a_record_follows_from_its_parts(claims: dict[str, dict[str, Any]], state: str) -> None:
    assert state_with(**claims) == state


@pytest.mark.parametrize(
    "shown",
    [
        {"verification": {"title": V, "dates.adopted": V, "status": V, "issuer": D}},
        {"relations": [{"type": "cites", "to": "another-act", **D}]},
        {"enforcement": [{"body": "Complaints board", **D}]},
        {"figures": [{"what": "longest exclusion", "value": "3", **D}]},
    ],
)
def test_any_disputed_fact_makes_the_record_disputed(shown: dict[str, Any]) -> None:
    assert record(**shown).state == "disputed"


def test_a_record_without_a_claim_is_unverified() -> None:
    assert record(verification={}).state == "unverified"


def test_a_record_without_a_claim_on_any_date_is_unverified() -> None:
    assert record(verification={"title": V, "status": V}).state == "unverified"


@pytest.mark.parametrize(("claim", "state"), [(V, "verified"), (R, "reported"), (U, "unverified")])
def test_an_instrument_without_provisions_is_as_good_as_its_whole(claim: dict[str, Any], state: str) -> None:
    assert record(provisions=[], whole={"role": "scope", **claim}).state == state


def test_a_copy_older_than_an_amendment_does_not_alone_support_in_force() -> None:
    amended = {"adopted": "2019", "amended": [{"date": "2022-05", "by": "Another Act"}]}
    assert record(dates=amended).state == "reported"


@pytest.mark.parametrize("other", ["s3", "s4"])
def test_a_newer_copy_or_the_official_page_beside_it_does(other: str) -> None:
    amended = {"adopted": "2019", "amended": [{"date": "2022-05", "by": "Another Act"}]}
    said = {"title": V, "dates.adopted": V, "status": {"state": "verified", "by": ["s1", other]}}
    assert record(dates=amended, verification=said).state == "verified"


def test_a_copy_of_the_month_of_the_amendment_is_not_older() -> None:
    amended = {"adopted": "2019", "amended": [{"date": "2020-01", "by": "Another Act"}]}
    assert record(dates=amended).state == "verified"


def test_an_old_copy_still_supports_that_something_was_repealed() -> None:
    amended = {"adopted": "2019", "amended": [{"date": "2022-05", "by": "Another Act"}]}
    status = {"value": "repealed", "as_of": "2020-01-01", "by": "s1"}
    assert record(dates=amended, status=status).state == "verified"


def test_provisions_verified_counts_those_read_and_all() -> None:
    assert record(provisions=[provision(1, V), provision(2, R), provision(3, U)]).provisions_verified == (1, 3)


def test_a_provision_that_names_a_source_and_no_state_is_verified() -> None:
    assert record(provisions=[provision(1, {"by": "s1"})]).provisions[0].state == "verified"


def test_a_provision_that_names_nothing_is_unverified() -> None:
    assert record(provisions=[provision(1, {})]).provisions[0].state == "unverified"


def test_a_bare_source_id_is_a_claim_verified_by_it() -> None:
    claim = record(verification={"title": "s1"}).verification["title"]
    assert (claim.state, claim.by) == ("verified", ("s1",))


@pytest.mark.parametrize(("given", "state"), [({"by": "s1"}, "verified"), ({}, "unverified"), (R, "reported")])
def test_enforcement_and_figures_have_a_state_of_their_own(given: dict[str, Any], state: str) -> None:
    found = record(enforcement=[{"body": "Board", **given}], figures=[{"what": "w", "value": "1", **given}])
    assert (found.enforcement[0].effective_state, found.figures[0].effective_state) == (state, state)


def test_a_provision_is_found_by_its_anchor_without_regard_to_case() -> None:
    found = record(provisions=[{**provision(1, V), "anchor": "annex_X"}])
    assert found.provision("ANNEX_x") == found.provisions[0]
    assert found.provision("annex_Y") is None


@pytest.mark.parametrize(
    ("dates", "year"),
    [
        ({"adopted": "2019-05-01", "in_force": "2020"}, 2019),
        ({"in_force": "2020", "published": "2018"}, 2020),
        ({"signed": "2017", "in_force": "2020"}, 2017),
        ({"published": "2018", "proposed": "2017"}, 2018),
        ({"proposed": "2017"}, None),
    ],
)
def test_the_year_is_of_adoption_or_signature_else_of_force_else_of_publication(
    dates: dict[str, str], year: int | None
) -> None:
    assert record(dates=dates).year == year


def test_a_record_is_called_by_its_short_title_where_it_has_one() -> None:
    assert (record().name, record(short_title="The Act").name) == ("An Act", "The Act")


@pytest.mark.parametrize(
    ("claims", "part"),
    [
        ({}, ""),
        ({"title": R}, "title"),
        ({"adopted": U}, "dates"),
        ({"status": R}, "status"),
        ({"first": R, "second": U}, "provisions"),
        ({"title": R, "status": U}, "status"),
        ({"first": D}, ""),
    ],
)
def test_the_part_that_holds_a_record_back_is_named(claims: dict[str, Any], part: str) -> None:
    date = {"dates.adopted": claims.get("adopted", V)}
    said = {"title": claims.get("title", V), "status": claims.get("status", V), **date}
    units = [provision(1, claims.get("first", V)), provision(2, claims.get("second", V))]
    assert record(verification=said, provisions=units).held_back_by == part
