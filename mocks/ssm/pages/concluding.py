"""Concluding a mandate: type and side, other party, duration, confirmation.

*Bron*: either party creates it, and signs it by that; it works once the other has signed too (domain facts
§5.1).  The order of the steps, and that one confirms to have read the conditions here as well, are ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import flash, request
from werkzeug.wrappers import Response

from mocks.core.clock import Period
from mocks.core.errors import Refusal
from mocks.core.forms import read_date
from mocks.core.shell import current_visit
from mocks.core.walks import Steps, Walk
from mocks.ssm.backend import Mandates, Parties, catalogue_in
from mocks.ssm.domain import granting
from mocks.ssm.domain.agents import Agent
from mocks.ssm.domain.catalogue import MandateType
from mocks.ssm.domain.forms import date_text
from mocks.ssm.domain.granting import Wish
from mocks.ssm.domain.mandates import Mandate, Side
from mocks.ssm.domain.parties import Party, PartyFile
from mocks.ssm.errors import ConditionsNotRead
from mocks.ssm.pages.duration import CHOICES, OPEN, read_duration, shown_duration
from mocks.ssm.pages.forms import one_of
from mocks.ssm.pages.frame import moved, pages, render
from mocks.ssm.pages.session import agent_here
from mocks.ssm.routes import peers_here

blueprint = pages("concluding")

_TYPE, _OTHER, _DURATION, _CONFIRMED = 1, 2, 3, 4
_CONCLUDE = Steps(
    ("Mandaattype", "Andere partij", "Duur", "Bevestiging"),
    {
        "type": _TYPE,
        "side": _TYPE,
        "other": _OTHER,
        "begin": _DURATION,
        "duration": _DURATION,
        "end": _DURATION,
        "conditions": _CONFIRMED,
    },
)

_FIELD_OF = {
    "type-not-yet-available": "type",
    "type-not-for-target-group": "type",
    "local-government-gives-no-mandate": "side",
    "begin-in-the-past": "begin",
    "end-before-begin": "end",
    "mandate-exists": "",
    "numbers-exhausted": "",
    "conditions-not-read": "conditions",
}
"""Every other refusal is about the party that was typed."""


@dataclass
class _Asked:
    """What the form says so far; what is wrong or not asked yet is None.

    Attributes:
        type: of which type.
        side: what the agent's party would be.
        other: the other party, as the KBO or the Rijksregister knows it.
        begin: the first day.
        end: the last day, or None for an unlimited duration.
    """

    type: MandateType | None = None
    side: Side | None = None
    other: PartyFile | None = None
    begin: date | None = None
    end: date | None = None

    def wish(self, agent: Agent) -> Wish | None:
        """Return the mandate that is wanted, or None as long as something is missing."""
        if self.type is None or self.side is None or self.other is None:
            return None
        own, other = agent.party, self.other.party
        given = (own, other) if self.side is Side.MANDATOR else (other, own)
        return Wish(self.type, *given, self.begin, self.end)

    def case(self, agent: Agent) -> granting.Case | None:
        """Return what the checks look at, or None as long as something is missing."""
        wish = self.wish(agent)
        if wish is None or self.other is None:
            return None
        given = (agent.file, self.other) if self.side is Side.MANDATOR else (self.other, agent.file)
        today = current_visit().clock.today
        return granting.Case(wish.type, *given, wish.period(today), today)


@blueprint.get("/mandaten/nieuw")
def conclude() -> str:
    """Ask which type, and on which side one stands (step 1); ``kant`` and ``partij`` are proposed."""
    walk = _begun()
    walk.values["side"] = request.args.get("kant", "")
    walk.values["other"] = request.args.get("partij", "")
    return _page(agent_here(), walk, _Asked())


@blueprint.post("/mandaten/nieuw")
def conclude_on() -> Response | tuple[str, int]:
    """Go on to the next step, and conclude after the confirmation.

    Fields: ``type``, ``side`` (mandator, holder); ``other``; ``begin``, ``end`` (dd/mm/jjjj), ``duration``
    (open, until); ``conditions``; and ``step`` and ``go`` (next, back).
    """
    agent, walk = agent_here(), _begun()
    if walk.go == "back":
        walk.moved(walk.at - 1)
        asked = _read(agent, walk) if walk.at > _OTHER else _Asked()
        return _page(agent, walk, asked), walk.status
    asked = _read(agent, walk)
    wish = asked.wish(agent)
    if walk.is_last and wish is not None and not walk.errors:
        made = walk.attempt(lambda: _concluded(agent, walk, wish), _field_of)
        if made is not None:
            other = made.side_of(agent.party).other.label
            flash(f"{made.number} is gemaakt en ondertekend. Nu moet de {other} nog ondertekenen.", "success")
            return moved("mandate.mandate", number=made.number)
    elif not walk.errors:
        walk.moved(walk.at + 1)
    return _page(agent, walk, asked), walk.status


def _begun() -> Walk:
    return Walk.begun(
        _CONCLUDE, {"begin": date_text(current_visit().clock.today), "duration": OPEN}, request.form
    )


def _read(agent: Agent, walk: Walk) -> _Asked:
    """Return what the form says up to the step in view, after noting what is wrong with each field."""
    asked, at, today = _Asked(), walk.at, current_visit().clock.today
    types = catalogue_in(current_visit().reading).by_key
    asked.type = walk.read("type", one_of(types, "Kies een mandaattype uit de lijst."))
    asked.side = walk.read(
        "side", one_of({side.value: side for side in Side}, "Kies aan welke kant u staat.")
    )
    if asked.type is not None:
        alone = granting.Case(asked.type, agent.file, agent.file, Period(today), today)
        walk.attempt(lambda: granting.check(alone, (granting.type_is_available,)), _field_of)
    party = walk.read("other", Party.read) if at >= _OTHER and not walk.errors else None
    if party is None:
        return asked
    asked.other = Parties(current_visit(), peers_here()).file(party)
    _check(agent, walk, asked, granting.PARTIES)
    if at >= _DURATION and not walk.errors:
        asked.begin = walk.read("begin", lambda text: read_date(text, "De begindatum"))
        asked.end = read_duration(walk)
        if not walk.errors:
            _check(agent, walk, asked, granting.DAYS)
    return asked


def _check(agent: Agent, walk: Walk, asked: _Asked, rules: tuple[granting.Rule, ...]) -> None:
    """Note at its field which of these checks does not hold."""
    case = asked.case(agent)
    if case is not None:
        walk.attempt(lambda: granting.check(case, rules), _field_of)


def _concluded(agent: Agent, walk: Walk, wish: Wish) -> Mandate:
    if not walk.values["conditions"]:
        raise ConditionsNotRead("Bevestig dat u de voorwaarden van dit mandaat gelezen hebt.")
    return Mandates(current_visit(), peers_here()).conclude(agent, wish)


def _field_of(refusal: Refusal) -> str:
    return _FIELD_OF.get(refusal.code, "other")


def _page(agent: Agent, walk: Walk, asked: _Asked) -> str:
    today = current_visit().clock.today
    return render(
        "conclude.html",
        agent,
        walk=walk,
        asked=asked,
        types=[
            (one.key, one.name if one.available(today) else f"{one.name} (vanaf {_since(one)})")
            for one in catalogue_in(current_visit().reading).types
        ],
        sides=[
            (Side.MANDATOR.value, f"{agent.file.name} geeft het mandaat (mandaatgever)"),
            (Side.HOLDER.value, f"{agent.file.name} krijgt het mandaat (mandaatnemer)"),
        ],
        durations=CHOICES,
        shown_duration=shown_duration(walk),
    )


def _since(one: MandateType) -> str:
    return date_text(one.available_from)
