"""Plots as inline SVG, drawn from the ticks of a measurement: lines over the time of the run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 760, 210
LEFT, RIGHT, TOP, BOTTOM = 56, 12, 18, 28
COLOURS = ("#0b5394", "#b45309", "#9f1239", "#4d7c0f")
DASHES = ("", "6 3", "2 3", "8 3 2 3")
"""So that lines are told apart without their colours."""


@dataclass(frozen=True)
class Line:
    """A line: its name, and its points as (seconds, value); None where nothing was measured."""

    name: str
    points: Sequence[tuple[float, float | None]]


@dataclass(frozen=True)
class Band:
    """A stretch of the calendar: its title, and from when to when, in seconds."""

    title: str
    begin: float
    end: float


def plot(title: str, unit: str, lines: Sequence[Line], bands: Sequence[Band], seconds: float) -> str:
    """Return a figure with these lines; the bands are the stages of the shape."""
    values = [value for line in lines for _, value in line.points if value is not None]
    most = _round_up(max(values, default=0.0))
    parts = [_band(band, index, seconds) for index, band in enumerate(bands)]
    parts += [_grid(most * part / 4, most) for part in range(5)]
    parts += [_line(line, index, seconds, most) for index, line in enumerate(lines)]
    parts += [_moment(seconds * part / 4, seconds, "middle") for part in range(4)]
    # The last one would be cut off by the edge.
    parts.append(_moment(seconds, seconds, "end"))
    legend = "".join(
        f'<li><svg width="30" height="8" aria-hidden="true"><path d="M0 4h30" {_stroke(index)}/></svg> '
        f"{escape(line.name)}</li>"
        for index, line in enumerate(lines)
    )
    told = "; ".join(f"{line.name} hoogstens {_number(_most(line))} {unit}" for line in lines)
    return (
        f"<figure><figcaption>{escape(title)} ({escape(unit)})</figcaption>"
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(f"{title}: {told}")}">'
        f'{"".join(parts)}</svg><ul class="legend">{legend}</ul></figure>'
    )


def _x(at: float, seconds: float) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * min(at / seconds, 1.0) if seconds else LEFT


def _y(value: float, most: float) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / most


def _line(line: Line, index: int, seconds: float, most: float) -> str:
    path, pen = [], "M"
    for at, value in line.points:
        if value is None:
            pen = "M"
            continue
        path.append(f"{pen}{_x(at, seconds):.1f} {_y(value, most):.1f}")
        pen = "L"
    return f'<path d="{" ".join(path)}" {_stroke(index)}/>' if path else ""


def _stroke(index: int) -> str:
    colour, dash = COLOURS[index % len(COLOURS)], DASHES[index % len(DASHES)]
    return f'fill="none" stroke="{colour}" stroke-width="1.8" stroke-dasharray="{dash}"'


def _band(band: Band, index: int, seconds: float) -> str:
    begin, end = _x(band.begin, seconds), _x(band.end, seconds)
    shade = "#f1f5f9" if index % 2 else "#ffffff"
    return (
        f'<rect x="{begin:.1f}" y="{TOP}" width="{end - begin:.1f}" height="{HEIGHT - TOP - BOTTOM}" '
        f'fill="{shade}"><title>{escape(band.title)}</title></rect>'
        f'<text x="{(begin + end) / 2:.1f}" y="{TOP - 5}" text-anchor="middle">{index + 1}</text>'
    )


def _grid(value: float, most: float) -> str:
    y = _y(value, most)
    return (
        f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#cbd5e1" stroke-width="0.6"/>'
        f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{_number(value)}</text>'
    )


def _moment(at: float, seconds: float, anchor: str) -> str:
    return f'<text x="{_x(at, seconds):.1f}" y="{HEIGHT - 8}" text-anchor="{anchor}">{at:.0f} s</text>'


def _most(line: Line) -> float:
    return max((value for _, value in line.points if value is not None), default=0.0)


def _round_up(value: float) -> float:
    """Return the next of 1, 2 or 5 times a power of ten, so that the axis has readable steps."""
    if value <= 0:
        return 1.0
    step = 0.01
    while True:
        for factor in (1, 2, 5):
            if step * factor >= value:
                return step * factor
        step *= 10


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
