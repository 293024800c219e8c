"""The page of protected reports: whom they are for, their tables, and what was released."""
