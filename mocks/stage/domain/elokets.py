"""An e-loket that did not come with Proefloket, as the stage shows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class OwnEloket:
    """An e-loket of whoever uses Proefloket.

    Attributes:
        client_id: its name in the protocol.
        name: its name on the pages.
        right: the user right that opens it to employees, or None.
        mandate_type: the mandate type that opens it to whoever has one, or None.
        played: whether Proefloket plays its pages, too.
        from_start: whether it was registered at the start, so that a reset brings it back.
    """

    client_id: str
    name: str
    right: str | None
    mandate_type: str | None
    played: bool
    from_start: bool
