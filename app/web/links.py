"""Links: the addresses of the house, written in one place and always in the same order of parameters."""

from collections.abc import Iterable
from urllib.parse import quote, urlencode

from app.search.query import SearchQuery


def instrument_url(id_: str, anchor: str = "") -> str:
    """The page of a record, or of one of its provisions."""
    return f"/instruments/{quote(id_)}" + (f"#{quote(anchor)}" if anchor else "")


def place_url(code: str) -> str:
    """The page of a place."""
    return f"/places/{quote(code)}"


def search_url(path: str = "/search", **given: str | Iterable[str]) -> str:
    """The search with these parameters."""
    pairs = [
        (name, each)
        for name, value in given.items()
        for each in ((value,) if isinstance(value, str) else value)
        if each
    ]
    return f"{path}?{urlencode(pairs)}" if pairs else path


def query_pairs(query: SearchQuery) -> list[tuple[str, str]]:
    """The parameters that make a question, defaults left out, in the order of the model."""
    said = query.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    pairs: list[tuple[str, str]] = []
    for name, value in said.items():
        values = value if isinstance(value, list) else [value]
        pairs += [(name, "true" if each is True else "false" if each is False else str(each)) for each in values]
    return pairs


def query_url(query: SearchQuery, path: str = "/search") -> str:
    """The address of a question."""
    pairs = query_pairs(query)
    return f"{path}?{urlencode(pairs)}" if pairs else path


def toggled_url(query: SearchQuery, name: str, value: str) -> str:
    """The same question with one facet value added, or taken away; it starts again at page 1."""
    pairs = [(key, each) for key, each in query_pairs(query) if key != "page"]
    kept = [pair for pair in pairs if pair not in ((name, value), (name, f"-{value}"))]
    if len(kept) == len(pairs):
        kept.append((name, value))
    return f"/search?{urlencode(kept)}" if kept else "/search"


def page_url(query: SearchQuery, page: int) -> str:
    """Another page of the same answer."""
    pairs = [pair for pair in query_pairs(query) if pair[0] != "page"]
    return f"/search?{urlencode([*pairs, ('page', str(page))])}"
