"""How a command says that it cannot: in one sentence."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click


class Sentence(click.ClickException):
    """A refusal on the command line: one sentence, exit code 2, no traceback."""

    exit_code = 2

    def show(self, file: Any = None) -> None:  # noqa: ANN401  # as click declares it
        """Print the sentence."""
        click.echo(self.message, file=file or sys.stderr)


@contextmanager
def told_in_a_sentence() -> Iterator[None]:
    """Let a refusal of the mocks be the answer of a command.

    Raises:
        Sentence: in place of the refusal.
    """
    from mocks.core.errors import Refusal  # noqa: PLC0415  # --help refuses nothing

    try:
        yield
    except Refusal as refusal:
        raise Sentence(refusal.sentence) from None
