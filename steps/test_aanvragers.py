"""Plays features/aanvragers."""

from pytest_bdd import scenarios

scenarios("../features/aanvragers")
