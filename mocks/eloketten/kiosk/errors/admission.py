"""Why nobody comes in on what ACM's token says.

NotAdmitted                    ACM signed somebody in, but its token opens nothing here
├── UnreadableClaim            a claim is missing or is not what it should be
├── TargetGroupNotServed
├── NoWay                      none of the ways by which one may act for the organisation
└── ContradictoryClaims        claims that cannot all be true
"""

from __future__ import annotations

from mocks.core import confirmed
from mocks.core.languages import say


class NotAdmitted(confirmed.NotAdmitted):
    """ACM signed somebody in, but what its token says opens nothing at KIOSK."""

    title = say("U krijgt geen toegang tot KIOSK")


class UnreadableClaim(NotAdmitted):
    """A claim that KIOSK needs is missing or is not what it should be."""

    code = "unreadable-claim"

    def __init__(self, claim: str, expected: str) -> None:
        """Name the claim, and what it should be."""
        super().__init__(
            say(
                "Het token van het toegangsbeheer is niet volledig of niet leesbaar: ‘%(claim)s’ moet "
                "%(expected)s zijn. Meld opnieuw aan; blijft het zo, bel dan 1700.",
                claim=claim,
                expected=expected,
            )
        )
        self.claim = claim


class TargetGroupNotServed(NotAdmitted):
    """KIOSK does not serve this target group."""

    code = "target-group-not-served"

    def __init__(self, target_group: str, served: str) -> None:
        """Name the target group, and those that are served."""
        super().__init__(
            say(
                "KIOSK bedient doelgroep ‘%(target_group)s’ niet, alleen %(served)s. Meld aan als een "
                "persoon of organisatie uit een van die doelgroepen.",
                target_group=target_group[:20],
                served=served,
            )
        )


class NoWay(NotAdmitted):
    """The person works for the organisation, but may not act for it at KIOSK."""

    code = "no-way"

    def __init__(self, representative: str, organisation: str) -> None:
        """Name who wanted to act for whom."""
        super().__init__(
            say(
                "%(representative)s mag in KIOSK niet optreden voor %(organisation)s: het toegangsbeheer "
                "noemt geen wettelijke vertegenwoordiging, geen recht “KIOSK Aanvrager” en geen mandaat. "
                "Vraag het recht aan de lokale beheerder van de organisatie, of laat een mandaat afsluiten.",
                representative=representative,
                organisation=organisation,
            )
        )


class ContradictoryClaims(NotAdmitted):
    """Claims that cannot all be true of one person in one capacity."""

    code = "contradictory-claims"

    def __init__(self, what: str) -> None:
        """Say which claims contradict each other, and how."""
        super().__init__(
            say(
                "Het token van het toegangsbeheer spreekt zichzelf tegen: %(what)s. Meld opnieuw aan en "
                "kies opnieuw namens wie; blijft het zo, bel dan 1700.",
                what=what,
            )
        )
