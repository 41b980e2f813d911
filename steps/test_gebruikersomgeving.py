"""Plays features/gebruikersomgeving."""

from pytest_bdd import scenarios

scenarios("../features/gebruikersomgeving")
