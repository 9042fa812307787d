"""Note and figure files: read, and checked against the records they speak of."""

from collections.abc import Iterator

from app.records.check_sources import check_copies
from app.records.checks import check_name, check_seen, check_words
from app.records.figures import Figure
from app.records.known import Known
from app.records.models_of import Context, validate
from app.records.notes import Note
from app.records.problem import Problem
from app.records.record_file import RecordFile
from app.records.sources import WORDING
from app.records.terms import nearest


def read_note(file: RecordFile, context: Context) -> tuple[Note | None, list[Problem]]:
    """The note a file describes; None beside its problems."""
    if not file.is_mapping:
        return None, []
    return validate(Note, file.data | {"id": file.id, "words": file.body.strip()}, file, context)


def read_figure(file: RecordFile, context: Context) -> tuple[Figure | None, list[Problem]]:
    """The figure a file describes; None beside its problems."""
    if not file.is_mapping:
        return None, []
    return validate(Figure, file.data | {"id": file.id}, file, context)


def check_note(file: RecordFile, known: Known) -> Iterator[Problem]:
    """A note has a good name and words, and concerns records that exist."""
    yield from check_name(file)
    yield from check_words(file)
    yield from check_seen(file)
    yield from _concerns(file, known)


def check_figure(file: RecordFile, known: Known, figures: set[str]) -> Iterator[Problem]:
    """A figure concerns records that exist, is superseded by one that exists, and is verified only by wording."""
    yield from check_name(file)
    yield from check_seen(file)
    yield from check_copies(file)
    yield from _concerns(file, known)
    newer = file.data.get("superseded_by")
    if isinstance(newer, str) and newer and newer not in figures:
        offer = nearest(newer, figures, "add it")
        yield file.problem(f"superseded by '{newer}', which is no figure; {offer}", ("superseded_by",))
    if file.data.get("state") == "verified" and file.mapping("source").get("kind") not in WORDING:
        message = "verified by a source that is not the wording; use kind official or official-copy, or lower the state"
        yield file.problem(message, ("state",))


def _concerns(file: RecordFile, known: Known) -> Iterator[Problem]:
    concerns = file.data.get("concerns")
    for index, address in enumerate(concerns if isinstance(concerns, list) else []):
        if isinstance(address, str) and (fault := known.fault(address)):
            yield file.problem(f"concerns nothing: {fault}", ("concerns", index))
