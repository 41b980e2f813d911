"""How one proves to hold a key: PIN, confirmation, code; and what the simulated devices show.

Codes follow from the secret of the key and the occasion (this sign-in or this activation), so that the
phone and the page agree without telling each other, and a code is of no use on another occasion.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from mocks.csam_btb.domain.keys import Holder
from mocks.csam_btb.domain.kinds import Kind

TEST_PIN = "1234"
"""The PIN of every test card; said on the page."""

TEST_PASSWORD = "Proefkaart-24"  # everybody may know it: the page says it.
"""The password of every federal token; said on the page."""

MOST_TRIES = 3
"""Wrong proofs that end a sign-in; that a real eID blocks after three is known, of the others a guess."""

SMS_LIFETIME = 300
"""Seconds that a code by SMS is accepted, token time; a guess (no source)."""

APP_STEP = 30
"""Seconds for which the app shows one code (RFC 6238); the one before is accepted too, a guess."""

CARD_CODES = 24
"""Codes on the card of a federal token (*Bron*: domain facts §2)."""


@dataclass(frozen=True)
class Challenge:
    """What somebody must prove.

    Attributes:
        kind: with which key.
        secret: of that key; empty for the eID.
        occasion: which sign-in or activation.
        sent_at: token time at which it began, in seconds.
        now: token time, in seconds.
        username: of the federal token.
    """

    kind: Kind
    secret: str
    occasion: str
    sent_at: int
    now: int
    username: str = ""

    @property
    def code(self) -> str | None:
        """The six digits that the device shows now, or None when this key shows none (any more)."""
        if self.kind is Kind.APP:
            return self._app_code(self.now // APP_STEP)
        if self.kind is Kind.SMS:
            return self._digits(f"sms {self.sent_at}") if self._sms_lives else None
        if self.kind is Kind.TOKEN:
            return self.card_codes[self.card_number - 1]
        return None

    @property
    def card_codes(self) -> tuple[str, ...]:
        """The codes on the card of a federal token, in order."""
        return tuple(_six_digits(self.secret, f"card {number}") for number in range(1, CARD_CODES + 1))

    @property
    def card_number(self) -> int:
        """Which code of the card is asked on this occasion, counted from 1."""
        return 1 + _number(self.secret, f"ask {self.occasion}") % CARD_CODES

    def accepts(self, given: Mapping[str, str]) -> bool:
        """Return whether the fields of the form prove it."""
        if self.kind is Kind.EID:
            return _same(given.get("pin", ""), TEST_PIN)
        if self.kind is Kind.ITSME:
            return given.get("decision") == "confirm"
        code = re.sub(r"\s", "", given.get("code", ""))
        if self.kind is Kind.TOKEN:
            return all(
                [
                    given.get("username", "").strip().lower() == self.username,
                    _same(given.get("password", ""), TEST_PASSWORD),
                    _same(code, self.code or ""),
                ]
            )
        return any(_same(code, accepted) for accepted in self._accepted)

    @property
    def refuses(self) -> str:
        """What to say of a wrong proof, in Dutch."""
        return {
            Kind.EID: "De pincode is verkeerd.",
            Kind.ITSME: "Bevestig of weiger op de telefoon.",
            Kind.APP: "De code is verkeerd of te oud. Lees de code die de app nu toont.",
            Kind.SMS: "De code is verkeerd of te oud. Lees de laatste sms, of vraag een nieuwe code.",
            Kind.TOKEN: "Gebruikersnaam, wachtwoord of code is verkeerd.",
        }[self.kind]

    @property
    def _accepted(self) -> tuple[str, ...]:
        if self.kind is Kind.APP:
            step = self.now // APP_STEP
            return self._app_code(step), self._app_code(step - 1)
        return (self.code,) if self.code is not None else ()

    @property
    def _sms_lives(self) -> bool:
        return self.sent_at <= self.now < self.sent_at + SMS_LIFETIME

    def _app_code(self, step: int) -> str:
        return self._digits(f"app {step}")

    def _digits(self, subject: str) -> str:
        return _six_digits(self.secret, f"{self.occasion} {subject}")


def username_of(holder: Holder) -> str:
    """Return the user name on the letter of a federal token; the real one is chosen, ours follows."""
    plain = unicodedata.normalize("NFKD", holder.full_name).encode("ascii", "ignore").decode()
    return ".".join(re.findall(r"[a-z0-9]+", plain.lower())) or holder.insz


def _same(given: str, expected: str) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(given.encode(), expected.encode())


def _six_digits(secret: str, subject: str) -> str:
    return f"{_number(secret, subject) % 1_000_000:06}"


def _number(secret: str, subject: str) -> int:
    return int.from_bytes(hmac.digest(secret.encode(), subject.encode(), hashlib.sha256)[:8])
