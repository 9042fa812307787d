"""What every engine must do: the same sets of passages for the same nodes, whatever library stores them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from app.search.document import Document
from app.search.engine import Engine, EngineError, EngineRoom
from app.search.engines import whoosh
from app.search.node import And, Everything, Near, Node, Not, Or, Phrase, Prefix, Term
from app.search.seal import write_seal

TEXT = ("paraphrase_stem",)
BOTH = ("name_stem", "paraphrase_stem")

DOCUMENTS = (
    Document(0, {"name_stem": "palermo protocol", "paraphrase_stem": "states discourage the demand that fosters"}),
    Document(1, {"name_stem": "demand act", "paraphrase_stem": "the demand the demand"}),
    Document(2, {"name_stem": "demand act", "paraphrase_stem": "demand is what states discourage"}),
    Document(3, {"ident_name": "57(1)(f) 57(1) 57 2014/24/eu", "paraphrase_stem": "łódź שלום"}),
    Document(4, {}),
)

ROOMS: tuple[EngineRoom, ...] = (whoosh,)


@pytest.fixture(scope="module", params=ROOMS, ids=lambda room: room.__name__.rpartition(".")[2])
def room(request: pytest.FixtureRequest) -> EngineRoom:
    found: EngineRoom = request.param
    return found


@pytest.fixture(scope="module")
def stored(room: EngineRoom, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("index")
    assert room.write_index(folder, DOCUMENTS) == len(DOCUMENTS)
    opened = room.open_engine(folder)
    yield opened
    opened.close()


Keys = Callable[[Node], list[int]]


@pytest.fixture
def keys(stored: Engine) -> Keys:
    return lambda node: [int(key) for key in stored.search(node).keys]


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (Everything(), [0, 1, 2, 3, 4]),
        (Term(TEXT, "demand"), [0, 1, 2]),
        (Term(BOTH, "act"), [1, 2]),
        (Term(TEXT, "act"), []),
        (Term(TEXT, "nothing"), []),
        (Term(("ident_name",), "57(1)(f)"), [3]),
        (Term(("ident_name",), "2014/24/eu"), [3]),
        (Term(TEXT, "łódź"), [3]),
        (Term(TEXT, "שלום"), [3]),
        (Phrase(TEXT, ("discourage", "the", "demand")), [0]),
        (Phrase(TEXT, ("the", "demand")), [0, 1]),
        (Phrase(TEXT, ("the", "demand", "the")), [1]),
        (Phrase(TEXT, ("demand", "discourage")), []),
        (Phrase(BOTH, ("act", "demand")), []),
        (Near(TEXT, ("demand", "discourage"), 2), [0]),
        (Near(TEXT, ("demand", "discourage"), 4), [0, 2]),
        (Near(TEXT, ("demand", "discourage"), 1), []),
        (Near(TEXT, ("demand", "nothing"), 50), []),
        (Prefix(TEXT, "d", 10), [0, 1, 2]),
        (Prefix(TEXT, "dis", 10), [0, 2]),
        (Prefix(TEXT, "d", 1), [0, 1, 2]),
        (Prefix(TEXT, "zz", 10), []),
        (And((Term(TEXT, "demand"), Term(TEXT, "states"))), [0, 2]),
        (And((Term(TEXT, "demand"), Not(Term(TEXT, "states")))), [1]),
        (And((Term(TEXT, "demand"),), (Term(TEXT, "fosters"),)), [0, 1, 2]),
        (And((Term(TEXT, "nothing"),), (Term(TEXT, "fosters"),)), []),
        (And((Term(BOTH, "palermo"), Term(BOTH, "demand"))), [0]),
        (Or((Term(TEXT, "fosters"), Term(TEXT, "what"))), [0, 2]),
        (Or(()), []),
        (Not(Term(TEXT, "demand")), [3, 4]),
        (Not(Everything()), []),
    ],
)
def test_a_node_finds_these_passages(keys: Keys, node: Node, expected: list[int]) -> None:
    assert keys(node) == expected


def test_size_counts_every_passage(stored: Engine) -> None:
    assert stored.size == len(DOCUMENTS)


def test_keys_rise_and_each_has_a_score(stored: Engine) -> None:
    found = stored.search(Or((Term(TEXT, "what"), Term(TEXT, "demand"))))
    assert found.keys.tolist() == [0, 1, 2]
    assert found.scores.shape == found.keys.shape
    assert (found.scores > 0).all()


def test_the_same_question_has_the_same_answer(stored: Engine) -> None:
    node = And((Term(BOTH, "demand"),), (Phrase(TEXT, ("the", "demand"), 2.0),))
    one, other = stored.search(node), stored.search(node)
    assert np.array_equal(one.keys, other.keys)
    assert np.array_equal(one.scores, other.scores)


def test_a_name_weighs_more_than_a_text(stored: Engine) -> None:
    in_text, in_both, _ = stored.search(Term(BOTH, "demand")).scores
    assert in_both > in_text


def test_an_optional_node_adds_to_the_score(stored: Engine) -> None:
    plain = stored.search(And((Term(TEXT, "demand"),)))
    raised = stored.search(And((Term(TEXT, "demand"),), (Term(TEXT, "fosters"),)))
    assert (raised.scores > plain.scores).tolist() == [True, False, False]


def test_a_boost_multiplies(stored: Engine) -> None:
    one = stored.search(Phrase(TEXT, ("the", "demand"))).scores
    assert np.allclose(stored.search(Phrase(TEXT, ("the", "demand"), 2.0)).scores, one * 2)


def test_the_vocabulary_is_sorted_and_bounded(stored: Engine) -> None:
    assert stored.vocabulary(TEXT, "d", 10) == ("demand", "discourage")
    assert stored.vocabulary(BOTH, "", 3) == ("act", "demand", "discourage")
    assert stored.vocabulary(TEXT, "d", 1) == ("demand",)
    assert stored.vocabulary(TEXT, "ł", 5) == ("łódź",)


def test_an_empty_index_answers(room: EngineRoom, tmp_path: Path) -> None:
    assert room.write_index(tmp_path / "none", ()) == 0
    opened = room.open_engine(tmp_path / "none")
    assert opened.search(Term(TEXT, "demand")).keys.tolist() == []
    assert opened.search(Everything()).keys.tolist() == []
    opened.close()


def test_a_missing_index_is_an_engine_error(room: EngineRoom, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="sourcebook build"):
        room.open_engine(tmp_path / "nowhere")


def test_keys_out_of_order_are_refused(room: EngineRoom, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="sort the passages"):
        room.write_index(tmp_path, (Document(1, {"name_stem": "a"}),))


@pytest.mark.parametrize("kept", [0, 1, 50])
def test_a_damaged_index_is_an_engine_error(room: EngineRoom, tmp_path: Path, kept: int) -> None:
    room.write_index(tmp_path, DOCUMENTS)
    largest = max(tmp_path.iterdir(), key=lambda path: path.stat().st_size)
    largest.write_bytes(largest.read_bytes()[:kept])
    with pytest.raises(EngineError, match="sourcebook build"):
        room.open_engine(tmp_path)


def test_an_index_that_lost_a_file_is_an_engine_error(room: EngineRoom, tmp_path: Path) -> None:
    room.write_index(tmp_path, DOCUMENTS)
    max(tmp_path.iterdir(), key=lambda path: path.stat().st_size).unlink()
    with pytest.raises(EngineError, match="sourcebook build"):
        room.open_engine(tmp_path)


def test_a_sealed_folder_that_is_no_index_is_an_engine_error(room: EngineRoom, tmp_path: Path) -> None:
    write_seal(tmp_path)
    with pytest.raises(EngineError, match="sourcebook build"):
        room.open_engine(tmp_path)


def test_a_closed_index_is_an_engine_error(room: EngineRoom, tmp_path: Path) -> None:
    room.write_index(tmp_path, DOCUMENTS)
    opened = room.open_engine(tmp_path)
    opened.close()
    with pytest.raises(EngineError, match="closed"):
        opened.search(Term(TEXT, "demand"))


def test_a_folder_that_cannot_be_written_is_an_engine_error(room: EngineRoom, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(EngineError, match="cannot be written"):
        room.write_index(tmp_path / "file" / "index", DOCUMENTS)
