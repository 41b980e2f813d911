"""The contact data of the applicant, and the profile of whoever represents it.

*Bron*: the webinar ("Contactgegevens van de aanvrager", "Profielgegevens per aanvrager"); addresses and
buttons are ours.
"""

from __future__ import annotations

from dataclasses import asdict

from flask import current_app, redirect, request, url_for
from werkzeug.wrappers import Response

from mocks.core.shell import current_visit
from mocks.eloketten.kiosk.backend import Contacts, authentic
from mocks.eloketten.kiosk.domain.applicants import Applicant
from mocks.eloketten.kiosk.pages.frame import PEERS, applicant_here, applicant_of_form, blueprint, page
from mocks.eloketten.kiosk.pages.screens import Typed, shows_again


@blueprint.get("/contactgegevens")
def contact() -> str:
    """Show what the authentic source says of the applicant, and the form for the rest."""
    applicant = applicant_here()
    return _contact(applicant, Typed(_kept_fields(applicant)))


@blueprint.post("/contactgegevens")
def change_contact() -> Response:
    """Keep the contact data, after ACM confirmed that this person may.

    Fields: ``email``, ``phone``, those of the address, ``version`` and ``mark``, those of the form.
    """
    applicant = applicant_of_form()
    Contacts(current_visit()).change_contact(applicant, request.form.to_dict())
    return redirect(url_for("pages.contact", bewaard=1), code=303)


@blueprint.post("/contactgegevens/correspondentieadres/verwijderen")
def remove_address() -> Response:
    """Remove the correspondence address.  Fields: ``version`` and ``mark``, those of the form."""
    applicant = applicant_of_form()
    Contacts(current_visit()).remove_address(applicant, request.form.to_dict())
    return redirect(url_for("pages.contact", bewaard=1), code=303)


@shows_again("change_contact")
def contact_again(typed: Typed) -> str:
    """Show the form of the contact data with what was typed."""
    return _contact(applicant_here(), typed)


@shows_again("remove_address", on="contact")
def address_again(typed: Typed) -> str:
    """Show the contact data as they are now; nothing was typed."""
    applicant = applicant_here()
    return _contact(applicant, Typed(_kept_fields(applicant), typed.errors))


@blueprint.get("/profiel")
def profile() -> str:
    """Show one's own profile at this applicant, in a form."""
    applicant = applicant_here()
    kept = Contacts(current_visit()).profile(applicant)
    fields = {name: value or "" for name, value in vars(kept.content).items()} if kept is not None else {}
    return _profile(applicant, Typed(fields))


@blueprint.post("/profiel")
def change_profile() -> Response:
    """Keep one's own profile at this applicant, after ACM confirmed that this person may act for it.

    Fields: ``email``, ``phone``, ``mobile``, ``version`` and ``mark``, those of the form.
    """
    applicant = applicant_of_form()
    Contacts(current_visit()).change_profile(applicant, request.form.to_dict())
    return redirect(url_for("pages.profile", bewaard=1), code=303)


@shows_again("change_profile")
def profile_again(typed: Typed) -> str:
    """Show the form of the profile with what was typed."""
    return _profile(applicant_here(), typed)


def _kept_fields(applicant: Applicant) -> dict[str, str]:
    kept = Contacts(current_visit()).contact(applicant)
    if kept is None:
        return {}
    address = asdict(kept.content.address) if kept.content.address is not None else {}
    return {"email": kept.content.email, "phone": kept.content.phone, **address}


def _contact(applicant: Applicant, typed: Typed) -> str:
    visit = current_visit()
    contacts = Contacts(visit)
    kept = contacts.contact(applicant)
    return page(
        "contact",
        applicant,
        authentic=authentic(current_app.extensions[PEERS](visit), applicant),
        kept=kept,
        typed=typed,
        version=_version(typed, kept.version if kept is not None else 0),
        changes=contacts.changes(applicant),
        saved=request.args.get("bewaard"),
    )


def _profile(applicant: Applicant, typed: Typed) -> str:
    kept = Contacts(current_visit()).profile(applicant)
    return page(
        "profile",
        applicant,
        kept=kept,
        typed=typed,
        version=_version(typed, kept.version if kept is not None else 0),
        saved=request.args.get("bewaard"),
    )


def _version(typed: Typed, now: int) -> str | int:
    return typed.version if typed.version is not None else now
