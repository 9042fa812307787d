"""What holds of every page: one heading, one script file, links that lead somewhere, a state in words."""

import re
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest
from starlette.testclient import TestClient

from app.web.templates import STATIC

PAGES = (
    "/",
    "/search",
    "/search/build",
    "/coverage",
    "/places/no",
    "/places/mc",
    "/search?q=trafficking+exclusion&explain=1&place=-de",
    "/search?q=exclusion&measure=exclusion&year_from=1990",
    "/search?unit=provision&measure=exclusion",
    "/search?q=(zzzz&place=no",
    "/browse",
    "/instruments/eu-directive-2014-24",
    "/instruments/palermo-protocol",
    "/places",
    "/places/no",
    "/places/us",
    "/vocabularies",
    "/vocabularies/measure",
    "/vocabularies/measure/exclusion",
    "/vocabularies/relation/repeals",
    "/notes",
    "/figures",
    "/about",
    "/help",
    "/api",
    "/nowhere",
)


class _Reader(HTMLParser):
    """Collects what the tests look at."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def all(self, name: str, tag: str = "") -> list[str]:
        return [value for of, found, value in self.attributes if found == name and tag in ("", of)]


def _read(client: TestClient, path: str) -> _Reader:
    return _Reader(client.get(path).text)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_one_heading_and_its_landmarks(client: TestClient, path: str) -> None:
    tags = _read(client, path).tags
    assert [tags.count(tag) for tag in ("h1", "main", "title")] == [1, 1, 1]
    assert "header" in tags
    assert "footer" in tags


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_script_and_no_style_of_its_own(client: TestClient, path: str) -> None:
    page = _read(client, path)
    assert "style" not in page.tags
    assert page.tags.count("script") == len(page.all("src", "script")) == 1
    assert [name for _, name, _ in page.attributes if name == "style" or name.startswith("on")] == []


@pytest.mark.parametrize("path", PAGES)
def test_ids_are_unique_and_links_within_the_page_lead_to_them(client: TestClient, path: str) -> None:
    page = _read(client, path)
    ids = page.all("id")
    assert sorted(set(ids)) == sorted(ids)
    wanted = {unquote(href[1:]) for href in page.all("href", "a") if href.startswith("#")}
    wanted |= set(page.all("for")) | {each for value in page.all("aria-labelledby") for each in value.split()}
    assert wanted <= set(ids)


@pytest.mark.parametrize("path", PAGES)
def test_links_to_the_house_are_answered(client: TestClient, path: str) -> None:
    links = {href.partition("#")[0] for href in _read(client, path).all("href") if href.startswith("/")}
    bad = {link: client.get(link).status_code for link in sorted(links)[:120]}
    assert {link: status for link, status in bad.items() if status not in (200, 301)} == {}


@pytest.mark.parametrize("path", PAGES)
def test_links_out_are_web_addresses(client: TestClient, path: str) -> None:
    out = [href for href in _read(client, path).all("href", "a") if not href.startswith(("/", "#"))]
    assert [href for href in out if urlsplit(href).scheme not in ("http", "https")] == []


def test_the_number_of_results_is_a_status(client: TestClient) -> None:
    text = client.get("/search?measure=exclusion").text
    total = client.get("/api/v1/search?measure=exclusion").json()["total"]
    assert f'role="status">{total} instrument' in text


def test_a_count_is_read_aloud_with_its_noun(client: TestClient) -> None:
    text = re.sub(r"<[^>]+>", "", client.get("/browse").text)
    assert re.search(r"Exclusion, \d+ records?", text)


def test_what_finds_nothing_offers_to_lift_each_filter(client: TestClient) -> None:
    text = client.get("/search?q=trafficking&place=zz").text
    assert "Nothing held matches" in text
    assert "without “Place: zz”" in text
    assert "without any filter" in text


def test_a_paraphrase_says_that_it_is_one(client: TestClient) -> None:
    text = client.get("/instruments/eu-directive-2014-24").text
    assert "Our paraphrase, not for quotation. Exact wording:" in text


def test_a_relation_is_told_from_both_ends(client: TestClient) -> None:
    page = client.get("/api/v1/instruments/eu-directive-2014-24").json()
    inward = {each["from"].partition("#")[0] for each in page["relations_to_this"]}
    links = _read(client, "/instruments/eu-directive-2014-24").all("href", "a")
    assert inward <= {link.removeprefix("/instruments/").partition("#")[0] for link in links}


def test_markdown_is_not_escaped_for_html(client: TestClient) -> None:
    text = client.get("/instruments/palermo-protocol.md").text
    assert "{#art_9__para_5}" in text
    assert not re.search(r"&(amp|#39|quot|lt|gt);", text)


def test_result_pages_and_stylesheet_keep_their_weight(client: TestClient) -> None:
    style = (STATIC / "style.css").stat().st_size
    assert style <= 20 * 1024
    assert len(client.get("/search?q=trafficking").content) + style <= 100 * 1024


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_have_the_contrast_of_wcag_aa(scheme: str) -> None:
    colours = _colours(scheme)
    pairs = [(name, f"{name}-back") for name in ("good", "told", "open", "split", "over")]
    pairs += [(name, "paper") for name in ("ink", "quiet", "link", "visited")] + [("on-mark", "mark")]
    pairs += [("quiet", "panel"), ("link", "panel"), ("on-accent", "accent"), ("paper", "link"), ("link", "mark")]
    assert [pair for pair in pairs if _contrast(colours[pair[0]], colours[pair[1]]) < 4.5] == []


def _colours(scheme: str) -> dict[str, str]:
    light, dark = (STATIC / "style.css").read_text(encoding="utf-8").split("@media (prefers-color-scheme: dark)")
    found = re.compile(r"--([a-z-]+): #([0-9a-f]{3,6});")
    return dict(found.findall(light)) | (dict(found.findall(dark.split("*,")[0])) if scheme == "dark" else {})


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    whole = "".join(digit * 2 for digit in colour) if len(colour) == 3 else colour
    parts = [int(whole[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
