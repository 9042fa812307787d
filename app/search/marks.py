"""Marks: what a snippet marks of a question."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Tokens = tuple[str, ...]
Kind = Literal["stem", "concept", "ident", "prefix", "exact", "stems"]


@dataclass(frozen=True, slots=True)
class Marks:
    """Tokens and rows of tokens, by the stream they are looked for in."""

    stems: frozenset[str] = frozenset()
    concepts: frozenset[str] = frozenset()
    idents: frozenset[str] = frozenset()
    prefixes: Tokens = ()
    exact_phrases: tuple[Tokens, ...] = ()
    stem_phrases: tuple[Tokens, ...] = ()

    @classmethod
    def of(cls, seen: Iterable[tuple[Kind, Tokens]]) -> "Marks":
        """Marks from the tokens seen in a question."""
        rows: dict[Kind, list[Tokens]] = {}
        for kind, tokens in seen:
            rows.setdefault(kind, []).append(tokens)
        return cls(
            stems=frozenset(token for (token,) in rows.get("stem", ())),
            concepts=frozenset(token for (token,) in rows.get("concept", ())),
            idents=frozenset(token for (token,) in rows.get("ident", ())),
            prefixes=tuple(token for (token,) in rows.get("prefix", ())),
            exact_phrases=tuple(rows.get("exact", ())),
            stem_phrases=tuple(rows.get("stems", ())),
        )
