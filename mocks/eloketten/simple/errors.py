"""Why an e-loket refuses.

Refusal
├── UnknownEloket      no such e-loket stands here
├── NotSignedIn        no session, or one that lapsed; the pages answer with the way to sign in
└── UnreadableToken    ACM signed somebody in, but its token does not say for whom

What ACM itself refuses arrives as :class:`~mocks.core.relying_party.SignInRefused`.
"""

from __future__ import annotations

from mocks.core.errors import NotFound, Refusal


class UnknownEloket(NotFound):
    """No e-loket of this name stands here."""

    code = "unknown-eloket"
    title = "Dit e-loket is er niet"

    def __init__(self, name: str) -> None:
        """Name what was asked."""
        super().__init__(
            f"Hier staat geen e-loket ‘{name[:60]}’. Kies er een op de lijst, of registreer het met een "
            "integratiedossier waarvan redirect_uris ook {eloket}/<client_id>/aanmelden/callback noemt."
        )


class NotSignedIn(Refusal):
    """There is no session, or it lapsed."""

    code = "not-signed-in"
    status = 401
    title = "U bent niet aangemeld"

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__("U bent hier niet (meer) aangemeld. Meld u aan.")


class UnreadableToken(Refusal):
    """A token that does not say who signed in, or for whom."""

    code = "unreadable-token"
    status = 403
    title = "U krijgt geen toegang"

    def __init__(self, claim: str) -> None:
        """Name the claim."""
        super().__init__(
            f"Het token van het toegangsbeheer is niet leesbaar: ‘{claim}’ ontbreekt of is geen tekst. Vraag "
            "in het integratiedossier ook de scopes profile en vo, en meld opnieuw aan."
        )
