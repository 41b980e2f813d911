"""Granting: "Ken gebruikersrecht toe" in three steps, on a work relation that is there.

*Bron*: seed 004, "3.3. ken gebruikersrecht toe".
"""

from __future__ import annotations

from flask import flash, request
from werkzeug.wrappers import Response

from mocks.core.shell import current_visit
from mocks.core.walks import Steps, Walk
from mocks.idm.backend import People, WorkRelations
from mocks.idm.domain.administrator import Administrator
from mocks.idm.domain.people import SOURCE
from mocks.idm.domain.relations import RelationNumber
from mocks.idm.domain.views import PersonFile, RelationFile, RightOnOffer
from mocks.idm.pages import granting
from mocks.idm.pages.frame import moved, pages, render
from mocks.idm.pages.session import administrator
from mocks.idm.routes import peers_here

blueprint = pages("rights")

_GRANT = Steps(
    ("Selecteer gebruikersrecht", "Details gebruikersrecht", "Bevestiging"),
    {"right": 1, **dict.fromkeys(granting.DETAILS, 2), "detail_of": 0},
)


@blueprint.get("/werkrelaties/<number>/recht")
def grant(number: str) -> str:
    """Ask which right (step 1); ``waarom`` shows why others are not in the list."""
    who, at = administrator(), _Place(number)
    offers = granting.offered(who, at.number)
    reasons = granting.reasons(who, at.number, offers) if "waarom" in request.args else []
    return at.page(who, Walk.begun(_GRANT, {}, request.form), offers, reasons)


@blueprint.post("/werkrelaties/<number>/recht")
def grant_on(number: str) -> Response | str | tuple[str, int]:
    """Go on to the next step, and grant after the confirmation.

    Fields: ``right``; ``end`` (dd/mm/jjjj), ``profile``, ``contexts`` (separated by ``|``), ``available`` and
    ``taken`` (ticked contexts); ``step``, ``go`` (next, back, add, drop).
    """
    who, at = administrator(), _Place(number)
    walk = Walk.begun(_GRANT, {}, request.form)
    offers = granting.offered(who, at.number)
    if walk.go == "back":
        return at.page(who, walk.moved(walk.at - 1), offers)
    offer = granting.chosen(walk, who, at.number, offers)
    if offer is None:
        return at.page(who, walk, offers), walk.status
    granting.suggest(walk, offer)
    if walk.go in {"add", "drop"}:
        granting.rearrange(walk, offer)
        return at.page(who, walk, offers), walk.status
    if walk.at == 1:
        granting.foresee(walk, who, at.number, offer)
    elif (wish := granting.wish_of(walk, offer)) is not None:
        if walk.is_last:
            given = granting.grant(walk, who, at.number, wish)
            if given is not None:
                flash(granting.told(given, at.file(who).person.full_name), "success")
                return moved("people.person", number=at.number.person)
        else:
            granting.check(walk, who, at.number, wish)
    if not walk.errors:
        walk.moved(walk.at + 1)
    return at.page(who, walk, offers), walk.status


class _Place:
    """The work relation on which a right is granted."""

    def __init__(self, number: str) -> None:
        self.number = RelationNumber.parse(number)

    def relation(self, who: Administrator) -> RelationFile:
        """Return the work relation with its rights."""
        return WorkRelations(current_visit(), peers_here()).find(who, self.number)

    def file(self, who: Administrator) -> PersonFile:
        """Return the person."""
        return People(current_visit(), peers_here()).person(who, self.number.person)

    def page(
        self,
        who: Administrator,
        walk: Walk,
        offers: dict[str, RightOnOffer],
        reasons: list[tuple[str, str, str]] | None = None,
    ) -> str:
        """Return the page of the step in view."""
        return render(
            "grant.html",
            who,
            walk=walk,
            relation=self.relation(who).relation,
            file=self.file(who),
            source=SOURCE,
            offers=offers,
            offer=offers.get(walk.values["right"]),
            in_list=granting.in_list(walk),
            ticked=request.form.getlist("available"),
            reasons=reasons or [],
        )
