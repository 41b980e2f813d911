"""The public search of the KBO: look up an enterprise, by number or by name, and who acts for it.

*Bron*: domain facts §6.5.  It shows the names of function holders and never their national numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mocks.core.api import page_bounds
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.shell import current_visit
from mocks.core.visit import Visit
from mocks.kbo.backend import Kbo, Registration
from mocks.kbo.domain import REPRESENTATIVE_CODES, Delay, FunctionType, Held
from mocks.kbo.pages.frame import frame
from mocks.kbo.peers import Identities, Peers

LONG_LIST = 5
"""Holders that are shown at once; longer lists wait behind "Toon de functiehouders" (a guess)."""

UNKNOWN_NAME = "Naam niet bekend"


@dataclass(frozen=True)
class Line:
    """One row of the section Functies.

    Attributes:
        function: the label of the function.
        person: "Naam , Voornaam" of the person who holds it, or None.
        enterprise: the enterprise that holds it or through which the person acts, or None.
        enterprise_name: the name of that enterprise, when no person stands before it.
        since: the first day.
    """

    function: str
    person: str | None
    enterprise: EnterpriseNumber | None
    enterprise_name: str | None
    since: date


def create_blueprint(peers: Callable[[Visit], Peers]) -> Blueprint:
    """Return the pages; ``peers`` gives the answering ends of what the KBO asks."""
    blueprint = Blueprint("pages", __name__)

    blueprint.context_processor(frame)

    @blueprint.get("/")
    def front() -> Response:
        """Lead to the form, as the address without a page does."""
        return redirect(url_for("pages.search_by_number"))

    @blueprint.get("/zoeknummerform.html")
    def search_by_number() -> Response | str:
        """Ask for an enterprise number, and lead to the page of who has it.

        *Bron*: domain facts §6.5 for the address; the name of the parameter is a guess.
        """
        if "nummer" not in request.args:
            return render_template("kbo/search_by_number.html")
        number = EnterpriseNumber(request.args["nummer"])
        Kbo(current_visit()).enterprise(number)
        return redirect(url_for("pages.enterprise", ondernemingsnummer=number))

    @blueprint.get("/zoeknaamfonetischform.html")
    def search_by_name() -> str:
        """Ask for a name, and list the enterprises whose names hold its words.

        The address and its parameter are guesses; the real search also finds what sounds alike.
        """
        if "searchWord" not in request.args:
            return render_template("kbo/search_by_name.html")
        name = request.args["searchWord"]
        offset, limit = page_bounds()
        found, total = Kbo(current_visit()).enterprises(name, offset, limit)
        return render_template(
            "kbo/search_by_name.html", name=name, found=found, total=total, offset=offset, limit=limit
        )

    @blueprint.get("/toonondernemingps.html")
    def enterprise() -> str:
        """Show an enterprise with everybody who holds a function in it today.

        *Bron*: domain facts §6.5 for address, parameter, order of the sections and the three columns.
        """
        visit = current_visit()
        number = EnterpriseNumber(request.args.get("ondernemingsnummer", ""))
        found = Kbo(visit).enterprise(number)
        today = visit.clock.today
        held = [one for one in Kbo(visit).functions_in(number) if one.function.period.holds_on(today)]
        legal = [one for one in held if one.function.code.type is FunctionType.LEGAL]
        skills = [one for one in held if one.function.code.type is FunctionType.SKILL]
        return render_template(
            "kbo/enterprise.html",
            enterprise=found,
            functions=list(_lines(visit, peers(visit), legal)),
            skills=list(_lines(visit, peers(visit), skills)),
            long_list=LONG_LIST,
            delayed=Registration(visit).delay is Delay.REAL,
        )

    return blueprint


def _lines(visit: Visit, peers: Peers, held: list[Held]) -> Iterator[Line]:
    identities = Identities(visit, peers)
    for one in held:
        function = one.function
        since, through = function.period.begin, function.through
        if through is None:
            person = _full_name(identities, function.person)
            yield Line(function.code.label, person, None, None, since)
            continue
        if function.code.code not in REPRESENTATIVE_CODES or function.person is None:
            holder = Kbo(visit).find_enterprise(through)
            name = holder.name if holder is not None else UNKNOWN_NAME
            yield Line(function.code.label, None, through, name, since)
        if function.person is not None:
            person = _full_name(identities, function.person)
            of_itself = function.code.code in REPRESENTATIVE_CODES
            label = function.code.label if of_itself else "Vast vertegenwoordiger"
            yield Line(label, person, through, None, since)


def _full_name(identities: Identities, person: Insz | None) -> str:
    name = identities.name(person) if person is not None else None
    return f"{name.family_name} , {name.given_name}" if name is not None else UNKNOWN_NAME
