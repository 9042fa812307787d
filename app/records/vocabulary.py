"""Vocabularies: the closed lists records are tagged with, and the thesaurus of search."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from app.records.value import Value


class Concept(Value):
    """One entry of a list; `broader` makes a hierarchy, `group` a heading (a role of the State)."""

    id: str
    label: str
    definition: str
    synonyms: tuple[str, ...] = ()
    broader: str = ""
    group: str = ""
    inverse: str = ""
    matches: dict[str, tuple[str, ...]] = {}


class Vocabulary(Value):
    """A closed list of concepts, in the order they are shown."""

    id: str
    label: str
    definition: str
    concepts: dict[str, Concept]

    def ancestors(self, concept: str) -> tuple[str, ...]:
        """The concept and everything above it, nearest first."""
        found: list[str] = []
        while concept in self.concepts and concept not in found:
            found.append(concept)
            concept = self.concepts[concept].broader
        return tuple(found)

    def narrower(self, concept: str) -> tuple[str, ...]:
        """The concepts directly below one; of '' the top ones."""
        return tuple(each.id for each in self.concepts.values() if each.broader == concept)

    def named(self, concept: str) -> str:
        """The label, or the bare id where the list does not know it."""
        return self.concepts[concept].label if concept in self.concepts else concept


class Synonyms(Value):
    """Terms that mean the same; searched together."""

    concept: str
    terms: tuple[str, ...]


class Near(Value):
    """Terms worth offering beside one; never searched unasked."""

    term: str
    near: tuple[str, ...]


class Thesaurus(Value):
    """What search may take for the same, and what it may offer."""

    same: tuple[Synonyms, ...] = ()
    near: tuple[Near, ...] = ()


class Vocabularies(Mapping[str, Vocabulary]):
    """All lists, by scheme."""

    def __init__(self, vocabularies: Mapping[str, Vocabulary], thesaurus: Thesaurus) -> None:
        self._lists = dict(vocabularies)
        self.thesaurus = thesaurus

    def __getitem__(self, scheme: str) -> Vocabulary:
        return self._lists[scheme]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)

    def ancestors(self, scheme: str, concept: str) -> tuple[str, ...]:
        """The concept and everything above it in its list."""
        return self[scheme].ancestors(concept)

    def label(self, scheme: str, concept: str) -> str:
        """The label of a concept, or the bare id where no list knows it."""
        return self[scheme].named(concept) if scheme in self else concept

    @cached_property
    def roles(self) -> dict[str, tuple[str, ...]]:
        """The measures of each of the State's roles."""
        measures = self["measure"].concepts.values()
        return {role: tuple(each.id for each in measures if each.group == role) for role in self["role"].concepts}
