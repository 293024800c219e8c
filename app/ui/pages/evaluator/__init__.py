"""The page on which a pack for an evaluator is looked at and written."""
