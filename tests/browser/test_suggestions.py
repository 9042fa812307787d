"""Suggestions: a combobox that the keyboard drives, and that is not there without JavaScript."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_the_keyboard_chooses_a_suggestion(scripted: Page) -> None:
    scripted.goto("/search")
    box = scripted.get_by_role("combobox", name="Words, phrases, numbers of laws")
    box.press_sequentially("paler")
    options = scripted.get_by_role("listbox", name="Suggestions").get_by_role("option")
    expect(options.first).to_contain_text("Palermo Protocol")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "none")
    box.press("Enter")
    scripted.wait_for_url("**/instruments/palermo-protocol")


def test_escape_closes_and_enter_searches_what_was_typed(scripted: Page) -> None:
    scripted.goto("/search")
    box = scripted.get_by_role("combobox", name="Words, phrases, numbers of laws")
    box.press_sequentially("palermo")
    expect(scripted.get_by_role("listbox")).to_be_visible()
    box.press("ArrowUp")
    box.press("ArrowDown")
    expect(scripted.get_by_role("listbox", name="Suggestions").get_by_role("option", selected=True)).to_have_count(0)
    box.press("Escape")
    expect(scripted.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("palermo")
    box.press("Enter")
    scripted.wait_for_url("**/search?q=palermo*")


def test_without_script_the_box_is_a_plain_one(page: Page) -> None:
    page.goto("/search")
    expect(page.get_by_role("searchbox", name="Words, phrases, numbers of laws")).to_be_visible()
    assert page.get_by_role("combobox", name="Words, phrases").count() == 0
