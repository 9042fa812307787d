"""Notes: slips in the literature, conflicts between sources, cautions."""

from typing import Literal

from app.records.dating import History
from app.records.sources import Source, SourceIds
from app.records.terms import FactState
from app.records.value import Value


class Note(Value):
    """An editorial note on one or more records (`concerns`: id or id#anchor); `words` is Markdown."""

    id: str
    title: str
    kind: Literal["slip", "conflict", "caution"]
    concerns: tuple[str, ...]
    sources: dict[str, Source]
    state: FactState
    by: SourceIds = ()
    history: History
    words: str
