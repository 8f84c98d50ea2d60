"""Who is said to have said what: cues, contents, sources and the quotations made of them."""
