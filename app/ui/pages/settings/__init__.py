"""The page of settings, in sections; most of it is made from the list of settings."""
