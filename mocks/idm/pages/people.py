"""Persons: "Voeg gebruiker toe", "Gegevens van gebruiker" with its tabs, the list, and comparing.

*Bron*: seed 004, "3.1. voeg persoon toe" for steps and labels.  The list and the comparison are only named
there (tiles "Toon alle personen" and "Vergelijk meerdere personen"); how they look is ours.
"""

from __future__ import annotations

from flask import flash, request
from werkzeug.wrappers import Response

from mocks.core.forms import read_line
from mocks.core.identifiers import Insz
from mocks.core.shell import current_visit
from mocks.core.walks import Steps, Walk
from mocks.idm.backend import History, People
from mocks.idm.domain.administrator import Administrator
from mocks.idm.domain.people import SOURCE
from mocks.idm.domain.views import MOST_COMPARED, Candidate, PersonFile
from mocks.idm.errors import PersonNotInIdm
from mocks.idm.pages.frame import moved, pages, render
from mocks.idm.pages.session import administrator
from mocks.idm.routes import peers_here

blueprint = pages("people")

_ADD = Steps(
    ("Geef Identificatienummer op", "Geef details", "Bevestiging"),
    {"number": 1, "nickname": 2, "initials": 2, "reason": 2},
)
_LONGEST_SEARCH = 200


@blueprint.get("/personen")
def everybody() -> str:
    """List the persons of the organisation, a piece at a time (``zoek``, ``vanaf``)."""
    who = administrator()
    text = request.args.get("zoek", "")[:_LONGEST_SEARCH]
    found = _people().search(who, text, request.args.get("vanaf") or None)
    return render("people.html", who, found=found, text=text)


@blueprint.get("/personen/nieuw")
def add() -> str:
    """Ask the number of the person (step 1)."""
    return _add_page(
        administrator(), Walk.begun(_ADD, {"number": request.args.get("nummer", "")}, request.form), None
    )


@blueprint.post("/personen/nieuw")
def add_on() -> Response | str | tuple[str, int]:
    """Go on to the next step: look the number up, take what is added, add the person.

    Fields: ``number``; ``nickname``, ``initials``, ``reason``; and ``step`` and ``go`` (next, back, reload).
    """
    who = administrator()
    walk = Walk.begun(_ADD, {}, request.form)
    if walk.go == "back":
        walk.moved(walk.at - 1)
        return _add_page(who, walk, _candidate(who, walk) if walk.at > 1 else None)
    candidate = _candidate(who, walk)
    if candidate is None:
        return _add_page(who, walk, None), walk.status
    if candidate.known is not None and file_of(who, candidate.known.insz) is not None:
        flash(f"{candidate.known.full_name} is al toegevoegd. Bepaal nu de werkrelatie.", "info")
        return moved("people.person", number=candidate.known.insz)
    if walk.go == "reload":
        flash("De gegevens komen opnieuw uit het Rijksregister.", "info")
        return _add_page(who, walk, candidate)
    if walk.at > 1:
        nickname = walk.read("nickname", lambda text: read_line(text, "De roepnaam"))
        initials = walk.read("initials", lambda text: read_line(text, "De initialen"))
        reason = walk.read("reason", lambda text: read_line(text, "De reden"))
        if not walk.errors and walk.is_last:
            insz = candidate.registered.insz
            added = walk.attempt(
                lambda: _people().add(who, insz, nickname, initials, reason), lambda _: "number"
            )
            if added is not None:
                flash(f"{added.full_name} is toegevoegd. Bepaal nu de werkrelatie.", "success")
                return moved("people.person", number=added.insz)
    if not walk.errors:
        walk.moved(walk.at + 1)
    return _add_page(who, walk, candidate), walk.status


@blueprint.get("/personen/<number>")
def person(number: str) -> str:
    """Show the work relations of a person with their rights (tab "Werkrelatie")."""
    return _tab(number, "relations")


@blueprint.get("/personen/<number>/details")
def details(number: str) -> str:
    """Show what is kept of each work relation (tab "Werkrelatie details")."""
    return _tab(number, "details")


@blueprint.get("/personen/<number>/accounts")
def accounts(number: str) -> str:
    """Show the accounts of a person (tab "Accounts")."""
    return _tab(number, "accounts")


@blueprint.get("/personen/<number>/historiek")
def history(number: str) -> str:
    """Show who did what, newest first (tab "Historiek", ``vanaf``)."""
    return _tab(number, "history")


@blueprint.post("/personen/<number>/herladen")
def reload(number: str) -> Response:
    """Take the data of the person from the Rijksregister again ("Herlaad data van Rijksregister")."""
    found = _people().reload(administrator(), Insz(number))
    flash(f"De gegevens van {found.full_name} zijn herladen uit het Rijksregister.", "success")
    return moved("people.person", number=found.insz)


@blueprint.get("/personen/vergelijken")
def compare() -> str | tuple[str, int]:
    """Set persons beside one another (``wie``, several times; ``zoek`` and ``vanaf`` to find them)."""
    who = administrator()
    walk = Walk(Steps(("Vergelijken",), {"wie": 1}), {"wie": ""})
    chosen = list(dict.fromkeys(request.args.getlist("wie")))[: MOST_COMPARED + 1]
    text = request.args.get("zoek", "")[:_LONGEST_SEARCH]
    compared = None
    if "vergelijk" in request.args:
        compared = walk.attempt(
            lambda: _people().compare(who, [Insz(one) for one in chosen]), lambda _: "wie"
        )
    found = _people().search(who, text, request.args.get("vanaf") or None)
    page = render("compare.html", who, walk=walk, chosen=chosen, found=found, text=text, compared=compared)
    return page, walk.status


def file_of(who: Administrator, insz: Insz) -> PersonFile | None:
    """Return a person as the organisation sees it, or None who was not added for this organisation."""
    try:
        return _people().person(who, insz)
    except PersonNotInIdm:
        return None


def _people() -> People:
    return People(current_visit(), peers_here())


def _candidate(who: Administrator, walk: Walk) -> Candidate | None:
    """Return what the register says of the number that was typed, or None after noting what is wrong."""
    insz = walk.read("number", Insz)
    if insz is None:
        return None
    return walk.attempt(lambda: _people().look_up(who, insz), lambda _: "number")


def _add_page(who: Administrator, walk: Walk, candidate: Candidate | None) -> str:
    return render("add.html", who, walk=walk, candidate=candidate, source=SOURCE)


def _tab(number: str, tab: str) -> str:
    who, insz = administrator(), Insz(number)
    entries = None
    if tab == "history":
        entries = History(current_visit()).of_person(who, insz, request.args.get("vanaf") or None)
    return render(
        f"person_{tab}.html",
        who,
        file=_people().person(who, insz),
        tab=tab,
        source=SOURCE,
        entries=entries,
        today=current_visit().clock.today,
    )
