"""The pytest plugin that writes the living documentation at the end of a run.

It declares the cases as markers, records every scenario where it is played, carries the record on
the test report (so that it survives the way from an xdist worker), and writes `index.html` and
`scenarios.json`. A run without scenarios leaves an earlier report alone.

A fixture of the steps may tell the wire and the date of the world with
`record_property("wire", "process")` and `record_property("world_date", "2021-04-27")`.
"""

from __future__ import annotations

import json
import platform
import re
import time
from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING, Any

import pytest

from steps.cases import marker_lines
from steps.matrix import PROPERTY
from steps.report.book import Book, Fault, Played, compose
from steps.report.page import write_report
from steps.report.recorder import RECORDING, Recording, record_of, template_of
from steps.report.records import Result, ScenarioRecord

if TYPE_CHECKING:
    from collections.abc import Generator

    from _pytest.terminal import TerminalReporter

ATTRIBUTE = "proefloket_scenario"
COLOUR_CODE = re.compile(r"\x1b\[[0-9;]*m")
PACKAGES = ("proefloket", "pytest", "pytest-bdd", "pytest-xdist")

BUILT = "proefloket_built"
BOOK = pytest.StashKey["RunBook"]()


@dataclass
class Building:
    """What was spent on fixtures of the whole run since it was last asked, in seconds."""

    seconds: float = 0.0
    under_way: bool = False

    def taken(self) -> float:
        """Return the seconds and begin anew."""
        seconds, self.seconds = self.seconds, 0.0
        return seconds


BUILDING = pytest.StashKey[Building]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the place of the report."""
    group = parser.getgroup("proefloket")
    group.addoption(
        "--report",
        metavar="DIR",
        default="report",
        help="where the report of the scenarios is written (default: report)",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Declare the tags of the features; keep the book where the run is led."""
    for line in marker_lines():
        config.addinivalue_line("markers", line)
    # A worker sends its reports to the run that leads it, and writes nothing itself.
    if not hasattr(config, "workerinput"):
        book = RunBook(config)
        config.stash[BOOK] = book
        config.pluginmanager.register(book, "proefloket-book")


def pytest_bdd_before_scenario(request: pytest.FixtureRequest) -> None:
    """Start recording; pytest-bdd calls this when the fixtures of the item are there."""
    request.node.stash[RECORDING] = Recording()


def pytest_bdd_before_step(request: pytest.FixtureRequest) -> None:
    request.node.stash[RECORDING].begin_step()


def pytest_bdd_after_step(request: pytest.FixtureRequest) -> None:
    request.node.stash[RECORDING].end_step(Result.PASSED)


def pytest_bdd_step_error(request: pytest.FixtureRequest) -> None:
    request.node.stash[RECORDING].end_step(Result.FAILED)


