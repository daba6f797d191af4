"""What other sites and machines take of an article: feeds, cards, citations, facts."""
