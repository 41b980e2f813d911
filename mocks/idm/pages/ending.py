"""Extending, ending and revoking what was given, each after a confirmation.

*Bron*: the button "Verleng werkrelatie en gebruikersrechten" (seed 004); an end date rather than deleting for
who leaves (domain facts §4).  How these screens look is ours.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from flask import flash, request
from werkzeug.wrappers import Response

from mocks.core.errors import Refusal
from mocks.core.forms import date_text, read_date
from mocks.core.identifiers import Insz
from mocks.core.shell import current_visit
from mocks.core.walks import Steps, Walk
from mocks.idm.backend import People, Rights, WorkRelations
from mocks.idm.domain.administrator import Administrator
from mocks.idm.domain.people import SOURCE
from mocks.idm.domain.relations import RelationNumber, WorkRelation, default_end
from mocks.idm.domain.rights import RightNumber, UserRight, latest_end
from mocks.idm.pages.frame import moved, pages, render
from mocks.idm.pages.session import administrator
from mocks.idm.routes import peers_here

blueprint = pages("ending")

Answer = Response | str | tuple[str, int]

_DATED = Steps(("Einddatum", "Bevestiging"), {"end": 1, "rights": 1, "seen": 0})
_AT_ONCE = Steps(("Bevestiging",), {"seen": 0})
_DATES = {
    "end-before-begin", "end-in-the-past", "not-longer", "not-shorter", "work-relation-too-long",
    "work-relation-overlaps", "right-past-work-relation", "right-too-long", "right-already-granted",
}  # fmt: skip


@dataclass(frozen=True)
class _Change:
    """A change that is asked and confirmed.

    Attributes:
        title: the heading.
        warning: what it brings about.
        relation: the work relation that it is about, or that carries the right.
        right: the right that it is about, or None.
        proposal: the end date that the form proposes, or None when no date is asked.
        with_rights: whether one chooses that the rights go along.
    """

    title: str
    warning: str
    relation: WorkRelation
    right: UserRight | None
    proposal: date | None
    with_rights: bool = False

    @property
    def revision(self) -> int:
        """The revision of what it is about, as it stands now."""
        return self.right.revision if self.right is not None else self.relation.revision

    @property
    def person(self) -> Insz:
        """Whose it is."""
        return self.relation.number.person


@blueprint.route("/werkrelaties/<number>/verlengen", methods=["GET", "POST"])
def extend_relation(number: str) -> Answer:
    """Let a work relation end later, with its rights or without (``end``, ``rights``, ``seen``)."""
    who, parsed = administrator(), RelationNumber.parse(number)
    relation = _relations().find(who, parsed).relation
    latest = max(default_end(max(current_visit().clock.today, relation.period.begin)), relation.end)
    change = _Change(
        "Verleng werkrelatie en gebruikersrechten",
        "Elk gebruikersrecht wordt zo ver verlengd als zijn eigen maximumduur toelaat.",
        relation,
        None,
        latest,
        with_rights=True,
    )

    def extend(walk: Walk, end: date, seen: int) -> str:
        longer = _relations().extend(who, parsed, end, seen, rights=walk.values["rights"] != "nee")
        return f"De werkrelatie is verlengd tot {date_text(longer.end)}."

    return _answer(who, change, extend)


@blueprint.route("/werkrelaties/<number>/beeindigen", methods=["GET", "POST"])
def end_relation(number: str) -> Answer:
    """Let a work relation end earlier; its rights end with it (``end``, ``seen``)."""
    who, parsed = administrator(), RelationNumber.parse(number)
    change = _Change(
        "Beëindig werkrelatie",
        "De gebruikersrechten van deze werkrelatie eindigen mee.",
        _relations().find(who, parsed).relation,
        None,
        current_visit().clock.today,
    )

    def end_it(_: Walk, end: date, seen: int) -> str:
        shorter = _relations().end(who, parsed, end, seen)
        return f"De werkrelatie eindigt op {date_text(shorter.end)}."

    return _answer(who, change, end_it)


@blueprint.route("/rechten/<number>/verlengen", methods=["GET", "POST"])
def extend_right(number: str) -> Answer:
    """Let a right end later (``end``, ``seen``)."""
    who, parsed = administrator(), RightNumber.parse(number)
    relation, right = _rights().find(who, parsed)
    latest = latest_end(right.right, relation, max(current_visit().clock.today, right.period.begin))
    change = _Change(
        "Verleng gebruikersrecht",
        "Een recht duurt nooit langer dan de werkrelatie.",
        relation,
        right,
        max(latest, right.end),
    )

    def extend(_: Walk, end: date, seen: int) -> str:
        longer = _rights().extend(who, parsed, end, seen)
        return f"‘{longer.right.name}’ is verlengd tot {date_text(longer.end)}."

    return _answer(who, change, extend)


@blueprint.route("/rechten/<number>/beeindigen", methods=["GET", "POST"])
def end_right(number: str) -> Answer:
    """Let a right end earlier (``end``, ``seen``)."""
    who, parsed = administrator(), RightNumber.parse(number)
    relation, right = _rights().find(who, parsed)
    change = _Change(
        "Beëindig gebruikersrecht",
        "De einddatum is de laatste dag waarop het recht geldt.",
        relation,
        right,
        current_visit().clock.today,
    )

    def end_it(_: Walk, end: date, seen: int) -> str:
        shorter = _rights().end(who, parsed, end, seen)
        return f"‘{shorter.right.name}’ eindigt op {date_text(shorter.end)}."

    return _answer(who, change, end_it)


@blueprint.route("/rechten/<number>/intrekken", methods=["GET", "POST"])
def revoke_right(number: str) -> Answer:
    """Revoke a right at once (``seen``)."""
    who, parsed = administrator(), RightNumber.parse(number)
    relation, right = _rights().find(who, parsed)
    change = _Change(
        "Trek gebruikersrecht in",
        "Het recht geeft meteen geen toegang meer, ook niet aan wie nu aangemeld is.",
        relation,
        right,
        None,
    )

    def revoke(_: Walk, __: date, seen: int) -> str:
        revoked = _rights().revoke(who, parsed, seen)
        return f"‘{revoked.right.name}’ is ingetrokken."

    return _answer(who, change, revoke)


def _answer(who: Administrator, change: _Change, act: Callable[[Walk, date, int], str]) -> Answer:
    """Show the step in view, or act after the confirmation and lead back to the person."""
    dated = change.proposal is not None
    suggested = {"seen": str(change.revision), "rights": "ja", "end": ""}
    if change.proposal is not None:
        suggested["end"] = date_text(change.proposal)
    walk = Walk.begun(_DATED if dated else _AT_ONCE, suggested, request.form)
    if request.method == "GET":
        return _page(who, change, walk)
    if walk.go == "back":
        return _page(who, change, walk.moved(walk.at - 1))
    end = walk.read("end", lambda text: read_date(text, "De einddatum")) if dated else date.max
    if end is not None and walk.is_last:
        text = walk.values["seen"]
        seen = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1
        done = walk.attempt(lambda: act(walk, end, seen), _field_of)
        if done is not None:
            flash(done, "success")
            return moved("people.person", number=change.person)
        walk.values["seen"] = str(change.revision)
    elif not walk.errors:
        walk.moved(walk.at + 1)
    return _page(who, change, walk), walk.status


def _field_of(refusal: Refusal) -> str:
    return "end" if refusal.code in _DATES else ""


def _relations() -> WorkRelations:
    return WorkRelations(current_visit(), peers_here())


def _rights() -> Rights:
    return Rights(current_visit(), peers_here())


def _page(who: Administrator, change: _Change, walk: Walk) -> str:
    file = People(current_visit(), peers_here()).person(who, change.person)
    return render("ending.html", who, change=change, walk=walk, file=file, source=SOURCE)
