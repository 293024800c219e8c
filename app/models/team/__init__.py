"""Many laptops and one lead: who belongs, what travels, and the store that gathers it."""
