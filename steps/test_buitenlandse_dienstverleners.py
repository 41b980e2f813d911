"""Plays features/buitenlandse-dienstverleners."""

from pytest_bdd import scenarios

scenarios("../features/buitenlandse-dienstverleners")
