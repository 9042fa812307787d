"""Releases: built whole, switched in one step, the old one served until then."""

import os
import shutil
import time
from pathlib import Path

import pytest

from app.errors import NotReady
from app.records.corpus import Corpus
from app.search.index import write_index
from app.store.release import ProblemsFound, Release, build_release, current_mark, current_release

PROTOCOL = "instruments/international/palermo-protocol.md"


def build(corpus: Path, data: Path) -> Release:
    """Build with the index that is shipped."""
    return build_release(corpus, data, write_index)


def change(corpus: Path, to: str) -> None:
    """Give the corpus another summary."""
    path = corpus / PROTOCOL
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("The first treaty", f"{to} the first treaty"), encoding="utf-8")


def contents(folder: Path) -> dict[str, int]:
    """Every file of a folder with the moment it was written."""
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_a_release_holds_the_corpus(own_corpus: Path, data: Path, tiny_corpus: Corpus) -> None:
    assert dict(build(own_corpus, data).corpus().instruments) == dict(tiny_corpus.instruments)


def test_a_release_is_named_by_its_newest_entry(own_corpus: Path, data: Path) -> None:
    assert build(own_corpus, data).id.startswith("2026-11-02-")


def test_what_was_built_is_current(own_corpus: Path, data: Path) -> None:
    assert build(own_corpus, data) == current_release(data)


def test_the_same_corpus_in_another_folder_is_the_same_release(own_corpus: Path, tmp_path: Path, data: Path) -> None:
    other = shutil.copytree(own_corpus, tmp_path / "elsewhere" / "records")
    first, second = build(own_corpus, data), build(other, tmp_path / "other-data")
    assert (first.id, first.build) == (second.id, second.build)


