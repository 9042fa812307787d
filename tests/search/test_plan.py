"""A tree becomes nodes over fields; what was taken in is told, what is not wanted is not."""

from app.search.analysis import read_words
from app.search.grammar import parse
from app.search.marks import Marks
from app.search.node import And, Near, Not, Or, Phrase, Prefix, Term
from app.search.plan import Expansion, Plan, build_plan
from app.search.thesaurus import Thesauri, Thesaurus
from app.search.weights import ALL_GROUPS, WEIGHTS, fields_of

_SAME = Thesaurus(
    [("thb", ["human trafficking", "THB"]), ("self-cleaning", ["self-cleaning", "corrective measures"])],
    lambda term: read_words(term).stem,
)
_NEAR = Thesaurus(
    [("self-cleaning", ["self-cleaning"])], lambda term: read_words(term).stem, {"self-cleaning": ("debarment",)}
)
_STEM = fields_of(ALL_GROUPS, "stem")
_EXACT = fields_of(ALL_GROUPS, "exact")
_CONCEPT = fields_of(ALL_GROUPS, "concept")


def _plan(question: str, *removed: str) -> Plan:
    tree = parse(question).tree
    assert tree is not None
    return build_plan(tree, Thesauri(_SAME, _NEAR), removed, lambda fields, prefix, limit: ())


def test_a_word_is_a_stem() -> None:
    assert _plan("demands").node == Term(_STEM, "demand")


def test_a_synonym_is_a_concept() -> None:
    plan = _plan("human trafficking")
    assert plan.parts == (Term(_CONCEPT, "thb"),)
    assert plan.expansions == (Expansion("human trafficking", ("THB",)),)


def test_a_synonym_with_a_hyphen_is_seen() -> None:
    assert _plan("self-cleaning").parts == (Term(_CONCEPT, "self-cleaning"),)


def test_the_very_words_of_a_synonym_count_for_more_in_names() -> None:
    node = _plan("human trafficking").node
    assert isinstance(node, And)
    (literal,) = node.optional
    assert isinstance(literal, Phrase)
    assert (literal.fields, literal.tokens) == (("name_stem",), ("human", "traffick"))


def test_half_a_hyphened_word_is_no_synonym() -> None:
    assert _plan("human trafficking-act").expansions == ()


def test_a_removed_chip_leaves_stems() -> None:
    assert _plan("THB", "thb").node == Term(_STEM, "thb")


def test_a_hyphened_word_is_a_phrase() -> None:
    assert _plan("supply-chain").parts == (Phrase(_STEM, ("suppli", "chain")),)


def test_words_that_say_nothing_are_passed_over() -> None:
    assert _plan("the demand").parts == (Term(_STEM, "demand"),)
    assert len(_plan("to be").parts) == 2


def test_words_side_by_side_count_for_more() -> None:
    node = _plan("discourage demand").node
    assert isinstance(node, And)
    assert [type(each) for each in node.optional] == [Phrase, Near]


def test_quotes_are_exact() -> None:
    assert _plan('"THB"').node == Term(_EXACT, "thb")
    assert _plan('"human trafficking"').node == Phrase(_EXACT, ("human", "trafficking"))
    assert _plan('"human trafficking"~3').node == Near(_EXACT, ("human", "trafficking"), 3)


def test_a_field_bounds_where_words_are_looked_for() -> None:
    assert _plan("title:demand").node == Term(("name_stem",), "demand")
    assert _plan("heading:demand").node == Term(("heading_stem",), "demand")
    assert _plan("text:9(5)").node == Or(
        (
            Term(("ident_text",), "9(5)"),
            Phrase(("paraphrase_stem", "summary_stem", "official_stem"), ("9", "5")),
        )
    )


def test_an_identifier_is_one_token_or_its_words() -> None:
    idents = ("ident_name", "ident_heading", "ident_text")
    assert _plan("57(1)(f)").node == Or((Term(idents, "57(1)(f)"), Phrase(_STEM, ("57", "1", "f"))))


def test_a_beginning_stays_one() -> None:
    assert _plan("traffick*").node == Prefix(_EXACT, "traffick", 100)


def test_what_is_not_wanted_is_neither_marked_nor_told() -> None:
    plan = _plan("demand -THB")
    assert plan.parts == (Term(_STEM, "demand"), Not(Term(_CONCEPT, "thb")))
    assert (plan.marks, plan.expansions) == (Marks(stems=frozenset({"demand"})), ())
    assert [leaf.text for leaf in plan.leaves] == ["demand"]


def test_every_word_wanted_is_a_leaf() -> None:
    plan = _plan("demand (supply OR chain) -wages")
    assert [leaf.text for leaf in plan.leaves] == ["demand", "supply", "chain"]
    assert [leaf.node for leaf in plan.leaves] == [Term(_STEM, each) for each in ("demand", "suppli", "chain")]


def test_every_field_has_a_weight() -> None:
    assert set(_STEM) | set(_EXACT) | set(_CONCEPT) < set(WEIGHTS)
    assert "tag_exact" not in WEIGHTS


def test_near_terms_are_offered_and_not_asked() -> None:
    plan = _plan("self-cleaning register")
    assert plan.near == (Expansion("self-cleaning", ("debarment",)),)
    assert "debar" not in repr(plan.node)
