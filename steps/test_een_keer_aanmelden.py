"""Plays features/een-keer-aanmelden."""

from pytest_bdd import scenarios

scenarios("../features/een-keer-aanmelden")
