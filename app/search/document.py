"""Document: a passage as an engine stores it - a key, and fields of tokens parted by spaces."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.search.analysis import Streams, analyse, joined, normalise
from app.search.citation import anchor_tokens
from app.search.passage import Names, Passage
from app.search.thesaurus import Thesaurus
from app.search.weights import WEIGHTS

_CLAUSE = re.compile(r"\d+\.\d+-\d+")
_PARTED = " | "  # no word is a bar


@dataclass(frozen=True, slots=True)
class Document:
    """What is written to an index; a field that would be empty is left out."""

    key: int
    fields: dict[str, str]


def documents(passages: Iterable[Passage], thesaurus: Thesaurus) -> Iterator[Document]:
    """The documents of some passages, in the same order."""
    read_names = lru_cache(maxsize=1)(lambda names: _name_fields(names, thesaurus))
    for passage in passages:
        heading = analyse(normalise(f"{passage.label} {passage.heading}"), thesaurus) if passage.anchor else None
        text = analyse(passage.text, thesaurus)
        fields = read_names(passage.names) | _fields(passage.kind, text) | _tag_fields(passage, thesaurus)
        fields["ident_text"] = joined(span.token for span in text.idents)
        if heading:
            fields |= _fields("heading", heading)
            idents = (*(span.token for span in heading.idents), *anchor_tokens(passage.anchor, _clause(passage.names)))
            fields["ident_heading"] = joined(dict.fromkeys(idents))
        yield Document(passage.key, {name: fields[name] for name in WEIGHTS if fields.get(name)})


def _clause(names: Names) -> str:
    """The number a contract clause is cited by, such as 52.222-50."""
    return next((each for each in names.identifiers if _CLAUSE.fullmatch(each)), "")


def _name_fields(names: Names, thesaurus: Thesaurus) -> dict[str, str]:
    each = [analyse(name, thesaurus) for name in names.names]
    idents = [span.token for name in names.identifiers for span in analyse(normalise(name), thesaurus).idents]
    return _merged("name", each) | {"ident_name": joined(dict.fromkeys(idents))}


def _tag_fields(passage: Passage, thesaurus: Thesaurus) -> dict[str, str]:
    return _merged("tag", [analyse(normalise(tag), thesaurus) for tag in passage.tags])


def _fields(group: str, streams: Streams) -> dict[str, str]:
    return _merged(group, [streams])


def _merged(group: str, parts: list[Streams]) -> dict[str, str]:
    """The streams of several texts in one field each, parted so that no phrase runs from one into the next."""
    return {
        f"{group}_exact": _PARTED.join(joined(part.words.exact) for part in parts),
        f"{group}_stem": _PARTED.join(joined(part.words.stem) for part in parts),
        f"{group}_concept": joined(span.token for part in parts for span in part.concepts),
    }
