"""The page of figures: a period, its tables and charts, and the files made of them."""
