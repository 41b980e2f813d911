"""The composition root: the only package that sees every mock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mocks.federation.dispatch import Federation
from mocks.federation.kinds import KINDS
from mocks.settings import Settings

__all__ = ["KINDS", "Federation", "load"]


def load(settings: Settings) -> Callable[..., Any]:
    """Return the federation for a server's worker process."""
    return Federation(settings)