def test_line_ends_of_another_system_do_not_change_the_release(own_corpus: Path, tmp_path: Path, served: Path) -> None:
    first = current_release(served)
    for path in own_corpus.rglob("*.*"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    second = build(own_corpus, tmp_path / "other-data")
    assert (second.id, second.build) == (first.id, first.build)
    assert dict(second.corpus().instruments) == dict(first.corpus().instruments)


def test_a_changed_corpus_is_another_release(own_corpus: Path, served: Path) -> None:
    first = current_release(served)
    change(own_corpus, "Perhaps")
    assert build(own_corpus, served).id != first.id


def test_a_file_of_no_kind_we_read_does_not_change_the_release(own_corpus: Path, served: Path) -> None:
    first = current_release(served)
    (own_corpus / "instruments" / ".palermo-protocol.md.swp").write_text("x", encoding="utf-8")
    (own_corpus / "instruments" / "list.txt").write_text("x", encoding="utf-8")
    assert build(own_corpus, served) == first


def test_an_unchanged_corpus_is_not_built_again(own_corpus: Path, served: Path) -> None:
    before, said = contents(served), list[str]()
    build_release(own_corpus, served, write_index, said.append)
    assert contents(served) == before
    assert said == []


def test_the_old_release_serves_until_the_new_one_is_whole(own_corpus: Path, served: Path) -> None:
    first, during = current_release(served), list[Release]()

    def watch(directory: Path, corpus: Corpus) -> None:
        write_index(directory, corpus)
        during.append(current_release(served))

    change(own_corpus, "Perhaps")
    second = build_release(own_corpus, served, watch)
    assert (during, current_release(served)) == ([first], second)


def test_the_mark_changes_with_the_release(own_corpus: Path, served: Path) -> None:
    before = current_mark(served)
    change(own_corpus, "Perhaps")
    build(own_corpus, served)
    assert current_mark(served) != before


def test_only_the_last_two_releases_are_kept(own_corpus: Path, data: Path) -> None:
    built = []
    for word in ("Once", "Twice", "Thrice"):
        change(own_corpus, word)
        built.append(build(own_corpus, data).folder)
    assert {path for path in data.iterdir() if path.is_dir()} == set(built[1:])


def test_an_older_release_that_stands_becomes_current_without_being_built(own_corpus: Path, served: Path) -> None:
    valid = (own_corpus / PROTOCOL).read_text(encoding="utf-8")
    first = current_release(served)
    change(own_corpus, "Perhaps")
    second = build(own_corpus, served)
    (own_corpus / PROTOCOL).write_text(valid, encoding="utf-8")
    before = contents(first.folder)
    assert build(own_corpus, served) == first == current_release(served)
    assert contents(first.folder) == before
    assert second.folder.exists()


def test_a_corpus_with_problems_changes_nothing(own_corpus: Path, served: Path) -> None:
    before = contents(served)
    (own_corpus / PROTOCOL).write_text("No facts.", encoding="utf-8")
    with pytest.raises(ProblemsFound, match="run: sourcebook check"):
        build(own_corpus, served)
    assert contents(served) == before


def test_a_corpus_with_problems_leaves_no_data_folder(own_corpus: Path, data: Path) -> None:
    (own_corpus / PROTOCOL).write_text("No facts.", encoding="utf-8")
    with pytest.raises(ProblemsFound):
        build(own_corpus, data)
    assert not data.exists()


def test_a_build_that_fails_while_writing_leaves_the_old_release_current(own_corpus: Path, served: Path) -> None:
    def fail(directory: Path, corpus: Corpus) -> None:
        write_index(directory, corpus)
        raise OSError("No space left on device")

    first = current_release(served)
    change(own_corpus, "Perhaps")
    with pytest.raises(OSError, match="No space"):
        build_release(own_corpus, served, fail)
    assert current_release(served) == first


def test_what_a_dead_build_of_the_same_process_id_left_behind_is_no_hindrance(own_corpus: Path, served: Path) -> None:
    first = current_release(served)
    shutil.rmtree(served)
    (served / f"{first.build}-{os.getpid()}.new" / "index").mkdir(parents=True)
    assert build(own_corpus, served) == first


def test_a_release_whose_removal_was_cut_short_is_built_again(own_corpus: Path, served: Path) -> None:
    first = current_release(served)
    (first.folder / "release.json").unlink()
    assert build(own_corpus, served).corpus().instruments.keys() == {
        path.stem for path in (own_corpus / "instruments").rglob("*.md")
    }


def test_two_builds_of_the_same_corpus_at_once_make_one_release(own_corpus: Path, data: Path) -> None:
    def build_beside(directory: Path, corpus: Corpus) -> None:
        build(own_corpus, data)
        write_index(directory, corpus)

    build_release(own_corpus, data, build_beside)
    assert [path.name for path in data.iterdir() if path.is_dir()] == [current_release(data).build]


@pytest.mark.parametrize(("minutes", "stays"), [(59, True), (61, False)])
def test_unfinished_builds_are_removed_after_an_hour(own_corpus: Path, data: Path, minutes: int, stays: bool) -> None:
    left = data / "0123456789ab-0a1b2c3d.new"
    left.mkdir(parents=True)
    moment = time.time() - minutes * 60
    os.utime(left, (moment, moment))
    build(own_corpus, data)
    assert left.exists() is stays


def test_without_a_data_folder_the_command_to_run_is_named(data: Path) -> None:
    with pytest.raises(NotReady, match=r"run: python3 scripts/serve\.py \(or: sourcebook build\)"):
        current_release(data)


@pytest.mark.parametrize("said", ["", "gone", "../corpus"])
def test_a_pointer_to_no_release_names_the_command_too(served: Path, said: str) -> None:
    (served / "current").write_text(said, encoding="utf-8")
    with pytest.raises(NotReady, match="sourcebook build"):
        current_release(served)


def test_a_lost_pointer_is_made_again(own_corpus: Path, served: Path) -> None:
    first = current_release(served)
    (served / "current").unlink()
    assert build(own_corpus, served) == first == current_release(served)


def test_without_a_release_there_is_no_mark(data: Path) -> None:
    assert current_mark(data) is None


def test_a_build_that_breaks_leaves_nothing_behind(corpus_folder: Path, tmp_path: Path) -> None:
    def broken(folder: Path, corpus: Corpus) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        build_release(corpus_folder, tmp_path / "data", broken)
    assert list((tmp_path / "data").iterdir()) == []
