"""Who is meant: mentions resolved to speakers with a name, a kind and titles."""
