"""The reader: the whole corpus from its folder, or every problem of every file."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from app.records.check_sources import check_sources
from app.records.checks import FILE_CHECKS, check_relations
from app.records.comparison_files import check_comparison, read_comparison
from app.records.comparisons import Comparison
from app.records.corpus import Corpus
from app.records.coverage import read_coverage
from app.records.figures import Figure
from app.records.instrument import Instrument
from app.records.instrument_file import read_instrument
from app.records.known import Known
from app.records.ledger import check_ledger, read_ledger
from app.records.lists import read_places, read_vocabularies
from app.records.models_of import Context
from app.records.note_files import check_figure, check_note, read_figure, read_note
from app.records.notes import Note
from app.records.problem import Problem
from app.records.ratifications import read_ratifications
from app.records.record_file import RecordFile, read_markdown, read_yaml


def read_corpus(root: Path) -> tuple[Corpus | None, tuple[Problem, ...]]:
    """The corpus, or None beside all problems, ordered by file and line."""
    if not root.is_dir():
        return None, (Problem(file=str(root), line=1, message="no such folder; set SOURCEBOOK_CORPUS to the corpus"),)
    vocabularies, problems = read_vocabularies(root / "vocabularies", root)
    places, faults = read_places(root / "places", root)
    problems += faults
    context: Context = {"vocabularies": vocabularies, "places": places}
    files = [read_markdown(path, root) for path in sorted((root / "instruments").rglob("*.md"))]
    known = Known.of(files)
    instruments = _instruments(files, known, context, problems)
    notes = _notes(root, known, context, problems)
    figures = _figures(root, known, context, problems)
    comparisons = _comparisons(root, known, context, problems)
    treaties = {file.id: file for file in files}
    ratifications, faults = read_ratifications(root / "ratifications", root, treaties, context)
    problems += faults
    coverage, faults = read_coverage(root / "coverage", root, known, context)
    problems += faults
    ledger, faults = read_ledger(root / "ledger.csv", root)
    problems += [*faults, *check_ledger(ledger, known, "ledger.csv")]
    if problems:
        return None, tuple(sorted(set(problems), key=lambda each: (each.file, each.line, each.message)))
    corpus = Corpus(
        instruments=instruments,
        notes=notes,
        figures=figures,
        comparisons=comparisons,
        ratifications=ratifications,
        coverage=coverage,
        places=places,
        vocabularies=vocabularies,
        ledger=tuple(ledger.values()),
    )
    return corpus, ()


def _instruments(
    files: list[RecordFile], known: Known, context: Context, problems: list[Problem]
) -> dict[str, Instrument]:
    found: dict[str, Instrument] = {}
    for file in files:
        instrument, faults = read_instrument(file, context)
        problems += [*file.faults, *faults, *check_relations(file, known), *check_sources(file)]
        problems += [fault for check in FILE_CHECKS for fault in check(file)]
        found |= {file.id: instrument} if instrument else {}
    problems += _repeated_ids(files)
    problems += _repeated_aliases(files)
    return dict(sorted(found.items()))


def _repeated_ids(files: list[RecordFile]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for file in files:
        if first.setdefault(file.id, file.name) != file.name:
            yield file.problem(f"the id '{file.id}' is taken by {first[file.id]}; rename one", line=1)


def _repeated_aliases(files: list[RecordFile]) -> Iterator[Problem]:
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for file in files:
        aliases = file.data.get("aliases")
        for index, alias in enumerate(aliases if isinstance(aliases, list) else []):
            name = alias.get("name") if isinstance(alias, dict) else alias
            key = " ".join(str(name).casefold().split())
            if owners[key]:
                message = f"the alias '{name}' is taken by {owners[key][0]}; keep it where it finds the right record"
                yield file.problem(message, ("aliases", index))
            owners[key].append(file.name)


def _notes(root: Path, known: Known, context: Context, problems: list[Problem]) -> dict[str, Note]:
    found: dict[str, Note] = {}
    for file in (read_markdown(path, root) for path in sorted((root / "notes").glob("*.md"))):
        note, faults = read_note(file, context)
        problems += [*file.faults, *faults, *check_note(file, known), *check_sources(file)]
        found |= {file.id: note} if note else {}
    return found


def _figures(root: Path, known: Known, context: Context, problems: list[Problem]) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    files = [read_yaml(path, root) for path in sorted((root / "figures").glob("*.yaml"))]
    ids = {file.id for file in files}
    for file in files:
        figure, faults = read_figure(file, context)
        problems += [*file.faults, *faults, *check_figure(file, known, ids)]
        found |= {file.id: figure} if figure else {}
    return found


def _comparisons(root: Path, known: Known, context: Context, problems: list[Problem]) -> dict[str, Comparison]:
    found: dict[str, Comparison] = {}
    for file in (read_yaml(path, root) for path in sorted((root / "comparisons").glob("*.yaml"))):
        comparison, faults = read_comparison(file, context)
        problems += [*file.faults, *faults, *check_comparison(file, known)]
        found |= {file.id: comparison} if comparison else {}
    return found
