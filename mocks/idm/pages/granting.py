"""What "Ken gebruikersrecht toe" and "Snel recht toekennen" have in common: the right and its details.

*Bron*: seed 004, "3.3. ken gebruikersrecht toe": the list of rights, the description, profile, the two lists
of contexts with "Voeg toe aan lijst", and the end date.
"""

from __future__ import annotations

from collections.abc import Mapping

from flask import request

from mocks.core.errors import Refusal
from mocks.core.forms import date_text, read_date
from mocks.core.shell import current_visit
from mocks.core.walks import Walk
from mocks.idm.backend import Rights, catalogue_in
from mocks.idm.domain.administrator import Administrator
from mocks.idm.domain.bulk import CONTEXT_SEPARATOR
from mocks.idm.domain.relations import RelationNumber
from mocks.idm.domain.rights import UserRight, Wish
from mocks.idm.domain.views import RightOnOffer
from mocks.idm.pages.forms import NothingChosen, NotInTheList
from mocks.idm.routes import peers_here

DETAILS = ("end", "profile", "contexts")
"""The fields of the step "Details gebruikersrecht"; ``detail_of`` says for which right they were typed."""

_FIELD_OF: Mapping[str, str] = {
    "end-before-begin": "end",
    "end-in-the-past": "end",
    "right-past-work-relation": "end",
    "right-too-long": "end",
    "unknown-profile": "profile",
    "context-missing": "contexts",
    "unknown-context": "contexts",
}


def field_of_right(refusal: Refusal) -> str:
    """Return which field a refusal to grant is about; most are about the right itself."""
    return _FIELD_OF.get(refusal.code, "right")


def rights_here() -> Rights:
    """Return the use cases of rights."""
    return Rights(current_visit(), peers_here())


def offered(who: Administrator, relation: RelationNumber) -> dict[str, RightOnOffer]:
    """Return the rights that can be granted, by key."""
    return {one.right.key: one for one in rights_here().on_offer(who, relation)}


def chosen(
    walk: Walk, who: Administrator, relation: RelationNumber, offers: Mapping[str, RightOnOffer]
) -> RightOnOffer | None:
    """Return the right that was chosen, or None after noting why it cannot be."""
    key = walk.values["right"]
    if key in offers:
        return offers[key]
    if not key:
        walk.wrong("right", NothingChosen("Kies een gebruikersrecht uit de lijst."))
        return None
    # What is not in the list was typed by hand, or is no longer on offer: then the reason is told.
    known = catalogue_in(current_visit().reading)
    walk.attempt(lambda: rights_here().check(who, relation, Wish(known.find(key))), field_of_right)
    if not walk.errors:
        walk.wrong("right", NothingChosen("Dit gebruikersrecht is niet in te stellen. Kies een ander."))
    return None


def reasons(
    who: Administrator, relation: RelationNumber, offers: Mapping[str, RightOnOffer]
) -> list[tuple[str, str, str]]:
    """Return name, code and sentence of every right that is not in the list."""
    found = []
    for right in catalogue_in(current_visit().reading).rights:
        if right.key in offers:
            continue
        refusal = _refusal(who, relation, Wish(right))
        if refusal is not None:
            found.append((right.name, refusal.code, refusal.sentence))
    return found


def foresee(walk: Walk, who: Administrator, relation: RelationNumber, offer: RightOnOffer) -> None:
    """Note what no detail can repair, before anybody types one: such as a Belgian eID that is not there."""
    refusal = _refusal(who, relation, Wish(offer.right))
    if refusal is not None and field_of_right(refusal) == "right":
        walk.wrong("right", refusal)


def suggest(walk: Walk, offer: RightOnOffer) -> None:
    """Propose the details of a right, unless they were typed for this same right before."""
    if walk.values["detail_of"] == offer.right.key:
        return
    profiles = offer.right.profiles
    walk.values |= {
        "detail_of": offer.right.key,
        "end": date_text(offer.default_end),
        "profile": profiles[0] if len(profiles) == 1 else "",
        "contexts": "",
    }


def in_list(walk: Walk) -> tuple[str, ...]:
    """Return the contexts in the list at the right."""
    return tuple(one for one in walk.values["contexts"].split(CONTEXT_SEPARATOR) if one)


def rearrange(walk: Walk, offer: RightOnOffer) -> None:
    """Put the ticked contexts in the list (``go=add``) or take them from it (``go=drop``)."""
    now = in_list(walk)
    if walk.go == "add":
        ticked = request.form.getlist("available")
        if not ticked:
            walk.wrong(
                "contexts", NotInTheList("Vink links minstens één context aan, en voeg toe aan de lijst.")
            )
        kept = [one for one in offer.contexts if one in now or one in ticked]
    else:
        kept = [one for one in now if one not in request.form.getlist("taken")]
    walk.values["contexts"] = CONTEXT_SEPARATOR.join(kept)


def wish_of(walk: Walk, offer: RightOnOffer) -> Wish | None:
    """Return what is asked, or None after noting what is wrong with each field."""
    end = walk.read("end", lambda text: read_date(text, "De einddatum"))
    forgotten = [one for one in request.form.getlist("available") if one in offer.contexts]
    if forgotten:
        walk.wrong(
            "contexts",
            NotInTheList(
                f"U hebt {', '.join(forgotten)} aangevinkt, maar nog niet toegevoegd. Druk op ‘Voeg toe aan "
                "lijst’."
            ),
        )
    if offer.right.profiles and walk.values["profile"] not in offer.right.profiles:
        walk.wrong("profile", NothingChosen("Kies een profiel."))
    if walk.errors:
        return None
    return Wish(offer.right, walk.values["profile"] or None, in_list(walk), None, end)


def grant(walk: Walk, who: Administrator, relation: RelationNumber, wish: Wish) -> UserRight | None:
    """Return the right that was granted, or None after noting why it was not."""
    return walk.attempt(lambda: rights_here().grant(who, relation, wish), field_of_right)


def check(walk: Walk, who: Administrator, relation: RelationNumber, wish: Wish) -> None:
    """Note why a right cannot be granted like this, before anybody confirms it."""
    walk.attempt(lambda: rights_here().check(who, relation, wish), field_of_right)


def told(given: UserRight, name: str) -> str:
    """Return the sentence that says what was granted to whom."""
    return f"Het gebruikersrecht ‘{given.right.name}’ is toegekend aan {name}, tot {date_text(given.end)}."


def _refusal(who: Administrator, relation: RelationNumber, wish: Wish) -> Refusal | None:
    try:
        rights_here().check(who, relation, wish)
    except Refusal as refusal:
        return refusal
    return None
