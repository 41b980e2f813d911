"""How a federation is set up; light to import and picklable, so that a server hands it to its workers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from mocks.core.clock import STARTING_MOMENT, Wall, wall
from mocks.core.mail import MailServer


@dataclass(frozen=True)
class Settings:
    """How a federation is set up; picklable, so that a server can hand it to its workers.

    Attributes:
        url: where it stands (scheme, host, port); None for the real host names, in process.
        data: the folder that keeps worlds and keys; None keeps them in memory.
        database: a PostgreSQL URL, when several machines share the state.
        starting_moment: when the default world starts.
        clock: members of the clock that new worlds start with, such as ``running``.
        allow_real_numbers: whether numbers that citizens and companies could have are taken.
        elokets: integration files in YAML that are registered in every world, by their text.
        smtp: where the mail server is that messages of KIOSK are sent to; None sends none.
        control_token: what ``/_mock/…`` asks for, when the server is not on loopback.
        wall: the wall clock; tests hand in their own.
    """

    url: str | None = None
    data: Path | None = None
    database: str | None = None
    starting_moment: datetime = STARTING_MOMENT
    clock: Mapping[str, Any] = field(default_factory=dict)
    allow_real_numbers: bool = False
    elokets: tuple[str, ...] = ()
    smtp: MailServer | None = None
    control_token: str | None = None
    wall: Wall = wall
