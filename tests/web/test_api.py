"""The API answers in the shape the design promises."""

import pytest
from starlette.testclient import TestClient

SEARCH_KEYS = ["release", "query", "unit", "total", "passages", "page", "size", "results", "facets", "cite"]
HIT_KEYS = [
    *("id", "title", "level", "type", "places", "status", "force", "link", "year", "verification"),
    *("provisions_verified", "score", "url", "matching_passages", "passages"),
]

PASSAGE_KEYS = {"anchor", "label", "kind", "html", "url", "heading_html", "trail"}


def test_search_answers_in_the_agreed_shape(client: TestClient) -> None:
    said = client.get("/api/v1/search", params={"q": "discourage demand"}).json()
    assert list(said) == SEARCH_KEYS
    agreed = {"text", "understood", "expansions", "repaired", "any_word"}
    assert set(said["query"]) == agreed | {"near", "did_you_mean"}
    assert [key for key in said["results"][0] if key in HIT_KEYS] == HIT_KEYS
    assert set(said["results"][0]["passages"][0]) == PASSAGE_KEYS
    assert set(said["facets"][0]) == {"name", "label", "values"}
    assert set(said["facets"][0]["values"][0]) == {"value", "label", "count", "selected", "excluded", "broader"}


def test_demand_finds_palermo_first_with_its_paragraph_marked(client: TestClient) -> None:
    first = client.get("/api/v1/search", params={"q": "discourage demand"}).json()["results"][0]
    assert first["id"] == "palermo-protocol"
    assert first["passages"][0]["anchor"] == "art_9__para_5"
    assert "<mark>discourage</mark>" in first["passages"][0]["html"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("2014/24/EU", "eu-directive-2014-24"),
        ("57(1)(f)", "eu-directive-2014-24"),
        ("52.222-50", "us-far-52-222-50"),
        ("C94", "ilo-c094"),
        ("EO 13627", "us-eo-13627"),
        ("Foreign Affairs Contracting Act", "us-contracting-bill"),
        ("apenhetsloven", "no-transparency-act-2021"),
    ],
)
def test_a_name_or_number_finds_its_instrument_first(client: TestClient, question: str, expected: str) -> None:
    assert client.get("/api/v1/search", params={"q": question}).json()["results"][0]["id"] == expected


def test_provisions_are_listed_that_meet_all_filters_themselves(client: TestClient) -> None:
    said = client.get("/api/v1/search?unit=provision&duty=mandatory&measure=exclusion").json()
    found = [(each["id"], each["anchor"]) for each in said["results"]]
    assert sorted(found) == [("de-gwb", "sec_123__para_1"), ("eu-directive-2014-24", "art_57__para_1__point_f")]


def test_two_places_agree_with_their_facet(client: TestClient) -> None:
    said = client.get("/api/v1/search?measure=exclusion&place=de&place=eu").json()
    counts = {
        value["value"]: value["count"]
        for facet in said["facets"]
        if facet["name"] == "place"
        for value in facet["values"]
    }
    assert said["total"] == counts["de"] + counts["eu"] == 2


def test_total_counts_all_pages(client: TestClient) -> None:
    said = client.get("/api/v1/search?size=5&page=2").json()
    assert (said["total"], len(said["results"])) == (12, 5)


def test_a_record_has_every_fact_and_its_relations_both_ways(client: TestClient) -> None:
    said = client.get("/api/v1/instruments/eu-directive-2014-24").json()
    assert said["verification_state"] == "verified"
    assert said["dates"]["adopted"] == "2014-02-26"
    assert said["relations_to_this"][0]["from"] == "de-gwb#sec_123__para_1"
    assert said["notes"][0]["id"] == "mandatory-exclusion"
    assert said == client.get("/instruments/eu-directive-2014-24.json").json()


def test_instruments_are_all_listed(client: TestClient) -> None:
    said = client.get("/api/v1/instruments?size=7&page=2").json()
    assert (said["total"], len(said["results"])) == (12, 5)


def test_places_carry_what_is_held(client: TestClient) -> None:
    said = client.get("/api/v1/places").json()
    assert {each["code"]: each["records"] for each in said["results"]}["us"] == 3
    assert any(group["code"] == "eu" and "de" in group["members"] for group in said["groups"])


def test_a_place_names_its_groups_and_its_parts(client: TestClient) -> None:
    said = client.get("/api/v1/places/us").json()
    assert "osce" in said["groups"]
    assert said["below"] == ["us-ca"]
    assert said["records"] == 3


def test_vocabularies_are_served_whole_and_singly(client: TestClient) -> None:
    lists = {each["id"]: each for each in client.get("/api/v1/vocabularies").json()["results"]}
    assert lists["measure"]["concepts"]["exclusion"]["group"] == "purchaser"
    single = client.get("/api/v1/vocabularies/measure").json()
    assert single["concepts"] == lists["measure"]["concepts"]


def test_the_release_says_what_it_holds(client: TestClient) -> None:
    said = client.get("/api/v1/release").json()
    assert said["instruments"] == 12
    assert sum(said["verification"].values()) == 12
    assert said["released"] == "2026-11-02"


def test_openapi_describes_the_whole_api(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert set(paths) == {
        "/api/v1/search",
        "/api/v1/suggest",
        "/api/v1/instruments",
        "/api/v1/instruments/{id}",
        "/api/v1/places",
        "/api/v1/places/{code}",
        "/api/v1/vocabularies",
        "/api/v1/vocabularies/{scheme}",
        "/api/v1/release",
    }
    names = {each["name"] for each in paths["/api/v1/search"]["get"]["parameters"]}
    assert {"q", "unit", "place", "measure", "not", "in_force_on", "size"} <= names


@pytest.mark.parametrize(
    ("begun", "kind", "url"),
    [
        ("pal", "instrument", "/instruments/palermo-protocol"),
        ("apenhets", "instrument", "/instruments/no-transparency-act-2021"),
        ("2014/24", "instrument", "/instruments/eu-directive-2014-24"),
        ("art. 9(5)", "provision", "/instruments/palermo-protocol#art_9__para_5"),
        ("norw", "place", "/places/no"),
        ("technical spec", "concept", "/vocabularies/measure/technical-specification"),
    ],
)
def test_a_beginning_is_completed(client: TestClient, begun: str, kind: str, url: str) -> None:
    said = client.get("/api/v1/suggest", params={"q": begun}).json()
    assert (kind, url) in [(each["kind"], each["url"]) for each in said["results"]]
    assert set(said["results"][0]) == {"kind", "label", "detail", "matched", "url"}
    assert len({each["url"] for each in said["results"]}) == len(said["results"]) <= 10


def test_nothing_begun_suggests_nothing(client: TestClient) -> None:
    for begun in ("", "  ", "(", "zzzz", "\x00"):
        assert client.get("/api/v1/suggest", params={"q": begun}).json()["results"] == []


def test_every_answer_says_how_to_cite_it(client: TestClient) -> None:
    said = client.get("/api/v1/search?q=exclusion&place=de&page=1&size=5").json()
    assert said["cite"].startswith(f"Sourcebook, release {said['release']}, search for “exclusion”, Place: Germany: ")
    assert said["cite"].endswith("/search?q=exclusion&place=de")


def test_reasons_come_only_when_asked_for(client: TestClient) -> None:
    assert "why" not in client.get("/api/v1/search?q=demand").json()["results"][0]
    assert client.get("/api/v1/search?q=demand&explain=1").json()["results"][0]["why"]
