"""Vejviser: an offline registration for outreach counsellors at Danish workplaces."""

__version__ = "0.1.0"
