"""What is typed into forms and sent to the API in a format that only IDM asks: telephone numbers."""

from __future__ import annotations

import re

from mocks.core.forms import shown
from mocks.idm.errors import MalformedPhone

_PHONE = re.compile(r"\+[1-9][0-9]{7,14}", re.ASCII)


def read_phone(text: str) -> str:
    """Return a telephone number in the one format of IDM.

    *Bron*: "Telefoonnummer (bv. +3212345678)" (seed 004); that nothing else passes is our reading.

    Raises:
        MalformedPhone: for any other format.
    """
    stripped = text.strip()
    if _PHONE.fullmatch(stripped) is None:
        raise MalformedPhone(
            f"‘{shown(stripped)}’ is geen telefoonnummer zoals IDM het vraagt. Schrijf + en cijfers, "
            "zonder spaties, zoals +3212345678."
        )
    return stripped
