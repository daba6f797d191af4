"""What editors do to an article and its figures, and the way back from it."""
