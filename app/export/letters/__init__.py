"""Letters: the one sealed form for everything that travels between laptops (docs/letter.md)."""
