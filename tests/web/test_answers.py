"""Every GET is a pure function of build and address (law 6)."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.routing import Route
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.web.kept import LARGEST, MOST_BYTES, Kept, KeptAnswers, canonical
from tests.generated import generated

UNTAGGED = ("/healthz", "/readyz")
EXAMPLES = {"id": "palermo-protocol", "code": "no", "scheme": "measure", "concept": "exclusion"}


def _addresses(client: TestClient) -> list[str]:
    """An example of every route the application has."""
    routes = [route.path for route in client.app.routes if isinstance(route, Route)]  # type: ignore[attr-defined]
    records = [path for path in routes if "{name}" not in path and not path.startswith("/comparisons/")]
    paths = [path.format(**EXAMPLES) for path in records]
    paths += [path.format(id="exclusion") for path in routes if path.startswith("/comparisons/")]
    static = client.get("/").text.split('href="/static/')[1].split('"')[0]
    return [*paths, f"/static/{static}", "/search?q=forced+labour&measure=exclusion", "/places/us-ca", "/places/eu"]


def test_every_route_answers(client: TestClient) -> None:
    for address in _addresses(client):
        assert client.get(address).status_code == 200, address


def test_two_applications_give_the_same_bytes_whatever_the_headers(client: TestClient, data_folder: Path) -> None:
    other = TestClient(create_app(Settings(data=data_folder)))
    headers = {"accept-language": "fr", "accept": "application/json", "cookie": "a=b", "user-agent": "x"}
    for address in _addresses(client):
        first, second = client.get(address), other.get(address, headers=headers)
        assert first.content == second.content, address
        assert first.headers.get("etag") == second.headers.get("etag")


@generated(60)
@given(
    q=st.sampled_from(["", "labour", "demand exclusion", '"supply chain"', "traffick*", "contract NOT wages"]),
    unit=st.sampled_from(["instrument", "provision"]),
    measure=st.lists(st.sampled_from(["exclusion", "-exclusion", "contract-clause", "public-reporting"]), max_size=2),
    size=st.integers(1, 100),
)
def test_the_same_question_has_the_same_bytes(
    client: TestClient, data_folder: Path, q: str, unit: str, measure: list[str], size: int
) -> None:
    asked: dict[str, str | int | list[str]] = {"q": q, "unit": unit, "measure": measure, "size": size}
    other = TestClient(create_app(Settings(data=data_folder)))
    assert client.get("/api/v1/search", params=asked).content == other.get("/api/v1/search", params=asked).content


def test_a_known_tag_gets_304_without_a_body(client: TestClient) -> None:
    for address in _addresses(client):
        if address in UNTAGGED:
            continue
        tag = client.get(address).headers["etag"]
        for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
            answer = client.get(address, headers={"if-none-match": known})
            assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", tag)


def test_another_tag_gets_the_whole_answer(client: TestClient) -> None:
    assert client.get("/", headers={"if-none-match": '"other"'}).status_code == 200


def test_head_is_a_get_without_its_body(client: TestClient) -> None:
    got, head = client.get("/api/v1/release"), client.head("/api/v1/release")
    assert (head.status_code, head.content) == (200, b"")
    assert {key: head.headers[key] for key in ("etag", "content-length")} == {
        key: got.headers[key] for key in ("etag", "content-length")
    }


def test_every_answer_is_safe_to_show(client: TestClient) -> None:
    for address in [*_addresses(client), "/nothing", "/instruments/old-slavery-circular"]:
        headers = client.get(address).headers
        assert "'unsafe-inline'" not in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_pages_have_no_inline_script_or_style(client: TestClient) -> None:
    for address in _addresses(client):
        page = client.get(address)
        if "text/html" in page.headers["content-type"]:
            assert "<script>" not in page.text
            assert "<style" not in page.text
            assert " style=" not in page.text, address
            assert " onclick=" not in page.text


def test_nobody_is_given_a_cookie(client: TestClient) -> None:
    assert all("set-cookie" not in client.get(address).headers for address in _addresses(client))


def test_static_files_never_change(client: TestClient) -> None:
    name = client.get("/").text.split('href="/static/')[1].split('"')[0]
    answer = client.get(f"/static/{name}")
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("address", ["/", "/search", "/api/v1/search"])
def test_answers_are_checked_again_by_every_cache(client: TestClient, address: str) -> None:
    assert client.get(address).headers["cache-control"] == "public, no-cache"


def test_kept_answers_are_bounded_in_bytes() -> None:
    kept = KeptAnswers()
    kept.get("b1", "/")
    for number in range(200):
        kept.keep("b1", f"/{number}", Kept((), b"x" * LARGEST, "t"))
    held = [number for number in range(200) if kept.get("b1", f"/{number}")]
    assert held == list(range(200 - MOST_BYTES // LARGEST, 200))
    kept.keep("b1", "/big", Kept((), b"x" * (LARGEST + 1), "t"))
    assert kept.get("b1", "/big") is None
    assert kept.get("b2", "/199") is None


def test_one_question_has_one_address() -> None:
    assert canonical("/search", "place=no&q=a+b") == canonical("/search", "q=a%20b&place=no")
    assert canonical("/search", "place=no&place=se") != canonical("/search", "place=se&place=no")
    assert canonical("/search", "q=%ff") != canonical("/search", "q=%fe")
