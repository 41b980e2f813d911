"""The report of a load run: one page that stands alone, with the verdict on top."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

from load.blame import Blame, Ceiling
from load.measurement import Measured, Measurement
from load.plots import Band, Line, plot
from load.shape import Shape
from load.verdict import Breach, Targets

STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


LEAST_DRAWN = 0.9
"""Seconds."""


@dataclass(frozen=True)
class Story:
    """All that the report tells.

    Attributes:
        shape: which load it was.
        measurement: what was measured.
        targets: what was asked.
        found: what was breached.
        blame: who is to blame.
        ceiling: what the mocks can do here.
        earlier: an earlier run to compare with.
    """

    shape: Shape
    measurement: Measurement
    targets: Targets
    found: tuple[Breach, ...]
    blame: Blame
    ceiling: Ceiling
    earlier: Measurement | None = None

    @property
    def verdict(self) -> str:
        """The verdict in one sentence."""
        if not self.found:
            return f"GROEN: alle doelen gehaald. {self.blame.sentence}"
        things = "één doel" if len(self.found) == 1 else f"{len(self.found)} doelen"
        return f"ROOD: {things} niet gehaald. Schuldig: {self.blame.party}. {self.blame.sentence}"


def page(story: Story) -> str:
    """Return the report."""
    measured = story.measurement
    colour = "red" if story.found else "green"
    breached = "".join(f"<li>{escape(breach.sentence)}</li>" for breach in story.found)
    return f"""<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Belasting: {escape(story.shape.name)}</title><style>{STYLE}</style></head><body>
