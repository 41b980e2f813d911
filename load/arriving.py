"""The shape of a Locust run: how many visitors there are, second by second."""

from __future__ import annotations

import requests
from locust import LoadTestShape

from load.shape import Shape, Stage, read_shape
from load.visitor import minutes_of


class Arriving(LoadTestShape):
    """Follows the shape that was chosen, and sets the clock of the mocks where it is asked to."""

    abstract = False

    def __init__(self) -> None:
        """Wait for the runner, which knows what was chosen."""
        super().__init__()
        self._stage: Stage | None = None
        self._shape: Shape | None = None

    def tick(self) -> tuple[int, float] | None:
        """Return how many visitors there must be now, and how many may come or go per second."""
        if self.runner is None or self.runner.environment.parsed_options is None:
            raise RuntimeError("a shape without a runner")
        options = self.runner.environment.parsed_options
        if self._shape is None or self._shape.name != options.shape:
            # Another one may have been chosen on the page since the last run.
            self._shape = read_shape(options.shape)
        shape = self._shape
        part = self.get_run_time() / (minutes_of(shape, options.minutes) * 60)
        found = shape.at(part)
        if found is None:
            return None
        # Once per stage: set anew every second, the clock would stand still, and facts lie ahead of it.
        if options.clock and found[0] != self._stage and found[0].clock:
            self._set_clock(options.mocks or self.runner.environment.host or "", found[0].clock)
        self._stage = found[0]
        users = shape.users(part, options.scale)
        return users, max(1.0, float(users))

    def _set_clock(self, mocks: str, moment: str) -> None:
        """Let the world of the mocks go on to another day."""
        answer = requests.put(f"{mocks.rstrip('/')}/_mock/clock", json={"now": moment}, timeout=10)
        answer.raise_for_status()
