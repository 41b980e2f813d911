"""The time zone in which a day of the federation is a day (design §4)."""

from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")
