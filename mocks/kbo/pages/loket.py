"""The desk of an ondernemingsloket: a form that registers a foreign enterprise, and what comes next.

*Bron*: seed 003 for who is registered and for the steps that follow.  The pages are ours: the real
ondernemingslokets are private firms, each with its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mocks.core.addresses import SYSTEMS
from mocks.core.errors import Refusal
from mocks.core.identifiers import EnterpriseNumber
from mocks.core.shell import current_visit
from mocks.core.visit import Visit
from mocks.kbo.backend import Loket
from mocks.kbo.domain import (
    DEFAULT_FORM,
    DEFAULT_FUNCTION,
    DESK_FUNCTIONS,
    FOREIGN_FORMS,
    LABELS,
    read_foreign,
)
from mocks.kbo.errors import FieldRefused
from mocks.kbo.pages.frame import frame
from mocks.kbo.peers import Identities, Peers

_ELSEWHERE = ("rijksregister", "csam", "btb", "idm")
"""Where the next steps are taken."""

_PROPOSED = {"legal_form": DEFAULT_FORM, "function": DEFAULT_FUNCTION}


def create_blueprint(peers: Callable[[Visit], Peers]) -> Blueprint:
    """Return the pages of the desk; ``peers`` gives the answering ends of what the KBO asks."""
    blueprint = Blueprint("loket", __name__, url_prefix="/loket")
    blueprint.context_processor(frame)

    @blueprint.get("")
    def form() -> str:
        """Ask which foreign enterprise to register, and who represents it."""
        return _form_page(_PROPOSED, {})

    @blueprint.post("")
    def register() -> Response | tuple[str, int]:
        """Register what is filled in; nonsense gives the form again, with all that was typed."""
        visit, filled = current_visit(), _filled()
        reading = read_foreign(filled, visit.clock.today)
        if reading.faults:
            return _form_page(filled, reading.faults), 400
        number, new = Loket(visit, peers(visit)).register(reading.required())
        done = "ingeschreven" if new else "al-ingeschreven"
        return redirect(url_for("loket.registered", number=number, gedaan=done), 303)

    @blueprint.get("/<number>")
    def registered(number: str) -> str:
        """Show an enterprise to whoever registered it, at once, with what comes next.

        It shows the names of function holders and never their national numbers, as the public search does.
        """
        visit = current_visit()
        known = Loket(visit, peers(visit)).registered(EnterpriseNumber(number))
        identities, holders = Identities(visit, peers(visit)), []
        for held in known.functions:
            person = held.function.person
            name = identities.name(person) if person is not None else None
            if name is not None and not held.function.period.ended(visit.clock.today):
                holders.append((f"{name.given_name} {name.family_name}", held.function))
        return render_template(
            "kbo/loket/registered.html",
            enterprise=known.enterprise,
            holders=holders,
            seen_from=known.seen_from,
            done=request.args.get("gedaan", ""),
            elsewhere={key: visit.url(key, SYSTEMS[key].door) for key in _ELSEWHERE},
        )

    @blueprint.errorhandler(FieldRefused)
    def again(refusal: FieldRefused) -> tuple[str, int]:
        """Show the form again with what was refused beside its field."""
        return _form_page(_filled(), {refusal.field: refusal}), refusal.status

    return blueprint


def _filled() -> dict[str, str]:
    """Return what was typed."""
    return {name: request.form.get(name, "") for name in LABELS}


def _form_page(filled: Mapping[str, str], faults: Mapping[str, Refusal]) -> str:
    return render_template(
        "kbo/loket/form.html",
        labels=LABELS,
        filled=filled,
        errors={name: fault.sentence for name, fault in faults.items()},
        code=next((fault.code for fault in faults.values()), None),
        legal_forms=list(FOREIGN_FORMS.items()),
        functions=list(DESK_FUNCTIONS.items()),
    )
