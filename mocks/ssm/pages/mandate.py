"""One mandate: its data, both signatures and its history, and the same to print.

*Bron*: the data and the buttons Ondertekenen, Stopzetten and Uitbreiden of financien.belgium.be (domain facts
§5.1).  There one gets a pdf; here a page that a browser prints.
"""

from __future__ import annotations

from flask import request

from mocks.core.shell import current_visit
from mocks.ssm.backend import History, Lists
from mocks.ssm.domain.mandates import MandateNumber
from mocks.ssm.pages.frame import pages, render
from mocks.ssm.pages.session import agent_here
from mocks.ssm.pages.shown import Shown

blueprint = pages("mandate")


@blueprint.get("/mandaten/<number>")
def mandate(number: str) -> str:
    """Show a mandate of the party, what one can do with it, and its history (``vanaf``)."""
    return _page("mandate.html", number, request.args.get("vanaf") or None)


@blueprint.get("/mandaten/<number>/afdrukken")
def printable(number: str) -> str:
    """Show a mandate of the party as it is printed."""
    return _page("print.html", number, None)


def _page(template: str, number: str, after: str | None) -> str:
    agent, visit = agent_here(), current_visit()
    found = Lists(visit).find(agent, MandateNumber.parse(number))
    shown = Shown(agent)
    history = History(visit).of_mandate(agent, found.number, after)
    return render(
        template,
        agent,
        row=shown.row(found),
        made_by=shown.names.person(found.creation.by),
        made_for=shown.names.of(found.creation.party),
        stopped_by=shown.names.person(found.stop.by) if found.stop is not None else "",
        signatures=shown.signatures(found),
        offered=shown.offered(found),
        history=history,
        parties=shown.parties_of(history),
    )
