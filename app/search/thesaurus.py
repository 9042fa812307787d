"""Thesaurus: terms that mean the same, recognised in a row of stems."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Match:
    """A concept named by the stems from `first` to `last`, both included."""

    concept: str
    first: int
    last: int


class Thesaurus:
    """Groups of terms, each recognised as one concept; `told` are what a concept adds, if not its own terms."""

    def __init__(
        self,
        groups: Iterable[tuple[str, Sequence[str]]],
        stems_of: Callable[[str], tuple[str, ...]],
        told: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    ) -> None:
        self._terms: dict[str, tuple[str, ...]] = {}
        self._stems: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for concept, terms in groups:
            self._terms[concept] = told.get(concept, tuple(terms))
            for stems in {stems_of(term) for term in terms} - {()}:
                self._stems.setdefault(stems[0], []).append((stems, concept))
        for entries in self._stems.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry))
        self._stems_of = stems_of

    def matches(self, stems: Sequence[str]) -> list[Match]:
        """Every concept named, nested ones too; a concept once at each place, by its longest term."""
        found = []
        for first, stem in enumerate(stems):
            seen = set()
            for term, concept in self._stems.get(stem, ()):
                if concept not in seen and tuple(stems[first : first + len(term)]) == term:
                    seen.add(concept)
                    found.append(Match(concept, first, first + len(term) - 1))
        return found

    def fold(self, stems: Sequence[str], removed: frozenset[tuple[str, ...]] = frozenset()) -> list[Match]:
        """The longest terms from left to right, none overlapping; `removed` ones are left as they are."""
        found: list[Match] = []
        for match in self.matches(stems):
            free = not found or match.first > found[-1].last
            if free and tuple(stems[match.first : match.last + 1]) not in removed:
                found.append(match)
        return found

    def others(self, concept: str, stems: Sequence[str]) -> tuple[str, ...]:
        """The terms a concept adds to the one that was written."""
        seen, others = {tuple(stems)}, []
        for term in self._terms[concept]:
            if (key := self._stems_of(term)) not in seen:
                seen.add(key)
                others.append(term)
        return tuple(others)

    @property
    def words(self) -> frozenset[str]:
        """Every word of every term, as it is spelled."""
        return frozenset(word.casefold() for terms in self._terms.values() for term in terms for word in term.split())


@dataclass(frozen=True, slots=True)
class Thesauri:
    """Terms searched as the same, and terms offered beside one."""

    same: Thesaurus
    near: Thesaurus
