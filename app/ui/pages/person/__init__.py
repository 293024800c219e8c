"""One person: who they are, what they came about, what was promised, and their rights."""
