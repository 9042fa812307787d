"""Weights: how much a match counts, by the field it stands in. The one table of ranking."""

from typing import Final

STREAMS: Final = ("exact", "stem", "concept")

# Identifiers and names > heading > paraphrase > summary > official wording > labels: names and headings say what a text
# is about, the rest what it mentions. Tuned on the tuning half of tests/battery.yaml.
GROUPS: Final = {"name": 8.0, "heading": 6.0, "paraphrase": 2.0, "summary": 1.6, "official": 1.3, "tag": 0.4}
IDENTS: Final = {"ident_name": 14.0, "ident_heading": 9.0, "ident_text": 2.5}

# Tags are not wording, so no quotation finds them.
WEIGHTS: Final[dict[str, float]] = {
    f"{group}_{stream}": weight
    for group, weight in GROUPS.items()
    for stream in STREAMS
    if (group, stream) != ("tag", "exact")
} | IDENTS

# The groups that are read as sentences; closeness counts there.
READ_GROUPS: Final = ("heading", "paraphrase", "summary", "official")
IDENT_OF: Final = {"name": "ident_name", "heading": "ident_heading", "paraphrase": "ident_text"}
ALL_GROUPS: Final = tuple(GROUPS)

# Words that stand together as asked say more than the same words apart.
PHRASE_BOOST: Final = 1.5
NEAR_BOOST: Final = 0.75
NEAR_SLOP: Final = 8

# A term searched with its synonyms: whoever types 'devoir de vigilance' wants first what is called just so.
LITERAL_GROUPS: Final = ("name",)
LITERAL_BOOST: Final = 0.2

# Where no passage has all words, the share of them it has counts to this power.
COVERAGE: Final = 1.0

# An instrument with many good passages is about the matter: their scores are added as powers (a p-norm), so that the
# best counts most; a passage outside the provisions the filters chose counts less than one inside.
ABOUT: Final = 6.0
OUTSIDE: Final = 0.5

# Of two equal texts, the framework instrument everybody cites comes first; what ended comes later.
PRINCIPAL: Final = 1.4
ENDED: Final = 0.5
# A question that is a name of an instrument, in full, means that instrument.
WHOLE_NAME: Final = 100.0

# BM25: saturation, and how far a long field counts less.
K1: Final = 1.2
B: Final[dict[str, float]] = (
    dict.fromkeys(WEIGHTS, 0.5) | {f"name_{stream}": 0.3 for stream in STREAMS} | dict.fromkeys(IDENTS, 0.0)
)


def fields_of(groups: tuple[str, ...], stream: str) -> tuple[str, ...]:
    """The fields that hold one stream of some groups."""
    return tuple(name for group in groups if (name := f"{group}_{stream}") in WEIGHTS)
