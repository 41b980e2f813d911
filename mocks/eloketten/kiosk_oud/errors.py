"""Why the old KIOSK refuses.

Refusal
├── Ended                     the old KIOSK is not there; names its successor
│   ├── Closed                the day of the migration; knows in how many seconds KIOSK 2.0 opens
│   └── Gone                  from the launch of KIOSK 2.0 on
├── WrongLogin                login, password or security code is wrong; does not tell which
├── NotSignedIn               no session; the pages answer with the form to sign in
├── NoRightHere               the user does not manage the dossiers of this applicant
└── MalformedLogin, MalformedSecurityCode    for the control room
"""

from __future__ import annotations

from mocks.core.errors import BadRequest, Refusal


class Ended(Refusal):
    """The old KIOSK is not there, or not any more.

    Attributes:
        successor: the address of KIOSK 2.0.
    """

    def __init__(self, sentence: str, successor: str) -> None:
        """Keep the way to KIOSK 2.0."""
        super().__init__(sentence)
        self.successor = successor


class Closed(Ended):
    """The old KIOSK is not reachable on the day of the migration.

    Attributes:
        seconds: after so many KIOSK 2.0 opens.
    """

    code = "closed"
    status = 503
    title = "KIOSK is niet bereikbaar"

    def __init__(self, seconds: int, successor: str) -> None:
        """Keep in how many seconds KIOSK 2.0 opens."""
        super().__init__(
            "Op 26 april 2021 is KIOSK niet bereikbaar: de dossiers worden overgezet. Beheer ze vanaf "
            f"27 april 2021, 0 uur, in KIOSK 2.0: {successor}",
            successor,
        )
        self.seconds = seconds


class Gone(Ended):
    """The old KIOSK is no more, and neither are its logins and security codes."""

    code = "gone"
    status = 410
    title = "Het oude KIOSK bestaat niet meer"

    def __init__(self, successor: str) -> None:
        """Show the way to KIOSK 2.0."""
        super().__init__(
            "Sinds 27 april 2021 beheert u dossiers in KIOSK 2.0. Uw login, paswoord en beveiligingscode "
            "van hier zijn weg; u meldt zich aan met een digitale sleutel, en met een recht of mandaat van "
            f"de aanvrager: {successor}",
            successor,
        )


class WrongLogin(Refusal):
    """What was typed to sign in is wrong."""

    code = "wrong-login"
    status = 403
    title = "Aanmelden is niet gelukt"

    def __init__(self) -> None:
        """Say what to look at, and not which part is wrong."""
        super().__init__(
            "De login, het paswoord of de beveiligingscode klopt niet. Kijk ze alle drie na, en probeer "
            "opnieuw."
        )


class NotSignedIn(Refusal):
    """There is no session in this browser."""

    code = "not-signed-in"
    status = 403
    title = "U bent niet aangemeld"

    def __init__(self) -> None:
        """Say how to sign in."""
        super().__init__("Meld u aan met uw login, paswoord en beveiligingscode.")


class NoRightHere(Refusal):
    """The user does not manage the dossiers of this applicant; whether there is one is not told."""

    code = "no-right-here"
    status = 403
    title = "Deze aanvrager is niet voor u"

    def __init__(self, name: str) -> None:
        """Name the user."""
        super().__init__(
            f"{name} beheert in het oude KIOSK geen dossiers van deze aanvrager. Kies er een uit uw lijst."
        )


class MalformedLogin(BadRequest):
    """A text that can be no login."""

    code = "malformed-login"

    def __init__(self, text: str) -> None:
        """Show what a login looks like."""
        super().__init__(
            f"‘{text[:40]}’ kan geen login zijn. Schrijf kleine letters, cijfers, punten of streepjes, met "
            "een letter vooraan, zoals els.maes."
        )


class MalformedSecurityCode(BadRequest):
    """A text that is no security code."""

    code = "malformed-security-code"

    def __init__(self, text: str) -> None:
        """Show what a security code looks like."""
        super().__init__(
            f"‘{text[:60]}’ is geen beveiligingscode. Schrijf ze zoals 00000000-0000-4000-8000-000000000001."
        )