def pytest_bdd_step_func_lookup_error(request: pytest.FixtureRequest) -> None:
    request.node.stash[RECORDING].end_step(Result.FAILED)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(
    fixturedef: pytest.FixtureDef[Any], request: pytest.FixtureRequest
) -> Generator[None, object, object]:
    """Time what is built once for the whole run: no scenario is charged for being the first."""
    building = request.config.stash.setdefault(BUILDING, Building())
    if fixturedef.scope != "session" or building.under_way:
        return (yield)
    building.under_way = True
    begun = time.perf_counter()
    try:
        return (yield)
    finally:
        building.under_way = False
        building.seconds += time.perf_counter() - begun


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Attach the record to the report of the call, or of a setup that the call never followed."""
    report = yield
    building = item.config.stash.setdefault(BUILDING, Building())
    # A step may ask for such a fixture too, so that any phase may have built one.
    setattr(report, BUILT, building.taken())
    template = template_of(item)
    if template is not None and (report.when == "call" or (report.when == "setup" and not report.passed)):
        if RECORDING in item.stash:
            item.stash[RECORDING].close(Result.SKIPPED if report.skipped else Result.FAILED)
        setattr(report, ATTRIBUTE, record_of(item, template).to_plain())
    return report


class RunBook:
    """What the reports of a run say, gathered where the run is led."""

    def __init__(self, config: pytest.Config) -> None:
        self.directory = config.invocation_params.dir / config.getoption("--report")
        self.shown_directory = str(config.getoption("--report"))
        self.root = config.rootpath
        self.played: dict[str, Played] = {}
        self.faults: dict[str, Fault] = {}
        self.built = 0.0
        self.begun = float("inf")
        self.ended = 0.0
        self.book: Book | None = None

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Gather the phases of every test; which of them are scenarios shows on the way."""
        played = self.played.setdefault(report.nodeid, Played(report.nodeid))
        plain: dict[str, Any] | None = getattr(report, ATTRIBUTE, None)
        if plain is not None:
            played.record = ScenarioRecord.from_plain(plain)
        built: float = getattr(report, BUILT, 0.0)
        self.built += built
        played.milliseconds += (report.duration - built) * 1000
        played.properties.update({name: str(value) for name, value in report.user_properties})
        self.begun = min(self.begun, getattr(report, "start", self.begun))
        self.ended = max(self.ended, getattr(report, "stop", self.ended))
        if report.failed:
            played.result = Result.FAILED
            played.messages.append(self._message(report))
        elif report.skipped and played.result is not Result.FAILED:
            played.result = Result.SKIPPED
            played.messages.append(self._message(report))
        elif report.when == "call":
            played.result = Result.PASSED

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep what could not be collected: a whole folder may be missing from the report."""
        if report.failed:
            # Every worker collects, so every worker tells of the same fault.
            self.faults[report.nodeid] = Fault(report.nodeid, self._message(report))

    def pytest_sessionfinish(self) -> None:
        """Write the report, if there is anything to tell."""
        scenarios = [each for each in self.played.values() if each.record is not None]
        if not scenarios:
            return
        others = [
            Fault(each.nodeid, "\n".join(each.messages))
            for each in self.played.values()
            if each.record is None and each.result is Result.FAILED
        ]
        self.book = compose(
            scenarios,
            [*self.faults.values(), *others],
            begun=self.begun,
            ended=self.ended,
            versions=versions(),
            sign_ins=self._sign_ins(),
        )
        write_report(self.book, self.directory)

    def pytest_terminal_summary(self, terminalreporter: TerminalReporter) -> None:
        """Say in one line how many scenarios there were, how fast, and where the report is."""
        if self.book is None:
            return
        count = len(self.book.entries)
        failed = self.book.count(Result.FAILED)
        noun = "scenario" if count == 1 else "scenario's"
        outcome = f" ({failed} mislukt)" if failed else ""
        built = f"{self.built:.1f}".replace(".", ",")
        terminalreporter.write_line(
            f"proefloket: {count} {noun}{outcome}, "
            f"gemiddeld {self.book.average_milliseconds:.0f} ms na {built} s opbouw, "
            f"verslag in {self.shown_directory}/index.html"
        )

    def _sign_ins(self) -> dict[str, Any] | None:
        """Return the matrix of sign-ins from the test that played it; a failed comparison shows it too."""
        told = [each.properties[PROPERTY] for each in self.played.values() if PROPERTY in each.properties]
        return json.loads(told[0]) if told else None

    def _message(self, report: pytest.TestReport | pytest.CollectReport) -> str:
        """Return the message of a report without traceback, colours and places on this machine."""
        longrepr = report.longrepr
        crash = getattr(longrepr, "reprcrash", None)
        if isinstance(longrepr, tuple):
            text = longrepr[2].removeprefix("Skipped: ")
        elif crash is not None:
            text = crash.message
        else:
            text = _last_error(str(longrepr or ""))
        reason = getattr(report, "wasxfail", None)
        if reason is not None:
            text = f"verwacht te mislukken: {reason}\n{text}".strip()
        text = COLOUR_CODE.sub("", text).replace(f"{self.root}/", "")
        return f"bij het {PHASES[report.when]}: {text}" if report.when in PHASES else text


PHASES = {"setup": "klaarzetten", "teardown": "opruimen"}


def _last_error(traceback: str) -> str:
    """Return the error at the end of a traceback: its last lines that begin with E."""
    lines = traceback.splitlines()
    told = [line for line in lines if line.startswith("E ")]
    # Of a chain of errors the last one is the one that says what to do.
    for number, line in enumerate(lines):
        if line == "The above exception was the direct cause of the following exception:":
            told = [each for each in lines[number:] if each.startswith("E ")]
    return "\n".join(line[1:].strip() for line in told) or traceback


def versions() -> tuple[tuple[str, str], ...]:
    """Return the versions that the report names."""
    found = [("Python", platform.python_version())]
    for package in PACKAGES:
        try:
            found.append((package, metadata.version(package)))
        except metadata.PackageNotFoundError:
            # Run from a checkout that is not installed, the project has no version of its own.
            continue
    return tuple(found)
