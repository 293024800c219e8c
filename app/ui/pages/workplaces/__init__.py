"""The page on which workplaces are kept: a list beside a form."""
