"""Nodes: what an engine is asked, in terms of fields and tokens alone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Everything:
    """Every passage."""


@dataclass(frozen=True, slots=True)
class Term:
    """A token in at least one of the fields."""

    fields: tuple[str, ...]
    token: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens side by side, in order, in at least one of the fields."""

    fields: tuple[str, ...]
    tokens: tuple[str, ...]
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Near:
    """Tokens in any order, the first and the last at most `slop` places apart."""

    fields: tuple[str, ...]
    tokens: tuple[str, ...]
    slop: int
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Prefix:
    """Any of the first `limit` tokens, in their own order, that begin so."""

    fields: tuple[str, ...]
    prefix: str
    limit: int


@dataclass(frozen=True, slots=True)
class And:
    """All nodes; `optional` ones only add to the score."""

    nodes: tuple["Node", ...]
    optional: tuple["Node", ...] = ()


@dataclass(frozen=True, slots=True)
class Or:
    """At least one node."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Every passage the node does not match; adds nothing to a score."""

    node: "Node"


Node = Everything | Term | Phrase | Near | Prefix | And | Or | Not
