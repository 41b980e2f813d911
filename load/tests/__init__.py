"""Tests of the load: the pure parts, and one short run."""
