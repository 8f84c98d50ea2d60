"""What can be told from the characters alone: marks, paragraphs, segments, turns, signatures."""
