"""Mandates: concluded and signed in SSM, used by the employees of external service providers."""

from __future__ import annotations

import json
from collections.abc import Mapping

from load.actors import Actor, Role
from load.browser import Judge, Request, answered, either, name_of, told
from load.errand import Errand
from load.journeys.go_live import switch
from load.journeys.signing_in import enter, leave, look_around

EXPECTED = told("mandate-exists", "mandate-to-oneself", "already-signed")
"""Somebody concluded or signed the same mandate a moment ago, or chance made both parties the same."""


def mandate_manager_concludes_and_holder_signs(errand: Errand) -> None:
    """A mandate manager makes a mandate for his organisation, and the holder signs it, over the API."""
    manager, holder = errand.draw(Role.MANDATE_MANAGER), errand.draw(Role.LEGAL_REPRESENTATIVE)
    mandator = errand.identity(manager).partition(":")[2]
    party = errand.identity(holder).partition(":")[2]
    members = {"mandator": mandator, "holder": party, "type": "kiosk"}
    waits = answered(201, '"status":"Wacht op ondertekening"')
    number = _act(errand, manager, mandator, "", members, waits)
    if number:
        works = answered(200, '"works_today":true')
        _act(errand, holder, party, f"/{number}/sign", {}, works)


def external_provider_signs_in_for_several_givers(errand: Errand) -> None:
    """An employee of an accountant comes for one giver, and switches to each other one."""
    actor = errand.draw(Role.MANDATE_EXECUTOR)
    first, *more = actor.identities
    enter(errand, actor, first)
    look_around(errand)
    for identity in more:
        switch(errand, actor, identity)
        look_around(errand)
    leave(errand)


def _act(  # the parts of one request
    errand: Errand, actor: Actor, party: str, path: str, members: Mapping[str, str], judge: Judge
) -> str:
    """Do something with a mandate for a party; return its number, or nothing when it was refused."""
    url = errand.places.mock("ssm", f"/api/v1/mandates{path}")
    body = {"actor": actor.number, "party": party, **members}
    request = Request("POST", url, name_of("POST", url), members=body)
    page = errand.browser.call(request, either(judge, EXPECTED))
    return str(json.loads(page.text).get("number", ""))


JOURNEYS = (mandate_manager_concludes_and_holder_signs, external_provider_signs_in_for_several_givers)
