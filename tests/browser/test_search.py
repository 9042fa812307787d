"""A person searches, narrows, opens a provision and comes back - without JavaScript."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_search_facet_open_and_back(page: Page, tmp_path: Path) -> None:
    page.goto("/")
    page.get_by_role("searchbox").first.fill("trafficking")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("instruments")
    page.get_by_role("link", name="Exclusion").first.click()
    expect(page.get_by_role("status")).to_contain_text("2 instruments")
    narrowed = page.url
    page.get_by_role("link", name="Public Procurement Directive").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Public Procurement Directive")
    expect(page.locator("#art_57__para_1__point_f")).to_contain_text("must exclude a tenderer")
    page.screenshot(path=tmp_path / "instrument.png", full_page=True)
    assert (tmp_path / "instrument.png").stat().st_size > 10_000
    page.go_back()
    assert page.url == narrowed
    expect(page.get_by_role("status")).to_contain_text("2 instruments")


def test_the_skip_link_is_the_first_stop_of_the_keyboard(page: Page) -> None:
    page.goto("/search?q=labour")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_have_attribute("href", "#main")


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("path", ["/", "/search?q=labour", "/instruments/eu-directive-2014-24", "/places", "/browse"])
def test_no_page_scrolls_sideways(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    box = page.locator("main").bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= width
