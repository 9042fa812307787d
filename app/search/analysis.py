"""Analysis: a text as four streams of tokens - exact, stem, concept, ident - each with its place in the text."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer
from anyascii import anyascii

from app.search.identifiers import find_identifiers, fold_padding
from app.search.thesaurus import Thesaurus

_SILENT = (
    "a an and are as at be been by can could did do does for from had has have how if in into is it its no not of on "
    "or our s should so such t than that the their them then there these they this to under was we were what when "
    "where which who why will with would you your i my me am"
)
STOP_WORDS = frozenset(_SILENT.split())

# Marks that stand on a letter (Hebrew, Arabic and Indic vowels, accents that do not compose) belong to its word.
_MARKS = (
    r"\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    r"\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0903\u093a-\u094f"
)
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*(?:['’]s(?![^\W_]))?")
# Scripts people also type in Latin letters: Latin itself, Greek, Cyrillic, Armenian, Georgian.
_SPELLED_OUT = re.compile(r"[\u0080-\u058f\u10a0-\u10ff\u1e00-\u1fff]+")
_CITED_AS = {
    **dict.fromkeys(("art", "arts"), "article"),
    **dict.fromkeys(("sec", "s", "ss"), "section"),
    **dict.fromkeys(("para", "paras", "par"), "paragraph"),
}
_CITATION_GAP = re.compile(r"\.?\s?")
# Snowball makes 'tender' of the one who tenders; the thesaurus needs the two apart.
_KEPT = {"tenderer": "tenderer", "tenderers": "tenderer"}
_SNOWBALL = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class Span:
    """A token of more than one word, or of a part of one, and where it stands."""

    token: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, in parallel: surface form, stem, where each begins and ends."""

    exact: tuple[str, ...]
    stem: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.exact)


@dataclass(frozen=True, slots=True)
class Streams:
    """All four streams of one text."""

    words: Words
    concepts: tuple[Span, ...]
    idents: tuple[Span, ...]


def normalise(text: str) -> str:
    """One spelling of every letter, so that spans and comparisons hold."""
    return unicodedata.normalize("NFC", text)


def read_words(text: str) -> Words:
    """The words of a text."""
    found = list(_WORD.finditer(text))
    exact = tuple(_exact(match.group()) for match in found)
    starts, ends = tuple(match.start() for match in found), tuple(match.end() for match in found)
    stems = list(map(stem, exact))
    for number in range(len(exact) - 1):
        cited = _CITED_AS.get(exact[number])
        if (
            cited
            and exact[number + 1][0].isdigit()
            and _CITATION_GAP.fullmatch(text[ends[number] : starts[number + 1]])
        ):
            stems[number] = stem(cited)
    return Words(exact, tuple(stems), starts, ends)


def analyse(text: str, thesaurus: Thesaurus) -> Streams:
    """The four streams of a text; what a synonym covers stands in `concepts`, nested ones too."""
    words = read_words(text)
    concepts = tuple(
        Span(match.concept, words.starts[match.first], words.ends[match.last])
        for match in thesaurus.matches(words.stem)
    )
    idents = tuple(Span(token, each.start, each.end) for each in find_identifiers(text) for token in each.tokens)
    return Streams(words, concepts, idents)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A word without accents, padding and English endings."""
    plain = fold_letters(word)
    if plain in _KEPT:
        return _KEPT[plain]
    return str(_SNOWBALL.stemWord(plain)) if plain.isascii() and not plain.isdigit() else plain


def fold_letters(word: str) -> str:
    """Å is a, Ø is o, ß is ss, закон is zakon, 094 is 94."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(each))
    return fold_padding(_SPELLED_OUT.sub(_spelled_out, bare))


def _spelled_out(found: re.Match[str]) -> str:
    """Letters in Latin ones; what else that brings, such as a soft sign, is left out."""
    return "".join(each for each in anyascii(found.group()).casefold() if each.isalnum())


def joined(tokens: Iterable[str]) -> str:
    """Tokens as an engine's field holds them."""
    return " ".join(tokens)


def _exact(word: str) -> str:
    return unicodedata.normalize("NFKC", word.casefold()).replace("’", "'").replace(" ", "")
