"""The outbox, for tests: reading the messages, and emptying it."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify, request

from mocks.core.api import page_bounds
from mocks.core.forms import read_email
from mocks.core.shell import current_visit
from mocks.eloketten.kiosk.backend import Messages
from mocks.eloketten.kiosk.domain.dossiers import kiosk_number
from mocks.eloketten.kiosk.domain.messages import Choice, Message


def add_messages(blueprint: Blueprint) -> None:
    """Let the control room read the outbox and empty it."""

    @blueprint.get("/messages")
    def messages() -> Response:
        """List the messages, the newest first, a page at a time: all, or of a dossier or an address."""
        asked = request.args
        choice = Choice(
            dossier=kiosk_number(asked["dossier"]) if asked.get("dossier") else None,
            email=read_email(asked["email"]) if asked.get("email") else None,
        )
        offset, limit = page_bounds()
        found, total = Messages(current_visit()).page(choice, offset, limit)
        return jsonify(messages=[_members(one) for one in found], total=total, offset=offset, limit=limit)

    @blueprint.delete("/messages")
    def clear() -> Response:
        """Empty the outbox."""
        return jsonify(removed=Messages(current_visit()).clear())


def _members(message: Message) -> dict[str, Any]:
    return {
        "id": message.id,
        "dossier": message.dossier,
        "at": message.at.isoformat(),
        "name": message.receiver.name,
        "email": message.receiver.email,
        "reason": message.receiver.reason,
        "subject": message.letter.subject,
        "text": message.letter.text,
        "fault": message.fault,
    }
