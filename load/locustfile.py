"""What ``locust -f load/locustfile.py`` runs: visitors, their shape, the measurement and the verdict.

With its page, or ``--headless``; with ``--processes``, or ``--master`` and ``--worker`` on several machines.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from locust import events, runners
from locust.runners import WorkerRunner

# Locust puts the folder of this file on the path, and not the project.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from load.arriving import Arriving
from load.sampling import Sampler, keep
from load.shape import names, read_shape, read_targets
from load.verdict import breaches, exit_code
from load.visitor import Visitor, crowd_of, guests_of, minutes_of

if TYPE_CHECKING:
    from locust.argument_parser import LocustArgumentParser
    from locust.env import Environment

__all__ = ["Arriving", "Visitor"]

# After three seconds without a sign of life Locust gives a worker up and ends the run in silence; on a
# machine that is shared, a worker may well be kept waiting for longer.
runners.HEARTBEAT_LIVENESS = 30

_samplers: dict[int, Sampler] = {}


@events.init_command_line_parser.add_listener
def declare(parser: LocustArgumentParser) -> None:
    """Let the shape be chosen, on the command line and on the page."""
    parser.add_argument("--shape", choices=names(), default="go-live-morning", help="Which load.")
    parser.add_argument("--scale", type=float, default=1.0, help="Factor on the arrivals of the shape.")
    parser.add_argument("--minutes", type=float, default=0.0, help="How long; 0 is the shape's own length.")
    parser.add_argument("--mocks", default="", help="Where the mocks stand, when not at the host.")
    parser.add_argument("--people", type=int, default=0, help="Persons of the population; 0 is the cast.")
    parser.add_argument("--people-seed", type=int, default=1, help="Which population.")
    parser.add_argument("--kbo-open-data", default="", help="Of its organisations: zip or folder.")
    parser.add_argument("--seed", default="1", help="Of chance.")
    parser.add_argument("--clock", action="store_true", help="Set the clock of the mocks as the shape says.")
    parser.add_argument("--measurement", default="", help="Where to keep what was measured, as JSON.")


@events.init.add_listener
def get_ready(environment: Environment, **_: Any) -> None:  # noqa: ANN401  # as Locust declares it
    """Read who can be drawn before anybody comes: a register takes seconds, and visitors would wait."""
    if environment.parsed_options is not None and environment.parsed_options.kbo_open_data:
        guests_of(crowd_of(environment.parsed_options))


@events.test_start.add_listener
def begin(environment: Environment, **_: Any) -> None:  # noqa: ANN401  # as Locust declares it
    """Start the clock of the visitors; whoever counts for all begins to take down."""
    Visitor.begun = time.monotonic()
    if isinstance(environment.runner, WorkerRunner) or environment.parsed_options is None:
        return
    options = environment.parsed_options
    shape = read_shape(options.shape)
    sampler = Sampler(environment, shape, options.scale, minutes_of(shape, options.minutes))
    _samplers[id(environment)] = sampler
    sampler.begin()


@events.quitting.add_listener
def end(environment: Environment, **_: Any) -> None:  # noqa: ANN401  # as Locust declares it
    """Keep the measurement and draw the verdict; a worker knows only its own part and draws none."""
    if isinstance(environment.runner, WorkerRunner) or environment.parsed_options is None:
        return
    sampler = _samplers.pop(id(environment), None)
    if sampler is None:
        # Nobody pressed the button on the page.
        return
    options = environment.parsed_options
    measurement = sampler.end()
    if options.measurement:
        keep(measurement, options.measurement)
    shape = read_shape(options.shape)
    targets = shape.targets(read_targets(), options.scale, measurement.minutes)
    found = breaches(targets, measurement.requests)
    for breach in found:
        sys.stderr.write(f"{breach.sentence}\n")
    environment.process_exit_code = exit_code(found)
