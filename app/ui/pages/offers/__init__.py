"""Tilbud: everything that people can use, of the project, of organisations and of workplaces."""
