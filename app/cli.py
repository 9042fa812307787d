"""The `sourcebook` command."""

import sys

import typer

from app.records.reader import read_corpus
from app.settings import Settings

main = typer.Typer(help="Sourcebook: check, build and serve the knowledge base.", no_args_is_help=True)


@main.callback()
def _root() -> None:
    """Sourcebook."""


@main.command()
def check() -> None:
    """List every problem of every file of the corpus."""
    corpus, problems = read_corpus(Settings().corpus)
    for problem in problems:
        typer.echo(str(problem))
    if corpus is None:
        typer.echo(f"{len(problems)} problems in {len({each.file for each in problems})} files.")
        sys.exit(1)
    typer.echo(f"{len(corpus.instruments)} instruments, no problem.")
