"""What each e-loket asks, for the oracle: from the design (§6) and the domain facts (§5) alone.

It is not read from the integration files, so that a mistake in one of these is noticed.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Door:
    """What an e-loket asks of whoever comes to it.

    Attributes:
        groups: the target groups that it serves; BUR lets one come as oneself.
        right: the right of IDM by which an employee enters.
        by_kbo: whether a legal representative enters without a right.
        by_mandate: whether one enters by a mandate of its type.
        profile: with which profile the right must be granted, if any.
        activated: whether the right holds only for departments that are activated for the organisation.
        persons_by_kbo: whether that holds for the enterprise of a natural person too.
        vzw: whether it serves a vzw.
        card: whether who acts for an organisation needs a Belgian eID.
        keys: the digital keys that it accepts.
    """

    groups: frozenset[str]
    right: str | None = None
    by_kbo: bool = True
    by_mandate: bool = False
    card: bool = False
    profile: str | None = None
    activated: bool = False
    persons_by_kbo: bool = True
    vzw: bool = True
    keys: frozenset[str] = frozenset({"eid", "itsme", "app", "sms", "token"})


EVERYBODY = frozenset({"BUR", "EA", "LB", "OV"})
DOORS = {
    "kiosk": Door(EVERYBODY, "kiosk-aanvrager", by_mandate=True, card=True),
    "kiosk-beoordelaar": Door(frozenset({"EA", "LB", "OV"}), "kiosk-beoordelaar", by_kbo=False, card=True),
    "eigen-eloket": Door(EVERYBODY, "eigen-eloket-gebruiker", by_mandate=True),
    "ssm": Door(frozenset({"BUR", "EA", "LB"}), "ssm-mandaatbeheerder"),
    "idm": Door(frozenset({"BUR"}), by_kbo=False),
    "e-loketondernemers": Door(frozenset({"EA"})),
    "wse-loket": Door(frozenset({"EA"})),
    "kmo-portefeuille": Door(
        frozenset({"EA"}), "vlaio-inkom-gebruiker", profile="Gebruiker", persons_by_kbo=False, vzw=False
    ),
    "kmo-dienstverlener": Door(
        frozenset({"EA"}), "vlaio-inkom-gebruiker-nieuw", by_kbo=False, profile="dienstverlener"
    ),
    "kmo-departementen": Door(
        frozenset({"EA"}),
        "dienstverlener-departementen",
        by_kbo=False,
        profile="dienstverlener kmo-portefeuille",
        activated=True,
    ),
}
OPENING = {eloket: str(DOORS[eloket].right) for eloket in ("kiosk", "eigen-eloket")}
"""The e-lokets that have every way, and the right by which an employee enters there."""
