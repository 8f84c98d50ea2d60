"""Readers of the annotated corpora that models learn from and are measured on."""
