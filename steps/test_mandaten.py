"""Plays features/mandaten."""

from pytest_bdd import scenarios

scenarios("../features/mandaten")
