"""Comparisons: every cell is shown with its provision and its state."""

from starlette.testclient import TestClient


def test_a_comparison_says_of_every_cell_what_it_rests_on(client: TestClient) -> None:
    said = client.get("/comparisons/exclusion.json").json()
    cell = said["rows"][0]["cells"]["mandatory"]
    assert (said["total"], cell["value"], cell["state"]) == (2, "Yes", "verified")
    assert cell["at"][0]["url"] == "/instruments/eu-directive-2014-24#art_57__para_1__point_f"
    assert cell["at"][0]["sources"][0]["read_from"] == "example.org 2014-24"


def test_the_page_has_a_table_with_a_head_for_every_row_and_column(client: TestClient) -> None:
    page = client.get("/comparisons/exclusion").text
    assert page.count('<th scope="col">') == 3
    assert page.count('<th scope="row">') == 2
    assert 'href="/instruments/de-gwb#sec_123__para_1"' in page
    assert "Not read" in page


def test_the_list_leads_to_each(client: TestClient) -> None:
    assert 'href="/comparisons/exclusion"' in client.get("/comparisons").text
