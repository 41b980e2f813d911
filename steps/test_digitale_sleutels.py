"""Plays features/digitale-sleutels."""

from pytest_bdd import scenarios

scenarios("../features/digitale-sleutels")
