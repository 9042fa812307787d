"""Skeletons: a new record in its right folder, for a curator to fill in."""

import json
import re
import unicodedata
from datetime import date
from pathlib import Path

from app.curate.skeleton_text import skeleton_text
from app.errors import BadRequest
from app.records.checks import SLUG
from app.records.ledger import read_ledger
from app.records.lists import read_places, read_vocabularies
from app.records.places import Place, Places
from app.records.terms import nearest
from app.records.value import Value
from app.records.vocabulary import Vocabularies

LONGEST = 80
_OF_A_STATE = ("national", "subnational")
_LEVEL_OF = {"state": "national", "subdivision": "subnational"}


class NewRecord(Value):
    """What is known of a record before it is written; empty where nothing is."""

    id: str
    level: str = ""
    place: str = ""
    type: str = ""
    title: str = ""


def write_skeleton(corpus: Path, record: NewRecord, day: date) -> Path:
    """Write the skeleton of a record and say where; BadRequest says why it cannot be, and nothing is overwritten."""
    if not corpus.is_dir():
        raise BadRequest(f"there is no corpus in {corpus}; set SOURCEBOOK_CORPUS to its folder")
    vocabularies, problems = read_vocabularies(corpus / "vocabularies", corpus)
    places, faults = read_places(corpus / "places", corpus)
    if problems or faults:
        raise BadRequest("the lists of the corpus have problems; run: sourcebook check")
    _refuse_id(corpus, record.id)
    place = _place(record.place, places)
    level = _level(record.level, place, vocabularies)
    path = _folder(corpus, level, place) / f"{record.id}.md"
    facts = {
        "title": json.dumps(record.title, ensure_ascii=False) if record.title else "FILL the full title",
        "level": level,
        "type": _term("type", record.type, vocabularies) if record.type else "FILL",
        "place": f'"{place.code}"' if place else "FILL",
        "day": day.isoformat(),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(skeleton_text(facts, vocabularies))
    return path


def _refuse_id(corpus: Path, id_: str) -> None:
    if not SLUG.fullmatch(id_):
        raise BadRequest(f"'{id_}' is not a slug, and the id is the address for ever; take say '{_slug(id_)}'")
    if len(id_) > LONGEST:
        raise BadRequest(f"'{id_}' is longer than {LONGEST} characters; take a shorter id")
    for path in (corpus / "instruments").rglob(f"{id_}.md"):
        name = path.relative_to(corpus).as_posix()
        raise BadRequest(f"the record '{id_}' stands in {name}; edit that, or take another id")
    lines, problems = read_ledger(corpus / "ledger.csv", corpus)
    if problems:
        raise BadRequest("the ledger has problems, so it cannot say which ids are free; run: sourcebook check")
    for line in lines.values():
        if line.id == id_:
            mend = "an id means one document for ever; take another, or restore the file that had it"
            raise BadRequest(f"'{id_}' was released on {line.first_released}; {mend}")


def _place(code: str, places: Places) -> Place | None:
    if not code:
        return None
    if not places.known(code.casefold()):
        offer = nearest(code.casefold(), places.codes(), "see corpus/places")
        raise BadRequest(f"'{code}' is no known place; use ISO 3166 (no, us-ca) or a code of corpus/places; {offer}")
    return places.get(code.casefold())


def _level(level: str, place: Place | None, vocabularies: Vocabularies) -> str:
    """The level given, or that of a State or a part of one; which an organisation has only the curator knows."""
    if level:
        return _term("level", level, vocabularies)
    if place is None:
        raise BadRequest("nothing says where it belongs; add --place (no, us-ca, ilo) or --level international")
    if place.kind not in _LEVEL_OF:
        raise BadRequest(f"'{place.code}' is an organisation; add --level international or --level regional")
    return _LEVEL_OF[place.kind]


def _folder(corpus: Path, level: str, place: Place | None) -> Path:
    if level not in _OF_A_STATE:
        return corpus / "instruments" / level
    if place is None or place.kind not in _LEVEL_OF:
        raise BadRequest(
            f"a record of level {level} belongs to a State; add --place with its code, such as no or us-ca"
        )
    return corpus / "instruments" / "national" / (place.parent or place.code)


def _term(scheme: str, word: str, vocabularies: Vocabularies) -> str:
    known = vocabularies[scheme].concepts
    if word not in known:
        offer = nearest(word, known, f"take one of: {', '.join(known)}")
        raise BadRequest(f"'{word}' is not in the vocabulary {scheme}; {offer}")
    return word


def _slug(text: str) -> str:
    """The nearest slug: accents taken off, all else but letters and digits a hyphen."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-") or "a-short-name"
