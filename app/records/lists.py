"""Lists: vocabularies, thesaurus and places, read from their YAML files."""

from pathlib import Path
from typing import Any, TypeVar

from app.records.models_of import validate
from app.records.places import Display, Group, Place, Places
from app.records.problem import Problem
from app.records.record_file import RecordFile, read_yaml
from app.records.vocabulary import Thesaurus, Vocabularies, Vocabulary

Coded = TypeVar("Coded", Place, Group, Display)
_THESAURUS = "thesaurus"


def read_vocabularies(folder: Path, root: Path) -> tuple[Vocabularies, list[Problem]]:
    """Every list of the folder; one that is broken is left out beside its problems."""
    lists: dict[str, Vocabulary] = {}
    thesaurus = Thesaurus()
    problems: list[Problem] = []
    for file in (read_yaml(path, root) for path in sorted(folder.glob("*.yaml"))):
        problems += file.faults
        if file.id == _THESAURUS:
            synonyms, faults = validate(Thesaurus, file.data, file, {})
            thesaurus = synonyms or thesaurus
        else:
            found, faults = validate(Vocabulary, _with_ids(file), file, {})
            faults += _broader_faults(file, found)
            lists |= {file.id: found} if found else {}
        problems += faults
    return Vocabularies(lists, thesaurus), problems


def read_places(folder: Path, root: Path) -> tuple[Places, list[Problem]]:
    """Organisations, groups and display names; States come from ISO 3166."""
    problems: list[Problem] = []
    organisations = _by_code(Place, folder / "organisations.yaml", root, {"kind": "organisation"}, problems)
    groups = _by_code(Group, folder / "groups.yaml", root, {}, problems)
    display = _by_code(Display, folder / "display.yaml", root, {}, problems)
    places = Places(organisations, groups, display)
    return places, problems + _member_faults(places, folder, root)


def _by_code(
    model: type[Coded], path: Path, root: Path, fixed: dict[str, str], problems: list[Problem]
) -> dict[str, Coded]:
    """The values of a file that maps codes to facts."""
    if not path.exists():
        return {}
    file = read_yaml(path, root)
    problems += file.faults
    found: dict[str, Coded] = {}
    for code, facts in file.data.items():
        given = (facts if isinstance(facts, dict) else {}) | fixed | {"code": code}
        value, faults = validate(model, given, file, {}, {(): (code,)})
        problems += faults
        found |= {code: value} if value else {}
    return found


def _with_ids(file: RecordFile) -> dict[str, Any]:
    concepts = {
        key: facts | {"id": key} if isinstance(facts, dict) else facts
        for key, facts in file.mapping("concepts").items()
    }
    return file.data | {"id": file.id, "concepts": concepts}


def _broader_faults(file: RecordFile, found: Vocabulary | None) -> list[Problem]:
    return [
        file.problem(f"'{each.broader}' stands not in this list; name a concept of it", ("concepts", each.id))
        for each in (found.concepts.values() if found else ())
        if each.broader and found and each.broader not in found.concepts
    ]


def _member_faults(places: Places, folder: Path, root: Path) -> list[Problem]:
    name = (folder / "groups.yaml").relative_to(root).as_posix()
    return [
        Problem(
            file=name,
            line=1,
            message=f"group '{group.code}': '{member.place}' is no known place; mend the code",
        )
        for group in places.groups.values()
        for member in group.members
        if not places.known(member.place)
    ]
