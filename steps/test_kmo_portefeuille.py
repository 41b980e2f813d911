"""Plays features/kmo-portefeuille."""

from pytest_bdd import scenarios

scenarios("../features/kmo-portefeuille")
