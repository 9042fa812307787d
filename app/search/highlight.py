"""Highlight: a piece of a passage as safe HTML, with what was searched for marked."""

from collections.abc import Iterator
from functools import lru_cache
from html import escape

from app.search.analysis import Words, read_words
from app.search.identifiers import find_identifiers
from app.search.marks import Marks
from app.search.thesaurus import Match, Thesaurus

LENGTH = 280
LEAD = 60

Spans = list[tuple[int, int]]


class Highlighter:
    """Marks texts by the same analysis they were indexed with."""

    def __init__(self, thesaurus: Thesaurus) -> None:
        self._thesaurus = thesaurus
        self._words = lru_cache(maxsize=20_000)(read_words)
        self._concepts = lru_cache(maxsize=20_000)(self._read_concepts)

    def snippet(self, text: str, marks: Marks) -> str:
        """The stretch of a text that shows most of the question."""
        spans = _merged(sorted(self._spans(text, marks)))
        start, end = _window(text, spans)
        return _html(text, start, end, [span for span in spans if start <= span[0] and span[1] <= end])

    def whole(self, text: str, marks: Marks) -> str:
        """A short text, all of it."""
        return _html(text, 0, len(text), _merged(sorted(self._spans(text, marks))))

    def _read_concepts(self, text: str) -> list[Match]:
        return self._thesaurus.matches(self._words(text).stem)

    def _spans(self, text: str, marks: Marks) -> Iterator[tuple[int, int]]:
        words = self._words(text)
        for number, stem in enumerate(words.stem):
            if stem in marks.stems or (marks.prefixes and words.exact[number].startswith(marks.prefixes)):
                yield words.starts[number], words.ends[number]
        yield from _phrases(words, words.exact, marks.exact_phrases)
        yield from _phrases(words, words.stem, marks.stem_phrases)
        if marks.concepts:
            for match in self._concepts(text):
                if match.concept in marks.concepts:
                    yield words.starts[match.first], words.ends[match.last]
        if marks.idents:
            yield from ((each.start, each.end) for each in find_identifiers(text) if marks.idents & set(each.tokens))


def _phrases(words: Words, tokens: tuple[str, ...], phrases: tuple[tuple[str, ...], ...]) -> Iterator[tuple[int, int]]:
    for phrase in phrases:
        for first in range(len(tokens) - len(phrase) + 1):
            if tokens[first] == phrase[0] and tokens[first : first + len(phrase)] == phrase:
                yield words.starts[first], words.ends[first + len(phrase) - 1]


def _merged(spans: Spans) -> Spans:
    """Overlapping marks as one."""
    merged: Spans = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _window(text: str, spans: Spans) -> tuple[int, int]:
    """The stretch with most different marked words, the first such; whole words at both ends."""
    if len(text) <= LENGTH + LEAD or not spans:
        start = 0
    else:
        start = max(spans, key=lambda span: (_shown(text, spans, span[0] - LEAD), -span[0]))[0] - LEAD
        start = 0 if start <= 0 else text.find(" ", start) + 1
    end = len(text) if len(text) <= start + LENGTH + LEAD else text.rfind(" ", start, start + LENGTH)
    return start, end if end > start else min(len(text), start + LENGTH)


def _shown(text: str, spans: Spans, start: int) -> int:
    inside = [span for span in spans if start <= span[0] and span[1] <= start + LENGTH]
    return 10 * len({text[first:last].casefold() for first, last in inside}) + min(len(inside), 9)


def _html(text: str, start: int, end: int, spans: Spans) -> str:
    pieces, position = ["… " if start else ""], start
    for first, last in spans:
        pieces += [escape(text[position:first]), "<mark>", escape(text[first:last]), "</mark>"]
        position = last
    pieces += [escape(text[position:end]), " …" if end < len(text) else ""]
    return "".join(pieces)