<h1>{escape(story.shape.title)}</h1>
<p>Vorm <strong>{escape(measured.shape)}</strong>, schaal {_number(measured.scale)},
{_number(measured.minutes)} minuten, tegen {escape(measured.target)}.</p>
<div class="verdict {colour}"><p><strong>{escape(story.verdict)}</strong></p><ul>{breached}</ul></div>
<h2>In de tijd</h2>
{_plots(story)}
<h2>De fasen</h2>
{_stages(story.shape)}
<h2>Per aanvraag</h2>
{_requests(story)}
<h2>Wat er misging</h2>
{_failures(measured)}
<h2>Het plafond van de mocks</h2>
<p>Vóór de proef deden de mocks op deze machine {_number(story.ceiling.sign_ins)} aanmeldingen zonder
pagina's per seconde, de helft binnen {_time(story.ceiling.milliseconds.get(50.0))} en 95 % binnen
{_time(story.ceiling.milliseconds.get(95.0))}.</p>
</body></html>
"""


def _plots(story: Story) -> str:
    seconds = story.measurement.minutes * 60
    # What remained after the last whole stretch would stand there as a peak.
    ticks = [tick for tick in story.measurement.ticks if tick.seconds >= LEAST_DRAWN]
    bands, begun = [], 0.0
    for stage in story.shape.stages:
        bands.append(Band(stage.title, begun, begun + stage.share * seconds))
        begun += stage.share * seconds
    # After the last stage those who were under way arrive: that too has its time, and belongs to no stage.
    seconds = max([seconds, *(tick.at for tick in ticks)])
    arrivals = (
        Line("gepland", [(tick.at, tick.planned) for tick in ticks]),
        Line("gemaakt", [(tick.at, tick.journeys / tick.seconds) for tick in ticks]),
    )
    times = tuple(
        Line(f"p{wanted:g}", [(tick.at, tick.milliseconds.get(wanted)) for tick in ticks])
        for wanted in (50.0, 95.0, 99.0)
    )
    errors = (Line("fout", [(tick.at, tick.failures / tick.seconds) for tick in ticks]),)
    return "".join(
        (
            plot("Reizen", "per seconde", arrivals, bands, seconds),
            plot("Antwoordtijd van alle aanvragen", "ms", times, bands, seconds),
            plot("Fouten", "per seconde", errors, bands, seconds),
        )
    )


def _stages(shape: Shape) -> str:
    rows = "".join(
        f"<tr><td class=number>{number}</td><td>{escape(stage.title)}</td>"
        f"<td class=number>{_number(stage.arrivals[0])} – {_number(stage.arrivals[1])}</td>"
        f"<td lang=en>{escape(stage.basis)}</td>"
        f"<td>{'aanname' if stage.assumed else 'bron'}</td></tr>"
        for number, stage in enumerate(shape.stages, start=1)
    )
    return (
        f"<p>Aankomsten per seconde bij schaal 1, vóór de marge van {_number(shape.margin)}.</p>"
        "<table><thead><tr><th scope=col class=number>Nr.</th><th scope=col>Fase</th>"
        "<th scope=col class=number>Per seconde</th>"
        f"<th scope=col>Grond</th><th scope=col>Soort</th></tr></thead><tbody>{rows}</tbody></table>"
    )


def _requests(story: Story) -> str:
    breached = {breach.request for breach in story.found}
    before = story.earlier.requests if story.earlier is not None else {}
    rows = "".join(
        f"<tr{' class=breached' if name in breached else ''}><td>{escape(name)}</td>"
        f"<td class=number>{measured.count}</td><td class=number>{story.targets.of(name).minimum or ''}</td>"
        f"<td class=number>{measured.failures}</td>"
        + "".join(f"<td class=number>{_time(measured.milliseconds.get(p))}</td>" for p in (50.0, 95.0, 99.0))
        + f"<td class=number>{_asked(story.targets, name)}</td>"
        f"<td class=number>{_compared(measured, before.get(name))}</td></tr>"
        for name, measured in sorted({**_missing(story), **story.measurement.requests}.items())
    )
    heads = ("Aantal", "minstens", "fout", "p50", "p95", "p99", "p95 hoogstens", "p95 tegen vorige")
    titles = "".join(f"<th scope=col class=number>{head}</th>" for head in heads)
    return (
        f"<table><thead><tr><th scope=col>Aanvraag</th>{titles}</tr></thead><tbody>{rows}</tbody></table>"
        + (
            ""
            if story.earlier is not None
            else "<p>Er is geen vroegere proef van deze vorm om mee te vergelijken.</p>"
        )
    )


def _missing(story: Story) -> dict[str, Measured]:
    """Return what was asked and never made: it belongs in the table as well."""
    return {
        breach.request: Measured(0, 0)
        for breach in story.found
        if breach.request and breach.request not in story.measurement.requests
    }


def _failures(measured: Measurement) -> str:
    if not measured.failures:
        return "<p>Niets: elk antwoord was zoals het moest zijn.</p>"
    rows = "".join(
        f"<tr><td>{escape(one.request)}</td><td lang=en>{escape(one.reason)}</td>"
        f"<td class=number>{one.times}</td></tr>"
        for one in sorted(measured.failures, key=lambda one: -one.times)
    )
    return (
        "<table><thead><tr><th scope=col>Aanvraag</th><th scope=col>Waarom</th>"
        f"<th scope=col class=number>Keer</th></tr></thead><tbody>{rows}</tbody></table>"
    )


def _asked(targets: Targets, name: str) -> str:
    return _time(targets.of(name).percentiles.get(95.0))


def _compared(measured: Measured, before: Measured | None) -> str:
    """Return the ratio of the p95 to that of the earlier run: machines differ, ratios tell more."""
    then = before.milliseconds.get(95.0) if before is not None else None
    now = measured.milliseconds.get(95.0)
    return f"× {_number(now / then)}" if then and now is not None else ""


def _time(milliseconds: float | None) -> str:
    return "" if milliseconds is None else f"{milliseconds:.0f} ms"


def _number(value: float) -> str:
    return f"{value:.3g}".replace(".", ",") if value < 100 else f"{value:.0f}"
