"""How the book of a run becomes a page for people and a file for programs."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from steps.cases import project_cases
from steps.leeswijzer import MONTHS
from steps.report.records import Result

if TYPE_CHECKING:
    from steps.report.book import Book, CaseEntry, Entry

TEMPLATES = Path(__file__).resolve().parent / "templates"
BRUSSELS = ZoneInfo("Europe/Brussels")

SIGN_INS = "aanmelden.html"
"""The page with the matrix of sign-ins."""

# The sign stands beside the word, so that colour is never the only difference.
LABELS = {
    Result.PASSED: ("✓", "geslaagd"),
    Result.FAILED: ("✗", "mislukt"),
    Result.SKIPPED: ("–", "overgeslagen"),
    Result.NOT_REACHED: ("·", "niet bereikt"),
    Result.NOT_PLAYED: ("?", "niet gespeeld"),
    Result.LATER: ("…", "later"),
}


def duration(milliseconds: float) -> str:
    """Return a duration as it is read in Dutch: 12 ms, 1,4 s, 2 min 5 s."""
    if milliseconds < 1000:
        return f"{milliseconds:.0f} ms" if milliseconds >= 1 else "< 1 ms"
    seconds = milliseconds / 1000
    if seconds < 60:
        return f"{seconds:.1f} s".replace(".", ",")
    return f"{int(seconds // 60)} min {int(seconds % 60)} s"


def day(text: str) -> str:
    """Return an ISO date or moment as it is read in Dutch; any other text as it is."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    shown = f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    return f"{shown}, {moment.hour}.{moment.minute:02} uur" if len(text) > 10 else shown


def anchor(text: str) -> str:
    """Return a text as the id of a place on the page."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def entry_anchor(entry: Entry) -> str:
    """Return the id of a scenario; its name alone is shared by the rows of an outline."""
    parts = (entry.record.feature.file, str(entry.record.line), str(entry.record.row), entry.wire)
    return anchor("-".join(parts))


def render_page(book: Book) -> str:
    """Return the whole report as one page that needs nothing beside it."""
    return _render(
        "report.html.j2",
        book=book,
        begun=_begun(book),
        labels=LABELS,
        Result=Result,
        cases_by_source=_cases_by_source(book),
    )


def render_sign_ins(book: Book) -> str:
    """Return the matrix of sign-ins as a page beside the report."""
    assert book.sign_ins is not None, "the caller sees to it"
    return _render("sign_ins.html.j2", matrix=book.sign_ins, begun=_begun(book))


def _begun(book: Book) -> str:
    return datetime.fromtimestamp(book.begun, BRUSSELS).isoformat(timespec="minutes")


def _render(template: str, **values: object) -> str:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(duration=duration, day=day, anchor=anchor, entry_anchor=entry_anchor)
    return environment.get_template(template).render(**values)


def _cases_by_source(book: Book) -> list[tuple[str, str, list[CaseEntry]]]:
    return [
        (key, title, [entry for entry in book.cases if entry.case.source == key])
        for key, title in project_cases().sources.items()
    ]


def to_json(book: Book) -> dict[str, Any]:
    """Return the report as plain data: the same facts as the page."""
    return {
        "summary": {
            "scenarios": len(book.entries),
            **{str(result): book.count(result) for result in (Result.PASSED, Result.FAILED, Result.SKIPPED)},
            "elapsed_seconds": round(book.elapsed_seconds, 3),
            "average_milliseconds": round(book.average_milliseconds, 3),
            "begun": datetime.fromtimestamp(book.begun, BRUSSELS).isoformat(),
            "wires": list(book.wires),
            "world_dates": list(book.world_dates),
            "versions": dict(book.versions),
        },
        "faults": [asdict(fault) for fault in book.faults],
        "cases": [
            {
                "case": entry.case.number,
                "rule": entry.case.rule,
                "source": entry.case.source,
                "result": str(entry.result),
                "scenarios": [each.record.name for each in entry.scenarios],
            }
            for entry in book.cases
        ],
        "scenarios": [
            {
                **entry.record.to_plain(),
                "result": str(entry.result),
                "milliseconds": round(entry.milliseconds, 3),
                "message": entry.message,
                "wire": entry.wire,
            }
            for entry in book.entries
        ],
    }


def write_report(book: Book, directory: Path) -> None:
    """Write `index.html` and `scenarios.json` into a folder, which is made if need be.

    A run that played the matrix of sign-ins leaves `aanmelden.html` and `aanmelden.json` beside them.
    """
    directory.mkdir(parents=True, exist_ok=True)
    (directory / "index.html").write_text(render_page(book), encoding="utf-8")
    _write_json(directory / "scenarios.json", to_json(book))
    if book.sign_ins is not None:
        (directory / SIGN_INS).write_text(render_sign_ins(book), encoding="utf-8")
        _write_json((directory / SIGN_INS).with_suffix(".json"), book.sign_ins)
    else:
        # The table of an earlier run says nothing of this one.
        for stale in (directory / SIGN_INS, (directory / SIGN_INS).with_suffix(".json")):
            stale.unlink(missing_ok=True)


def _write_json(path: Path, content: object) -> None:
    path.write_text(f"{json.dumps(content, ensure_ascii=False, indent=2)}\n", encoding="utf-8")
