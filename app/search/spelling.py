"""Spelling: the word of the corpus that a mistyped one was meant to be."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from app.search.analysis import STOP_WORDS, fold_letters
from app.search.syntax import AllOf, AnyOf, Tree, Within, Word

SHORTEST = 4
RARE = 2  # passages
FAR_MORE = 20  # times
LONG = 8
CANDIDATES = 20
_TYPED_OUT = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"))  # ä ö ü å without their signs
_REPEATED = re.compile(r"(\w)\1+")


@dataclass(frozen=True, slots=True)
class Mended:
    """A question with its unknown words replaced, and which they were."""

    tree: Tree
    words: tuple[tuple[str, str], ...]


class Speller:
    """Knows the words of a release and how often each stands in it."""

    def __init__(self, words: Callable[[], Iterable[str]], count: Callable[[str], int]) -> None:
        self._read = words
        self._count = lru_cache(maxsize=5_000)(count)
        self._better = lru_cache(maxsize=2_000)(self._mend_word)

    def mend(self, tree: Tree, rare: bool = False) -> Mended | None:
        """The question with every unknown word mended; None where there was none, or no word is near.

        With `rare`, a word that stands in hardly any passage is mended too, if a near one is far more frequent.
        """
        words: dict[str, str] = {}
        mended = self._mend(tree, words, rare)
        return Mended(mended, tuple(words.items())) if words else None

    def _mend(self, tree: Tree, words: dict[str, str], rare: bool) -> Tree:
        match tree:
            case Word(text, None, None) if better := self._better(text, rare):
                words[text] = better
                parts = tuple(Word(each) for each in better.split())
                return parts[0] if len(parts) == 1 else AllOf(parts)
            case AllOf(parts) | AnyOf(parts):
                return replace(tree, parts=tuple(_flat(tree, [self._mend(part, words, rare) for part in parts])))
            case Within(_, part):
                return replace(tree, tree=self._mend(part, words, rare))
        return tree  # quotes and beginnings are meant as they stand, and what is not wanted stays so

    def _mend_word(self, text: str, rare: bool) -> str:
        """A near word of the corpus, two that were run together, or '' where the word is known or nothing is near."""
        folded = fold_letters(text)
        if len(folded) < SHORTEST or not folded.isalpha() or text.casefold() in STOP_WORDS:
            return ""
        known = self._count(text)
        if known and not (rare and known <= RARE):
            return ""
        better = self._typed_out(folded) or self._nearest(folded) or ("" if known else self._parted(folded))
        return better if better and (not known or self._count(better) >= known * FAR_MORE) else ""

    def _typed_out(self, folded: str) -> str:
        for typed, letter in _TYPED_OUT:
            if typed in folded and (found := self._words.get(folded.replace(typed, letter))):
                return found
        return ""

    def _nearest(self, folded: str) -> str:
        """The nearest word, the more frequent of equals; its first letter is seldom mistyped."""
        far = 2 if len(folded) >= LONG else 1
        near = process.extract(
            folded, self._words.keys(), scorer=DamerauLevenshtein.distance, score_cutoff=far, limit=CANDIDATES
        )
        bare = _REPEATED.sub(r"\1", folded)
        ranked = sorted(
            (distance - (_REPEATED.sub(r"\1", word) == bare), -self._count(self._words[word]), word)
            for word, distance, _ in near
            if word[0] == folded[0] and word != folded
        )
        return self._words[ranked[0][2]] if ranked else ""

    def _parted(self, folded: str) -> str:
        for at in range(3, len(folded) - 2):
            first, second = self._words.get(folded[:at]), self._words.get(folded[at:])
            if first and second and min(self._count(first), self._count(second)) > 1:
                return f"{first} {second}"
        return ""

    @cached_property
    def _words(self) -> dict[str, str]:
        """Every word of the release by its bare letters."""
        return {fold_letters(word): word for word in self._read() if len(word) > 2 and word.isalpha()}


def _flat(tree: AllOf | AnyOf, parts: Iterable[Tree]) -> Iterable[Tree]:
    """Two words made of one stand in the row beside the others."""
    for part in parts:
        if isinstance(tree, AllOf) and isinstance(part, AllOf):
            yield from part.parts
        else:
            yield part
