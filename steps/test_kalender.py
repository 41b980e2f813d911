"""Plays features/kalender."""

from pytest_bdd import scenarios

scenarios("../features/kalender")
