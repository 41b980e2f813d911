"""The home page with its frames, and searching.

*Bron*: the four frames, the columns and the search fields of financien.belgium.be (domain facts §5.1); the
fifth frame, of what has passed, is ours.
"""

from __future__ import annotations

import re

from flask import request

from mocks.core.errors import Refusal
from mocks.core.forms import read_date
from mocks.core.shell import current_visit
from mocks.core.walks import Steps, Walk
from mocks.ssm.backend import History, Lists, Parties
from mocks.ssm.domain.agents import Agent
from mocks.ssm.domain.forms import date_text
from mocks.ssm.domain.mandates import Frame, Mandate, Side
from mocks.ssm.domain.parties import Party
from mocks.ssm.domain.views import Page, Search
from mocks.ssm.errors import OneSearchAtATime
from mocks.ssm.pages.frame import pages, render
from mocks.ssm.pages.session import agent_here, anybody
from mocks.ssm.pages.shown import Shown
from mocks.ssm.routes import peers_here

blueprint = pages("overview")

_AT_HOME = 5
"""Mandates of each frame on the home page; the following ones stand in the list."""

_OF_A_MANDATE = re.compile(r"[Mm]-?[0-9]")
"""How the number of a mandate begins."""

_SEARCH = Steps(("Zoeken",), {"zoek": 1, "kant": 1, "kader": 1, "sinds": 1})


@blueprint.app_template_filter("on_screen")
def on_screen(day: object) -> str:
    """Write a day as the screens do: dd/mm/jjjj."""
    return date_text(day) if hasattr(day, "day") else "–"  # type: ignore[arg-type]  # narrowed by its members


@blueprint.get("/")
def home() -> str:
    """Show the frames, each with its first mandates; or the way to sign in."""
    if not anybody():
        return render("start.html")
    agent = agent_here()
    lists, shown = Lists(current_visit()), Shown(agent)
    found = [(frame, lists.page(agent, Search(frame=frame), limit=_AT_HOME)) for frame in Frame]
    frames = [(frame, [shown.row(one) for one in page.items], page.next) for frame, page in found]
    return render("home.html", agent, frames=frames, walk=_walk(), **_choices())


@blueprint.get("/mandaten")
def mandates() -> tuple[str, int]:
    """List what is searched, a piece at a time.

    Query: ``zoek`` (the number of a mandate or of the other party, or its name), ``kant`` (mandator, holder),
    ``kader``, ``sinds`` (dd/mm/jjjj) and ``vanaf``.
    """
    agent, walk = agent_here(), _walk()
    found = _find(agent, walk, request.args.get("vanaf") or None)
    shown = Shown(agent)
    page = render(
        "mandates.html",
        agent,
        walk=walk,
        rows=[shown.row(one) for one in found.items] if found is not None else None,
        following=found.next if found is not None else None,
        query={name: text for name, text in walk.values.items() if text},
        **_choices(),
    )
    return page, walk.status


@blueprint.get("/historiek")
def history() -> str:
    """Show what happened to all mandates of the party, newest first (``vanaf``)."""
    agent = agent_here()
    page = History(current_visit()).of_party(agent, request.args.get("vanaf") or None)
    return render("history.html", agent, history=page, parties=Shown(agent).parties_of(page))


def _walk() -> Walk:
    return Walk(_SEARCH, {name: request.args.get(name, "").strip() for name in _SEARCH.fields})


def _choices() -> dict[str, object]:
    return {
        "sides": [(side.value, f"Als {side.label}") for side in Side],
        "frame_choices": [(frame.value, frame.label) for frame in Frame],
    }


def _find(agent: Agent, walk: Walk, after: str | None) -> Page[Mandate] | None:
    """Return the piece that is asked, or None after noting what is wrong with each field."""
    lists = Lists(current_visit())
    if _OF_A_MANDATE.match(walk.values["zoek"]):
        return walk.attempt(lambda: _by_number(lists, agent, walk), lambda _: "zoek")
    side = walk.read("kant", lambda text: Side.read(text) if text else None)
    frame = walk.read("kader", lambda text: Frame.read(text) if text else None)
    other = walk.read("zoek", lambda text: _party(text) if text else None)
    since = walk.read("sinds", lambda text: read_date(text, "De dag") if text else None)
    if walk.errors:
        return None
    return walk.attempt(
        lambda: lists.page(agent, Search(side=side, frame=frame, other=other, changed_since=since), after),
        _field_of,
    )


def _party(text: str) -> Party:
    """Read the other party by its number; a text without digits is the name of an organisation."""
    if any(sign.isdigit() for sign in text):
        return Party.read(text)
    return Parties(current_visit(), peers_here()).called(text)


def _by_number(lists: Lists, agent: Agent, walk: Walk) -> Page[Mandate]:
    if any(walk.values[name] for name in ("kant", "kader", "sinds")):
        raise OneSearchAtATime("Zoekt u op het nummer van een mandaat, laat dan de andere velden leeg.")
    return lists.by_text(agent, walk.values["zoek"])


def _field_of(refusal: Refusal) -> str:
    return "zoek" if refusal.code == OneSearchAtATime.code else ""
