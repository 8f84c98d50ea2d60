"""Named features and learned weights to scores, probabilities and choices."""
