"""Terms: values that must stand in one of the corpus's own closed lists."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Annotated, Any, Protocol

from pydantic import AfterValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

SCHEMES = (
    *("level", "type", "force", "status", "link", "measure", "role", "stage", "provision-role", "duty", "addressee"),
    *("sector", "exploitation", "group-at-risk", "recommendation", "step", "relation", "verification"),
    *("source-kind", "chain-depth", "thesaurus"),
)


class _Lists(Protocol):
    def __getitem__(self, scheme: str) -> Any: ...
    def __contains__(self, scheme: object) -> bool: ...


def nearest(word: str, known: Iterable[str], otherwise: str = "see corpus/vocabularies") -> str:
    """A sentence that offers the closest known words, or else says what to do."""
    close = get_close_matches(word, list(known), n=3, cutoff=0.5)
    return f"did you mean {' or '.join(close)}?" if close else otherwise


def _in_vocabulary(scheme: str) -> AfterValidator:
    def check(value: str, info: ValidationInfo) -> str:
        lists: _Lists | None = (info.context or {}).get("vocabularies")
        if lists is None or scheme not in lists or value in lists[scheme].concepts:
            return value
        raise PydanticCustomError(
            "unknown_term",
            "'{value}' is not in the vocabulary {scheme}; {offer}",
            {"value": value, "scheme": scheme, "offer": nearest(value, lists[scheme].concepts)},
        )

    return AfterValidator(check)


def _known_place(value: str, info: ValidationInfo) -> str:
    places = (info.context or {}).get("places")
    if places is None or places.known(value):
        return value
    raise PydanticCustomError(
        "unknown_place",
        "'{value}' is no known place; use an ISO 3166 code in lower case (no, us-ca) "
        "or an organisation of corpus/places; {offer}",
        {"value": value, "offer": nearest(value, places.codes(), "see corpus/places")},
    )


def _listed(scheme: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "x-vocabulary": scheme})


PlaceCode = Annotated[str, AfterValidator(_known_place)]
Level = Annotated[str, _in_vocabulary("level"), _listed("level")]
Type = Annotated[str, _in_vocabulary("type"), _listed("type")]
Force = Annotated[str, _in_vocabulary("force"), _listed("force")]
StatusValue = Annotated[str, _in_vocabulary("status"), _listed("status")]
Link = Annotated[str, _in_vocabulary("link"), _listed("link")]
Measure = Annotated[str, _in_vocabulary("measure"), _listed("measure")]
Stage = Annotated[str, _in_vocabulary("stage"), _listed("stage")]
ProvisionRole = Annotated[str, _in_vocabulary("provision-role"), _listed("provision-role")]
DutyKind = Annotated[str, _in_vocabulary("duty"), _listed("duty")]
Addressee = Annotated[str, _in_vocabulary("addressee"), _listed("addressee")]
Sector = Annotated[str, _in_vocabulary("sector"), _listed("sector")]
Exploitation = Annotated[str, _in_vocabulary("exploitation"), _listed("exploitation")]
GroupAtRisk = Annotated[str, _in_vocabulary("group-at-risk"), _listed("group-at-risk")]
Recommendation = Annotated[str, _in_vocabulary("recommendation"), _listed("recommendation")]
Step = Annotated[str, _in_vocabulary("step"), _listed("step")]
RelationType = Annotated[str, _in_vocabulary("relation"), _listed("relation")]
FactState = Annotated[str, _in_vocabulary("verification"), _listed("verification")]
SourceKind = Annotated[str, _in_vocabulary("source-kind"), _listed("source-kind")]
ChainDepth = Annotated[str, _in_vocabulary("chain-depth"), _listed("chain-depth")]
