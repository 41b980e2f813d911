"""What somebody fills in to grant a federal role, read field by field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from mocks.core.errors import Refusal
from mocks.core.forms import Reading
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.csam_btb.domain.nominations import LONGEST_NUMBER
from mocks.csam_btb.domain.roles import GrantedRole, RoleNumber, role_of
from mocks.csam_btb.errors import (
    FieldMissing,
    FieldTooLong,
    MalformedDay,
    RoleBeginsInThePast,
    RoleContradicts,
)

LABELS: Mapping[str, str] = {
    "role": "Federale rol",
    "number": "Rijksregister- of BIS-nummer",
    "begin": "Begindatum",
    "end": "Einddatum",
}
"""The fields with the labels that the page shows, in its order."""

_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_BELGIAN = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")


def read_role(
    fields: Mapping[str, str], enterprise: EnterpriseNumber, today: date, by: Insz
) -> Reading[GrantedRole]:
    """Read what ``by`` filled in on ``today``, and every field that is wrong, not only the first.

    Without a begin it begins today; without an end it lasts until it is revoked.
    """
    faults: dict[str, Refusal] = {}

    def read(name: str, reader: Callable[[str, str], str]) -> str:
        try:
            return reader(LABELS[name], fields.get(name, "").strip())
        except Refusal as refusal:
            faults[name] = refusal
            return ""

    role = read("role", lambda label, text: role_of(_filled(label, text)).code)
    insz = read("number", lambda label, text: Insz(_filled(label, text)))
    begin = read("begin", lambda label, text: _begin(label, text, today).isoformat())
    end = read("end", lambda label, text: _end(label, text, date.fromisoformat(begin) if begin else today))
    if faults:
        return Reading(None, faults)
    number = RoleNumber(enterprise, Insz(insz), role_of(role))
    last = date.fromisoformat(end) if end else None
    return Reading(GrantedRole(number, date.fromisoformat(begin), last, by), {})


def _filled(label: str, text: str) -> str:
    if not text:
        raise FieldMissing(label)
    if len(text) > LONGEST_NUMBER:
        raise FieldTooLong(label, LONGEST_NUMBER)
    return text


def _begin(label: str, text: str, today: date) -> date:
    begin = _day(label, text) if text else today
    if begin < today:
        raise RoleBeginsInThePast(today)
    return begin


def _end(label: str, text: str, begin: date) -> str:
    if not text:
        return ""
    end = _day(label, text)
    if end < begin:
        raise RoleContradicts(begin, end)
    return end.isoformat()


def _day(label: str, text: str) -> date:
    found = _ISO.fullmatch(text) or _BELGIAN.fullmatch(text)
    if found is None:
        raise MalformedDay(label, text)
    try:
        return date(*(int(found[part]) for part in ("year", "month", "day")))
    except ValueError:
        raise MalformedDay(label, text) from None
