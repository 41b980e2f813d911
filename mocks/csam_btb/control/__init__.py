"""The control room of CSAM: put and remove facts, and look at somebody's phone and letter box."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from mocks.core.control import control_blueprint
from mocks.core.identifiers import Insz
from mocks.core.shell import current_visit
from mocks.csam_btb.backend import Codes
from mocks.csam_btb.backend.phone import messages
from mocks.csam_btb.control.btb import APPOINTMENT, ROLE
from mocks.csam_btb.control.keys import ACTIVATION_CODE, KEY

KINDS = (KEY, ACTIVATION_CODE, APPOINTMENT, ROLE)


def blueprint() -> Blueprint:
    """Return the control room, with the phones and letter boxes beside the facts."""
    room = control_blueprint(KINDS)

    @room.get("/phone/<number>")
    def phone(number: str) -> Response:
        """Return what waits on the simulated phone of a person, the newest first."""
        insz = Insz(number)
        waiting = [
            {
                "kind": message.kind.value,
                "purpose": message.purpose,
                "for": message.for_whom,
                "sent_at": message.sent_at,
                "code": message.code,
            }
            for message in messages(current_visit(), insz)
        ]
        return jsonify(insz=insz, messages=waiting)

    @room.get("/mail/<number>")
    def mail(number: str) -> Response:
        """Return what an office sent to a person, the newest first: the letters and the e-mails."""
        insz, visit = Insz(number), current_visit()
        sent = [
            {
                "code": code.on_paper,
                "email": code.email,
                "link": visit.url("csam", f"/activeren/{code.link}"),
                "issued_on": code.issued_on.isoformat(),
                "valid_until": code.valid_until.isoformat(),
                "usable": code.usable(visit.clock.today),
            }
            for code in Codes(visit).of_person(insz)
        ]
        return jsonify(insz=insz, mail=sent)

    return room
