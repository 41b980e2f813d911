"""Explaining the old KIOSK: it is no client of ACM, and answers from its own users."""

from __future__ import annotations

from mocks.acm.backend.explain import party_number, person_number
from mocks.acm.errors import UnknownMockValue
from mocks.acm.peers import Peers
from mocks.core.visit import Visit
from mocks.eloketten.kiosk_oud.backend import Users
from mocks.eloketten.kiosk_oud.domain.explanation import Explanation

AT = "kiosk-oud"
"""How a question names the old KIOSK."""


def explain_old_kiosk(
    visit: Visit, names: Peers, who: str, on_behalf_of: str, key: str | None
) -> Explanation:
    """Say why a person may or may not manage the dossiers of an applicant in the old KIOSK.

    Args:
        visit: where and when.
        names: who knows the cast by its keys.
        who: a personage of the cast or an INSZ.
        on_behalf_of: an organisation of the cast, an enterprise number, a person, or ``self``.
        key: the kind of digital key, of which the old KIOSK knows none.

    Raises:
        UnknownWho: naming what is known.
        UnknownMockValue: when a digital key is named.
    """
    if key is not None:
        raise UnknownMockValue(
            "Het oude KIOSK kent geen digitale sleutels, alleen login, paswoord en beveiligingscode. Laat de "
            "sleutel weg."
        )
    person = person_number(names, who)
    applicant = person if on_behalf_of == "self" else party_number(names, on_behalf_of)
    return Users(visit).explain(person, applicant)
