"""Tests of CSAM: the keys and their calendar, FAS as a provider, its pages, and Mijn digitale sleutels."""
