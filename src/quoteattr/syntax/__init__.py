"""The text as a table of tokens, and what its tags, names and dependencies make of them."""
