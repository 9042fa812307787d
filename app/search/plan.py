"""Plan: from a tree to what the engine is asked, what is marked, and which synonyms were taken in."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from app.search.analysis import STOP_WORDS, read_words, stem
from app.search.lexer import TEXT_FIELDS
from app.search.node import And, Near, Node, Not, Or, Phrase, Prefix, Term
from app.search.syntax import AllOf, AnyOf, Prefixed, Quoted, Tree, Within, Without, Word
from app.search.thesaurus import Match, Thesaurus
from app.search.weights import ALL_GROUPS, NEAR_BOOST, NEAR_SLOP, PHRASE_BOOST, TEXT_GROUPS, fields_of

MAX_ENDINGS = 100
MAX_PHRASE = 12

Vocabulary = Callable[[tuple[str, ...], str, int], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Expansion:
    """A term of the question, and what was searched beside it."""

    term: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """What a snippet marks."""

    stems: frozenset[str] = frozenset()
    concepts: frozenset[str] = frozenset()
    idents: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    exact_phrases: tuple[tuple[str, ...], ...] = ()
    stem_phrases: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The question as nodes: whole, in its top-level parts, and any one word of it."""

    node: Node
    parts: tuple[Node, ...]
    any_word: Node | None
    marks: Marks
    expansions: tuple[Expansion, ...]
    repairs: tuple[str, ...]


def build_plan(tree: Tree, thesaurus: Thesaurus, removed: Iterable[str], vocabulary: Vocabulary) -> Plan:
    """Turn a tree into nodes; `removed` are the synonym chips taken off."""
    chips = frozenset(read_words(chip).stem for chip in removed)
    planner = _Planner(thesaurus, chips, vocabulary)
    parts, optional = planner.parts_of(tree, ALL_GROUPS)
    node = parts[0] if len(parts) == 1 and not optional else And(parts, optional)
    any_word = Or(tuple(planner.leaves)) if len(planner.leaves) > 1 else None
    return Plan(node, parts, any_word, planner.marks(), tuple(planner.expansions), tuple(planner.repairs))


