"""The evaluator's pack: rows from which nobody can be told apart, with all that explains them.

Rows are made coarser along a ladder (:mod:`.ladder`) until every one of them looks like those of at
least k distinct persons, and written as a Frictionless data package (:mod:`.pack`). What is decided
and why: docs/decisions/0012-evaluators-pack.md.
"""
