"""A run of features leaves a report that says what happened, also when workers share the run."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from steps.report.tests.sample import FEATURE, STEPS, Told, play, played

WAYS = ((), ("-n2",))
WORKERS = pytest.mark.parametrize("workers", WAYS, ids=["alone", "workers"])
EITHER_WAY = pytest.mark.parametrize("told", WAYS, ids=["alone", "workers"], indirect=True)


EARLIER: dict[tuple[str, ...], Told] = {}


@pytest.fixture
def told(request: pytest.FixtureRequest, pytester: pytest.Pytester) -> Told:
    """Return the report of the feature as it stands; each way of running it is run once."""
    workers: tuple[str, ...] = getattr(request, "param", ())
    if workers not in EARLIER:
        EARLIER[workers] = played(pytester, *workers)
    return EARLIER[workers]


def scenario(data: dict[str, Any], name: str) -> dict[str, Any]:
    return next(each for each in data["scenarios"] if each["name"] == name)


def case(data: dict[str, Any], number: str) -> dict[str, Any]:
    return next(each for each in data["cases"] if each["case"] == number)


@EITHER_WAY
def test_every_scenario_is_told_in_the_order_of_the_feature(told: Told) -> None:
    data, page = told
    assert [(each["name"], each["result"]) for each in data["scenarios"]] == [
        ("De bestuurder komt binnen", "passed"),
        ("De buitenstaander wordt geweigerd", "failed"),
        ("Iedereen kiest", "passed"),
        ("Iedereen kiest", "passed"),
        ("Een sleutel ontbreekt", "skipped"),
        ("Een stap bestaat niet", "failed"),
    ]
    summary = data["summary"]
    assert (summary["scenarios"], summary["passed"], summary["failed"]) == (6, 3, 2)
    assert summary["wires"] == ["process"]
    assert "27 april 2021, 9.00 uur" in page
    assert page.index("De bestuurder komt binnen</summary>") < page.index("danst Jan")


def test_workers_tell_what_one_process_tells(pytester: pytest.Pytester) -> None:
    alone, _ = played(pytester)
    shared, _ = played(pytester, "-n2")
    for data in (alone, shared):
        data["summary"] = data["summary"]["scenarios"]
        for each in data["scenarios"]:
            each["milliseconds"] = 0
            for step in each["steps"]:
                step["milliseconds"] = 0
    assert shared == alone


@EITHER_WAY
def test_a_scenario_carries_feature_rule_tags_and_steps(told: Told) -> None:
    data, page = told
    found = scenario(data, "De bestuurder komt binnen")
    assert found["feature"]["file"] == "aanmelden.feature"
    assert found["rule"]["name"] == "Een wettelijk vertegenwoordiger vertegenwoordigt automatisch"
    assert found["tags"] == ["W12"]
    steps = [(step["keyword"], step["text"], step["background"], step["result"]) for step in found["steps"]]
    assert steps == [
        ("Gegeven", "de wereld draait", True, "passed"),
        ("Als", "Jan zich aanmeldt", False, "passed"),
        ("Dan", "krijgt Jan toegang", False, "passed"),
    ]
    assert "Wie een dossier beheert, doet dat voor de &lt;aanvrager&gt;." in page
    assert "Bron: webinar." in page


@EITHER_WAY
def test_a_failing_scenario_shows_its_message_and_where_it_stopped(told: Told) -> None:
    data, page = told
    found = scenario(data, "De buitenstaander wordt geweigerd")
    assert "Tom heeft geen functie <in> De Kade" in found["message"]
    results = [step["result"] for step in found["steps"]]
    assert results == ["passed", "passed", "failed", "not_reached"]
    details = page[page.index('open>\n<summary><span class="time') :]
    assert "Tom heeft geen functie &lt;in&gt; De Kade" in details[: details.index("</details>")]
    assert "2 van 6 scenario&#39;s mislukt" in page or "2 van 6 scenario's mislukt" in page


@EITHER_WAY
def test_a_case_with_a_failing_scenario_is_not_green(told: Told) -> None:
    data, page = told
    # W12 stands on the rule, so a passed and a failed scenario play it.
    assert case(data, "W12")["scenarios"] == [
        "De bestuurder komt binnen",
        "De buitenstaander wordt geweigerd",
    ]
    assert case(data, "W12")["result"] == "failed"
    row = page[page.index('<th scope="row">W12</th>') :]
    row = row[: row.index("</tr>")]
    assert 'class="result failed"' in row
    assert 'class="result passed"' not in row


def test_a_skipped_case_is_not_green_and_an_unplayed_case_says_so(told: Told) -> None:
    data, _ = told
    assert case(data, "W08")["result"] == "skipped"
    assert case(data, "W16")["result"] == "passed"
    assert case(data, "W01")["result"] == "not_played"
    assert case(data, "A11")["result"] == "later"
    assert scenario(data, "Een sleutel ontbreekt")["message"] == "de sleutel komt later"
    results = [step["result"] for step in scenario(data, "Een sleutel ontbreekt")["steps"]]
    assert results == ["passed", "passed", "skipped", "not_reached"]


@EITHER_WAY
def test_an_outline_is_shown_row_by_row(told: Told) -> None:
    data, page = told
    rows = [each for each in data["scenarios"] if each["name"] == "Iedereen kiest"]
    assert [each["example"] for each in rows] == [[["wie", "Jan"]], [["wie", "Noor"]]]
    assert [each["steps"][1]["text"] for each in rows] == ["Jan zich aanmeldt", "Noor zich aanmeldt"]
    assert rows[0]["tags"] == ["W10", "W16", "W17"]
    assert "(wie: Noor)" in page
    anchors = re.findall(r'<details id="([^"]+)"', page)
    assert len(anchors) == len(set(anchors)) == 6


def test_a_step_without_definition_fails_and_is_named(told: Told) -> None:
    data, _ = told
    found = scenario(data, "Een stap bestaat niet")
    assert [step["result"] for step in found["steps"]] == ["passed", "passed", "failed"]
    assert "danst Jan" in found["message"]


@WORKERS
def test_a_fixture_that_fails_before_the_first_step_fails_the_scenario(
    pytester: pytest.Pytester, workers: tuple[str, ...]
) -> None:
    pytester.makeconftest(
        "import pytest\n@pytest.fixture(autouse=True)\ndef _stage():\n    raise OSError('geen poort')\n"
    )
    data, _ = played(pytester, *workers, "-k", "bestuurder")
    found = scenario(data, "De bestuurder komt binnen")
    assert found["result"] == "failed"
    assert found["message"] == "bij het klaarzetten: OSError: geen poort"
    assert {step["result"] for step in found["steps"]} == {"not_reached"}
    assert case(data, "W12")["result"] == "failed"


def test_a_teardown_that_fails_fails_the_scenario(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(
        "import pytest\n@pytest.fixture(autouse=True)\ndef _stage():\n    yield\n    raise OSError('x')\n"
    )
    data, _ = played(pytester, "-k", "bestuurder")
    assert scenario(data, "De bestuurder komt binnen")["result"] == "failed"
    assert case(data, "W12")["result"] == "failed"


@WORKERS
def test_a_feature_that_cannot_be_read_is_told(pytester: pytest.Pytester, workers: tuple[str, ...]) -> None:
    pytester.makefile(
        ".feature", stuk="# language: nl\nFunctionaliteit: Stuk\n  Scenario: x\n  y\n  Dn\n  Als z\n q\n"
    )
    pytester.makepyfile(test_stuk="from pytest_bdd import scenarios\nscenarios('stuk.feature')\n")
    data, page = played(pytester, *workers, "--continue-on-collection-errors")
    assert [fault["place"] for fault in data["faults"]] == ["test_stuk.py"]
    assert "Line number: 7" in data["faults"][0]["message"]
    assert "Traceback" not in data["faults"][0]["message"]
    assert "daarbuiten ging iets anders mis" in page


def test_what_is_built_once_is_not_charged_to_the_first_scenario(pytester: pytest.Pytester) -> None:
    pytester.makefile(".feature", aanmelden=FEATURE)
    built_once = """
    import pytest, time
    from pathlib import Path

    @pytest.fixture(scope="session", autouse=True)
    def building():
        begun = time.perf_counter()
        sum(range(20_000_000))
        Path("built").write_text(str((time.perf_counter() - begun) * 1000))
    """
    pytester.makeconftest(built_once)
    pytester.makepyfile(test_aanmelden=STEPS)
    play(pytester, "--report", "verslag")
    told = json.loads((pytester.path / "verslag" / "scenarios.json").read_text(encoding="utf-8"))
    built = float((pytester.path / "built").read_text(encoding="utf-8"))
    times = [one["milliseconds"] for one in told["scenarios"]]
    assert max(times) < built
    assert min(times) >= 0


def test_what_a_step_lets_be_built_once_is_not_charged_either(pytester: pytest.Pytester) -> None:
    pytester.makefile(".feature", aanmelden=FEATURE)
    pytester.makeconftest("""
    import pytest, time
    from pathlib import Path

    @pytest.fixture(scope="session")
    def building():
        begun = time.perf_counter()
        sum(range(20_000_000))
        Path("built").write_text(str((time.perf_counter() - begun) * 1000))

    def pytest_bdd_before_step(request):
        request.getfixturevalue("building")
    """)
    pytester.makepyfile(test_aanmelden=STEPS)
    play(pytester, "--report", "verslag")
    told = json.loads((pytester.path / "verslag" / "scenarios.json").read_text(encoding="utf-8"))
    built = float((pytester.path / "built").read_text(encoding="utf-8"))
    times = [one["milliseconds"] for one in told["scenarios"]]
    assert max(times) < built
    assert min(times) >= 0


def test_the_terminal_says_how_many_how_fast_and_where(pytester: pytest.Pytester) -> None:
    pytester.makefile(".feature", aanmelden=FEATURE)
    pytester.makepyfile(test_aanmelden=STEPS)
    result = play(pytester, "--report", "elders/verslag")
    result.stdout.re_match_lines(
        [r"proefloket: 6 scenario's \(2 mislukt\), gemiddeld \d+ ms na \d+,\d s opbouw, verslag in e.*"]
    )
    assert (pytester.path / "elders" / "verslag" / "index.html").is_file()


def test_a_run_without_scenarios_leaves_the_report_alone(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_plain(): pass")
    result = play(pytester)
    assert not (pytester.path / "report").exists()
    result.stdout.no_fnmatch_line("*proefloket:*")


def test_the_page_stands_alone_and_is_well_formed(told: Told) -> None:
    _, page = told
    assert page.startswith('<!DOCTYPE html>\n<html lang="nl">')
    assert not re.search(r"<script|<link|src=|url\(|@import", page)
    assert page.count("<table") == page.count("<caption>")
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets <= set(re.findall(r'id="([^"]+)"', page))


def test_a_message_loses_its_colours(pytester: pytest.Pytester) -> None:
    data, page = played(pytester, "--color=yes")
    assert "\\u001b" not in json.dumps(data)
    assert "\x1b" not in page
