"""Suggest: what somebody who has begun to type may mean - an instrument, a provision, a place or a concept."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce

from pydantic import BaseModel, ConfigDict

from app.records.corpus import Corpus
from app.records.instrument import Instrument
from app.search.analysis import fold_letters, read_words
from app.search.citation import anchor_tokens, match_citation
from app.search.facets import FACETS

MOST = 10
_KINDS = ("instrument", "place", "concept", "provision")
_LAST = "\U0010ffff"
_SCHEMES = tuple(facet.scheme for facet in FACETS if facet.scheme and facet.counted)


class Suggestion(BaseModel):
    """One thing that may be meant; `matched` is the name it was found by, where that is not its label."""

    model_config = ConfigDict(frozen=True)

    kind: str
    label: str
    detail: str
    matched: str = ""
    url: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """A suggestion under one of its names; `rank` puts the better known first."""

    suggestion: Suggestion
    name: str
    words: tuple[str, ...]
    rank: tuple[int, int]


class Suggester:
    """Every name in the release, by the beginnings of its words."""

    def __init__(self, corpus: Corpus) -> None:
        self._entries = tuple(_entries(corpus))
        pairs = sorted({(word, number) for number, each in enumerate(self._entries) for word in each.words})
        self._words = [word for word, _ in pairs]
        self._numbers = [number for _, number in pairs]
        self._provisions: dict[str, list[Suggestion]] = {}
        for record in sorted(corpus.instruments.values(), key=lambda each: (not each.principal, each.id)):
            for each in record.provisions:
                for token in anchor_tokens(each.anchor):
                    if token.startswith("="):
                        self._provisions.setdefault(token[1:], []).append(_provision(record, each.label, each.anchor))

    def suggest(self, text: str, most: int = MOST) -> tuple[Suggestion, ...]:
        """The best of what the words of a text begin, each thing once."""
        begun = _folded(text)
        if not begun:
            return ()
        numbers = reduce(set.intersection, map(self._begun, begun))
        best = sorted((self._entries[number] for number in numbers), key=lambda each: _closeness(each, begun))
        found: dict[str, Suggestion] = {}
        for each in (*self._cited(text), *(entry.suggestion for entry in best)):
            found.setdefault(each.url, each)
        return tuple(found.values())[:most]

    def _begun(self, word: str) -> set[int]:
        first, last = bisect_left(self._words, word), bisect_left(self._words, word + _LAST)
        return set(self._numbers[first:last])

    def _cited(self, text: str) -> list[Suggestion]:
        """The provisions of a pinpoint that is the whole text."""
        citation = match_citation(text.strip(), 0)
        if not citation or citation.end < len(text.strip()):
            return []
        return [each for token in citation.tokens(citation.depth) for each in self._provisions.get(token, ())][:MOST]


def _closeness(entry: _Entry, begun: tuple[str, ...]) -> tuple[bool, bool, tuple[int, int], int, str]:
    """Whole names first, then names that begin so, then the better known and the shorter."""
    return entry.words != begun, entry.words[: len(begun)] != begun, entry.rank, len(entry.name), entry.suggestion.url


def _folded(text: str) -> tuple[str, ...]:
    return tuple(map(fold_letters, read_words(text).exact))


def _entries(corpus: Corpus) -> Iterator[_Entry]:
    for record in corpus.instruments.values():
        yield from _instrument(record, corpus)
    for code in sorted({code for record in corpus.instruments.values() for code in record.places}):
        if corpus.places.known(code):
            place = corpus.places.get(code)
            said = Suggestion(kind="place", label=place.name, detail="Place", url=f"/places/{place.code}")
            yield from _named(said, (place.name, place.full_name))
    for scheme in dict.fromkeys(_SCHEMES):
        listed = corpus.vocabularies[scheme]
        for each in listed.concepts.values():
            url = f"/vocabularies/{scheme}/{each.id}"
            said = Suggestion(kind="concept", label=each.label, detail=listed.label, url=url)
            yield from _named(said, (each.label, *each.synonyms))


def _instrument(record: Instrument, corpus: Corpus) -> Iterator[_Entry]:
    aliases = (alias.name for alias in record.aliases)
    names = (record.name, record.title, *record.original_titles.values(), *aliases, *record.identifiers.values())
    places = ", ".join(corpus.places.get(code).name for code in record.places if corpus.places.known(code))
    detail = f"{places}, {record.year}" if record.year else places
    said = Suggestion(kind="instrument", label=record.name, detail=detail, url=f"/instruments/{record.id}")
    yield from _named(said, names, 0 if record.principal else 1)


def _named(said: Suggestion, names: Iterable[str], rank: int = 0) -> Iterator[_Entry]:
    """A suggestion under each of its names."""
    for name in dict.fromkeys(name for name in names if name):
        found = said if name == said.label else said.model_copy(update={"matched": name})
        yield _Entry(found, name, _folded(name), (_KINDS.index(said.kind), rank))


def _provision(record: Instrument, label: str, anchor: str) -> Suggestion:
    url = f"/instruments/{record.id}#{anchor}"
    return Suggestion(kind="provision", label=f"{label}, {record.name}", detail="Provision", url=url)
