"""Explain: why a passage was found, in points that add up to its score."""

from dataclasses import replace

import numpy as np

from app.search.catalogue import Catalogue
from app.search.engine import Engine, Matches
from app.search.node import And, Everything, Near, Node, Not, Or, Phrase, Prefix, Term
from app.search.plan import Plan
from app.search.result import Reason
from app.search.weights import ENDED, IDENT_OF, PRINCIPAL, WHOLE_NAME

_PLACES = {
    "name": "in what the instrument is called",
    "heading": "in the heading",
    "paraphrase": "in our words on the provision",
    "summary": "in the summary",
    "official": "in the official wording",
    "tag": "in the labels of its measures and sectors",
}
_SMALLEST = 0.05


class Explainer:
    """Asks the engine once more, word by word and place by place."""

    def __init__(self, engine: Engine, catalogue: Catalogue, plan: Plan) -> None:
        self._catalogue = catalogue
        self._parts: list[tuple[str, Matches]] = []
        for leaf in plan.leaves:
            for group, place in _PLACES.items():
                if (node := _inside(leaf.node, group)) and len((found := engine.search(node)).keys):
                    self._parts.append((f"“{leaf.text}” {place}", found))

    def reasons(self, key: int, points: float, owner: int, named: bool, score: float) -> tuple[Reason, ...]:
        """The reasons for the best passage of a hit, which scored so many points, and for the score of the hit."""
        said = [(reason, _points(found, key)) for reason, found in self._parts]
        said = [(reason, each) for reason, each in said if each >= _SMALLEST]
        said.append(("the words stand close together", points - sum(each for _, each in said)))
        weighed = points
        for holds, times, reason in (
            (self._catalogue.principal[owner], PRINCIPAL, "a framework instrument"),
            (self._catalogue.ended[owner], ENDED, "no longer in force"),
        ):
            if holds:
                said.append((reason, weighed * (times - 1)))
                weighed *= times
        said.append(("the question is a name of the instrument", WHOLE_NAME if named else 0.0))
        rest = score - sum(each for _, each in said)
        further = "further passages of the same instrument"
        said.append((further if rest > 0 else "it stands outside the provisions the filters chose", rest))
        return tuple(
            Reason(reason=reason, points=round(float(each), 1)) for reason, each in said if abs(each) >= _SMALLEST
        )


def _points(found: Matches, key: int) -> float:
    place = int(np.searchsorted(found.keys, key))
    return float(found.scores[place]) if place < len(found.keys) and found.keys[place] == key else 0.0


def _inside(node: Node, group: str) -> Node | None:
    """A node asked of one group of fields alone; None where it does not ask there."""
    match node:
        case Term(fields) | Phrase(fields) | Near(fields) | Prefix(fields):
            kept = tuple(field for field in fields if field.startswith(f"{group}_") or field == IDENT_OF.get(group))
            return replace(node, fields=kept) if kept else None
        case Or(nodes):
            parts = tuple(part for each in nodes if (part := _inside(each, group)))
            return Or(parts) if parts else None
        case And() | Not() | Everything():
            return None
