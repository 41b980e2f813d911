"""The table of who signs in where stands beside the report of the run that played it, and of no other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from steps.report.tests.sample import played

if TYPE_CHECKING:
    import pytest

PLAIN = {
    "days": ["2021-04-26", "2021-04-27"],
    "keys": {"eid": "eID en aangesloten kaartlezer"},
    "doors": [
        {
            "client_id": "kiosk",
            "title": "KIOSK",
            "closed": ["2021-04-26"],
            "rows": [
                {
                    "who": "Jan <b>Peeters",
                    "on_behalf_of": "zichzelf",
                    "route": "als zichzelf",
                    "cells": [{"keys": ["eid"], "check": "", "fact": "", "days": 2}],
                }
            ],
        }
    ],
}
TABLE = f"""
import json

def test_table(record_property):
    record_property("sign_in_matrix", json.dumps({PLAIN!r}))
"""


def test_a_run_that_played_the_table_shows_it(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(test_table=TABLE)
    _, page = played(pytester, "-n2")
    assert 'href="aanmelden.html"' in page
    folder = Path(pytester.path) / "report"
    told = (folder / "aanmelden.html").read_text(encoding="utf-8")
    assert "Jan &lt;b&gt;Peeters" in told
    assert 'colspan="2"' in told
    assert "26 april 2021 (gesloten)" in told
    assert json.loads((folder / "aanmelden.json").read_text(encoding="utf-8")) == PLAIN


def test_a_run_without_it_leaves_no_table_of_an_earlier_one(pytester: pytest.Pytester) -> None:
    table = pytester.makepyfile(test_table=TABLE)
    played(pytester)
    table.unlink()
    _, page = played(pytester)
    assert "aanmelden.html" not in page
    assert sorted(one.name for one in (Path(pytester.path) / "report").iterdir()) == [
        "index.html",
        "scenarios.json",
    ]
