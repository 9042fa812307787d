"""Anchors: the permanent address of a provision inside its instrument."""

import re
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

PREFIXES = (
    *("art", "para", "subpara", "point", "sec", "subsec", "chp", "part", "title", "annex", "sched"),
    *("rec", "reg", "rule", "clause", "princ", "target", "measure", "rcmd", "gr", "pgi", "mod"),
)
_PART = re.compile(rf"(?:(?:{'|'.join(PREFIXES)})_[0-9A-Za-z.-]+|x_[0-9a-z]+(?:-[0-9a-z]+)*)")


def is_anchor(text: str) -> bool:
    """Whether a text follows the anchor grammar (after the eId of Akoma Ntoso's naming convention)."""
    return all(_PART.fullmatch(part) for part in text.split("__"))


def _check(text: str) -> str:
    if not is_anchor(text):
        raise PydanticCustomError(
            "bad_anchor",
            "'{text}' is not an anchor; join parts such as art_9__para_5 by two underscores "
            "(prefixes: {prefixes}, or x_slug for a place without number)",
            {"text": text, "prefixes": " ".join(PREFIXES)},
        )
    return text


Anchor = Annotated[str, AfterValidator(_check)]
