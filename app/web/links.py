"""Links: the addresses of the house, written in one place and always in the same order of parameters."""

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote, quote_plus, urlencode

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


_quoted = lru_cache(maxsize=10_000)(quote_plus)  # a page links hundreds of values, the same ones each time


class Asked:
    """A question as an address, and the addresses one step from it; each parameter is encoded once."""

    def __init__(self, query: SearchQuery) -> None:
        self.pairs = tuple(query_pairs(query))
        self._encoded = {pair: urlencode([pair]) for pair in self.pairs}
        first_page = self.of(self.pairs)
        self._more = f"{first_page}{'&' if '?' in first_page else '?'}"

    def toggled(self, name: str, value: str) -> str:
        """One facet value added, or taken away with its exclusion; it starts again at page 1."""
        changed = ((name, value), (name, f"-{value}"))
        if changed[0] not in self._encoded and changed[1] not in self._encoded:
            return f"{self._more}{name}={_quoted(value)}"
        return self.of(pair for pair in self.pairs if pair not in changed)

    def turned(self, name: str, value: str) -> str:
        """One facet value excluded instead of chosen, or the reverse."""
        other = value.removeprefix("-") if value.startswith("-") else f"-{value}"
        return self.of((name, other) if pair == (name, value) else pair for pair in self.pairs)

    def words(self, question: str) -> str:
        """Another question under the same filters."""
        return self.of((("q", question), *(pair for pair in self.pairs if pair[0] not in ("q", "literal"))))

    def switched(self, name: str, value: str) -> str:
        """One switch set; empty where it is set already."""
        return "" if (name, value) in self.pairs else self.of((*self.pairs, (name, value)))

    def page(self, number: int, path: str = "/search") -> str:
        """Another page of the same answer."""
        kept = (pair for pair in self.pairs if pair[0] != "page")
        return self._address((*kept, ("page", str(number))), path)

    def of(self, pairs: Iterable[tuple[str, str]]) -> str:
        """The question of some parameters, from its first page."""
        return self._address((pair for pair in pairs if pair[0] != "page"), "/search")

    def _address(self, pairs: Iterable[tuple[str, str]], path: str) -> str:
        asked = "&".join(self._encoded.get(pair) or urlencode([pair]) for pair in pairs)
        return f"{path}?{asked}" if asked else path
