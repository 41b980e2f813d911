"""What the tests of CSAM start from."""

from __future__ import annotations

import pytest

from mocks.csam_btb.tests.browser import Browser
from mocks.csam_btb.tests.btb import MAIN, put_appointment
from mocks.csam_btb.tests.house import DE_KADE, FATIMA, JAN, Play, build


@pytest.fixture
def play() -> Play:
    """A fresh world on the day of KIOSK's go-live."""
    return build()


@pytest.fixture
def browser(play: Play) -> Browser:
    """A browser that nobody has signed in with."""
    return play.browser()


@pytest.fixture
def led(play: Play) -> Play:
    """A world in which Fatima leads De Kade."""
    assert put_appointment(play, f"{DE_KADE}-{FATIMA}-{MAIN}", appointed_by=JAN).status_code == 200
    return play
