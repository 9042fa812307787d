"""The `sourcebook` command."""

import gc

gc.disable()  # a tenth of a second at every start: nothing that is imported is garbage

import json
import socket
import threading
import time
from datetime import date
from typing import Annotated, NoReturn

import typer
import uvicorn

from app.records.ledger import append_lines, missing_lines
from app.records.reader import read_corpus
from app.records.report import build_report, report_lines
from app.records.schema import editor_schema
from app.search.index import write_index
from app.settings import CLONE, Settings
from app.store.identity import build_hash, corpus_hash
from app.store.release import ProblemsFound, build_release

gc.enable()
main = typer.Typer(help="Sourcebook: check, build and serve the knowledge base.", no_args_is_help=True)


@main.command()
def check() -> None:
    """List every problem of every file of the corpus."""
    corpus, problems = read_corpus(Settings().corpus)
    for problem in problems:
        typer.echo(str(problem))
    if corpus is None:
        typer.echo(f"{len(problems)} problems in {len({each.file for each in problems})} files.")
        raise typer.Exit(1)
    provisions = sum(len(record.provisions) for record in corpus.instruments.values())
    typer.echo(f"{len(corpus.instruments)} instruments, {provisions} provisions, no problem.")


@main.command()
def build() -> None:
    """Build the release of the corpus and make it the one that serves."""
    settings = Settings()
    typer.echo(f"Release {_build(settings)} is current in {settings.data}.")


@main.command()
def release() -> None:
    """Enter new ids and anchors in the ledger, then build; run it when the corpus is to be published."""
    settings = Settings()
    corpus, problems = read_corpus(settings.corpus)
    if corpus is None:
        _fail(ProblemsFound(problems))
    anchors = {record.id: [unit.anchor for unit in record.provisions] for record in corpus.instruments.values()}
    lines = missing_lines(corpus.ledger, anchors, corpus.released or date.min)
    append_lines(settings.corpus / "ledger.csv", lines)
    typer.echo(f"{len(lines)} new addresses in the ledger. Release {_build(settings)} is current.")


@main.command()
def report(
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for machines.")] = False,
) -> None:
    """Say what the corpus holds, how far it was read, and where it is thin."""
    corpus, problems = read_corpus(Settings().corpus)
    if corpus is None:
        _fail(ProblemsFound(problems))
    found = build_report(corpus)
    typer.echo(found.model_dump_json(indent=2) if as_json else "\n".join(report_lines(found)))


@main.command()
def schema() -> None:
    """Print the JSON Schema of an instrument's front matter, for editors."""
    typer.echo(json.dumps(editor_schema(Settings().corpus), indent=2, ensure_ascii=False))


@main.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 8000,
    workers: Annotated[int, typer.Option(help="Processes that answer.", min=1)] = 1,
    reload: Annotated[bool, typer.Option(help="Rebuild and restart when corpus or code change.")] = False,
) -> None:
    """Build the release if needed, then serve it."""
    settings = Settings()
    _refuse_taken(host, port)
    identity = _build(settings)
    if reload:
        threading.Thread(target=_rebuild, args=(settings,), daemon=True).start()
    shown = f"[{host}]" if ":" in host else host
    typer.echo(f"Sourcebook {identity} is at http://{shown}:{port} (Ctrl+C stops it)")
    uvicorn.run(
        "app.main:create_app",
        factory=True,
        host=host,
        port=port,
        workers=workers,
        reload=reload,
        reload_dirs=[str(CLONE / "app")] if reload else None,
        log_level="warning",
        access_log=False,  # no search text or address in any log
        server_header=False,
        date_header=False,
    )


def _build(settings: Settings) -> str:
    try:
        return build_release(settings.corpus, settings.data, write_index, typer.echo).id
    except ProblemsFound as found:
        _fail(found)
    except OSError as error:
        said = f"Cannot build in {settings.data} ({error.strerror}); free space there or set SOURCEBOOK_DATA."
        typer.echo(said, err=True)
        raise typer.Exit(1) from error


def _fail(found: ProblemsFound) -> NoReturn:
    for problem in found.problems:
        typer.echo(str(problem))
    typer.echo(f"{found.detail}. Nothing was built; the release that serves stays.", err=True)
    raise typer.Exit(1)


def _rebuild(settings: Settings) -> None:
    """Build again whenever corpus, code or templates changed; a corpus with problems changes nothing."""
    tried = ""
    while True:
        time.sleep(1)
        content = build_hash(corpus_hash(settings.corpus))
        if content == tried:
            continue
        tried = content
        try:
            build_release(settings.corpus, settings.data, write_index)
        except ProblemsFound as found:
            typer.echo("\n".join(str(problem) for problem in found.problems))
            typer.echo(f"{found.detail}; the last good release stays")


def _refuse_taken(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            typer.echo(f"Cannot listen on {host}:{port} ({error.strerror}); choose another with --port.", err=True)
            raise typer.Exit(1) from error


if __name__ == "__main__":
    main()
