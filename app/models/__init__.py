"""The domain and its encrypted store."""
