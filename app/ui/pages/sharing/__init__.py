"""The page on which a counsellor's figures go to the lead."""
