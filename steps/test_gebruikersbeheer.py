"""Plays features/gebruikersbeheer."""

from pytest_bdd import scenarios

scenarios("../features/gebruikersbeheer")
