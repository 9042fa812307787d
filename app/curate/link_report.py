"""The report of links as lines of text: what is to be mended, and where it is written."""

from collections.abc import Iterator

from app.curate.links import Link, LinkReport

_HEADINGS = {
    "gone": "gone: find the text elsewhere, or name the day it was seen",
    "moved": "moved for good: write the new address once the text is seen there",
    "unreachable": "unreachable: try again, or open it in a browser",
}


def link_lines(report: LinkReport) -> Iterator[str]:
    """Every link that did not simply answer, then the counts."""
    for state, heading in _HEADINGS.items():
        found = [link for link in report.links if link.state == state]
        if found:
            yield f"{heading} ({len(found)})"
            yield from (line for link in found for line in _told(link))
    elsewhere = [link for link in report.links if link.state == "ok" and link.to]
    if elsewhere:
        yield f"answered by a temporary redirect: nothing to mend ({len(elsewhere)})"
        yield from (f"  {link.address} -> {link.to}" for link in elsewhere)
    counts = f"{report.ok} ok, {report.moved} moved, {report.gone} gone, {report.unreachable} unreachable"
    yield f"{len(report.links)} addresses: {counts}."


def _told(link: Link) -> Iterator[str]:
    yield f"  {link.address}" + (f" -> {link.to}" if link.to else "") + (f" ({link.reason})" if link.reason else "")
    yield from (f"    {naming}" for naming in link.named)
