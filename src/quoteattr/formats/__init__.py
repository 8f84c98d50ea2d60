"""Ways out of the library: files, tables, pages and the schema of a record."""
