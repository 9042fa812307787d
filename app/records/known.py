"""Known: every id and anchor of the corpus, for checks across files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.records.record_file import RecordFile
from app.records.terms import nearest


@dataclass(frozen=True)
class Known:
    """Ids with their anchors (casefolded), read from the files as written, valid or not."""

    anchors: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, files: Iterable[RecordFile]) -> "Known":
        """The ids and anchors of instrument files."""
        return cls({file.id: frozenset(anchor.casefold() for anchor in file.mapping("provisions")) for file in files})

    def fault(self, address: str) -> str:
        """Why an address (id or id#anchor) points at nothing; empty when it points at something."""
        id_, _, anchor = address.partition("#")
        if id_ not in self.anchors:
            return f"there is no record '{id_}'; {nearest(id_, self.anchors, 'add it')}"
        if anchor and anchor.casefold() not in self.anchors[id_]:
            offer = nearest(anchor, self.anchors[id_], "add it, or name the record alone")
            return f"'{id_}' has no provision '{anchor}'; {offer}"
        return ""
