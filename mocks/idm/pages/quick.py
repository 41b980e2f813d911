"""The tile "Snel recht toekennen": person, work relation and right in one flow.

*Bron*: seed 002 ("klik in de tegel Snel recht toekennen op Nieuw recht toekennen en volg de stappen op het
scherm") and the tile of seed 004.  No document shows those steps; they are ours, in the order person, work
relation, right that seed 004 prescribes.  Who is new is added and coupled when the second step is confirmed,
since only then it is known which rights are on offer.
"""

from __future__ import annotations

from dataclasses import dataclass

from flask import flash, request
from werkzeug.wrappers import Response

from mocks.core.clock import Period
from mocks.core.errors import Refusal
from mocks.core.forms import date_text
from mocks.core.identifiers import Insz
from mocks.core.shell import current_visit
from mocks.core.walks import Steps, Walk
from mocks.idm.backend import People, WorkRelations
from mocks.idm.domain.administrator import Administrator
from mocks.idm.domain.people import SOURCE
from mocks.idm.domain.relations import MOST_YEARS, Category, WorkRelation, check_new
from mocks.idm.domain.views import Candidate, PersonFile, RightOnOffer
from mocks.idm.errors import UnknownWorkRelation
from mocks.idm.pages import granting
from mocks.idm.pages.frame import moved, pages, render
from mocks.idm.pages.people import file_of
from mocks.idm.pages.relations import field_of_coupling, read_coupling, suggested_coupling
from mocks.idm.pages.session import administrator
from mocks.idm.routes import peers_here

blueprint = pages("quick")

_PERSON, _RELATION, _RIGHT, _DETAILS = 1, 2, 3, 4
_QUICK = Steps(
    (
        "Selecteer persoon",
        "Werkrelatie",
        "Selecteer gebruikersrecht",
        "Details gebruikersrecht",
        "Bevestiging",
    ),
    {
        "number": _PERSON,
        **dict.fromkeys(("relation", "category", "begin", "relation_end", "phone", "email"), _RELATION),
        "right": _RIGHT,
        **dict.fromkeys(granting.DETAILS, _DETAILS),
        "detail_of": 0,
    },
)


@dataclass
class _Found:
    """What is known so far of the one to whom a right is granted.

    Attributes:
        candidate: what the register says, once a right number was typed.
        file: the person at this organisation, or None who is still to be added.
        relation: the work relation that was chosen or made, or None.
        offers: the rights that can be granted on it.
    """

    candidate: Candidate | None = None
    file: PersonFile | None = None
    relation: WorkRelation | None = None
    offers: dict[str, RightOnOffer] | None = None


@blueprint.get("/snel-recht-toekennen")
def grant() -> str:
    """Ask who it is (step 1)."""
    return _page(administrator(), _begun(), _Found())


@blueprint.post("/snel-recht-toekennen")
def grant_on() -> Response | str | tuple[str, int]:
    """Go on to the next step, and grant after the confirmation.

    Fields: ``number``; ``relation``, or ``category``, ``begin``, ``relation_end``, ``phone``, ``email``;
    ``right``; ``end``, ``profile``, ``contexts``, ``available``, ``taken``; and ``step`` and ``go`` (next,
    back, add, drop).
    """
    who, walk = administrator(), _begun()
    found = _find(who, walk)
    if walk.go == "back":
        return _page(who, walk.moved(walk.at - 1), found)
    if walk.errors or walk.at == _PERSON:
        return _on(who, walk, found)
    if walk.at == _RELATION and found.relation is None and found.candidate is not None:
        found.relation = _coupled(who, walk, found)
        if found.relation is not None:
            found.offers = granting.offered(who, found.relation.number)
    if found.relation is None or walk.at == _RELATION:
        if found.relation is None and not walk.errors:
            walk.wrong("relation", UnknownWorkRelation("Kies een werkrelatie uit de lijst."))
        return _on(who, walk, found)
    return _right(who, walk, found, found.relation)


