"""Plan: from a tree to what the engine is asked, what is marked, and which synonyms were taken in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import groupby

from app.search.analysis import STOP_WORDS, read_words, stem
from app.search.citation import Citation
from app.search.lexer import TEXT_FIELDS
from app.search.marks import Kind, Marks, Tokens
from app.search.node import And, Near, Node, Not, Or, Phrase, Prefix, Term
from app.search.row import Piece, read_row, split_rows
from app.search.syntax import AllOf, AnyOf, Prefixed, Quoted, Tree, Within, Without, Word, render
from app.search.thesaurus import Thesauri, Thesaurus
from app.search.weights import (
    ALL_GROUPS,
    IDENT_OF,
    LITERAL_BOOST,
    LITERAL_GROUPS,
    NEAR_BOOST,
    NEAR_SLOP,
    PHRASE_BOOST,
    READ_GROUPS,
    fields_of,
)

MAX_ENDINGS = 100
MAX_PHRASE = 12

Groups = tuple[str, ...]
Vocabulary = Callable[[tuple[str, ...], str, int], tuple[str, ...]]

_SILENT_STEMS = frozenset(stem(word) for word in STOP_WORDS)


@dataclass(frozen=True, slots=True)
class Expansion:
    """A term of the question, and what was searched beside it."""

    term: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One word, phrase or beginning of the question, and the node it became."""

    text: str
    node: Node


@dataclass(frozen=True, slots=True)
class Plan:
    """The question as nodes: whole, in its top-level parts, and by its words; `near` is offered, not asked."""

    node: Node
    parts: tuple[Node, ...]
    leaves: tuple[Leaf, ...]
    marks: Marks
    expansions: tuple[Expansion, ...]
    near: tuple[Expansion, ...]
    repairs: tuple[str, ...]


def build_plan(tree: Tree, thesauri: Thesauri, removed: Iterable[str], vocabulary: Vocabulary) -> Plan:
    """Turn a tree into nodes; `removed` are the synonym chips taken off."""
    planner = _Planner(thesauri, frozenset(read_words(chip).stem for chip in removed), vocabulary)
    parts, optional = planner.parts_of(tree, ALL_GROUPS)
    return Plan(
        node=_joined(parts, optional),
        parts=parts,
        leaves=tuple(planner.leaves),
        marks=Marks.of(planner.seen),
        expansions=tuple(dict.fromkeys(planner.expansions)),
        near=tuple(dict.fromkeys(planner.near)),
        repairs=tuple(dict.fromkeys(planner.repairs)),
    )


