"""The page of a lead's installation: what came, from whom, and who belongs."""
