"""Whole names: the instruments a question names in full, by a right name or a wrong one."""

from collections.abc import Iterable, Iterator

from app.records.corpus import Corpus
from app.records.instrument import Instrument
from app.search.analysis import normalise, read_words
from app.search.identifiers import find_identifiers
from app.search.passage import read_names


class WholeNames:
    """Every name of every instrument, as its stems and as its identifier."""

    def __init__(self, corpus: Corpus) -> None:
        self._ids: dict[str, set[str]] = {}
        self._wrong: dict[str, list[Instrument]] = {}
        for instrument in corpus.instruments.values():
            own = (instrument.title, instrument.short_title, instrument.id, *instrument.original_titles.values())
            for key in (key for name in (*own, *read_names(instrument, corpus).identifiers) for key in _keys(name)):
                self._ids.setdefault(key, set()).add(instrument.id)
            for key in {key for alias in instrument.aliases if alias.wrong for key in _keys(alias.name)}:
                self._wrong.setdefault(key, []).append(instrument)

    def named(self, question: str) -> frozenset[str]:
        """The ids of the instruments the whole question is a name of."""
        return frozenset(id_ for key in _keys(question) for id_ in self._ids.get(key, ()))

    def misnomers(self, question: str) -> Iterator[str]:
        """A sentence for each instrument that is often called so and is not."""
        wrong = {each.id: each for key in _keys(question) for each in self._wrong.get(key, ())}
        for each in wrong.values():
            yield f"“{' '.join(question.split())}” is a name in use, but not a right one, for: {each.title}."


def _keys(name: str) -> Iterable[str]:
    """A name as its stems, and as its identifier where it is nothing else."""
    text = normalise(name).strip()
    if stems := read_words(text).stem:
        yield " ".join(stems)
    for identifier in find_identifiers(text):
        if (identifier.start, identifier.end) == (0, len(text)):
            yield identifier.whole
