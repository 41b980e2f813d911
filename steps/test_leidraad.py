"""Plays features/leidraad."""

from pytest_bdd import scenarios

scenarios("../features/leidraad")
