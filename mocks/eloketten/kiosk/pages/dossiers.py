"""The dossiers of the applicant: the list, each of them, and a screen for each detail that one may change.

*Bron*: the webinar ("Overzicht per aanvrager"; contact person, e-mail address and account number per dossier;
"Knoppen voor subschermen"); addresses and buttons are ours.
"""

from __future__ import annotations

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from mocks.core.api import page_bounds
from mocks.core.errors import Refusal
from mocks.core.forms import FieldMissing, UnreadableText
from mocks.core.languages import say
from mocks.core.shell import current_visit, problem, wants_page
from mocks.eloketten.kiosk.backend import Contacts, Dependants, Dossiers, Messages
from mocks.eloketten.kiosk.domain.applicants import Applicant
from mocks.eloketten.kiosk.domain.calendar import season_on
from mocks.eloketten.kiosk.domain.contacts import Reachable
from mocks.eloketten.kiosk.domain.dossiers import Detail, Dossier, DossierType, Phase, detail_of
from mocks.eloketten.kiosk.domain.overview import Direction, Order, Wish, wish
from mocks.eloketten.kiosk.errors import NoNumberLeft, UnknownDossierType
from mocks.eloketten.kiosk.pages.frame import Answer, applicant_here, applicant_of_form, blueprint, page
from mocks.eloketten.kiosk.pages.screens import Typed, shows_again

_DOSSIERS_ON_A_PAGE = 20


@blueprint.get("/dossiers")
def dossiers() -> str:
    """Show the dossiers of the applicant, a page at a time (``offset``, ``limit``).

    ``zoek`` is a text in number or title, ``soort`` and ``fase`` choose, ``sorteer`` and ``richting`` sort.
    """
    return _list(applicant_here(), Typed({}))


@blueprint.post("/dossiers")
def make_dossier() -> Response:
    """Make a dossier for the applicant: ``titel`` and ``soort``; the fields are ours."""
    applicant, form = applicant_of_form(), request.form
    made = Dossiers(current_visit()).make(applicant.code, form.get("titel", ""), form.get("soort", ""))
    return redirect(url_for("pages.dossier", number=made.number), code=303)


@shows_again("make_dossier")
def new_dossier_again(typed: Typed) -> str:
    """Show the list with the form of a new dossier, and what was typed in it."""
    return _list(applicant_here(), typed)


@blueprint.errorhandler(FieldMissing)
@blueprint.errorhandler(UnreadableText)
def wrong_title(refusal: Refusal) -> Answer:
    """Show the form again with what was typed, and what is wrong with the title."""
    return _not_made(refusal, "titel")


@blueprint.errorhandler(UnknownDossierType)
def wrong_type(refusal: Refusal) -> Answer:
    """Show the form again with what was typed, and what is wrong with the type."""
    return _not_made(refusal, "soort")


@blueprint.errorhandler(NoNumberLeft)
def no_number(refusal: Refusal) -> Answer:
    """Show the form again with what was typed, and why nothing came of it."""
    return _not_made(refusal, "")


def _not_made(refusal: Refusal, field: str) -> Answer:
    if not wants_page():
        return problem(refusal.status, refusal.code, refusal.title, refusal.sentence)
    typed = Typed(request.form.to_dict(), {field: refusal.sentence} if field else {})
    return _list(applicant_here(), typed, refusal), refusal.status


def _list(applicant: Applicant, typed: Typed, refusal: Refusal | None = None) -> str:
    """Return the list of dossiers, with the form of a new one; ``refusal`` is why none was made."""
    visit = current_visit()
    # Beside a form that is shown again stand the first dossiers: whatever its address asks may be wrong too.
    offset, limit = (0, _DOSSIERS_ON_A_PAGE) if refusal is not None else page_bounds(_DOSSIERS_ON_A_PAGE)
    wanted = Wish() if refusal is not None else wish(request.args)
    found, total = Dossiers(visit).page(applicant.code, offset, limit, wanted)
    return page(
        "dossiers",
        applicant,
        season=season_on(visit.clock.today),
        types=[(one.value, one.label) for one in DossierType],
        others=() if applicant.under else Dependants(visit).under(applicant),
        dossiers=found,
        total=total,
        offset=offset,
        limit=limit,
        wish=wanted,
        orders=[(one, one.label) for one in Order],
        directions=[(Direction.UP, say("Oplopend")), (Direction.DOWN, say("Aflopend"))],
        phases=[(one.value, one.label) for one in Phase],
        typed=typed,
        refusal=refusal,
    )


@blueprint.get("/dossiers/<number>")
def dossier(number: str) -> str:
    """Show one dossier of the applicant: how far it is, the ways to change it, its messages and history."""
    applicant, found = applicant_here(), Dossiers(current_visit())
    one = found.find(applicant, number)
    reachable = Contacts(current_visit()).reachable(applicant)
    return page(
        "dossier",
        applicant,
        dossier=one,
        contact_person=_chosen(reachable, one.contact_person),
        email_of=_chosen(reachable, one.email_of),
        details=tuple(Detail),
        season=season_on(current_visit().clock.today),
        steps=found.progress(one),
        changes=found.changes(one),
        messages=Messages(current_visit()).of_dossier(one.number),
        saved=request.args.get("bewaard"),
        submitted=request.args.get("ingediend"),
    )


@blueprint.get("/dossiers/<number>/<word>")
def detail(number: str, word: str) -> str:
    """Show the screen on which one detail of a dossier changes."""
    applicant, kind = applicant_here(), detail_of(word)
    one = Dossiers(current_visit()).find(applicant, number)
    chosen = _chosen(Contacts(current_visit()).reachable(applicant), _insz(one, kind))
    fields = {"who": chosen.key if chosen else "", "account": one.account.display if one.account else ""}
    return _screen(applicant, one, kind, Typed(fields))


@blueprint.post("/dossiers/<number>/<word>")
def change_detail(number: str, word: str) -> Response:
    """Change one detail of a dossier, after ACM confirmed that this person may.

    Fields: ``who`` or ``account``, ``version`` and ``mark``, those of the form.
    """
    applicant, kind = applicant_of_form(), detail_of(word)
    Dossiers(current_visit()).change(applicant, number, kind, request.form.to_dict())
    return redirect(url_for("pages.dossier", number=number, bewaard=1), code=303)


@shows_again("change_detail")
def detail_again(typed: Typed) -> str:
    """Show the screen of a detail with what was typed."""
    applicant, values = applicant_here(), request.view_args or {}
    one = Dossiers(current_visit()).find(applicant, values["number"])
    return _screen(applicant, one, detail_of(values["word"]), typed)


def _screen(applicant: Applicant, one: Dossier, kind: Detail, typed: Typed) -> str:
    reachable = Contacts(current_visit()).reachable(applicant)
    return page(
        "detail",
        applicant,
        dossier=one,
        detail=kind,
        now=_chosen(reachable, _insz(one, kind)),
        reachable=reachable,
        has_profile=any(person.insz == applicant.insz for person in reachable),
        typed=typed,
        version=typed.version if typed.version is not None else one.version,
    )


def _insz(one: Dossier, kind: Detail) -> str | None:
    return one.email_of if kind is Detail.EMAIL else one.contact_person


def _chosen(reachable: tuple[Reachable, ...], insz: str | None) -> Reachable | None:
    return next((one for one in reachable if one.insz == insz), None)
