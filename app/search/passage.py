"""Passage: the unit of text that is found - a summary, a paraphrase or the official wording of a provision."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from app.records.corpus import Corpus
from app.records.instrument import Instrument
from app.records.markdown import plain_text
from app.records.units import Provision, Unit
from app.search.analysis import normalise
from app.search.identifiers import find_identifiers

Kind = Literal["summary", "paraphrase", "official"]


@dataclass(frozen=True, slots=True)
class Names:
    """What an instrument is called: words to be read, and the identifiers that are its own."""

    names: tuple[str, ...]
    identifiers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its pinpoint; `key` is its number in the release, the same in every engine."""

    key: int
    instrument: str
    anchor: str
    kind: Kind
    label: str
    heading: str
    text: str
    names: Names
    tags: tuple[str, ...] = ()


def passages(corpus: Corpus) -> tuple[Passage, ...]:
    """Every passage of a release, in the order of its instruments and their provisions."""
    found: list[Passage] = []
    for instrument in corpus.instruments.values():
        found.extend(_passages_of(instrument, corpus, len(found)))
    return tuple(found)


def read_names(instrument: Instrument, corpus: Corpus) -> Names:
    """All names; a title may speak of other acts, so only its first number is its own."""
    aliases = tuple(alias.name for alias in instrument.aliases)
    identifiers = tuple(instrument.identifiers.values())
    titles = (instrument.title, instrument.short_title, *instrument.original_titles.values())
    places = [corpus.places.get(code).name for code in instrument.places if corpus.places.known(code)]
    words = (*titles, *aliases, *identifiers, *places, instrument.issuer, instrument.id)
    return Names(
        tuple(normalise(each) for each in dict.fromkeys(words) if each),
        tuple(dict.fromkeys((*aliases, *identifiers, instrument.short_title, *_first_identifiers(titles)))),
    )


def _first_identifiers(titles: tuple[str, ...]) -> Iterator[str]:
    for title in titles:
        for found in find_identifiers(normalise(title))[:1]:
            yield normalise(title)[found.start : found.end]


def _passages_of(instrument: Instrument, corpus: Corpus, key: int) -> Iterator[Passage]:
    names = read_names(instrument, corpus)
    whole_tags = (
        ()
        if instrument.provisions
        else tuple(tag for unit in instrument.units for tag in _tags(unit, instrument, corpus))
    )
    yield Passage(key, instrument.id, "", "summary", "Summary", "", _plain(instrument.summary), names, whole_tags)
    for number, provision in enumerate(instrument.provisions, start=key + 1):
        yield _paraphrase(number, provision, instrument, names, _tags(provision, instrument, corpus))


def _paraphrase(key: int, provision: Provision, instrument: Instrument, names: Names, tags: tuple[str, ...]) -> Passage:
    return Passage(
        key,
        instrument.id,
        provision.anchor,
        "paraphrase",
        provision.label,
        normalise(provision.heading),
        _plain(provision.words),
        names,
        (*tags, provision.original_term) if provision.original_term else tags,
    )


def _tags(unit: Unit, instrument: Instrument, corpus: Corpus) -> tuple[str, ...]:
    """Labels of the unit's measures, with synonyms, of the instrument's sectors, and of what it names; found last."""
    tagged = [("measure", each) for each in unit.measures] + [("sector", each) for each in instrument.sectors]
    named = [corpus.vocabularies.label("exploitation", each) for each in unit.exploitation]
    found: list[str] = []
    for scheme, concept in tagged:
        entry = corpus.vocabularies[scheme].concepts.get(concept) if scheme in corpus.vocabularies else None
        found += [entry.label, *entry.synonyms] if entry else []
    return (*found, *named)


def _plain(markdown: str) -> str:
    return normalise(plain_text(markdown))
