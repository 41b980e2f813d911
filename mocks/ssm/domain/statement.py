"""What SSM states of a mandate holder: dated facts, never a verdict for today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from mocks.ssm.domain.mandates import Mandate, Signature


def mandate_facts(mandates: Sequence[Mandate]) -> dict[str, Any]:
    """Return every mandate that somebody holds; ended, pending and stopped ones included.

    Without both signatures a mandate gives nothing, and before the day of the last one neither.  From
    ``stopped_on`` on it does not work any more; ``end`` is the last valid day.
    """
    return {
        "mandates": [
            {
                "number": str(one.number),
                "type": one.type.key,
                "type_name": one.type.name,
                "mandator": str(one.mandator),
                "mandator_kind": one.mandator.kind.value,
                "holder": str(one.holder),
                "holder_kind": one.holder.kind.value,
                "created_on": one.creation.at.date().isoformat(),
                "signed_by_mandator_on": _signed(one.mandator_signature),
                "signed_by_holder_on": _signed(one.holder_signature),
                "begin": one.period.begin.isoformat(),
                "end": _day(one.end),
                "stopped_on": _day(one.stop.day if one.stop is not None else None),
            }
            for one in mandates
        ]
    }


def _signed(signature: Signature | None) -> str | None:
    return _day(signature.day if signature is not None else None)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
