"""What every page of the kmo-portefeuille needs: the door, who is there, and the addresses elsewhere."""

from __future__ import annotations

from flask import Blueprint, render_template, session, url_for

from mocks.core.shell import current_visit
from mocks.eloketten.kmo_portefeuille.backend import Entrance
from mocks.eloketten.kmo_portefeuille.domain.doors import Door, door_of
from mocks.eloketten.kmo_portefeuille.domain.visitors import Visitor

blueprint = Blueprint("pages", __name__, template_folder="../templates")


@blueprint.app_context_processor
def addresses() -> dict[str, object]:
    """Give every page the way home, and to where one regels what is missing (*Bron*: seed 004)."""
    visit = current_visit()
    return {
        "home_url": url_for("pages.start"),
        "idm_url": visit.url("idm", "/"),
        "kbo_url": visit.url("kbo", "/zoeknummerform.html"),
        "btb_url": visit.url("btb", "/btb"),
    }


def entrance_at(key: str) -> Entrance:
    """Return a door during this visit.

    Raises:
        UnknownDoor: when there is none of this name.
    """
    return Entrance(current_visit(), door_of(key))


def identifier_at(door: Door) -> str | None:
    """Return what the cookie holds for a door."""
    found: str | None = session.get(session_key(door))
    return found


def session_key(door: Door) -> str:
    """Return under which name the cookie holds the session at a door."""
    return f"at {door.key}"


def glance_at(door: Door) -> Visitor | None:
    """Return who is signed in at a door, asking nobody."""
    return Entrance(current_visit(), door).glance(identifier_at(door))


def page(template: str, door: Door | None = None, visitor: Visitor | None = None, **context: object) -> str:
    """Return a page of a door, with in its header who is there."""
    seen = visitor or (glance_at(door) if door is not None else None)
    return render_template(f"kmo/{template}.html", door=door, visitor=seen, **context)
