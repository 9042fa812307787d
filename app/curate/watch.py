"""Watching: the names of the corpus files that changed, each time some did."""

from collections.abc import Iterator
from pathlib import Path

from watchfiles import watch

_BEAT = 200  # milliseconds until a watch that has seen nothing yet says that it is on


def watch_corpus(corpus: Path) -> Iterator[tuple[str, ...]]:
    """First nothing, as soon as no change can be missed any more; then the files of every change."""
    begun = False
    root = corpus.resolve()
    for changes in watch(root, rust_timeout=_BEAT, yield_on_timeout=True):
        if changes or not begun:
            begun = True
            yield tuple(sorted({Path(path).relative_to(root).as_posix() for _, path in changes}))
