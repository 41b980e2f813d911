"""Signing and stopping several mandates at once, with a result for each.

*Bron*: bulk actions (domain facts §5.1); ticking rows, the confirmation and the report are ours.
"""

from __future__ import annotations

from collections.abc import Sequence

from flask import request

from mocks.core.shell import current_visit
from mocks.core.walks import Steps, Walk
from mocks.ssm.backend import Bulk, Lists
from mocks.ssm.domain.agents import Agent
from mocks.ssm.domain.mandates import MandateNumber
from mocks.ssm.domain.views import MOST_AT_ONCE, Chosen, Outcome
from mocks.ssm.errors import NothingChosen
from mocks.ssm.pages.forms import FieldEmpty, one_of
from mocks.ssm.pages.frame import pages, render
from mocks.ssm.pages.session import agent_here
from mocks.ssm.pages.shown import Shown
from mocks.ssm.routes import peers_here

blueprint = pages("many")

SIGN, STOP = "ondertekenen", "stopzetten"
_WORDS = {SIGN: SIGN, STOP: STOP}
_MANY = Steps(("Bevestiging",), {"doe": 0, "conditions": 1, "reason": 1})
_FIELD_OF = {"conditions-not-read": "conditions", "unreadable-text": "reason"}


@blueprint.post("/mandaten/tegelijk")
def choose() -> str:
    """Show what was ticked (``kies``: number~revision) and what will be done (``doe``), to confirm."""
    agent, chosen = agent_here(), _chosen()
    walk = Walk.begun(_MANY, {}, request.form)
    return _confirmation(agent, walk, _what(walk), chosen)


@blueprint.post("/mandaten/tegelijk/bevestigd")
def act() -> str | tuple[str, int]:
    """Do it after the confirmation (``kies``, ``doe``, ``conditions``, ``reason``): a result for each."""
    agent, chosen = agent_here(), _chosen()
    walk = Walk.begun(_MANY, {}, request.form)
    what = _what(walk)
    outcomes = walk.attempt(
        lambda: _outcomes(agent, walk, what, chosen), lambda refusal: _FIELD_OF.get(refusal.code, "")
    )
    if outcomes is None:
        return _confirmation(agent, walk, what, chosen), walk.status
    shown = Shown(agent)
    done = sum(one.mandate is not None for one in outcomes)
    results = [shown.result(one) for one in outcomes]
    return render("many_done.html", agent, what=what, results=results, done=done)


def _what(walk: Walk) -> str:
    return one_of(_WORDS, "Kies of u wilt ondertekenen of stopzetten.")(walk.values["doe"])


def _chosen() -> tuple[Chosen, ...]:
    """Return what was ticked, each mandate once.

    Raises:
        NothingChosen: when nothing is, or more than ``MOST_AT_ONCE``.
        MalformedNumber: when a text is no number of a mandate.
    """
    ticked = list(dict.fromkeys(" ".join(request.form.getlist("kies")).split()))
    if not 1 <= len(ticked) <= MOST_AT_ONCE:
        raise NothingChosen(
            f"Vink 1 tot {MOST_AT_ONCE} mandaten aan; dit zijn er {len(ticked)}. Ga terug naar de lijst."
        )
    return tuple(_read(one) for one in ticked)


def _read(text: str) -> Chosen:
    number, _, seen = text.partition("~")
    if not (seen.isascii() and seen.isdigit() and len(seen) < 10):
        raise FieldEmpty("Wat u aanvinkte, is niet te lezen. Ga terug naar de lijst en vink opnieuw aan.")
    return Chosen(MandateNumber.parse(number), int(seen))


def _outcomes(agent: Agent, walk: Walk, what: str, chosen: Sequence[Chosen]) -> tuple[Outcome, ...]:
    bulk = Bulk(current_visit(), peers_here())
    if what == SIGN:
        return bulk.sign(agent, chosen)
    return bulk.stop(
        agent,
        chosen,
        conditions_read=bool(walk.values["conditions"]),
        reason=walk.values["reason"],
    )


def _confirmation(agent: Agent, walk: Walk, what: str, chosen: Sequence[Chosen]) -> str:
    shown, lists = Shown(agent), Lists(current_visit())
    rows = [shown.row(lists.find(agent, one.number)) for one in chosen]
    carried = " ".join(f"{one.number}~{one.seen}" for one in chosen)
    return render("many.html", agent, walk=walk, what=what, rows=rows, carried=carried)
