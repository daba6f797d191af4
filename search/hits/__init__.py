"""What a list of hits shows of an article: its words marked, why it was found."""
