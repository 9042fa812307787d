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
        self._leaves: list[tuple[str, Matches, list[tuple[str, Matches]]]] = []
        for leaf in plan.leaves:
            places = [(place, node) for group, place in _PLACES.items() if (node := _inside(leaf.node, group))]
            asked = [(place, engine.search(node)) for place, node in places]
            self._leaves.append((leaf.text, engine.search(leaf.node), asked))

    def reasons(self, key: int, points: float, owner: int, named: bool, score: float) -> tuple[Reason, ...]:
        """The reasons for the best passage of a hit, which scored so many points, and for the score of the hit."""
        said = [part for leaf in self._leaves for part in _shares(key, *leaf)]
        close = points - sum(each for _, each in said)
        said.append(("the words stand close together" if close > 0 else "not all of the words are there", close))
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


def _shares(key: int, text: str, whole: Matches, places: list[tuple[str, Matches]]) -> list[tuple[str, float]]:
    """What a word is worth in a passage, parted by the places it stands in as they would be worth alone."""
    alone = [(place, _points(found, key)) for place, found in places]
    total = sum(each for _, each in alone)
    points = _points(whole, key)
    return [(f"“{text}” {place}", points * each / total) for place, each in alone if each] if total else []


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