def _right(
    who: Administrator, walk: Walk, found: _Found, relation: WorkRelation
) -> Response | str | tuple[str, int]:
    """Take the steps about the right itself, as "Ken gebruikersrecht toe" does."""
    number, offers = relation.number, found.offers or {}
    offer = granting.chosen(walk, who, number, offers)
    if offer is None:
        return _on(who, walk, found)
    granting.suggest(walk, offer)
    if walk.go in {"add", "drop"}:
        granting.rearrange(walk, offer)
        return _page(who, walk, found), walk.status
    if walk.at == _RIGHT:
        granting.foresee(walk, who, number, offer)
    elif (wish := granting.wish_of(walk, offer)) is not None:
        if walk.is_last:
            given = granting.grant(walk, who, number, wish)
            if given is not None and found.file is not None:
                flash(granting.told(given, found.file.person.full_name), "success")
                return moved("people.person", number=number.person)
        else:
            granting.check(walk, who, number, wish)
    return _on(who, walk, found)


def _begun() -> Walk:
    coupling = suggested_coupling()
    return Walk.begun(
        _QUICK,
        {
            "number": request.args.get("nummer", ""),
            **coupling,
            "relation_end": coupling["end"],
            "end": "",
        },
        request.form,
    )


def _on(who: Administrator, walk: Walk, found: _Found) -> tuple[str, int]:
    """Return the next step when nothing is wrong, else the step where something is."""
    if not walk.errors:
        walk.moved(walk.at + 1)
    return _page(who, walk, found), walk.status


def _find(who: Administrator, walk: Walk) -> _Found:
    """Return what is known of the number that was typed, after noting what is wrong with it."""
    found = _Found()
    insz = walk.read("number", Insz)
    people = People(current_visit(), peers_here())
    if insz is not None:
        found.candidate = walk.attempt(lambda: people.look_up(who, insz), lambda _: "number")
    if found.candidate is not None and insz is not None:
        found.file = file_of(who, insz)
    living = _living(found.file)
    if found.file is None or not living:
        walk.values["relation"] = ""
    elif len(living) == 1:
        walk.values["relation"] = str(living[0].number)
    found.relation = next((one for one in living if str(one.number) == walk.values["relation"]), None)
    if found.relation is not None:
        found.offers = granting.offered(who, found.relation.number)
    return found


def _living(file: PersonFile | None) -> list[WorkRelation]:
    """Return the work relations on which a right can still be granted."""
    today = current_visit().clock.today
    return [one.relation for one in file.relations if not one.relation.period.ended(today)] if file else []


def _coupled(who: Administrator, walk: Walk, found: _Found) -> WorkRelation | None:
    """Add who is new, and couple; or return None after noting what is wrong."""
    if _living(found.file) or found.candidate is None:
        return None
    coupling = read_coupling(walk, end_field="relation_end")
    if coupling is None or coupling.begin is None:
        return None
    insz, today = found.candidate.registered.insz, current_visit().clock.today
    visit = current_visit()
    people, relations = People(visit, peers_here()), WorkRelations(visit, peers_here())
    period = Period(coupling.begin, coupling.end)
    # First what can be known beforehand: a wrong date must not leave somebody half added.
    walk.attempt(lambda: check_new(period, (), today), _field_of)
    if not walk.errors and found.file is None:
        walk.attempt(lambda: people.add(who, insz), lambda _: "number")
    if walk.errors:
        return None
    found.file = people.person(who, insz)
    return walk.attempt(lambda: relations.couple(who, insz, coupling), _field_of)


def _field_of(refusal: Refusal) -> str:
    field = field_of_coupling(refusal)
    return "relation_end" if field == "end" else field


def _page(who: Administrator, walk: Walk, found: _Found) -> str:
    offers = found.offers or {}
    return render(
        "quick.html",
        who,
        walk=walk,
        found=found,
        living=[
            (
                str(one.number),
                f"{one.category.value}, van {date_text(one.period.begin)} tot {date_text(one.end)}",
            )
            for one in _living(found.file)
        ],
        source=SOURCE,
        categories=[(one.value, one.value) for one in Category],
        most_years=MOST_YEARS,
        offers=offers,
        offer=offers.get(walk.values["right"]),
        in_list=granting.in_list(walk),
        ticked=request.form.getlist("available"),
    )
