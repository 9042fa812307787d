"""Facets: what results are counted and filtered by. The one table; counts, query and pages follow it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from app.records.corpus import Corpus
from app.records.instrument import Instrument
from app.records.units import Unit


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet: its name in addresses, its label, the list of its values, and where a unit has them."""

    name: str
    label: str
    scheme: str
    values: Callable[[Instrument, Unit], tuple[str, ...]]
    counted: bool = True


FACETS: Final[tuple[Facet, ...]] = (
    Facet("place", "Place", "", lambda each, unit: each.places),
    Facet("group", "Group of States", "", lambda each, unit: each.places),
    Facet("level", "Level", "level", lambda each, unit: (each.level,)),
    Facet("type", "Type", "type", lambda each, unit: (each.type,)),
    Facet("measure", "Measure", "measure", lambda each, unit: unit.measures),
    Facet("role", "Role of the State", "role", lambda each, unit: unit.measures),
    Facet("stage", "Stage", "stage", lambda each, unit: unit.stages),
    Facet("duty", "Duty", "duty", lambda each, unit: tuple(duty.duty for duty in unit.duties)),
    Facet("addressee", "Who is bound", "addressee", lambda each, unit: tuple(duty.who for duty in unit.duties)),
    Facet("sector", "Sector", "sector", lambda each, unit: each.sectors),
    Facet("force", "Legal force", "force", lambda each, unit: (each.force,)),
    Facet("status", "Status", "status", lambda each, unit: (each.status.value,)),
    Facet("link", "Link to procurement", "link", lambda each, unit: (each.link,)),
    Facet("exploitation", "Exploitation named", "exploitation", lambda each, unit: unit.exploitation),
    Facet("verification", "Verification", "verification", lambda each, unit: (each.state,)),
    Facet("compendium", "OSCE Compendium", "", lambda each, unit: (each.osce_compendium.listed,)),
    Facet("own_procurement", "Own procurement", "", lambda each, unit: (str(each.own_procurement).lower(),)),
    Facet("recommendation", "ICAT recommendation", "recommendation", lambda each, unit: unit.recommendations, False),
    Facet("step", "Due-diligence step", "step", lambda each, unit: unit.steps, False),
)

# With provisions counted, the state is the provision's own.
PROVISION_STATE: Final = Facet("verification", "Verification", "verification", lambda each, unit: (unit.state,))

_LABELS: Final = {
    "compendium": {"yes": "Seen in it", "unknown": "Not known"},
    "own_procurement": {"true": "Rules for an organisation's own buying", "false": "Rules for others"},
    "sector": {"all": "Cross-sector"},
}


class FacetValues:
    """The values of facets over a corpus: with everything above them, with labels, and which exist."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._groups = _members(corpus, corpus.released)
        self._reached = cache(self._reach)  # thousands of units share a few hundred sets of values
        self.label = cache(self._label)
        self.broader = cache(self._broader)

    def of(self, facet: Facet, instrument: Instrument, unit: Unit) -> frozenset[str]:
        """The values a unit has: its own, and every broader concept, State or group above them."""
        return self._reached(facet, facet.values(instrument, unit))

    def _reach(self, facet: Facet, own: tuple[str, ...]) -> frozenset[str]:
        above: dict[str, Callable[[str], Iterable[str]]] = {
            "place": self._place,
            "group": self._groups_of,
            "role": self._role,
        }
        return frozenset(value for each in own for value in above.get(facet.name, self._concept(facet))(each))

    def _label(self, facet: Facet, value: str) -> str:
        """What a value is called."""
        if value in _LABELS.get(facet.name, {}):
            return _LABELS[facet.name][value]
        if facet.name == "place":
            return self._corpus.places.get(value).name if self._corpus.places.known(value) else value
        if facet.name == "group" and value in self._groups:
            return self._corpus.places.groups[value].name
        return self._corpus.vocabularies.label(facet.scheme, value)

    def _broader(self, facet: Facet, value: str) -> str:
        """The value just above one, or '': the State of a part, the wider concept."""
        if facet.name == "place":
            return (self._corpus.places.get(value).parent or "") if self._corpus.places.known(value) else ""
        listed = self._corpus.vocabularies.get(facet.scheme)
        concept = listed.concepts.get(value) if listed else None
        return (concept.broader or "") if concept else ""

    def known(self, facet: Facet, value: str) -> bool:
        """Whether a value can be meant, even if no record has it."""
        if facet.name == "place":
            return self._corpus.places.known(value)
        if facet.name == "group":
            return value in self._groups
        listed = self._corpus.vocabularies.get(facet.scheme)
        return value in _LABELS.get(facet.name, {}) or bool(listed and value in listed.concepts)

    def _concept(self, facet: Facet) -> Callable[[str], Iterable[str]]:
        vocabularies = self._corpus.vocabularies
        if facet.scheme not in vocabularies:
            return lambda value: (value,)
        return lambda value: vocabularies.ancestors(facet.scheme, value) or (value,)

    def _place(self, code: str) -> Iterable[str]:
        parent = self._corpus.places.get(code).parent if self._corpus.places.known(code) else None
        return (code, parent) if parent else (code,)

    def _groups_of(self, code: str) -> Iterable[str]:
        return [group for group, members in self._groups.items() if members & set(self._place(code))]

    def _role(self, measure: str) -> Iterable[str]:
        concepts = self._corpus.vocabularies["measure"].concepts
        return (concepts[measure].group,) if measure in concepts and concepts[measure].group else ()


def _members(corpus: Corpus, day: date) -> dict[str, frozenset[str]]:
    return {code: group.members_on(day) for code, group in corpus.places.groups.items()}
