"""Disclosure control of published tables: nobody may be recognised in any of them, nor in all."""
