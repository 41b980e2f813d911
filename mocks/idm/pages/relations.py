"""Work relations: "Koppel gebruiker aan organisatie" in three steps.

*Bron*: seed 004, "3.2. voeg werkrelatie toe": labels, the proposal of ten years, "Maximumperiode = 10 jaar".
The screens ask telephone and e-mail somewhere before the confirmation; that it is in step 2 is our reading.
"""

from __future__ import annotations

from collections.abc import Mapping

from flask import flash, request
from werkzeug.wrappers import Response

from mocks.core.errors import Refusal
from mocks.core.forms import date_text, read_date, read_email
from mocks.core.identifiers import Insz
from mocks.core.shell import current_visit
from mocks.core.walks import Steps, Walk
from mocks.idm.backend import People, WorkRelations
from mocks.idm.backend.relations import Coupling
from mocks.idm.domain.administrator import Administrator
from mocks.idm.domain.forms import read_phone
from mocks.idm.domain.people import SOURCE
from mocks.idm.domain.relations import MOST_YEARS, Category, default_end
from mocks.idm.domain.views import PersonFile
from mocks.idm.errors import UnknownOrganisation
from mocks.idm.pages.frame import moved, pages, render
from mocks.idm.pages.session import administrator
from mocks.idm.routes import peers_here

blueprint = pages("relations")

_COUPLE = Steps(
    ("Selecteer organisatie", "Werkrelatie details", "Bevestiging"),
    {"organisation": 1, "category": 1, "begin": 2, "end": 2, "phone": 2, "email": 2},
)

FIELD_OF_COUPLING: Mapping[str, str] = {
    "unknown-category": "category",
    "end-before-begin": "end",
    "end-in-the-past": "end",
    "work-relation-too-long": "end",
    "work-relation-overlaps": "begin",
    "malformed-phone": "phone",
    "malformed-email": "email",
}
"""Which field a refusal is about; any other one is about the person as a whole."""


@blueprint.get("/personen/<number>/koppelen")
def couple(number: str) -> str:
    """Ask organisation and category (step 1)."""
    who = administrator()
    file = _people().person(who, Insz(number))
    return _page(who, file, Walk.begun(_COUPLE, _suggested(who), request.form))


@blueprint.post("/personen/<number>/koppelen")
def couple_on(number: str) -> Response | str | tuple[str, int]:
    """Go on to the next step, and couple after the confirmation.

    Fields: ``organisation``, ``category``; ``begin``, ``end`` (dd/mm/jjjj), ``phone``, ``email``; and
    ``step`` and ``go`` (next, back).
    """
    who = administrator()
    file = _people().person(who, Insz(number))
    walk = Walk.begun(_COUPLE, _suggested(who), request.form)
    if walk.go == "back":
        return _page(who, file, walk.moved(walk.at - 1))
    if walk.values["organisation"] != who.organisation.number:
        walk.wrong("organisation", UnknownOrganisation(f"Kies {who.organisation.name}, die u nu beheert."))
    walk.read("category", Category.read)
    if walk.at > 1 and (coupling := read_coupling(walk)) is not None:
        relations = WorkRelations(current_visit(), peers_here())
        insz = file.person.insz
        if walk.is_last:
            coupled = walk.attempt(lambda: relations.couple(who, insz, coupling), field_of_coupling)
            if coupled is not None:
                flash(
                    f"U hebt een werkrelatie toegevoegd, van {date_text(coupled.period.begin)} tot "
                    f"{date_text(coupled.end)}. Ken nu het gebruikersrecht toe.",
                    "success",
                )
                return moved("people.person", number=insz)
        else:
            walk.attempt(lambda: relations.check(who, insz, coupling), field_of_coupling)
    if not walk.errors:
        walk.moved(walk.at + 1)
    return _page(who, file, walk), walk.status


def read_coupling(walk: Walk, end_field: str = "end") -> Coupling | None:
    """Return what the form says of a work relation, or None after noting what is wrong with each field."""
    category = walk.read("category", Category.read)
    begin = walk.read("begin", lambda text: read_date(text, "De begindatum"))
    end = walk.read(end_field, lambda text: read_date(text, "De einddatum"))
    phone = walk.read("phone", read_phone)
    email = walk.read("email", read_email)
    if category is None or begin is None or end is None or phone is None or email is None:
        return None
    return Coupling(category, phone, email, begin, end)


def suggested_coupling() -> dict[str, str]:
    """Return what the screen proposes: from today, for ten years."""
    today = current_visit().clock.today
    return {
        "category": Category.PERMANENT.value,
        "begin": date_text(today),
        "end": date_text(default_end(today)),
    }


def field_of_coupling(refusal: Refusal) -> str:
    """Return which field a refusal to couple is about."""
    return FIELD_OF_COUPLING.get(refusal.code, "")


def _suggested(who: Administrator) -> dict[str, str]:
    return {"organisation": who.organisation.number, **suggested_coupling()}


def _people() -> People:
    return People(current_visit(), peers_here())


def _page(who: Administrator, file: PersonFile, walk: Walk) -> str:
    return render(
        "couple.html",
        who,
        file=file,
        walk=walk,
        source=SOURCE,
        categories=[(one.value, one.value) for one in Category],
        most_years=MOST_YEARS,
    )
