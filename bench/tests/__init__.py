"""Tests of the measured comparisons."""