@dataclass
class _Planner:
    """Walks a tree once and gathers, beside the nodes, what the answer has to tell."""

    thesaurus: Thesaurus
    chips: frozenset[tuple[str, ...]]
    vocabulary: Vocabulary
    leaves: list[Node] = field(default_factory=list)
    expansions: list[Expansion] = field(default_factory=list)
    repairs: list[str] = field(default_factory=list)
    stems: list[str] = field(default_factory=list)
    concepts: list[str] = field(default_factory=list)
    idents: list[str] = field(default_factory=list)
    prefixes: list[str] = field(default_factory=list)
    exact_phrases: list[tuple[str, ...]] = field(default_factory=list)
    stem_phrases: list[tuple[str, ...]] = field(default_factory=list)
    negated: bool = False

    def marks(self) -> Marks:
        """What the walk found worth marking."""
        return Marks(
            frozenset(self.stems),
            frozenset(self.concepts),
            frozenset(self.idents),
            tuple(self.prefixes),
            tuple(self.exact_phrases),
            tuple(self.stem_phrases),
        )

    def parts_of(self, tree: Tree, groups: tuple[str, ...]) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
        """The nodes that must all match, and those that only add to the score."""
        nodes: list[Node] = []
        optional: list[Node] = []
        for run in _runs(tree.parts if isinstance(tree, AllOf) else (tree,)):
            if isinstance(run, tuple):
                nodes += self._words(run, groups)
                optional += _closeness(run, groups)
            else:
                nodes.append(self._node(run, groups))
        return tuple(nodes), tuple(optional)

    def _node(self, tree: Tree, groups: tuple[str, ...]) -> Node:
        match tree:
            case Word() | AllOf():
                nodes, optional = self.parts_of(tree, groups)
                return nodes[0] if len(nodes) == 1 and not optional else And(nodes, optional)
            case AnyOf(parts):
                return Or(tuple(self._node(part, groups) for part in parts))
            case Within(name, part):
                return self._node(part, TEXT_FIELDS[name])
            case Without(part):
                return self._without(part, groups)
            case Quoted(text, slop):
                return self._leaf(self._quoted(read_words(text).exact, slop, groups))
            case Prefixed(prefix):
                return self._leaf(self._prefix(prefix, groups))

    def _without(self, part: Tree, groups: tuple[str, ...]) -> Node:
        """What is not wanted is neither marked nor a word of the any-word question."""
        aside = _Planner(self.thesaurus, self.chips, self.vocabulary, negated=True)
        node = Not(aside._node(part, groups))
        self.repairs += aside.repairs
        return node

    def _leaf(self, node: Node) -> Node:
        self.leaves.append(node)
        return node

    def _quoted(self, tokens: tuple[str, ...], slop: int | None, groups: tuple[str, ...]) -> Node:
        fields = fields_of(groups, "exact")
        if slop is None or len(tokens) == 1:
            self.exact_phrases.append(tokens)
            return Term(fields, tokens[0]) if len(tokens) == 1 else Phrase(fields, tokens)
        self.exact_phrases += [(token,) for token in tokens]
        return Near(fields, tokens, slop)

    def _prefix(self, prefix: str, groups: tuple[str, ...]) -> Node:
        fields = fields_of(groups, "exact")
        if len(self.vocabulary(fields, prefix, MAX_ENDINGS + 1)) > MAX_ENDINGS:
            self.repairs.append(
                f"{prefix}* begins more than {MAX_ENDINGS} words; the first {MAX_ENDINGS} were searched."
            )
        self.prefixes.append(prefix)
        return Prefix(fields, prefix, MAX_ENDINGS)

    def _words(self, words: tuple[Word, ...], groups: tuple[str, ...]) -> Iterator[Node]:
        """A row of words: synonyms first, then each word left; words that say nothing are passed over."""
        rows = [read_words(word.text).stem for word in words]
        owners = [number for number, row in enumerate(rows) for _ in row]
        stems = tuple(each for row in rows for each in row)
        said = any(not _silent(word) for word in words)
        covered: dict[int, Match] = {}
        for match in self.thesaurus.fold(stems, self.chips):
            if _whole(owners, match):
                covered |= dict.fromkeys(range(owners[match.first], owners[match.last] + 1), match)
        for number, word in enumerate(words):
            if number in covered:
                if owners[covered[number].first] == number:
                    match = covered[number]
                    text = " ".join(each.text for each in words[number : owners[match.last] + 1])
                    yield self._leaf(self._concept(match, text, stems, groups))
            elif not said or not _silent(word):
                yield self._leaf(self._word(word, rows[number], groups))

    def _concept(self, match: Match, text: str, stems: tuple[str, ...], groups: tuple[str, ...]) -> Node:
        self.concepts.append(match.concept)
        also = self.thesaurus.others(match.concept, stems[match.first : match.last + 1])
        if also and not self.negated:
            self.expansions.append(Expansion(text, also))
        return Term(fields_of(groups, "concept"), match.concept)

    def _word(self, word: Word, stems: tuple[str, ...], groups: tuple[str, ...]) -> Node:
        fields = fields_of(groups, "stem")
        if len(stems) == 1:
            self.stems.append(stems[0])
            plain: Node = Term(fields, stems[0])
        else:
            self.stem_phrases.append(stems)
            plain = Phrase(fields, stems)
        if word.identifier is None:
            return plain
        self.idents.append(word.identifier.whole)
        return Or((Term(_ident_fields(groups), word.identifier.whole), plain))


def _runs(parts: Iterable[Tree]) -> Iterator[tuple[Word, ...] | Tree]:
    """Words that stand side by side are read together."""
    run: list[Word] = []
    for part in parts:
        if isinstance(part, Word):
            run.append(part)
            continue
        if run:
            yield tuple(run)
            run = []
        yield part
    if run:
        yield tuple(run)


def _silent(word: Word) -> bool:
    return word.text.casefold() in STOP_WORDS


def _whole(owners: list[int], match: Match) -> bool:
    """A synonym may cover whole words only, not a half of one with a hyphen."""
    before = match.first == 0 or owners[match.first - 1] != owners[match.first]
    return before and (match.last + 1 == len(owners) or owners[match.last + 1] != owners[match.last])


def _closeness(words: tuple[Word, ...], groups: tuple[str, ...]) -> list[Node]:
    """Words of a row that stand together in the text count for more."""
    stems = tuple(each for word in words for each in read_words(word.text).stem)[:MAX_PHRASE]
    telling = tuple(each for each in stems if each not in _SILENT_STEMS)
    if len(telling) < 2:
        return []
    texts = tuple(group for group in groups if group in (*TEXT_GROUPS, "heading")) or groups
    return [
        Phrase(fields_of(groups, "stem"), stems, PHRASE_BOOST / len(stems)),
        Near(fields_of(texts, "stem"), tuple(dict.fromkeys(telling)), NEAR_SLOP, NEAR_BOOST / len(telling)),
    ]


def _ident_fields(groups: tuple[str, ...]) -> tuple[str, ...]:
    """The identifier fields that go with some groups."""
    wanted = {"name": "ident_name", "heading": "ident_heading", "paraphrase": "ident_text"}
    return tuple(name for group, name in wanted.items() if group in groups)


_SILENT_STEMS = frozenset(stem(word) for word in STOP_WORDS)
