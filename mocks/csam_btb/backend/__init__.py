"""What CSAM does: hold and state keys, sign people in, answer as FAS, and serve people; BTB; roles."""

from __future__ import annotations

from mocks.csam_btb.backend.appointments import (
    APPOINTMENTS,
    AppointmentRegister,
    AppointmentsDesk,
    first_sign_in,
)
from mocks.csam_btb.backend.btb import Appointments, Btb, Involvement
from mocks.csam_btb.backend.by_code import ByCode, Codes, Office
from mocks.csam_btb.backend.keys import DIGITAL_KEYS, DigitalKeysDesk, KeyRegister, KeyRing
from mocks.csam_btb.backend.my_keys import MyKeys
from mocks.csam_btb.backend.provider import Fas
from mocks.csam_btb.backend.roles import FederalRoles, Management, RoleAdministration
from mocks.csam_btb.backend.sign_in import SignIn

__all__ = [
    "APPOINTMENTS",
    "DIGITAL_KEYS",
    "AppointmentRegister",
    "Appointments",
    "AppointmentsDesk",
    "Btb",
    "ByCode",
    "Codes",
    "DigitalKeysDesk",
    "Fas",
    "FederalRoles",
    "Involvement",
    "KeyRegister",
    "KeyRing",
    "Management",
    "MyKeys",
    "Office",
    "RoleAdministration",
    "SignIn",
    "first_sign_in",
]
