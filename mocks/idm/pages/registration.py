"""Self-registration by link: somebody asks a right or a work relation for himself.

*Bron*: domain facts §4: ``aanvraag?`` and ``aanvraag_werkrelatie?`` with ``dg``, ``an`` or ``ec``, ``ctx``,
``oc``.  The real one stands on a host of its own; ours stands below the other pages.
"""

from __future__ import annotations

from collections.abc import Mapping

from flask import request
from werkzeug.wrappers import Response

from mocks.core.forms import read_email, read_line
from mocks.core.identifiers import EnterpriseNumber
from mocks.core.shell import current_visit
from mocks.core.walks import Steps, Walk
from mocks.idm.backend import Request, SelfRegistration, catalogue_in
from mocks.idm.domain.forms import read_phone
from mocks.idm.domain.tasks import Link
from mocks.idm.pages.frame import pages, render_for
from mocks.idm.pages.session import SignedIn, administrators, signed_in
from mocks.idm.routes import peers_here

blueprint = pages("registration")

_ASK = Steps(("Aanvraag",), {"organisation": 1, "phone": 1, "email": 1, "reason": 1})

_FIELD_OF: Mapping[str, str] = {
    "malformed-link": "organisation",
    "unknown-organisation": "organisation",
    "organisation-stopped": "organisation",
    "no-local-administrator": "organisation",
    "right-not-for-target-group": "organisation",
}

_KINDS = "<any(aanvraag, aanvraag_werkrelatie):kind>"


@blueprint.get(f"/zelfregistratie/{_KINDS}")
def ask(kind: str) -> str:
    """Show what the link asks, and what the person still has to say."""
    who = signed_in()
    return _page(who, _link(kind), Walk.begun(_ASK, {}, request.form))


@blueprint.post(f"/zelfregistratie/{_KINDS}")
def request_it(kind: str) -> Response | str | tuple[str, int]:
    """Lay the request with the local administrator (``organisation``, ``phone``, ``email``, ``reason``)."""
    who, link = signed_in(), _link(kind)
    walk = Walk.begun(_ASK, {}, request.form)
    number = link.organisation or walk.read("organisation", EnterpriseNumber)
    phone, email = walk.read("phone", read_phone), walk.read("email", read_email)
    reason = walk.read("reason", lambda text: read_line(text, "De reden"))
    if number is not None and phone is not None and email is not None and not walk.errors:
        filled_in = Request(number, phone, email, reason)
        laid = walk.attempt(
            lambda: SelfRegistration(current_visit(), peers_here()).request(who.insz, link, filled_in),
            lambda refusal: _FIELD_OF.get(refusal.code, ""),
        )
        if laid is not None:
            organisation = administrators().organisation(laid.organisation)
            return render_for(who.name, "requested.html", task=laid, asked_of=organisation)
    return _page(who, link, walk), walk.status


def _link(kind: str) -> Link:
    catalogue = catalogue_in(current_visit().reading)
    return Link.read(request.args, catalogue, work_relation_only=kind == "aanvraag_werkrelatie")


def _page(who: SignedIn, link: Link, walk: Walk) -> str:
    organisation = administrators().organisation(link.organisation) if link.organisation else None
    return render_for(who.name, "request.html", walk=walk, link=link, asked_of=organisation)
