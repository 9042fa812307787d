"""Lexer: a question cut into tokens; whatever is typed, something comes out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from unicodedata import category

from app.search.analysis import normalise
from app.search.citation import Citation, match_citation
from app.search.identifiers import Identifier, match_identifier

TEXT_FIELDS = {
    "title": ("name",),
    "heading": ("heading",),
    "provision": ("heading",),
    "citation": ("name", "heading"),
    "text": ("paraphrase", "summary", "official"),
}
_FILTERS = (
    "place group level type measure role stage duty addressee sector force status link exploitation "
    "verification recommendation step compendium own_procurement year"
)

Kind = Literal["word", "quoted", "prefix", "field", "filter", "open", "close", "and", "or", "not"]

_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"') | dict.fromkeys("‐‑–−", "-") | {"＊": "*"})
_OPERATORS: dict[str, Kind] = {"AND": "and", "OR": "or", "NOT": "not"}
_QUOTED = re.compile(r'"([^"]*)("?)(?:~(\d{1,9}))?')
_FILTER = re.compile(rf'({_FILTERS.replace(" ", "|")}):(\([^()]*\)|"[^"]*"|[^\s()"]+)', re.IGNORECASE)
_FIELD = re.compile(rf"({'|'.join(TEXT_FIELDS)}):(?=[^\s:])", re.IGNORECASE)
_WORD = re.compile(r"[^\W_][^\s()\"*:,;/|]*")
_VALUE = re.compile(r'[^\s()",]+')


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a question."""

    kind: Kind
    text: str = ""
    identifier: Identifier | None = None
    citation: Citation | None = None
    slop: int | None = None
    values: tuple[str, ...] = ()
    closed: bool = True


def clean(text: str) -> str:
    """Text without what is not text: controls, lone surrogates, odd quotes and dashes."""
    return normalise("".join(map(_printable, text))).translate(_QUOTES)


def unreadable(text: str) -> bool:
    """Whether a text holds characters that no text holds."""
    return any(category(letter) in ("Cc", "Cs", "Cn", "Co") and letter not in "\t\r\n" for letter in text)


def read_tokens(text: str) -> Iterator[Token]:
    """The tokens of a cleaned question, from left to right."""
    position = 0
    while position < len(text):
        token, position = _read(text, position)
        if token:
            yield token


def read_literal(text: str) -> Iterator[Token]:
    """Every word of a cleaned question, and nothing but words."""
    position = 0
    while position < len(text):
        token, position = _read_word(text, position)
        if token:
            yield Token("word", token.text, token.identifier, token.citation)


def _read(text: str, position: int) -> tuple[Token | None, int]:
    letter = text[position]
    if letter in "()":
        return Token("open" if letter == "(" else "close"), position + 1
    if found := _QUOTED.match(text, position):
        return _quoted(found), found.end()
    if letter in "-!" and _begins(text, position) and position + 1 < len(text) and not text[position + 1].isspace():
        return Token("not", "-"), position + 1
    if _begins(text, position) or text[position - 1] in "-!:":
        if found := _FILTER.match(text, position):
            return Token("filter", found[1].casefold(), values=_values(found[2])), found.end()
        if found := _FIELD.match(text, position):
            return Token("field", found[1].casefold()), found.end()
    return _read_word(text, position)


def _begins(text: str, position: int) -> bool:
    """A sign in front of a word is an operator; inside one it is a hyphen."""
    return position == 0 or text[position - 1].isspace() or text[position - 1] == "("


def _quoted(found: re.Match[str]) -> Token:
    slop = int(found[3]) if found[3] else None
    return Token("quoted", " ".join(found[1].split()), slop=slop, closed=bool(found[2]))


def _read_word(text: str, position: int) -> tuple[Token | None, int]:
    identifier, citation = match_identifier(text, position), match_citation(text, position)
    end = max(identifier.end if identifier else 0, citation.end if citation else 0)
    if end and not text.startswith("*", end):
        whole = identifier if identifier and identifier.end == end else None
        return Token("word", text[position:end], whole, citation if citation and citation.end == end else None), end
    found = _WORD.match(text, position)
    if not found:
        return None, position + 1
    if text.startswith("*", found.end()):
        return Token("prefix", found.group()), found.end() + 1
    if kind := _OPERATORS.get(found.group()):
        return Token(kind, found.group()), found.end()
    return Token("word", found.group().rstrip(".,;!?'’…-/")), found.end()


def _values(text: str) -> tuple[str, ...]:
    """The values of a filter: one, or several in brackets parted by OR, comma or space."""
    return tuple(value.casefold() for value in _VALUE.findall(text) if value not in ("OR", "AND"))


def _printable(letter: str) -> str:
    """Marks of direction and joining vanish; controls and odd spaces part words."""
    if letter.isprintable():
        return letter
    return "" if category(letter) == "Cf" else " "
