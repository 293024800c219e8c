"""Many laptops and one lead: who belongs, and what travels between them."""
