"""The shape of a Locust run: how many visitors there are, second by second."""

from __future__ import annotations

import time
from typing import Any

import requests
from locust import LoadTestShape
from locust.runners import STATE_MISSING, MasterRunner

from load.shape import Shape, Stage, read_shape
from load.visitor import minutes_of

GATHER_SECONDS = 10.0
"""How long after the last journey a worker may take to tell what it counted; it tells every three seconds."""


class LastReports:
    """Waits until every worker told what its last visitors did.

    Left to itself Locust ends the workers and the master together, and what the workers counted since they
    last told it is lost: some seconds, and every journey that was under way.
    """

    def __init__(self, runner: MasterRunner) -> None:
        """Listen from now on."""
        self._runner = runner
        self._told: set[str] = set()
        self._until = time.monotonic() + (runner.environment.stop_timeout or 0.0) + GATHER_SECONDS
        runner.environment.events.worker_report.add_listener(self._hear)

    def _hear(self, client_id: str, data: dict[str, Any], **_: Any) -> None:  # noqa: ANN401  # as Locust fires it
        # Who has no visitors left has told of all of them.
        if data["user_count"] == 0:
            self._told.add(client_id)

    def complete(self) -> bool:
        """Return whether all have told, or one has had its time."""
        there = {one.id for one in self._runner.clients.all if one.state != STATE_MISSING}
        if not there <= self._told and time.monotonic() < self._until:
            return False
        self._runner.environment.events.worker_report.remove_listener(self._hear)
        return True


class Arriving(LoadTestShape):
    """Follows the shape that was chosen, and sets the clock of the mocks where it is asked to."""

    abstract = False

    def __init__(self) -> None:
        """Wait for the runner, which knows what was chosen."""
        super().__init__()
        self._stage: Stage | None = None
        self._shape: Shape | None = None
        self._users, self._rate = 0, 1.0
        self._last: LastReports | None = None

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
            return self._wind_up()
        self._last = None
        # Once per stage: set anew every second, the clock would stand still, and facts lie ahead of it.
        if options.clock and found[0] != self._stage and found[0].clock:
            self._set_clock(options.mocks or self.runner.environment.host or "", found[0].clock)
        self._stage = found[0]
        return self._go_to(shape.users(part, options.scale))

    def _go_to(self, users: int) -> tuple[int, float]:
        """Return so many visitors, who all come, or all the others go, within a second."""
        rate = max(1.0, float(users), float(self._users))
        # The rate stays while the number does: Locust begins anew whenever either is another one.
        if users != self._users:
            self._users, self._rate = users, rate
        return users, self._rate

    def _wind_up(self) -> tuple[int, float] | None:
        """Let everybody go; end at once, or with workers when the last of them told what it counted."""
        if not isinstance(self.runner, MasterRunner):
            return None
        if self._last is None:
            self._last = LastReports(self.runner)
            return self._go_to(0)
        return None if self._last.complete() else self._go_to(0)

    def _set_clock(self, mocks: str, moment: str) -> None:
        """Let the world of the mocks go on to another day."""
        answer = requests.put(f"{mocks.rstrip('/')}/_mock/clock", json={"now": moment}, timeout=10)
        answer.raise_for_status()
