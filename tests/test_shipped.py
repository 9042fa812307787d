"""The shipped corpus, built once: its promises, page by page."""

import csv
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.library import CurrentLibrary, Library
from app.main import create_app
from app.search.index import write_index
from app.search.query import SearchQuery
from app.settings import Settings
from app.store.release import build_release
from tests.conftest import ROOT

pytestmark = pytest.mark.heavy

# What the literature names, and where a question must lead (issue: the house stands).
FIRST = {
    "discourage demand": "palermo-protocol",
    "2014/24/EU": "eu-directive-2014-24",
    "57(1)(f)": "eu-directive-2014-24",
    "52.222-50": "us-far-52-222-50",
    "C94": "ilo-c094",
    "EO 13627": "us-eo-13627",
    "LkSG": "de-lksg-2021",
    "SB 657": "us-ca-sb-657",
    "Vienna Convention on States Responsibility": "ilc-state-responsibility-2001",
}


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the shipped corpus."""
    data = tmp_path_factory.mktemp("shipped")
    build_release(ROOT / "corpus", data, write_index)
    return data


@pytest.fixture(scope="module")
def whole(shipped: Path) -> Library:
    """The shipped corpus, opened."""
    return CurrentLibrary(shipped).get()


@pytest.fixture(scope="module")
def visitor(shipped: Path) -> TestClient:
    """Somebody before the shipped corpus."""
    return TestClient(create_app(Settings(data=shipped)), follow_redirects=False)


@pytest.mark.parametrize(("question", "expected"), FIRST.items())
def test_the_question_leads_to_its_instrument(whole: Library, question: str, expected: str) -> None:
    assert whole.search(SearchQuery(q=question)).results[0].id == expected


def test_demand_is_marked_in_palermo(whole: Library) -> None:
    first = whole.search(SearchQuery(q="discourage demand")).results[0].passages[0]
    assert first.anchor == "art_9__para_5"
    assert "<mark>" in first.html


def test_exclusion_in_two_states_agrees_with_its_facet(whole: Library) -> None:
    found = whole.search(SearchQuery(measure=("exclusion",), place=("de", "fr")))
    counts = {each.value: each.count for facet in found.facets if facet.name == "place" for each in facet.values}
    assert found.total == counts["de"] + counts["fr"]


def test_every_record_has_its_page_and_its_anchors(whole: Library, visitor: TestClient) -> None:
    for record in whole.corpus.instruments.values():
        page = visitor.get(f"/instruments/{record.id}")
        assert page.status_code == 200, record.id
        missing = [each.anchor for each in record.provisions if f'id="{each.anchor}"' not in page.text]
        assert missing == [], record.id
        assert visitor.get(f"/instruments/{record.id}.json").json()["id"] == record.id
        assert visitor.get(f"/instruments/{record.id}.md").status_code == 200


def test_every_address_ever_released_resolves(whole: Library, visitor: TestClient) -> None:
    with (ROOT / "corpus" / "ledger.csv").open(encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    assert lines
    pages = {line["id"]: visitor.get(f"/instruments/{line['id']}") for line in lines}
    assert {page.status_code for page in pages.values()} <= {200, 301, 410}
    lost = [
        (line["id"], line["anchor"])
        for line in lines
        if line["anchor"]
        and pages[line["id"]].status_code == 200
        and f'id="{line["anchor"]}"' not in pages[line["id"]].text
    ]
    assert lost == []


def test_every_place_and_list_has_its_page(whole: Library, visitor: TestClient) -> None:
    for code in whole.held:
        assert visitor.get(f"/places/{code}").status_code == 200, code
    for scheme, vocabulary in whole.corpus.vocabularies.items():
        assert visitor.get(f"/vocabularies/{scheme}").status_code == 200
        for concept in vocabulary.concepts:
            assert visitor.get(f"/vocabularies/{scheme}/{concept}").status_code == 200, (scheme, concept)


def test_every_concept_used_is_counted_as_it_is_found(whole: Library) -> None:
    asked = whole.search(SearchQuery(size=1))
    for facet in asked.facets:
        for each in facet.values:
            chosen = each.value == "true" if facet.name == "own_procurement" else (each.value,)
            alone = whole.search(SearchQuery.model_validate({facet.name: chosen, "size": 1}))
            assert alone.total == each.count, (facet.name, each.value)


def test_a_result_page_is_light(visitor: TestClient) -> None:
    page = visitor.get("/search?q=forced+labour&size=20").text
    style = page.split('href="/static/')[1].split('"')[0]
    assert len(page.encode()) + len(visitor.get(f"/static/{style}").content) <= 100_000