@dataclass
class _Planner:
    """Walks a tree once and gathers, beside the nodes, what the answer has to tell."""

    thesauri: Thesauri
    removed: frozenset[Tokens]
    vocabulary: Vocabulary
    leaves: list[Leaf] = field(default_factory=list)
    expansions: list[Expansion] = field(default_factory=list)
    near: list[Expansion] = field(default_factory=list)
    repairs: list[str] = field(default_factory=list)
    seen: list[tuple[Kind, Tokens]] = field(default_factory=list)

    def parts_of(self, tree: Tree, groups: Groups) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
        """The nodes that must all match, and those that only add to the score."""
        nodes: list[Node] = []
        optional: list[Node] = []
        for row in split_rows(tree.parts if isinstance(tree, AllOf) else (tree,)):
            if isinstance(row, tuple):
                pieces = read_row(row, self.thesauri.same, self.removed)
                told = [piece for piece in pieces if not piece.silent] or pieces
                nodes += [self._leaf(piece.text, self._piece(piece, groups)) for piece in told]
                self.near += _near(row, self.thesauri.near)
                optional += _closeness(pieces, groups)
            else:
                nodes.append(self._node(row, groups))
        return tuple(nodes), tuple(optional)

    def _node(self, tree: Tree, groups: Groups) -> Node:
        match tree:
            case Word() | AllOf():
                return _joined(*self.parts_of(tree, groups))
            case AnyOf(parts):
                return Or(tuple(self._node(part, groups) for part in parts))
            case Within(name, part):
                return self._node(part, TEXT_FIELDS[name])
            case Without(part):
                return self._without(part, groups)
            case Quoted(text, slop):
                return self._leaf(render(tree), self._quoted(read_words(text).exact, slop, groups))
            case Prefixed(prefix):
                return self._leaf(render(tree), self._prefix(prefix, groups))

    def _without(self, part: Tree, groups: Groups) -> Node:
        """What is not wanted is neither marked nor told nor a word of the any-word question."""
        aside = _Planner(self.thesauri, self.removed, self.vocabulary, repairs=self.repairs)
        return Not(_joined(aside.parts_of(part, groups)[0], ()))

    def _leaf(self, text: str, node: Node) -> Node:
        self.leaves.append(Leaf(text, node))
        return node

    def _quoted(self, tokens: Tokens, slop: int | None, groups: Groups) -> Node:
        fields = fields_of(groups, "exact")
        if slop is None or len(tokens) == 1:
            self.seen.append(("exact", tokens))
            return Term(fields, tokens[0]) if len(tokens) == 1 else Phrase(fields, tokens)
        self.seen += [("exact", (token,)) for token in tokens]
        return Near(fields, tokens, slop)

    def _prefix(self, prefix: str, groups: Groups) -> Node:
        fields = fields_of(groups, "exact")
        if len(self.vocabulary(fields, prefix, MAX_ENDINGS + 1)) > MAX_ENDINGS:
            self.repairs.append(f"{prefix}* begins over {MAX_ENDINGS} words; the first {MAX_ENDINGS} were searched.")
        self.seen.append(("prefix", (prefix,)))
        return Prefix(fields, prefix, MAX_ENDINGS)

    def _piece(self, piece: Piece, groups: Groups) -> Node:
        if piece.concept:
            self.seen.append(("concept", (piece.concept,)))
            if also := self.thesauri.same.others(piece.concept, piece.stems):
                self.expansions.append(Expansion(piece.text, also))
            return Term(fields_of(groups, "concept"), piece.concept)
        plain = self._plain(piece.stems, fields_of(groups, "stem"))
        word = piece.words[0]
        idents = tuple(IDENT_OF[group] for group in groups if group in IDENT_OF)
        nodes: list[Node] = []
        if word.identifier:
            self.seen.append(("ident", (word.identifier.whole,)))
            nodes.append(Term(idents, word.identifier.whole))
        if word.citation and "heading" in groups:
            nodes += self._cited(word.citation)
        return Or((*nodes, plain)) if nodes else plain

    def _cited(self, citation: Citation) -> list[Node]:
        """The provision itself and all below it; where it is not held, the nearest above."""
        fields = (IDENT_OF["heading"],)
        for depth in range(citation.depth, 0, -1):
            held = [token for token in citation.tokens(depth) if token in self.vocabulary(fields, token, 1)]
            if held:
                return [Term(fields, f"{sign}{token}") for token in held for sign in ("", "=")]
        return []

    def _plain(self, stems: Tokens, fields: tuple[str, ...]) -> Node:
        if len(stems) == 1:
            self.seen.append(("stem", stems))
            return Term(fields, stems[0])
        self.seen.append(("stems", stems))
        return Phrase(fields, stems)


def _near(row: tuple[Word, ...], near: Thesaurus) -> list[Expansion]:
    """Terms worth offering beside those of the row, but for those it has."""
    offered = []
    for piece in read_row(row, near):
        if piece.concept and (also := near.others(piece.concept, piece.stems)):
            offered.append(Expansion(piece.text, also))
    return offered


def _joined(nodes: tuple[Node, ...], optional: tuple[Node, ...]) -> Node:
    return nodes[0] if len(nodes) == 1 and not optional else And(nodes, optional)


def _closeness(pieces: tuple[Piece, ...], groups: Groups) -> list[Node]:
    """Words of a row that stand together count for more, and the very words of a synonym in names and labels."""
    literal = tuple(group for group in groups if group in LITERAL_GROUPS)
    close: list[Node] = [
        Phrase(fields_of(literal, "stem"), piece.stems, LITERAL_BOOST / len(piece.stems))
        for piece in pieces
        if piece.concept and literal and len(piece.stems) > 1  # a word spelled two ways is one name
    ]
    for by_concept, side_by_side in groupby(pieces, key=lambda piece: bool(piece.concept)):
        row = tuple(side_by_side)
        stems = tuple(each for piece in row for each in piece.stems)[:MAX_PHRASE]
        telling = tuple(dict.fromkeys(each for each in stems if each not in _SILENT_STEMS))
        if by_concept or len(row) < 2 or len(telling) < 2:
            continue
        read = tuple(group for group in groups if group in READ_GROUPS) or groups
        close.append(Phrase(fields_of(groups, "stem"), stems, PHRASE_BOOST / len(stems)))
        close.append(Near(fields_of(read, "stem"), telling, NEAR_SLOP, NEAR_BOOST / len(telling)))
    return close
