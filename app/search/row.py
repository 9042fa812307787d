"""Row: words side by side in a question, read as one text - so that synonyms of several words are seen."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.search.analysis import STOP_WORDS, read_words
from app.search.syntax import Tree, Word
from app.search.thesaurus import Match, Thesaurus


@dataclass(frozen=True, slots=True)
class Piece:
    """One word, or several that together name a concept."""

    words: tuple[Word, ...]
    stems: tuple[str, ...]
    concept: str = ""

    @property
    def text(self) -> str:
        """The piece as it was written."""
        return " ".join(word.text for word in self.words)

    @property
    def silent(self) -> bool:
        """Whether it says nothing by itself, as 'of' and 'the'."""
        return not self.concept and self.text.casefold() in STOP_WORDS


def split_rows(parts: Iterable[Tree]) -> Iterator[tuple[Word, ...] | Tree]:
    """Words that stand side by side as one row; all else by itself."""
    row: list[Word] = []
    for part in parts:
        if isinstance(part, Word):
            row.append(part)
            continue
        if row:
            yield tuple(row)
            row = []
        yield part
    if row:
        yield tuple(row)


def read_row(
    row: tuple[Word, ...], thesaurus: Thesaurus, removed: frozenset[tuple[str, ...]] = frozenset()
) -> tuple[Piece, ...]:
    """The pieces of a row, longest synonyms first; `removed` ones are read word by word."""
    stems, owners = _read_stems(row)
    pieces: list[Piece] = []
    position = 0
    for match in (each for each in thesaurus.fold(stems, removed) if _covers_words(owners, each)):
        pieces += _plain(row, stems, owners, range(position, owners[match.first]))
        position = owners[match.last] + 1
        words = row[owners[match.first] : position]
        pieces.append(Piece(words, stems[match.first : match.last + 1], match.concept))
    return (*pieces, *_plain(row, stems, owners, range(position, len(row))))


def _read_stems(row: tuple[Word, ...]) -> tuple[tuple[str, ...], list[int]]:
    """The stems of the row as one text ('art' before a number is 'article'), and the word each belongs to."""
    read = read_words(" ".join(word.text for word in row))
    ends, end = [], -1
    for word in row:
        end += len(word.text) + 1
        ends.append(end)
    return read.stem, [bisect_right(ends, start) for start in read.starts]


def _plain(row: tuple[Word, ...], stems: tuple[str, ...], owners: list[int], numbers: range) -> Iterator[Piece]:
    for number in numbers:
        own = tuple(stem for stem, owner in zip(stems, owners, strict=True) if owner == number)
        yield Piece((row[number],), own)


def _covers_words(owners: list[int], match: Match) -> bool:
    """A synonym may cover whole words only, not a half of one with a hyphen."""
    begins = match.first == 0 or owners[match.first - 1] != owners[match.first]
    return begins and (match.last + 1 == len(owners) or owners[match.last + 1] != owners[match.last])
