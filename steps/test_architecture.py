"""The house stands as it was drawn: forbidden imports as data, the same rooms in every mock."""

from __future__ import annotations

import ast

import pytest

from steps.house import FORBIDDEN, MOCKS, PROJECT, TOP, Forbidden, Module, modules

AUTHORITIES = ("rijksregister", "kbo", "csam_btb", "idm", "ssm", "acm")

OTHERS = (
    "stage",
    "eloketten/kiosk",
    "eloketten/kiosk_oud",
    "eloketten/kmo_portefeuille",
    "eloketten/simple",
)
"""E-lokets and the stage use the same names where they have the thing."""

ROOMS = {
    "__init__",
    "app",
    "domain",
    "errors",
    "store",
    "backend",
    "peers",
    "routes",
    "pages",
    "templates",
    "translations",
    "control",
    "tests",
}
EVERY_AUTHORITY_HAS = {
    "__init__",
    "app",
    "domain",
    "errors",
    "store",
    "backend",
    "routes",
    "control",
    "tests",
}
EXTRA_ROOMS = {"acm": {"clients"}, "stage": {"company"}}
"""``clients``: the integration files.  ``company``: what the composition root hands to the stage."""

READS_THE_TIME = {
    "time.time",
    "time.monotonic",
    "time.perf_counter",
    "time.time_ns",
    "time.sleep",
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
}


@pytest.mark.parametrize("rule", FORBIDDEN, ids=lambda rule: rule.packages[0])
def test_only_its_own_rooms_import_a_package(rule: Forbidden) -> None:
    guilty = [
        (module.name, imported)
        for module in modules()
        for imported in module.imports()
        if imported.split(".")[0] in rule.packages and not rule.allows(module)
    ]
    assert guilty == []


@pytest.mark.parametrize(
    ("package", "place", "allowed"),
    [
        ("flask", "kbo/routes.py", True),
        ("flask", "kbo/domain/codes.py", False),
        ("flask", "eloketten/kiosk/pages.py", True),
        ("flask", "eloketten/kiosk/backend.py", False),
        ("sqlalchemy", "acm/store.py", True),
        ("sqlalchemy", "core/worlds.py", False),
        ("jwt", "core/tokens.py", True),
        ("jwt", "core/tokens_of_another.py", False),
        ("locust", "cli.py", False),
    ],
)
def test_the_rules_of_the_house_let_in_and_keep_out(package: str, place: str, allowed: bool) -> None:
    rule = next(rule for rule in FORBIDDEN if package in rule.packages)
    assert rule.allows(Module(MOCKS / place)) is allowed


def test_no_mock_imports_another() -> None:
    guilty = [
        (module.name, imported)
        for module in modules()
        if module.mock
        for imported in module.imports()
        if imported.startswith("mocks.")
        and not imported.startswith(("mocks.core", "mocks." + module.mock.replace("/", ".")))
        and not (module.mock == "stage" and imported.startswith("mocks.cast"))
    ]
    assert guilty == []


def test_the_kernel_imports_no_mock() -> None:
    guilty = [
        (module.name, imported)
        for module in modules()
        if module.name.startswith("core/")
        for imported in module.imports()
        if imported.startswith("mocks.") and not imported.startswith("mocks.core")
    ]
    assert guilty == []


@pytest.mark.parametrize("room", ["domain", "errors"])
def test_rules_and_reasons_stand_apart_from_store_and_web(room: str) -> None:
    guilty = [
        (module.name, imported)
        for module in modules()
        if module.mock and module.room == room
        for imported in module.imports()
        if imported.split(".")[0] in {"flask", "sqlalchemy"} or {"store", "routes"} & set(imported.split("."))
    ]
    assert guilty == []


def test_only_the_clock_reads_the_time() -> None:
    guilty = [
        (module.name, call)
        for module in modules()
        for call in module.calls()
        if call in READS_THE_TIME and module.name != "core/clock"
    ]
    assert guilty == []


def test_only_the_composition_root_sees_several_mocks() -> None:
    seeing = {
        module.name
        for module in modules()
        if len({one for imported in module.imports() if (one := _mock_of(imported)) is not None}) > 1
    }
    assert {name.split("/")[0] for name in seeing} == {"federation"}


@pytest.mark.parametrize("mock", [*AUTHORITIES, *OTHERS])
def test_every_mock_has_the_same_rooms(mock: str) -> None:
    found = {
        path.stem for path in (MOCKS / mock).iterdir() if path.name != "__pycache__" and path.name[0] != "."
    }
    assert found - ROOMS - EXTRA_ROOMS.get(mock, set()) == set()


@pytest.mark.parametrize("mock", AUTHORITIES)
def test_every_authority_has_what_an_authority_needs(mock: str) -> None:
    found = {path.stem for path in (MOCKS / mock).iterdir()}
    assert found >= EVERY_AUTHORITY_HAS


def test_every_mock_is_looked_at() -> None:
    standing = {module.mock for module in modules() if module.mock}
    assert standing == {*AUTHORITIES, *OTHERS}


def test_every_module_says_what_it_stands_for() -> None:
    silent = [
        module.name
        for module in modules()
        if not ast.get_docstring(ast.parse(module.path.read_text(encoding="utf-8")))
    ]
    assert silent == []


@pytest.mark.parametrize("mock", AUTHORITIES)
def test_every_authority_says_what_is_played_and_what_is_not(mock: str) -> None:
    told = ast.get_docstring(ast.parse((MOCKS / mock / "__init__.py").read_text(encoding="utf-8"))) or ""
    assert [word for word in ("Played", "Not played", "*Bron*") if word not in told] == []


def test_no_file_is_longer_than_a_screenful_of_screens() -> None:
    longest = [
        (path.relative_to(PROJECT).as_posix(), lines)
        for place in ("mocks", "steps", "load", "bench")
        for path in sorted((PROJECT / place).rglob("*.py"))
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300
    ]
    assert longest == []


def _mock_of(imported: str) -> str | None:
    parts = imported.split(".")
    if parts[0] != "mocks" or len(parts) < 2 or parts[1] in TOP:
        return None
    return ".".join(parts[1:3]) if parts[1] == "eloketten" else parts[1]
