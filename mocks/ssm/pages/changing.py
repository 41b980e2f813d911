"""Signing, extending, stopping and transferring one mandate, each after a confirmation.

Every form carries in ``seen`` the revision that was looked at, so that of two who change a mandate at once
the later one is told.  *Bron*: the buttons Ondertekenen, Uitbreiden and Stopzetten; "voorwaarden gelezen" and
the optional reason at stopping (financien.belgium.be, domain facts §5.1).  How the screens look is ours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import flash, request
from werkzeug.wrappers import Response

from mocks.core.errors import Refusal
from mocks.core.shell import current_visit
from mocks.core.walks import Steps, Walk
from mocks.ssm.backend import Lists, Mandates, Parties, Transfers
from mocks.ssm.domain import changing, granting
from mocks.ssm.domain.forms import date_text
from mocks.ssm.domain.mandates import Mandate, MandateNumber
from mocks.ssm.domain.parties import Party, PartyFile
from mocks.ssm.pages.duration import CHOICES, UNTIL, read_duration, shown_duration
from mocks.ssm.pages.frame import moved, pages, render
from mocks.ssm.pages.session import agent_here
from mocks.ssm.pages.shown import Shown
from mocks.ssm.routes import peers_here

blueprint = pages("changing")

Answer = Response | tuple[str, int]

_SIGN = Steps(("Ondertekenen",), {"seen": 0})
_EXTEND = Steps(("Nieuw einde", "Bevestiging"), {"duration": 1, "end": 1, "seen": 0})
_STOP = Steps(("Stopzetten",), {"conditions": 1, "reason": 1, "seen": 0})
_TRANSFER = Steps(("Nieuwe mandaatnemer", "Bevestiging"), {"holder": 1, "seen": 0})

_OF_STOPPING = {"conditions-not-read": "conditions", "unreadable-text": "reason"}
_OF_EXTENDING = {"not-longer": "end", "end-before-begin": "end"}
_NOT_OF_THE_HOLDER = {
    "unknown-mandate", "not-a-party", "changed-meanwhile", "mandate-stopped", "mandate-ended",
    "not-yet-concluded", "transfer-under-way", "type-not-yet-available", "numbers-exhausted",
    "type-not-for-target-group", "local-government-gives-no-mandate", "mandate-exists",
}  # fmt: skip
"""Every other refusal of a transfer is about the new holder that was typed."""


@blueprint.route("/mandaten/<number>/ondertekenen", methods=["GET", "POST"])
def sign(number: str) -> Answer:
    """Sign a mandate for the party (``seen``)."""
    at = _Place(number, _SIGN, changing.SIGNING)
    if request.method == "POST":
        signed = at.attempt(lambda: at.mandates.sign(at.agent, at.number, at.seen), {})
        if signed is not None:
            starts = signed.works_from
            return at.done(
                f"{signed.number} is ondertekend en werkt vanaf {date_text(starts)}."
                if starts is not None
                else f"{signed.number} is ondertekend. Nu moet de andere partij nog ondertekenen."
            )
    return at.page("sign.html")


@blueprint.route("/mandaten/<number>/uitbreiden", methods=["GET", "POST"])
def extend(number: str) -> Answer:
    """Give a mandate a later end, or none (``duration``, ``end``, ``seen``)."""
    at = _Place(number, _EXTEND, changing.LENGTHENING, {"duration": UNTIL})
    if request.method == "POST" and not at.went_back():
        end = read_duration(at.walk)
        if at.walk.errors:
            pass
        elif at.walk.is_last:
            longer = at.attempt(
                lambda: at.mandates.lengthen(at.agent, at.number, end, at.seen), _OF_EXTENDING
            )
            if longer is not None:
                return at.done(f"{longer.number} loopt nu tot {date_text(longer.end)}.")
        else:
            asked = changing.Case(at.mandate, at.agent.party, at.today, end=end)
            at.attempt(lambda: changing.check(asked, changing.LENGTHENING), _OF_EXTENDING)
            at.onward()
    return at.page("extend.html", durations=CHOICES, shown_duration=shown_duration(at.walk))


@blueprint.route("/mandaten/<number>/stopzetten", methods=["GET", "POST"])
def stop(number: str) -> Answer:
    """Stop a mandate, or refuse one that waits (``conditions``, ``reason``, ``seen``)."""
    at = _Place(number, _STOP, changing.STOPPING)
    if request.method == "POST":
        typed = at.walk.values
        stopped = at.attempt(
            lambda: at.mandates.stop(
                at.agent,
                at.number,
                conditions_read=bool(typed["conditions"]),
                reason=typed["reason"],
                seen=at.seen,
            ),
            _OF_STOPPING,
        )
        if stopped is not None:
            return at.done(f"{stopped.number} is stopgezet.")
    return at.page("stop.html")


@blueprint.route("/mandaten/<number>/overdragen", methods=["GET", "POST"])
def transfer(number: str) -> Answer:
    """Propose another holder (``holder``, ``seen``)."""
    at = _Place(number, _TRANSFER, changing.TRANSFERRING)
    file: PartyFile | None = None
    if request.method == "POST" and not at.went_back():
        holder = at.walk.read("holder", Party.read)
        if holder is not None:
            file = Parties(current_visit(), peers_here()).file(holder)
            if at.walk.is_last:
                made = at.attempt(lambda: _proposed(at, holder), _not_of_the_holder)
                if made is not None:
                    flash(
                        f"{made.number} is gemaakt. Het vervangt {number} zodra het ondertekend is.",
                        "success",
                    )
                    return moved("mandate.mandate", number=made.number)
            else:
                known = file
                at.attempt(lambda: _foresee(at, known), _not_of_the_holder)
                at.onward()
    return at.page("transfer.html", file=file)


class _Place:
    """The mandate that a form is about, who acts, and how far the form is."""

    def __init__(
        self,
        number: str,
        steps: Steps,
        rules: tuple[changing.Rule, ...],
        suggested: Mapping[str, str] | None = None,
    ) -> None:
        """Find the mandate; a form that cannot lead to anything is not shown at all.

        Raises:
            UnknownMandate: when there is none of this number that concerns the party.
            Refusal: of the first of ``rules`` that does not hold.
        """
        self.agent = agent_here()
        self.number = MandateNumber.parse(number)
        self.today = current_visit().clock.today
        self.mandate = Lists(current_visit()).find(self.agent, self.number)
        self.mandates = Mandates(current_visit(), peers_here())
        if request.method == "GET":
            case = changing.Case(self.mandate, self.agent.party, self.today, conditions_read=True)
            changing.check(case, rules)
        self.walk = Walk.begun(steps, {"seen": str(self.mandate.revision), **(suggested or {})}, request.form)

    @property
    def seen(self) -> int:
        """The revision that was looked at; of nonsense, one that no mandate has."""
        text = self.walk.values["seen"]
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1

    def went_back(self) -> bool:
        """Return whether "Vorige" was pressed, after going back."""
        if self.walk.go != "back":
            return False
        self.walk.moved(self.walk.at - 1)
        return True

    def onward(self) -> None:
        """Go on to the next step when nothing is wrong."""
        if not self.walk.errors:
            self.walk.moved(self.walk.at + 1)

    def attempt(
        self, act: Callable[[], Mandate | None], fields: Mapping[str, str] | Callable[[Refusal], str]
    ) -> Mandate | None:
        """Return what an act brings, or None after noting why it was refused.

        Whoever was late has by then the mandate as it is now in view, and can confirm anew.
        """
        field_of = fields if callable(fields) else lambda refusal: fields.get(refusal.code, "")
        done = self.walk.attempt(act, field_of)
        if self.walk.errors:
            self.mandate = Lists(current_visit()).find(self.agent, self.number)
            self.walk.values["seen"] = str(self.mandate.revision)
        return done

    def done(self, sentence: str) -> Response:
        """Return the way back to the mandate, where the sentence is told."""
        flash(sentence, "success")
        return moved("mandate.mandate", number=self.number)

    def page(self, template: str, **context: object) -> tuple[str, int]:
        """Return the step in view."""
        shown = Shown(self.agent)
        row, signatures = shown.row(self.mandate), shown.signatures(self.mandate)
        page = render(template, self.agent, walk=self.walk, row=row, signatures=signatures, **context)
        return page, self.walk.status


def _proposed(at: _Place, holder: Party) -> Mandate:
    return Transfers(current_visit(), peers_here()).propose(at.agent, at.number, holder, at.seen)


def _foresee(at: _Place, file: PartyFile) -> None:
    """Check what can be known of a transfer before it is confirmed."""
    asked = changing.Case(at.mandate, at.agent.party, at.today, holder=file.party)
    changing.check(asked, changing.TRANSFERRING)
    mandator = Parties(current_visit(), peers_here()).file(at.mandate.mandator)
    case = granting.Case(at.mandate.type, mandator, file, at.mandate.period, at.today)
    granting.check(case, granting.PARTIES)


def _not_of_the_holder(refusal: Refusal) -> str:
    return "" if refusal.code in _NOT_OF_THE_HOLDER else "holder"
