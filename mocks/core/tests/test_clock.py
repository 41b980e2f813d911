"""Clock: two kinds of time, days in Brussels, and what is read as a date."""

from __future__ import annotations

import contextlib
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mocks.core.brussels import BRUSSELS
from mocks.core.clock import (
    OPEN_END,
    Clock,
    ClockSetting,
    MalformedMoment,
    Period,
    next_publication_day,
    parse_date,
    parse_moment,
)

WALL = 1_000_000.0
WORLD = datetime(2021, 4, 27, 9, tzinfo=BRUSSELS).timestamp()

moments = st.floats(min_value=0, max_value=4_000_000_000)
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2900, 1, 1))


def test_a_running_clock_passes_as_fast_as_the_wall() -> None:
    setting = ClockSetting(WORLD, WALL)
    assert setting.at(WALL + 60).world_epoch == WORLD + 60


@pytest.mark.parametrize("rate", [0.5, 2.0, 86_400.0])
def test_a_rate_says_how_much_passes_per_second_of_the_wall(rate: float) -> None:
    assert ClockSetting(WORLD, WALL, rate=rate).at(WALL + 10).world_epoch == WORLD + 10 * rate


def test_a_frozen_clock_stands_whatever_its_rate() -> None:
    setting = ClockSetting(WORLD, WALL, running=False, rate=1000.0)
    assert setting.at(WALL + 3600).world_epoch == WORLD


def test_token_time_is_the_wall_unless_the_world_is_asked() -> None:
    by_wall = ClockSetting(WORLD, WALL, running=False).at(WALL + 5.9)
    by_world = ClockSetting(WORLD, WALL, running=False, token_time="world").at(WALL + 5.9)
    assert (by_wall.token_now, by_world.token_now) == (int(WALL + 5), int(WORLD))


@given(moments, moments, st.floats(min_value=0.001, max_value=1000))
def test_changing_the_rate_makes_no_jump(anchor: float, later: float, rate: float) -> None:
    setting = ClockSetting(WORLD, anchor)
    now = anchor + later
    assert setting.anchored(now, rate=rate).at(now).world_epoch == setting.at(now).world_epoch


def test_freezing_holds_the_moment_at_which_it_was_asked() -> None:
    frozen = ClockSetting(WORLD, WALL).anchored(WALL + 100, running=False)
    assert frozen.at(WALL + 5000).world_epoch == WORLD + 100


def test_time_does_not_run_past_the_years_that_dates_have() -> None:
    clock = ClockSetting(WORLD, WALL, rate=1_000_000.0).at(WALL + 1e9)
    assert clock.now == parse_moment("2999-12-31T23:59:59")
    assert clock.today + timedelta(days=36_525) < OPEN_END


def test_the_day_begins_at_midnight_in_brussels_not_in_utc() -> None:
    late = datetime(2021, 4, 26, 22, 0, 0, tzinfo=UTC)
    assert _clock(late).today == date(2021, 4, 27)
    assert _clock(late - timedelta(seconds=1)).today == date(2021, 4, 26)


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2021-03-28T00:59:59+00:00", "2021-03-28T01:59:59+01:00"),
        ("2021-03-28T01:00:00+00:00", "2021-03-28T03:00:00+02:00"),
        ("2021-10-31T00:59:59+00:00", "2021-10-31T02:59:59+02:00"),
        ("2021-10-31T01:00:00+00:00", "2021-10-31T02:00:00+01:00"),
    ],
)
def test_summer_time_begins_and_ends_as_in_brussels(moment: str, shown: str) -> None:
    assert _clock(parse_moment(moment)).now.isoformat() == shown


def test_the_end_date_is_the_last_valid_day() -> None:
    decade = Period(date(2018, 6, 26), date(2028, 6, 26))
    assert decade.holds_on(date(2018, 6, 26))
    assert decade.holds_on(date(2028, 6, 26))
    assert not decade.holds_on(date(2018, 6, 25))
    assert not decade.holds_on(date(2028, 6, 27))


