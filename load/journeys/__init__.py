"""The journeys, by the name of the behaviour.

A journey is a function of an ``Errand``; it knows nothing of Locust, so that the suite plays each of them
within a process.  A refusal that belongs to the behaviour is a success.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from load.errand import Errand
from load.journeys import administering, go_live, mandates, others, pageless, signing_in

Journey = Callable[[Errand], None]

JOURNEYS: Mapping[str, Journey] = {
    journey.__name__.replace("_", " "): journey
    for module in (signing_in, go_live, administering, mandates, others, pageless)
    for journey in module.JOURNEYS
}
"""Every journey, such as ``legal representative signs in``."""
