"""The digital keys: putting them, stating them, and asking whether one works for somebody today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from secrets import token_hex

from mocks.core.identifiers import Insz
from mocks.core.statements import Inquiry, Question, issue
from mocks.core.store import version_of
from mocks.core.visit import Visit
from mocks.csam_btb import store
from mocks.csam_btb.domain.keys import (
    DigitalKey,
    Holder,
    Reason,
    activatable,
    key_facts,
    last_valid_day,
    why_gone,
    why_not,
)
from mocks.csam_btb.domain.kinds import Kind
from mocks.csam_btb.errors import CannotActivate, DatesContradict, EidIsNotPut, KeyNotActive, NoDigitalKeys
from mocks.csam_btb.peers import IDENTITY, Peers

DIGITAL_KEYS = Question("csam", "digital-keys")


def new_secret() -> str:
    """Return what the codes of a new key will be derived from."""
    return token_hex(16)


class KeyRegister:
    """The keys that were activated, during one visit."""

    def __init__(self, visit: Visit) -> None:
        """Answer within ``visit``."""
        self._visit = visit

    def of_person(self, insz: Insz) -> Mapping[Kind, DigitalKey]:
        """Return what CSAM holds of somebody, by kind; never the eID.

        Raises:
            NoDigitalKeys: when it holds nothing.
        """
        keys = store.keys.of_person(self._visit.reading, insz)
        if not keys:
            raise NoDigitalKeys(insz)
        return keys

    def put(self, key: DigitalKey) -> None:
        """Make or replace a key; phone and secret of an earlier one stay when none is given.

        Raises:
            CouldBeReal: when the number could be a citizen's and the house does not allow that.
            KeyRefused: for an eID, a token activated too late, and dates that contradict each other.
        """
        self._visit.require_safe(key.insz)
        _check(key)
        earlier = store.keys.find(self._visit.reading, key.insz, key.kind)
        kept = replace(
            key,
            phone=key.phone or (earlier.phone if earlier else None),
            secret=key.secret or (earlier.secret if earlier else new_secret()),
        )
        with self._visit.writing() as connection:
            store.keys.put(connection, kept)

    def remove(self, insz: Insz, kind: Kind) -> bool:
        """Remove a key without a trace; return whether there was one."""
        with self._visit.writing() as connection:
            return store.keys.remove(connection, insz, kind)


def _check(key: DigitalKey) -> None:
    if key.kind is Kind.EID:
        raise EidIsNotPut(key.insz)
    begun, until = key.activated_on, key.valid_until
    if begun is None:
        return
    if not activatable(key.kind, begun):
        raise CannotActivate(key.kind)
    if until is not None and not begun <= until <= last_valid_day(begun):
        raise DatesContradict(
            "valid_until ligt niet voor activated_on en hoogstens tien jaar later: van "
            f"{begun.isoformat()} tot en met {last_valid_day(begun).isoformat()}."
        )
    if key.revoked_on is not None and key.revoked_on < begun:
        raise DatesContradict("revoked_on ligt voor activated_on. Keer ze om, of laat er een weg.")


class KeyRing:
    """Whether somebody's keys work today: the Rijksregister is asked who it is."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Answer within ``visit``, asking ``peers``."""
        self._visit = visit
        self._inquiry = Inquiry(visit, IDENTITY, "csam", peers.identity)

    def holder(self, insz: Insz) -> Holder | None:
        """Return who somebody is, or None when the Rijksregister knows nobody."""
        facts = self._inquiry.ask(insz)
        if facts is None:
            return None
        deceased_on = facts["deceased_on"]
        return Holder(
            insz=insz,
            given_name=facts["given_name"],
            family_name=facts["family_name"],
            belgian_eid=facts["belgian_eid"],
            deceased_on=date.fromisoformat(deceased_on) if deceased_on else None,
        )

    def living(self, insz: Insz, kind: Kind) -> Holder:
        """Return who somebody is; ``kind`` is the key that brought them here.

        Raises:
            KeyNotActive: when the person has died or is not registered (any more).
        """
        holder = self.holder(insz)
        gone = why_gone(holder, self._visit.clock.today)
        if holder is None or gone is not None:
            raise KeyNotActive(gone or Reason.UNKNOWN_PERSON, kind, insz)
        return holder

    def why_not(self, insz: Insz, kind: Kind) -> Reason | None:
        """Return why somebody cannot sign in with a key today, or None."""
        key = store.keys.find(self._visit.reading, insz, kind)
        return why_not(kind, self.holder(insz), key, self._visit.clock.today)

    def working(self, insz: Insz, kind: Kind) -> tuple[Holder, DigitalKey | None]:
        """Return holder and key, when the key works today; the eID has no row.

        Raises:
            KeyNotActive: with the reason.
        """
        holder = self.holder(insz)
        key = store.keys.find(self._visit.reading, insz, kind)
        reason = why_not(kind, holder, key, self._visit.clock.today)
        if reason is not None or holder is None:
            raise KeyNotActive(reason or Reason.UNKNOWN_PERSON, kind, insz)
        return holder, key


class DigitalKeysDesk:
    """The answering end of ``DIGITAL_KEYS``: which keys did this person activate.

    (An :class:`~mocks.core.statements.Authority`.)
    """

    def __init__(self, visit: Visit) -> None:
        """Answer within ``visit``."""
        self._visit = visit

    def version(self, subject: str) -> int:
        """Return a number that rises with every change of this person's keys."""
        return version_of(self._visit.reading, DIGITAL_KEYS.issuer, subject)

    def statement(self, subject: str, audience: str) -> str:
        """Return a signed statement of the activated keys of ``subject``; null when there is none."""
        keys = store.keys.of_person(self._visit.reading, Insz(subject))
        facts = {"keys": [key_facts(key) for key in keys.values()]} if keys else None
        return issue(self._visit, DIGITAL_KEYS, subject, audience, facts)
