"""The report tells the verdict, what was breached and how it was before, and quotes others as text."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from load.blame import Blame, Ceiling, Party
from load.measurement import Failure, Measured, Measurement, Tick
from load.plots import LEFT, WIDTH, Band, Line, plot
from load.report import Story, page
from load.shape import read_shape
from load.verdict import Breach, Target, Targets

NAME = "kiosk GET /dossiers"
MEASURED = Measurement(
    shape="go-live-morning",
    scale=1.0,
    minutes=1.0,
    target="http://127.0.0.1:8600",
    requests={NAME: Measured(10, 1, {50.0: 5.0, 95.0: 300.0, 99.0: 400.0})},
    ticks=(Tick(30.0, 30.0, 9, 3.0, 90, 900, 1, {50.0: 5.0, 95.0: 30.0, 99.0: 40.0}),),
    failures=(Failure(NAME, "500 <script>", 1),),
)
GREEN = Story(
    shape=read_shape("go-live-morning"),
    measurement=MEASURED,
    targets=Targets({NAME: Target({95.0: 500.0}, minimum=5)}, Target()),
    found=(),
    blame=Blame(Party.NOBODY, "Alles was vlot."),
    ceiling=Ceiling(80.0, 240.0, {50.0: 20.0, 95.0: 60.0}),
)
RED = replace(
    GREEN,
    found=(Breach(NAME, "p95", 200.0, 300.0), Breach("kiosk GET /profiel", "count", 3, 0)),
    blame=Blame(Party.TARGET, "De mocks gaan vrijuit."),
)


def test_a_green_report_says_so_and_a_red_one_says_what_and_whose() -> None:
    assert GREEN.verdict == "GROEN: alle doelen gehaald. Alles was vlot."
    assert RED.verdict == "ROOD: 2 doelen niet gehaald. Schuldig: KIOSK. De mocks gaan vrijuit."
    assert RED.verdict in page(RED)
    assert "p95 is 300 ms, gevraagd hoogstens 200 ms." in page(RED)
    assert "class=breached" not in page(GREEN)


def test_what_was_asked_and_never_made_stands_in_the_table() -> None:
    assert "<tr class=breached><td>kiosk GET /profiel</td><td class=number>0</td>" in page(RED)
    assert "kiosk GET /profiel" not in page(GREEN)


def test_an_earlier_run_is_compared_by_ratio() -> None:
    earlier = replace(MEASURED, requests={NAME: Measured(9, 0, {50.0: 5.0, 95.0: 150.0, 99.0: 160.0})})
    assert "× 2" in page(replace(GREEN, earlier=earlier))
    assert "geen vroegere proef" in page(GREEN)


def test_what_an_answer_said_is_shown_as_text() -> None:
    assert "500 &lt;script&gt;" in page(GREEN)
    assert "<script>" not in page(GREEN)


def test_the_report_stands_alone_and_marks_what_is_assumed() -> None:
    assert "src=" not in page(GREEN)
    assert "href=" not in page(GREEN)
    assert page(GREEN).count("<td>aanname</td>") == len(GREEN.shape.stages)


def test_a_plot_tells_its_highest_values_to_who_does_not_see_it() -> None:
    lines = [Line("p50", [(1.0, 5.0), (2.0, None), (3.0, 80.0)]), Line("p95", [])]
    drawn = plot("Antwoordtijd", "ms", lines, [Band("9 u. & later", 0.0, 3.0)], 3.0)
    assert 'aria-label="Antwoordtijd: p50 hoogstens 80 ms; p95 hoogstens 0 ms"' in drawn
    assert "9 u. &amp; later" in drawn
    # Where nothing was measured the line is interrupted.
    assert drawn.count("M") - drawn.count("M56") - drawn.count('d="M0') == 2


def test_no_moment_below_a_plot_is_cut_off() -> None:
    drawn = plot("Antwoordtijd", "ms", [Line("p50", [(1.0, 5.0)])], [], 1234.0)
    moments = re.findall(r'<text x="([0-9.]+)" y="\d+" text-anchor="(\w+)">(\d+ s)</text>', drawn)
    assert [told for *_, told in moments] == ["0 s", "308 s", "617 s", "926 s", "1234 s"]
    for x, anchor, told in moments:
        # A sign is some seven points wide.
        right = float(x) + len(told) * 7 * {"middle": 0.5, "end": 0.0}[anchor]
        assert right <= WIDTH


def test_a_run_without_a_stretch_has_plots_all_the_same() -> None:
    assert page(replace(GREEN, measurement=replace(MEASURED, ticks=()))).count("<figure>") == 3


def test_what_came_after_the_end_is_drawn_after_the_last_stage() -> None:
    late = Tick(80.0, 20.0, 0, 0.0, 4, 40, 0, {50.0: 5.0, 95.0: 30.0, 99.0: 40.0})
    drawn = page(replace(GREEN, measurement=replace(MEASURED, ticks=(*MEASURED.ticks, late))))
    assert drawn.count("80 s</text>") == drawn.count("<figure>")
    assert "80 s</text>" not in page(GREEN)
    ends = re.findall(r'<rect x="([0-9.]+)" y="\d+" width="([0-9.]+)"', drawn)
    # Of 692 points of the page three quarters are the run, and the last stage ends with it.
    assert max(float(x) + float(width) for x, width in ends) == pytest.approx(LEFT + 692 * 60 / 80, abs=0.2)
