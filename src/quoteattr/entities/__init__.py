"""Who and what there is in a text: names, persons, organisations and their titles."""
