"""Timings, as ratios and percentiles of one run; none of them is a test."""
