"""What was searched and what binds a State is shown beside its records; nothing held reads as nothing held."""

from starlette.testclient import TestClient


def test_a_place_shows_its_treaties_and_searches(client: TestClient) -> None:
    page = client.get("/places/no").text
    assert "Palermo Protocol" in page
    assert "23 September 2003" in page
    assert "Lovdata" in page
    said = client.get("/api/v1/places/no").json()
    assert [row["treaty"] for row in said["ratifications"]] == ["palermo-protocol"]
    assert said["searches"][0]["found"] == ["no-transparency-act-2021"]


def test_a_place_with_no_record_shows_what_was_searched(client: TestClient) -> None:
    page = client.get("/places/mc").text
    assert "Nothing is held on Monaco yet" in page
    assert "found nothing" in page


def test_a_treaty_counts_its_parties_without_claiming_all(client: TestClient) -> None:
    page = client.get("/instruments/palermo-protocol").text
    assert "Of the 4 States looked at here, 2 are held as parties, 1 as not parties, and of 1 it is not known" in page
    assert "This is no count of all parties" in page
    rows = client.get("/instruments/palermo-protocol.json").json()["ratifications"]
    assert [row["place"] for row in rows] == ["ir", "no", "nl", "us"]


def test_every_osce_state_stands_in_the_coverage(client: TestClient) -> None:
    page = client.get("/coverage").text
    for name in ("Andorra", "Monaco", "Uzbekistan", "Holy See", "Mongolia"):
        assert name in page
    assert page.count("not looked for") > 30
    said = client.get("/coverage.json").json()
    assert said["total"] == len(said["results"]) == 2
