"""The names of facts that are made of numbers: what is held where, and by whom.

Ours: enterprise, holder and code with a hyphen between them, such as `0100000070-80010199976-10002`.
"""

from __future__ import annotations

from mocks.core.errors import Refusal


def three_parts(text: str, malformed: Refusal) -> tuple[str, str, str]:
    """Split ``<first>-<middle>-<last>`` at the outer hyphens; the middle may have some of its own.

    So the middle may be a displayed INSZ such as ``80.01.01-999.76``.

    Raises:
        Refusal: ``malformed``, when a part is empty or missing.
    """
    first, _, rest = text.partition("-")
    middle, _, last = rest.rpartition("-")
    if not (first and middle and last):
        raise malformed
    return first, middle, last
