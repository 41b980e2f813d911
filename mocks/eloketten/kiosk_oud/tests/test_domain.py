"""Who is let in, for whom, and until when, without a browser."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
import yaml

from mocks.core.brussels import BRUSSELS
from mocks.eloketten.kiosk.domain import calendar as new
from mocks.eloketten.kiosk_oud.domain import calendar as old
from mocks.eloketten.kiosk_oud.domain.users import (
    TEST_PASSWORD,
    Right,
    User,
    admitted,
    login_of,
    security_code_of,
)
from mocks.eloketten.kiosk_oud.errors import (
    Closed,
    Gone,
    MalformedLogin,
    MalformedSecurityCode,
    NoRightHere,
    WrongLogin,
)
from mocks.eloketten.kiosk_oud.tests.visitor import CLOSING, LAST_CLOSED, LAST_MINUTE, LAUNCH

CODE = "00000000-0000-4000-8000-000000000001"
BRAM = User("bram.goethals", "Bram Goethals", CODE, (Right("0110041748", "Theater De Kade vzw"),))
NEW = "https://kiosk.vlaanderen.be/kiosk/"


@pytest.mark.parametrize("code", [CODE, CODE.upper(), f" {CODE} "])
def test_login_password_and_security_code_let_one_in(code: str) -> None:
    assert admitted(BRAM, TEST_PASSWORD, code) is BRAM


@pytest.mark.parametrize(
    ("user", "password", "code"),
    [
        (None, TEST_PASSWORD, CODE),
        (BRAM, "", CODE),
        (BRAM, TEST_PASSWORD.lower(), CODE),
        (BRAM, TEST_PASSWORD, ""),
        (BRAM, TEST_PASSWORD, CODE[:-1] + "2"),
        (BRAM, "ünïcode", "ünïcode"),
    ],
)
def test_anything_else_lets_nobody_in(user: User | None, password: str, code: str) -> None:
    with pytest.raises(WrongLogin):
        admitted(user, password, code)


def test_a_right_is_for_one_applicant() -> None:
    assert BRAM.right_for("0110041748").name == "Theater De Kade vzw"
    with pytest.raises(NoRightHere):
        BRAM.right_for("0122386185")


@pytest.mark.parametrize("login", ["els.maes", "x", "a-b.c9"])
def test_a_login_is_small_letters_and_the_like(login: str) -> None:
    assert login_of(login) == login


@pytest.mark.parametrize("login", ["", "Els", "els maes", "els\0", "9els", "x" * 41, "els\n"])
def test_anything_else_is_no_login(login: str) -> None:
    with pytest.raises(MalformedLogin):
        login_of(login)


def test_a_security_code_is_a_uuid() -> None:
    assert security_code_of(CODE.upper()) == CODE


@pytest.mark.parametrize("text", ["", "123456", "0" * 32, "{" + CODE + "}", CODE + "0"])
def test_anything_else_is_no_security_code(text: str) -> None:
    with pytest.raises(MalformedSecurityCode):
        security_code_of(text)


def test_in_its_last_minute_the_old_kiosk_is_there() -> None:
    old.check_there(LAST_MINUTE, NEW)


@pytest.mark.parametrize(("moment", "seconds"), [(CLOSING, 86_400), (LAST_CLOSED, 60)])
def test_on_the_day_of_the_migration_it_is_closed(moment: datetime, seconds: int) -> None:
    with pytest.raises(Closed, match=NEW) as refused:
        old.check_there(moment, NEW)
    assert refused.value.seconds == seconds


@pytest.mark.parametrize("moment", [LAUNCH, datetime(2999, 12, 31, tzinfo=BRUSSELS)])
def test_from_the_launch_on_it_is_gone(moment: datetime) -> None:
    with pytest.raises(Gone, match=NEW):
        old.check_there(moment, NEW)


def test_both_kiosks_and_acm_have_one_calendar() -> None:
    before, between, after = new.CALENDAR
    file = Path(__file__).parents[3] / "acm" / "clients" / "kiosk.yaml"
    closed = yaml.safe_load(file.read_text(encoding="utf-8"))["closed_on"]
    assert closed == [between.period.begin] == [between.period.end]
    assert (before.period.end, after.period.begin) == (old.LAST_DAY, old.GONE_ON)
    assert [season.changes for season in new.CALENDAR] == [False, False, True]
    assert [season.reachable for season in new.CALENDAR] == [True, False, True]
