"""A small feature in which everything happens that a report has to tell, and how to run it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]

FEATURE = """\
# language: nl
Functionaliteit: Aanmelden namens een organisatie

  Wie een dossier beheert, doet dat voor de <aanvrager>.
  Bron: webinar

  Achtergrond:
    Gegeven de wereld draait

  @W12
  Regel: Een wettelijk vertegenwoordiger vertegenwoordigt automatisch

    Scenario: De bestuurder komt binnen
      Als Jan zich aanmeldt
      Dan krijgt Jan toegang

    @W15
    Scenario: De buitenstaander wordt geweigerd
      Als Tom zich aanmeldt
      Dan krijgt Tom toegang
      En ziet Tom zijn dossiers

  @W17
  Regel: Wie kiest, ziet alleen zijn aanvragers

    @W16
    Abstract Scenario: Iedereen kiest
      Als <wie> zich aanmeldt
      Dan krijgt <wie> toegang
      @W10
      Voorbeelden:
        | wie  |
        | Jan  |
        | Noor |

    @W08
    Scenario: Een sleutel ontbreekt
      Als Olga zich aanmeldt
      Dan wordt de rest overgeslagen
      En krijgt Olga toegang

    @W11
    Scenario: Een stap bestaat niet
      Als Jan zich aanmeldt
      Dan danst Jan
"""

STEPS = """\
import pytest
from pytest_bdd import given, parsers, scenarios, then, when

scenarios("aanmelden.feature")

@pytest.fixture(autouse=True)
def _world(record_property):
    record_property("wire", "process")
    record_property("world_date", "2021-04-27T09:00:00+02:00")

@given("de wereld draait")
def _(): ...

@when(parsers.parse("{who} zich aanmeldt"), target_fixture="who")
def _(who):
    return who

@then(parsers.re("(krijgt|ziet) (?P<name>[A-Z]\\\\w+) .*"))
def _(name, who):
    assert name != "Tom", f"{name} heeft geen functie <in> De Kade"

@then("wordt de rest overgeslagen")
def _():
    pytest.skip("de sleutel komt later")
"""

Told = tuple[dict[str, Any], str]


def play(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    """Run pytest with the report on, and without what else is installed for this project."""
    pytester.syspathinsert(ROOT)
    # Without an ini of its own the run would take one from a folder above as its root.
    pytester.makeini("[pytest]")
    return pytester.runpytest(
        "-p", "no:proefloket", "-p", "steps.report.plugin", "--strict-markers", "-Werror", *arguments
    )


def played(pytester: pytest.Pytester, *arguments: str) -> Told:
    """Run the feature and return what it left: the data and the page."""
    pytester.makefile(".feature", aanmelden=FEATURE)
    pytester.makepyfile(test_aanmelden=STEPS)
    play(pytester, *arguments)
    report = pytester.path / "report"
    data: dict[str, Any] = json.loads((report / "scenarios.json").read_text("utf-8"))
    page = (report / "index.html").read_text("utf-8")
    assert str(pytester.path) not in json.dumps(data) + page
    return data, page
