"""Measurements of every system, for Prometheus.

Each system counts in a registry of its own; ``/metrics`` at the root gathers all of them.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from functools import cache

from flask import Flask, Response, g, request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, Info, Metric
from prometheus_client.exposition import generate_latest

from mocks.core.clock import stopwatch
from mocks.core.visit import House

_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
"""A series per method that somebody makes up would fill the memory."""


class Measurements:
    """What is counted and timed of one system."""

    def __init__(self, system: str, registry: CollectorRegistry) -> None:
        """Register the families of a system."""
        self._requests = Counter(
            "proefloket_requests",
            "Answered requests.",
            ("system", "endpoint", "method", "status"),
            registry=registry,
        )
        self._seconds = Histogram(
            "proefloket_request_seconds",
            "Time to answer a request.",
            ("system", "endpoint"),
            buckets=_BUCKETS,
            registry=registry,
        )
        # Found by their labels once: the library looks them up anew, under a lock, each time.
        self._counted = cache(lambda *labels: self._requests.labels(system, *labels))
        self._timed = cache(lambda endpoint: self._seconds.labels(system, endpoint))

    def count(self, endpoint: str, method: str, status: int, seconds: float | None = None) -> None:
        """Count an answered request, and time it when it is known how long it took."""
        self._counted(endpoint, method if method in _METHODS else "other", status).inc()
        if seconds is not None:
            self._timed(endpoint).observe(seconds)


def instrument(app: Flask, system: str, house: House) -> None:
    """Count and time the requests of an application, and publish them at ``/metrics``."""
    registry = house.registries.setdefault(system, CollectorRegistry())
    measurements = app.extensions["proefloket.measurements"] = Measurements(system, registry)

    @app.before_request
    def start() -> None:
        g.started = stopwatch()

    @app.after_request
    def count(response: Response) -> Response:
        seconds = stopwatch() - g.started if "started" in g else None
        measurements.count(request.endpoint or "none", request.method, response.status_code, seconds)
        return response

    @app.get("/metrics")
    def metrics() -> Response:
        """Publish this system's measurements."""
        return exposition([registry])


def name_process(house: House) -> None:
    """Publish a name of this process, drawn when it starts, beside what all its systems counted.

    Each process counts for itself.  Behind one address there may be several (``--workers``, or machines
    behind a balancer): who asks twice, and compares, has to know whether the same one answered.
    """
    registry = house.registries.setdefault("process", CollectorRegistry())
    process = Info("proefloket_process", "Which process answered.", registry=registry)
    process.info({"id": secrets.token_hex(8)})


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
