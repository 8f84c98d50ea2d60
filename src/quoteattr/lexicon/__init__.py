"""What a word can be, whatever stands around it: word lists and what follows from them."""
