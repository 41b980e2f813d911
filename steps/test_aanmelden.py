"""Plays features/aanmelden."""

from pytest_bdd import scenarios

scenarios("../features/aanmelden")
