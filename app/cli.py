"""The `sourcebook` command."""

import gc

gc.disable()  # a tenth of a second at every start: nothing that is imported is garbage

import json
import socket
import sys
import threading
import time
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn

import typer
import uvicorn

from app.curate.addresses import read_addresses
from app.curate.link_report import link_lines
from app.curate.links import Offline, Politeness, check_links
from app.curate.skeleton import NewRecord, write_skeleton
from app.curate.watch import watch_corpus
from app.errors import AppError
from app.records.ledger import append_lines, missing_lines
from app.records.reader import read_corpus
from app.records.report import build_report, report_lines
from app.records.schema import editor_schema
from app.search.index import write_index
from app.settings import CLONE, Settings
from app.store.identity import build_hash, corpus_hash
from app.store.release import ProblemsFound, build_release

gc.enable()
_CLEAR = "\x1b[2J\x1b[H"  # a terminal shows the newest check alone
main = typer.Typer(help="Sourcebook: check, build and serve the knowledge base.", no_args_is_help=True)


@main.command()
def new(
    id_: Annotated[str, typer.Argument(metavar="ID", help="File name and address for ever: a slug, such as de-gwb.")],
    level: Annotated[str, typer.Option(help="Who issued it; of a State's code in --place it is clear.")] = "",
    place: Annotated[str, typer.Option(help="A State, a part of one or an organisation: no, us-ca, ilo.")] = "",
    type_: Annotated[str, typer.Option("--type", help="A type of corpus/vocabularies/type.yaml.")] = "",
    title: Annotated[str, typer.Option(help="The full title in English.")] = "",
) -> None:
    """Write the skeleton of a new record, with a FILL wherever a fact is missing."""
    record = NewRecord(id=id_, level=level, place=place, type=type_, title=title)
    try:
        path = write_skeleton(Settings().corpus, record, date.today())
    except AppError as error:
        _stop(error.detail)
    except OSError as error:
        _stop(f"{error.filename} cannot be written ({error.strerror}); mend that and try again")
    typer.echo(f"Wrote {path}")
    typer.echo("Replace every FILL while this runs beside your editor: sourcebook check --watch")


@main.command()
def check(
    watch: Annotated[bool, typer.Option("--watch", help="Check again at every change; Ctrl+C ends it.")] = False,
) -> None:
    """List every problem of every file of the corpus."""
    corpus = Settings().corpus
    if not (watch and corpus.is_dir()):
        if not _check(corpus):
            raise typer.Exit(1)
        return
    try:
        for changed in watch_corpus(corpus):
            more = f" and {len(changed) - 5} more" if len(changed) > 5 else ""
            said = f"== {', '.join(changed[:5])}{more}" if changed else f"== watching {corpus} (Ctrl+C ends it)"
            typer.echo((_CLEAR if sys.stdout.isatty() else "") + said)
            _check(corpus)
    except KeyboardInterrupt:
        typer.echo("")


@main.command()
def links(
    only: Annotated[str, typer.Option(metavar="ID", help="Only what this record, note or figure names.")] = "",
    timeout: Annotated[float, typer.Option(help="Seconds to wait for an answer.", min=1)] = 20,
    parallel: Annotated[int, typer.Option(help="Hosts asked at the same time.", min=1, max=64)] = 8,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for machines.")] = False,
    private: Annotated[bool, typer.Option(hidden=True, help="Ask this machine too, without pause: for tests.")] = False,
) -> None:
    """Ask every web address of the corpus whether it still answers; exit 1: some are gone, 2: offline."""
    settings = Settings()
    contact = settings.base_url
    manners = Politeness(
        timeout=timeout, parallel=parallel, pause=0 if private else 1, contact=contact, private=private
    )
    try:
        addresses = read_addresses(settings.corpus, only)
        with typer.progressbar(length=len(addresses), label="Asking", file=sys.stderr) as bar:
            found = check_links(addresses, manners, lambda: bar.update(1))
    except AppError as error:
        _stop(error.detail, 2 if isinstance(error, Offline) else 1)
    typer.echo(found.model_dump_json(indent=2) if as_json else "\n".join(link_lines(found)))
    raise typer.Exit(1 if found.gone else 0)


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


def _check(corpus: Path) -> bool:
    """Say every problem, and whether there is none; a file that vanishes meanwhile is one."""
    try:
        found, problems = read_corpus(corpus)
    except OSError as error:
        typer.echo(f"{error.filename} cannot be read ({error.strerror}); mend that, then check again")
        return False
    for problem in problems:
        typer.echo(str(problem))
    if found is None:
        typer.echo(f"{len(problems)} problems in {len({each.file for each in problems})} files.")
        return False
    provisions = sum(len(record.provisions) for record in found.instruments.values())
    typer.echo(f"{len(found.instruments)} instruments, {provisions} provisions, no problem.")
    return True


def _stop(message: str, code: int = 1) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(code)


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
