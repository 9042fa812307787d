"""Known: every id and anchor of the corpus, for checks across files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.records.record_file import RecordFile
from app.records.terms import nearest


@dataclass(frozen=True)
class Known:
    """Ids with their anchors (casefolded) and units' states, read from the files as written, valid or not."""

    anchors: Mapping[str, frozenset[str]]
    states: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, files: Iterable[RecordFile]) -> "Known":
        """The ids, anchors and states of instrument files."""
        given = {file.id: file.mapping("provisions") for file in files}
        states = {
            f"{id_}#{anchor.casefold()}": _state(facts)
            for id_, found in given.items()
            for anchor, facts in found.items()
        }
        return cls({id_: frozenset(anchor.casefold() for anchor in found) for id_, found in given.items()}, states)

    def fault(self, address: str) -> str:
        """Why an address (id or id#anchor) points at nothing; empty when it points at something."""
        id_, _, anchor = address.partition("#")
        if id_ not in self.anchors:
            return f"there is no record '{id_}'; {nearest(id_, self.anchors, 'add it')}"
        if anchor and anchor.casefold() not in self.anchors[id_]:
            offer = nearest(anchor, self.anchors[id_], "add it, or name the record alone")
            return f"'{id_}' has no provision '{anchor}'; {offer}"
        return ""

    def state(self, address: str) -> str:
        """The state of a provision as written; empty for a whole record."""
        return self.states.get(address.casefold(), "")


def _state(facts: object) -> str:
    if not isinstance(facts, Mapping):
        return "unverified"
    return str(facts.get("state") or ("verified" if facts.get("by") else "unverified"))
