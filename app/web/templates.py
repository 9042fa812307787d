"""Templates: Jinja's room - they print what they are given, and every value is escaped."""

from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from app.library import Library
from app.records.markdown import render_html
from app.web.labels import Labels
from app.web.links import instrument_url, place_url, search_url
from app.web.words import counted, day, language, lowered, number

FOLDER = Path(__file__).resolve().parent.parent.parent / "templates"
STATIC = FOLDER / "static"


def static_names() -> dict[str, Path]:
    """Static files by the name they are served under, which carries a hash of their bytes."""
    files = sorted(path for path in STATIC.iterdir() if path.is_file())
    return {f"{path.stem}.{sha256(path.read_bytes()).hexdigest()[:10]}{path.suffix}": path for path in files}


class Templates:
    """The templates of the house, with the words and links they need."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url.rstrip("/")
        served = {path.name: name for name, path in static_names().items()}
        self._environment = Environment(
            loader=FileSystemLoader(FOLDER),
            autoescape=select_autoescape(disabled_extensions=("md",), default=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters["markdown"] = lambda text: Markup(render_html(text))  # noqa: S704  # nh3 cleaned it
        self._environment.filters.update(day=day, counted=counted, language=language, lowered=lowered, number=number)
        self._environment.globals.update(
            static=lambda name: f"/static/{served[name]}",
            base_url=self.base_url,
            instrument_url=instrument_url,
            place_url=place_url,
            search_url=search_url,
        )

    def render(self, template: str, library: Library | None, **given: Any) -> str:
        """A page as text; `library` gives the words and the release in the footer."""
        labels = Labels(library.corpus) if library else None
        release = library.release if library else None
        return self._environment.get_template(template).render(labels=labels, release=release, **given)


def snippet(html: str) -> Markup:
    """A snippet of search, whose only tags are our own marks."""
    return Markup(html)  # noqa: S704  # escaped by search/highlight.py, which its tests hold
