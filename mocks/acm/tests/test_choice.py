"""When a choice is the same one, and what is taken without asking (decision 14)."""

from __future__ import annotations

from typing import Any

import pytest

from mocks.acm.domain.choice import Choice, taken_unasked
from mocks.acm.domain.eloket import Eloket
from mocks.acm.domain.verdict import Holder, Identity

DE_KADE = "0110041748"


def identity(route: Any, code: str | None = DE_KADE, holder: str | None = None, **more: Any) -> Identity:  # noqa: ANN401  # a way
    """Return an identity as a decision offers it."""
    by = Holder("EA", holder, "Houder") if holder is not None else None
    members = {"name": "Naam", "capacity": "Bestuurder", **more}
    return Identity(route, "BUR" if code is None else "EA", code, holder=by, **members)


def test_a_choice_is_the_same_identity_by_the_same_way_whatever_it_is_called_today() -> None:
    choice = Choice.of(identity("mandate", holder="0100000070"))
    renamed = identity("mandate", holder="0100000070", name="Nieuw", capacity="Anders")
    assert choice.among([identity("person", None), renamed]) is renamed
    for other in (
        identity("mandate", holder="0100000169"),
        identity("legal_representative"),
        identity("mandate", "0100000169", "0100000070"),
    ):
        assert choice.among([other]) is None


def eloket(choice: Any = "when_several") -> Eloket:  # noqa: ANN401  # a member of an integration file
    """Return an e-loket with this rule about choosing."""
    return Eloket(
        client_id="x", client_name="X", client_secret="s", redirect_uris=("https://x.test/",), choice=choice
    )


ONESELF, DIRECTOR = identity("person", None), identity("legal_representative")


@pytest.mark.parametrize(
    ("offered", "choice", "named", "ask", "remembered", "taken"),
    [
        ([], "when_several", False, False, DIRECTOR, None),
        ([ONESELF], "when_several", False, False, None, ONESELF),
        ([ONESELF], "when_several", False, False, DIRECTOR, ONESELF),
        ([ONESELF], "when_several", False, True, None, None),
        ([ONESELF], "always", False, False, ONESELF, None),
        ([ONESELF], "always", True, True, None, ONESELF),
        ([ONESELF, DIRECTOR], "when_several", False, False, None, None),
        ([ONESELF, DIRECTOR], "when_several", False, False, DIRECTOR, DIRECTOR),
        ([ONESELF, DIRECTOR], "when_several", True, False, DIRECTOR, DIRECTOR),
        ([ONESELF, DIRECTOR], "when_several", False, True, DIRECTOR, None),
        ([ONESELF, DIRECTOR], "always", False, False, DIRECTOR, None),
    ],
)
def test_what_is_taken_without_asking(
    offered: list[Identity],
    choice: str,
    named: bool,
    ask: bool,
    remembered: Identity | None,
    taken: Identity | None,
) -> None:
    known = Choice.of(remembered) if remembered is not None else None
    assert taken_unasked(offered, eloket(choice), named=named, ask=ask, remembered=known) == taken
