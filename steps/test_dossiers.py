"""Plays features/dossiers."""

from pytest_bdd import scenarios

scenarios("../features/dossiers")
