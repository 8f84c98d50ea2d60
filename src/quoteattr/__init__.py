"""Who said what: quotations in news text with their speakers' names and titles."""
