"""Bad input gets a sentence that says what to do, never a 500."""

from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from tests.generated import generated

HOSTILE = (
    *("\x00", "a\x00b", "\x01\x02", "*", '"', '""', "NOT", "-", "AND OR", "~10", ":", "field:", "title:", "a:b:c"),
    *("(" * 10_00, "((((a))))", ")" * 500, "🙂", "שלום עולם", "\u202eabc", "a" * 1000, "* " * 400, '"a b"~99999999'),
    *(
        "year:",
        "year:..",
        "year:9999999999999999999..1",
        "measure:(exclusion OR",
        "NOT NOT NOT a",
        "--a",
        "%",
        "\ufffd",
    ),
)


@pytest.mark.parametrize("question", HOSTILE)
def test_a_hostile_question_is_answered(client: TestClient, question: str) -> None:
    assert client.get("/api/v1/search", params={"q": question}).status_code == 200
    assert client.get("/search", params={"q": question}).status_code == 200


def test_ten_thousand_parentheses_are_refused_for_their_length_only(client: TestClient) -> None:
    answer = client.get("/api/v1/search", params={"q": "(" * 10_000})
    assert answer.status_code == 422
    assert answer.json()["detail"] == "q is longer than 1000 characters; shorten the question"


@pytest.mark.parametrize("raw", ["%ED%A0%80", "%FF%FE", "%00", "%C0%AF", "%F0%9F"])
def test_bytes_that_are_no_text_are_answered(client: TestClient, raw: str) -> None:
    assert client.get(f"/api/v1/search?q={raw}").status_code == 200
    assert client.get(f"/search?q={raw}").status_code == 200
    assert client.get(f"/instruments/{raw}").status_code in (400, 404)


@generated(150)
@given(question=st.text(max_size=300))
def test_any_text_is_answered(client: TestClient, question: str) -> None:
    raw = quote(question.encode("utf-8", "surrogatepass"))
    assert client.get(f"/api/v1/search?q={raw}").status_code == 200
    assert client.get(f"/search?q={raw}").status_code == 200


@generated(100)
@given(
    name=st.sampled_from(
        ["place", "measure", "year_from", "in_force_on", "page", "size", "unit", "sort", "not", "literal"]
    ),
    value=st.text(max_size=40),
)
def test_any_parameter_is_answered_or_refused_with_a_sentence(client: TestClient, name: str, value: str) -> None:
    answer = client.get(f"/api/v1/search?{name}={quote(value.encode('utf-8', 'surrogatepass'))}")
    assert answer.status_code in (200, 404, 422)
    if answer.status_code != 200:
        assert set(answer.json()) == {"error", "detail"}


def test_a_long_question_gets_a_friendly_page(client: TestClient) -> None:
    answer = client.get("/search", params={"q": "a" * 1001})
    assert answer.status_code == 422
    assert "is longer than 1000 characters; shorten the question" in answer.text


def test_an_unknown_parameter_is_refused_by_the_api(client: TestClient) -> None:
    answer = client.get("/api/v1/search?plaec=no")
    assert (answer.status_code, answer.json()["error"]) == (422, "BadRequest")
    assert "there is no parameter 'plaec'" in answer.json()["detail"]


def test_an_unknown_parameter_is_ignored_by_pages(client: TestClient) -> None:
    assert client.get("/search?utm_source=x").status_code == 200


def test_an_unknown_facet_value_finds_nothing_and_says_so(client: TestClient) -> None:
    said = client.get("/api/v1/search?measure=exclusoin").json()
    assert said["total"] == 0
    assert "exclusoin" in said["notices"][0]


def test_a_page_past_the_end_is_not_found(client: TestClient) -> None:
    answer = client.get("/api/v1/search?page=99")
    assert answer.status_code == 404
    assert set(answer.json()) == {"error", "detail"}
    assert client.get("/search?page=99").status_code == 404
    assert client.get("/api/v1/instruments?page=99").status_code == 404


def test_an_unknown_id_offers_near_ones(client: TestClient) -> None:
    answer = client.get("/api/v1/instruments/palermo-protocoll")
    assert answer.status_code == 404
    assert "did you mean palermo-protocol?" in answer.json()["detail"]
    assert "did you mean palermo-protocol?" in client.get("/instruments/palermo-protocoll").text


def test_a_withdrawn_id_is_gone_and_says_why(client: TestClient) -> None:
    for address in ("/api/v1/instruments/old-slavery-circular", "/instruments/old-slavery-circular"):
        answer = client.get(address)
        assert answer.status_code == 410
        assert "It proved to be a draft." in answer.text


@pytest.mark.parametrize(
    ("address", "location"),
    [
        ("/instruments/un-trafficking-protocol", "/instruments/palermo-protocol"),
        ("/instruments/un-trafficking-protocol.json", "/instruments/palermo-protocol.json"),
        ("/api/v1/instruments/un-trafficking-protocol", "/api/v1/instruments/palermo-protocol"),
    ],
)
def test_a_replaced_id_leads_to_its_successor(client: TestClient, address: str, location: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.headers["location"]) == (301, location)


@pytest.mark.parametrize(
    "address",
    [
        *("/places/zz", "/places/us-zz", "/vocabularies/nothing", "/vocabularies/measure/nothing"),
        *("/nothing", "/static/none.css", "/instruments/x/y", "/places/osce-partners", "/comparisons/none"),
    ],
)
def test_an_unknown_address_says_what_to_do(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "<h1" in answer.text


def test_an_unknown_place_in_the_api_has_the_error_shape(client: TestClient) -> None:
    answer = client.get("/api/v1/places/zz")
    assert answer.json()["error"] == "NotFound"
    assert "ISO 3166" in answer.json()["detail"]


def test_writing_is_not_possible(client: TestClient) -> None:
    answer = client.post("/api/v1/search")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


def test_without_a_release_the_answer_names_the_command(tmp_path: Path) -> None:
    client = TestClient(create_app(Settings(data=tmp_path / "none")))
    for address in ("/", "/api/v1/search", "/readyz"):
        answer = client.get(address)
        assert answer.status_code == 503
        assert "python3 scripts/serve.py" in answer.text
    assert client.get("/healthz").status_code == 200
