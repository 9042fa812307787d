"""Addresses: all that the corpus names, each with the places that name it."""

from pathlib import Path

import pytest

from app.curate.addresses import Naming, read_addresses
from app.errors import NotFound


def put(corpus: Path, name: str, text: str) -> None:
    """Write a file of the corpus."""
    path = corpus / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def named(corpus: Path, only: str = "") -> dict[str, list[str]]:
    """Addresses with the places that name them, as they are printed."""
    return {address: [str(naming) for naming in found] for address, found in read_addresses(corpus, only).items()}


def test_facts_body_and_tables_are_read(tmp_path: Path) -> None:
    put(
        tmp_path,
        "instruments/national/be/be-act.md",
        "---\nsources:\n  s1: {url: https://a.example/1}\n  s2:\n    note: See https://b.example/2, and ask.\n---\n"
        "Words.\n\n[The Act](https://c.example/3_(2)) and <https://d.example/4>.\n",
    )
    put(tmp_path, "coverage/east.csv", "place,source\nbe,https://e.example/5\nbe,x,https://f.example/6\n")
    put(tmp_path, "places/organisations.yaml", "un:\n  url: https://g.example\n")
    assert named(tmp_path) == {
        "https://e.example/5": ["coverage/east.csv:2 source"],
        "https://f.example/6": ["coverage/east.csv:3 3"],
        "https://a.example/1": ["instruments/national/be/be-act.md:3 sources.s1.url"],
        "https://b.example/2": ["instruments/national/be/be-act.md:5 sources.s2.note"],
        "https://c.example/3_(2)": ["instruments/national/be/be-act.md:9 body"],
        "https://d.example/4": ["instruments/national/be/be-act.md:9 body"],
        "https://g.example": ["places/organisations.yaml:2 url".replace("url", "un.url")],
    }


def test_places_of_one_page_are_one_address(tmp_path: Path) -> None:
    put(tmp_path, "figures/a.yaml", "links: [https://a.example/x#one, https://a.example/x#two]\n")
    assert named(tmp_path) == {"https://a.example/x": ["figures/a.yaml:1 links.0", "figures/a.yaml:1 links.1"]}


def test_a_file_whose_facts_cannot_be_read_still_names_addresses(tmp_path: Path) -> None:
    put(tmp_path, "instruments/x.md", "no facts\nhttps://a.example/1\n")
    put(tmp_path, "figures/y.yaml", "- https://a.example/2\n")
    assert named(tmp_path) == {
        "https://a.example/1": ["instruments/x.md:2 text"],
        "https://a.example/2": ["figures/y.yaml:1 text"],
    }


def test_one_record_can_be_taken_alone(corpus: Path) -> None:
    files = {naming.file for found in read_addresses(corpus, "palermo-protocol").values() for naming in found}
    assert files == {"instruments/international/palermo-protocol.md"}


def test_a_record_that_is_not_there_is_offered_by_its_near_name(corpus: Path) -> None:
    with pytest.raises(NotFound, match="did you mean palermo-protocol"):
        read_addresses(corpus, "palermo-protocl")


def test_what_names_an_address_twice_is_told_once() -> None:
    one = Naming(file="notes/a.md", line=3, key="body")
    assert str(one) == "notes/a.md:3 body"
