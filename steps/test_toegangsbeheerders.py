"""Plays features/toegangsbeheerders."""

from pytest_bdd import scenarios

scenarios("../features/toegangsbeheerders")
