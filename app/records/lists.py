"""Lists: vocabularies, thesaurus and places, read from their YAML files."""

from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from app.records.models_of import Context, Written, validate
from app.records.places import Display, Group, Place, Places
from app.records.problem import Problem
from app.records.record_file import RecordFile, read_yaml
from app.records.terms import SCHEMES
from app.records.vocabulary import Thesaurus, Vocabularies, Vocabulary

Coded = TypeVar("Coded", Place, Group, Display)
_THESAURUS = "thesaurus"


def read_vocabularies(folder: Path, root: Path) -> tuple[Vocabularies, list[Problem]]:
    """Every list of the folder; one that is broken is left out beside its problems."""
    lists: dict[str, Vocabulary] = {}
    thesaurus = Thesaurus()
    problems: list[Problem] = []
    named = {*SCHEMES}
    for file in (read_yaml(path, root) for path in sorted(folder.glob("*.yaml"))):
        problems += file.faults
        if file.id == _THESAURUS:
            synonyms, faults = validate(Thesaurus, file.data, file, {})
            thesaurus = synonyms or thesaurus
        else:
            found, faults = validate(Vocabulary, _with_ids(file), file, {})
            faults += _broader_faults(file)
            lists |= {file.id: found} if found else {}
        problems += faults
        named.discard(file.id)
    problems += [_missing(folder.relative_to(root).as_posix(), scheme) for scheme in sorted(named)]
    return Vocabularies(lists, thesaurus), problems


def read_places(folder: Path, root: Path) -> tuple[Places, list[Problem]]:
    """Organisations, groups and display names; States come from ISO 3166."""
    problems: list[Problem] = []
    organisations = _by_code(Place, folder / "organisations.yaml", root, problems)
    display = _by_code(Display, folder / "display.yaml", root, problems)
    context = {"places": Places(organisations, {}, display)}
    groups = _by_code(Group, folder / "groups.yaml", root, problems, context)
    return Places(organisations, groups, display), problems


def _by_code(
    model: type[Coded],
    path: Path,
    root: Path,
    problems: list[Problem],
    context: Context = MappingProxyType({}),
) -> dict[str, Coded]:
    """The values of a file that maps codes to facts."""
    if not path.exists():
        return {}
    file = read_yaml(path, root)
    problems += file.faults
    found: dict[str, Coded] = {}
    fixed = {"kind": "organisation"} if model is Place else {}
    for code, facts in file.data.items():
        given = facts | fixed | {"code": code} if isinstance(facts, dict) else facts
        value, faults = validate(model, given, file, context, Written({(): (code,)}))
        problems += faults
        found |= {code: value} if value else {}
    return found


def _with_ids(file: RecordFile) -> dict[str, Any]:
    concepts = {
        key: facts | {"id": key} if isinstance(facts, dict) else facts
        for key, facts in file.mapping("concepts").items()
    }
    return file.data | {"id": file.id, "concepts": concepts}


def _broader_faults(file: RecordFile) -> list[Problem]:
    concepts = file.mapping("concepts")
    broader = {key: facts.get("broader") for key, facts in concepts.items() if isinstance(facts, dict)}
    return [
        file.problem(f"'{above}' stands not in this list; name a concept of it", ("concepts", key, "broader"))
        for key, above in broader.items()
        if above and above not in concepts
    ]


def _missing(folder: str, scheme: str) -> Problem:
    return Problem(file=f"{folder}/{scheme}.yaml", line=1, message="this list is missing; restore the file")
