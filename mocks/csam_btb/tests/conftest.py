"""What the tests of CSAM start from."""

from __future__ import annotations

import pytest

from mocks.csam_btb.tests.browser import Browser
from mocks.csam_btb.tests.house import Play, build


@pytest.fixture
def play() -> Play:
    """A fresh world on the day of KIOSK's go-live."""
    return build()


@pytest.fixture
def browser(play: Play) -> Browser:
    """A browser that nobody has signed in with."""
    return play.browser()
