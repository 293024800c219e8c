"""The page of knowledge cards."""
