"""Measured comparisons: what the mocks cost, always beside something else in the same run.

Machines are shared and noisy, so that only ratios are told, and no absolute time decides.
"""
