"""Identifiers: numbers by which law is cited, found in text and taken apart."""

import re
from dataclasses import dataclass

_LONG_FORMS = {"executive order": "eo", "public law": "pl", "pub. l": "pl", "pub l": "pl", "senate bill": "sb"}
_SPACED_ANY_CASE = "|".join((*_LONG_FORMS, "eo", "sb", "pl", "cets", "ets")).replace(".", r"\.").replace(" ", r"\s")
_BRACKET = r"\((?:\d{1,3}[a-z]?|[a-z]{1,2}|[ivxl]{1,6})\)"

# Order matters: the longest reading of a place in the text stands first.
_PATTERN = re.compile(
    rf"""(?<![^\W_])(?:
      (?P<slashed>[a-z0-9]{{1,12}}(?:/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?){{1,6}})
    | (?P<bracketed>\d+[a-z]?(?:\.\d+)*(?:-\d+)?(?:{_BRACKET})+)
    | (?P<spaced>(?:{_SPACED_ANY_CASE}|(?:[a-z]\.){{2,3}}|(?-i:[A-Z]{{1,5}}))\.?\s?(?:no\.?\s)?\d+(?:-\d+)?(?![\d./(-]))
    | (?P<lettered>[a-z]{{1,6}}[.-]?\d+[a-z0-9]*(?:-\d+)*)
    | (?P<numbered>\d+(?:[.-]\d+)+|\d+[a-z0-9]*)
    )(?![^\W_])""",
    re.IGNORECASE | re.VERBOSE,
)
_PADDING = re.compile(r"(?<![\d.])0+(?=\d)")
_LAST_BRACKET = re.compile(r"\([^()]*\)$")


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier as it stands in a text: its whole token, and the tokens of its parts."""

    start: int
    end: int
    whole: str
    parts: tuple[str, ...] = ()

    @property
    def tokens(self) -> tuple[str, ...]:
        """The whole and every part."""
        return (self.whole, *self.parts)


def find_identifiers(text: str) -> tuple[Identifier, ...]:
    """Every identifier of a text, from left to right."""
    return tuple(found for match in _PATTERN.finditer(text) if (found := _identifier(match)))


def match_identifier(text: str, position: int) -> Identifier | None:
    """The identifier that begins exactly at a position."""
    match = _PATTERN.match(text, position)
    return _identifier(match) if match else None


def fold_padding(word: str) -> str:
    """C094 is C94: zeros before a number say nothing."""
    return _PADDING.sub("", word)


def _identifier(match: re.Match[str]) -> Identifier | None:
    kind, text = match.lastgroup, match.group().casefold()
    if not any(letter.isdigit() for letter in text):  # and/or is a pair of words
        return None
    start, end = match.span()
    if kind == "slashed":
        return Identifier(start, end, fold_padding(text), _slashed_parts(fold_padding(text)))
    if kind == "bracketed":
        return Identifier(start, end, fold_padding(text), _bracketed_parts(fold_padding(text)))
    if kind in ("spaced", "lettered"):
        whole = _lettered(text)
        return Identifier(start, end, whole, (whole.lstrip("abcdefghijklmnopqrstuvwxyz-"),) if "-" in whole else ())
    whole = fold_padding(text)
    return Identifier(start, end, whole, (whole.rpartition("-")[0],) if "-" in whole else ())


def _lettered(text: str) -> str:
    """C 94, C.94, C-94 and C094 are one: letters, then the number."""
    first = next(place for place, letter in enumerate(text) if letter.isdigit())
    letters = text[:first].strip(" .-").removesuffix(" no")
    return _LONG_FORMS.get(letters, letters.replace(".", "").replace(" ", "")) + fold_padding(text[first:])


def _slashed_parts(whole: str) -> tuple[str, ...]:
    """2014/24/EU is also 2014/24; A/RES/55/25 is also RES/55/25 and 55/25."""
    pieces = whole.split("/")
    if pieces[0].isdigit():
        return tuple("/".join(pieces[:end]) for end in range(len(pieces) - 1, 1, -1))
    return tuple("/".join(pieces[start:]) for start in range(1, len(pieces) - 1))


def _bracketed_parts(whole: str) -> tuple[str, ...]:
    """57(1)(f) is also 57(1) and 57."""
    parts = []
    while (shorter := _LAST_BRACKET.sub("", whole)) != whole:
        parts.append(shorter)
        whole = shorter
    return tuple(parts)
