"""Plays features/vertegenwoordigers."""

from pytest_bdd import scenarios

scenarios("../features/vertegenwoordigers")
