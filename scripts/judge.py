"""What scripts/battery.py runs inside the environment: every question to every system, and what it found graded."""

import argparse
import json
import math
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, Protocol

import yaml
from baselines import Fts5, PlainWhoosh

from app.library import CurrentLibrary, Library
from app.search.index import write_index
from app.search.passage import Passage, passages
from app.search.query import SearchQuery
from app.settings import CLONE, Settings
from app.store.release import build_release

BATTERY = CLONE / "tests" / "battery.yaml"
MEANT = 3
POOLED = 12
NOTHING = "nonsense"


@dataclass(frozen=True)
class Question:
    """A query with what it should find: ids, or id#anchor where that very provision is meant, graded 1 to 3."""

    q: str
    kind: str
    half: Literal["tune", "hold"]
    relevant: dict[str, int]

    @property
    def gains(self) -> dict[str, int]:
        """The best grade of each instrument."""
        best: dict[str, int] = {}
        for key, grade in self.relevant.items():
            best[key.partition("#")[0]] = max(grade, best.get(key.partition("#")[0], 0))
        return best

    def grade(self, instrument: str, anchor: str) -> int:
        """The grade of an instrument shown with its best passage."""
        return self.relevant.get(f"{instrument}#{anchor}", self.relevant.get(instrument, 0))


@dataclass(frozen=True)
class Figures:
    """What one system did with some questions; each a mean between 0 and 1."""

    count: int
    ndcg: float
    success_1: float
    success_3: float
    recall_20: float


class System(Protocol):
    """Something that finds instruments, each with its best passage, best first."""

    name: str

    def find(self, question: str) -> list[tuple[str, str]]: ...


class Sourcebook:
    """Our own search, as the page asks it."""

    name = "Sourcebook"

    def __init__(self, library: Library) -> None:
        self._library = library

    def find(self, question: str) -> list[tuple[str, str]]:
        results = self._library.search(SearchQuery(q=question, size=20)).results
        return [(hit.id, hit.passages[0].anchor if hit.passages else "") for hit in results]


class Baseline:
    """A ranking of passages, read as a ranking of their instruments."""

    def __init__(self, ranker: Fts5 | PlainWhoosh, found: tuple[Passage, ...]) -> None:
        self.name = ranker.name
        self._ranker = ranker
        self._passages = found

    def find(self, question: str) -> list[tuple[str, str]]:
        best: dict[str, str] = {}
        for key in self._ranker.search(question):
            best.setdefault(self._passages[key].instrument, self._passages[key].anchor)
        return list(best.items())[:20]


def read_battery(path: Path = BATTERY) -> tuple[Question, ...]:
    """The battery, as it stands."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rows = yaml.load(path.read_text(encoding="utf-8"), loader)["queries"]  # noqa: S506  # both loaders are safe ones
    return tuple(Question(str(row["q"]), row["kind"], row["half"], row.get("relevant") or {}) for row in rows)


def judge(system: System, questions: Iterable[Question]) -> Figures:
    """The means over some questions; where nothing should be found, finding nothing is all there is."""
    asked = tuple(questions)
    rows = [_score(question, system.find(question.q)) for question in asked]
    means = [sum(column) / len(rows) for column in zip(*rows, strict=True)] if rows else [0.0] * 4
    return Figures(len(asked), *means)


def _score(question: Question, found: list[tuple[str, str]]) -> tuple[float, float, float, float]:
    if not question.relevant:
        nothing = float(not found)
        return nothing, nothing, nothing, nothing
    grades = [question.grade(*each) for each in found]
    ideal = _dcg(sorted(question.gains.values(), reverse=True)[:10])
    reached = len({instrument for instrument, _ in found[:20]} & question.gains.keys())
    return (
        _dcg(grades[:10]) / ideal,
        float(MEANT in grades[:1]),
        float(MEANT in grades[:3]),
        reached / len(question.gains),
    )


def _dcg(grades: list[int]) -> float:
    return math.fsum((2.0**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def systems(library: Library) -> tuple[System, ...]:
    """Ours, and what it is measured against."""
    found = passages(library.corpus)
    return Sourcebook(library), Baseline(Fts5(found), found), Baseline(PlainWhoosh(found), found)


def open_library() -> Library:
    """The release of the corpus as it stands, built if need be."""
    settings = Settings()
    build_release(settings.corpus, settings.data, write_index)
    return CurrentLibrary(settings.data).get()


def main() -> None:
    """Judge and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("tune", "hold"), help="only this half")
    parser.add_argument("--misses", action="store_true", help="list what was not found first")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument(
        "--pool", metavar="FILE", type=Path, help="list what the systems find for the queries of a file"
    )
    options = parser.parse_args()
    library = open_library()
    judged = systems(library)
    if options.pool:
        _print_pool(options.pool, judged)
        return
    questions = [each for each in read_battery() if options.half in (None, each.half)]
    if options.json:
        sys.stdout.write(json.dumps(_figures(questions, judged, library.release.id)) + "\n")
        return
    print(f"release {library.release.id}, {len(questions)} questions\n")
    for half in dict.fromkeys(each.half for each in questions):
        _print_table(half, [each for each in questions if each.half == half], judged)
    if options.misses:
        _print_misses(questions, judged[0])


def _figures(questions: list[Question], judged: tuple[System, ...], release: str) -> dict[str, object]:
    """By half, system and kind; 'all' is all but nonsense."""
    found: dict[str, object] = {"release": release}
    for half in dict.fromkeys(each.half for each in questions):
        asked = [each for each in questions if each.half == half]
        groups = {"all": [each for each in asked if each.kind != NOTHING]}
        for each in asked:
            groups.setdefault(each.kind, []).append(each)
        found[half] = {
            system.name: {name: asdict(judge(system, group)) for name, group in groups.items()} for system in judged
        }
    return found


def _print_table(half: str, questions: list[Question], judged: tuple[System, ...]) -> None:
    kinds = dict.fromkeys(each.kind for each in questions)
    groups = {"all but nonsense": [each for each in questions if each.kind != NOTHING]}
    groups |= {kind: [each for each in questions if each.kind == kind] for kind in kinds}
    for system in judged:
        print(f"{half}: {system.name:<24}     n  nDCG@10  success@1  success@3  recall@20")
        for name, group in groups.items():
            row = judge(system, group)
            figures = f"{row.ndcg:9.3f}{row.success_1:11.3f}{row.success_3:11.3f}{row.recall_20:11.3f}"
            print(f"  {name:<32}{row.count:4}{figures}")
        print()


def _print_misses(questions: list[Question], system: System) -> None:
    for question in questions:
        found = system.find(question.q)
        score = _score(question, found)
        if score[0] < 0.95 or score[1] < 1:
            wanted = ", ".join(f"{key} {grade}" for key, grade in question.relevant.items()) or "nothing"
            shown = ", ".join(f"{each}#{anchor}={question.grade(each, anchor)}" for each, anchor in found[:6])
            print(
                f"{score[0]:.2f} [{question.half} {question.kind}] {question.q}\n"
                f"     wanted {wanted}\n     found  {shown}"
            )


def _print_pool(path: Path, judged: tuple[System, ...]) -> None:
    """What any system finds, sorted by id so that nobody knows who found it: for whoever grades."""
    for question in path.read_text(encoding="utf-8").splitlines():
        pool = {f"{each}#{anchor}" for system in judged for each, anchor in system.find(question)[:POOLED]}
        sys.stdout.write(json.dumps({"q": question, "pool": sorted(pool)}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
