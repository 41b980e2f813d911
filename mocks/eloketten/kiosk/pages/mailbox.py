"""The letter box: all messages that KIOSK sent, for whoever tests; a room that only a mock has."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from mocks.core.api import page_bounds
from mocks.core.forms import read_line
from mocks.core.shell import current_visit
from mocks.eloketten.kiosk.backend import Messages
from mocks.eloketten.kiosk.domain.messages import Choice

_ON_A_PAGE = 20

mailbox = Blueprint("mailbox", __name__, url_prefix="/brievenbus")


@mailbox.get("")
def letters() -> str:
    """Show the messages, the newest first: all, or (``zoek``) about a dossier or to an e-mail address.

    Nobody has to sign in, as at ``/csam/brievenbus``: the real one has no such page.
    """
    search = read_line(request.args.get("zoek"), "De zoektekst") or ""
    choice = Choice(email=search) if "@" in search else Choice(dossier=search or None)
    offset, limit = page_bounds(_ON_A_PAGE)
    found, total = Messages(current_visit()).page(choice, offset, limit)
    return render_template(
        "kiosk/mailbox.html", messages=found, total=total, offset=offset, limit=limit, search=search
    )