@pytest.mark.parametrize("end", [None, OPEN_END])
def test_no_end_and_the_year_9999_are_both_open(end: date | None) -> None:
    period = Period(date(2010, 6, 1), end)
    assert period.open
    assert period.holds_on(date(2999, 12, 31))
    assert not Period(date(2010, 6, 1), date(9999, 12, 30)).open


@given(days, days, days)
def test_a_day_is_before_in_or_after_a_period_and_never_two(begin: date, end: date, day: date) -> None:
    begin, end = sorted((begin, end))
    period = Period(begin, end)
    assert [not period.begun(day), period.holds_on(day), period.ended(day)].count(True) == 1
    assert period.holds_on(day) == (begin <= day <= end)


@pytest.mark.parametrize(
    ("changed", "visible"),
    [
        ("2021-04-26", "2021-04-27"),  # Monday
        ("2021-04-27", "2021-04-28"),
        ("2021-04-28", "2021-04-29"),
        ("2021-04-29", "2021-04-30"),
        ("2021-04-30", "2021-05-01"),  # Friday
        ("2021-05-01", "2021-05-04"),
        ("2021-05-02", "2021-05-04"),
    ],
)
def test_a_change_in_the_register_shows_the_next_day_and_of_the_weekend_on_tuesday(
    changed: str, visible: str
) -> None:
    assert next_publication_day(date.fromisoformat(changed)) == date.fromisoformat(visible)


@given(days)
def test_publication_comes_after_the_change_within_three_days_from_tuesday_to_saturday(day: date) -> None:
    visible = next_publication_day(day)
    assert timedelta(days=1) <= visible - day <= timedelta(days=3)
    assert 1 <= visible.weekday() <= 5


def test_a_date_alone_is_nine_in_the_morning_in_brussels() -> None:
    assert parse_moment("2021-01-15").isoformat() == "2021-01-15T09:00:00+01:00"
    assert parse_moment("2021-04-27").isoformat() == "2021-04-27T09:00:00+02:00"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2021-04-27T00:00", "2021-04-26T22:00:00+00:00"),
        ("2021-04-27T09:00:00+02:00", "2021-04-27T07:00:00+00:00"),
        ("2021-04-27T09:00:00Z", "2021-04-27T09:00:00+00:00"),
        ("2021-01-01 08:30:15", "2021-01-01T07:30:15+00:00"),
    ],
)
def test_a_moment_is_read_with_its_offset_and_without_one_in_brussels(text: str, moment: str) -> None:
    assert parse_moment(text).astimezone(UTC).isoformat() == moment


@pytest.mark.parametrize(
    "text",
    [
        "", "morgen", "2021-02-31", "2021-13-01", "31/02/2021", "27 april 2021", "1619506800",
        "2021-04-27T25:00", "2021-04-27T09:00+99:00", "0021-04-27", "1899-12-31", "3000-01-01",
        "9999-12-31", "2021-04-27T09:00:00+02:00\x00", "٢٠٢١-٠٤-٢٧", "2021-04-27" * 10_000,
    ],
)  # fmt: skip
def test_what_is_no_moment_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(MalformedMoment, match="2021-04-27T09:00:00") as refused:
        parse_moment(text)
    assert len(refused.value.sentence) < 200


@pytest.mark.parametrize(
    "text", ["", "gisteren", "2021-02-31", "2021-00-10", "31/02/2021", "2021-4-27", "10000-01-01"]
)
def test_what_is_no_date_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(MalformedMoment, match="zoals 2021-04-27"):
        parse_date(text)


def test_the_leap_day_exists_only_in_leap_years() -> None:
    assert parse_date("2024-02-29") == date(2024, 2, 29)
    with pytest.raises(MalformedMoment):
        parse_date("2023-02-29")


@given(st.text(max_size=40))
def test_any_text_is_a_moment_or_refused_and_never_a_bug(text: str) -> None:
    with contextlib.suppress(MalformedMoment):
        assert 1900 <= parse_moment(text).year <= 2999


def _clock(moment: datetime) -> Clock:
    return ClockSetting(moment.timestamp(), WALL, running=False).at(WALL)
