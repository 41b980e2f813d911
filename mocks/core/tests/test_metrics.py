"""Measurements: what each system counts, and all of them gathered."""

from __future__ import annotations

import pytest
from prometheus_client import CollectorRegistry
from prometheus_client.parser import text_string_to_metric_families

from mocks.core.metrics import exposition, name_process
from mocks.core.tests.alone import ask, build_app, build_house, enter
from mocks.core.visit import Visit

Sample = tuple[str, tuple[tuple[str, str], ...]]


@pytest.fixture
def visit() -> Visit:
    return enter(build_house())


def samples_of(text: str) -> dict[Sample, float]:
    """Read the exposition with Prometheus' own parser; a sample may occur once."""
    found: dict[Sample, float] = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            key = (sample.name, tuple(sorted(sample.labels.items())))
            assert key not in found
            found[key] = sample.value
    return found


def count(system: str, endpoint: str, method: str, status: int) -> Sample:
    labels = {"system": system, "endpoint": endpoint, "method": method, "status": str(status)}
    return "proefloket_requests_total", tuple(sorted(labels.items()))


def test_a_system_counts_its_answers_by_endpoint_method_and_status(visit: Visit) -> None:
    app = build_app(visit.house)
    for path in ("/health", "/health", "/nowhere", "/refused"):
        ask(app, visit, path)
    answer = ask(app, visit, "/metrics")
    assert str(answer.header("Content-Type")).startswith("text/plain; version=")
    found = samples_of(answer.body.decode())
    assert found[count("kbo", "core.health", "GET", 200)] == 2
    assert found[count("kbo", "none", "GET", 404)] == 1
    assert found[count("kbo", "pages.refused", "GET", 403)] == 1
    timed = ("proefloket_request_seconds_count", (("endpoint", "core.health"), ("system", "kbo")))
    assert found[timed] == 2


def test_the_root_gathers_every_system_under_one_family(visit: Visit) -> None:
    for system in ("kbo", "acm"):
        ask(build_app(visit.house, system), visit, "/health")
    text = exposition(visit.house.registries.values()).get_data(as_text=True)
    found = samples_of(text)
    assert [found[count(system, "core.health", "GET", 200)] for system in ("kbo", "acm")] == [1, 1]
    assert text.count("# TYPE proefloket_requests_total counter") == 1
    assert text.count("# TYPE proefloket_request_seconds histogram") == 1


def test_a_system_shows_only_its_own(visit: Visit) -> None:
    kbo, acm = (build_app(visit.house, system) for system in ("kbo", "acm"))
    ask(acm, visit, "/health")
    assert 'system="acm"' not in ask(kbo, visit, "/metrics").body.decode()


def test_every_process_has_a_name_of_its_own() -> None:
    names = set()
    for _ in range(2):
        house = build_house()
        name_process(house)
        (sample,) = samples_of(exposition(house.registries.values()).get_data(as_text=True))
        assert sample[0] == "proefloket_process_info"
        names.add(sample[1])
    assert len(names) == 2


def test_methods_that_do_not_exist_do_not_fill_the_memory(visit: Visit) -> None:
    app = build_app(visit.house)
    for number in range(50):
        assert ask(app, visit, "/health", f"FOO{number}").status == 405
    found = samples_of(ask(app, visit, "/metrics").body.decode())
    assert found[count("kbo", "none", "other", 405)] == 50


def test_nothing_to_measure_is_an_empty_document() -> None:
    assert samples_of(exposition([CollectorRegistry()]).get_data(as_text=True)) == {}
