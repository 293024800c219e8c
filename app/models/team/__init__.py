"""Many laptops and one lead: what a laptop tells, and the store that gathers it."""
