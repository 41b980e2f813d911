"""Measurements of every system, for Prometheus.

Each system counts in a registry of its own; ``/metrics`` at the root gathers all of them.
"""

from __future__ import annotations

from collections.abc import Iterable

from flask import Flask, Response, g, request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, Metric
from prometheus_client.exposition import generate_latest

from mocks.core.clock import stopwatch
from mocks.core.visit import House

_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
"""A series per method that somebody makes up would fill the memory."""


def instrument(app: Flask, system: str, house: House) -> None:
    """Count and time the requests of an application, and publish them at ``/metrics``."""
    registry = house.registries.setdefault(system, CollectorRegistry())
    requests = Counter(
        "proefloket_requests",
        "Answered requests.",
        ("system", "endpoint", "method", "status"),
        registry=registry,
    )
    seconds = Histogram(
        "proefloket_request_seconds",
        "Time to answer a request.",
        ("system", "endpoint"),
        buckets=_BUCKETS,
        registry=registry,
    )

    @app.before_request
    def start() -> None:
        g.started = stopwatch()

    @app.after_request
    def count(response: Response) -> Response:
        endpoint = request.endpoint or "none"
        method = request.method if request.method in _METHODS else "other"
        requests.labels(system, endpoint, method, response.status_code).inc()
        if "started" in g:
            seconds.labels(system, endpoint).observe(stopwatch() - g.started)
        return response

    @app.get("/metrics")
    def metrics() -> Response:
        """Publish this system's measurements."""
        return exposition([registry])


def exposition(registries: Iterable[CollectorRegistry]) -> Response:
    """Return the measurements of several registries as one document."""
    gathered = CollectorRegistry()
    gathered.register(_Gathered(registries))
    return Response(generate_latest(gathered), content_type=CONTENT_TYPE_LATEST)


class _Gathered:
    """Families of the same name from several registries, as one family each."""

    def __init__(self, registries: Iterable[CollectorRegistry]) -> None:
        self._registries = tuple(registries)

    def collect(self) -> Iterable[Metric]:
        families: dict[str, Metric] = {}
        for registry in self._registries:
            for family in registry.collect():
                known = families.setdefault(
                    family.name, Metric(family.name, family.documentation, family.type)
                )
                known.samples.extend(family.samples)
        return families.values()
